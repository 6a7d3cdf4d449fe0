"""Toll: the day of the one event whose dead and wounded a text counts, again and again."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from data.fact import Fact
from data.parse.calendar.times import TimeExpression
from data.parse.clauses import helping_words
from data.parse.dating.aspect.happened import is_already, verb_of
from data.parse.dating.aspect.vague_times import is_vague, tells_so_far
from data.parse.dating.claim import Claim
from data.parse.dating.event_time import EventTime
from data.parse.dating.events.event_day import names_event, tells_of_attack, tells_of_mourning
from data.parse.dating.events.scenes import is_told_before, sets_new_scene, tells_aftermath
from data.parse.dating.expressions.background import is_as_of, is_report_date
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.delays import delayed
from data.parse.dating.expressions.rises import is_earlier_count, recounts, verb_of_rise
from data.parse.dating.expressions.spans import days_told, spans_of
from data.parse.dating.expressions.telling import is_put
from data.parse.dating.nearby import sentence_before, start_near
from data.parse.dating.words import VICTIMS, dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.reading import Reading

_LONGEST = 40
"""Sentences of a text that can be about one event."""

_EARLIEST = 20
"""First facts of a text, among which is the toll that it leads with."""

_LATEST = 40
"""Facts before a claim, none of which may be a toll of another day."""

_LEADING = 5
"""Sentences that a text leads with, its title among them."""

_NEAR_COUNT = 2
"""Most sentences between a toll and an earlier count of it."""

_NEAR = 10
"""Most sentences between two tolls of one event, where the latter does not name it."""

_FAR = 12
"""Sentences below a toll in which the day of its event is looked for."""

_NEAR_BELOW = 4
"""Sentences below a toll that rose in which its event is told of."""

_OF_A_WAR = 1000
"""Least number of dead, told roughly, that is of more than one event."""

_TO_PERFECT = 20
"""Most tokens between "have been killed" and the next number."""

_TO_EVENT = 3
"""Most tokens of "a powerful earthquake"."""

_TO_STRIKING = 2
"""Most tokens of "struck on" before a day."""

_ARTICLE = 3
"""Most tokens between "another" and the noun of an event."""


def time_of_toll(claim: Claim) -> EventTime | None:
    """The day of the event of which a text tells, for those whom it killed or hurt.

    "A blast killed nine on Saturday. ... A hospital spoke of eleven dead" is of Saturday, as long
    as the text has told of no dead of another day.
    """
    reading, draft, earlier = claim
    if not _counts_victims(reading, draft) or not _is_of_told_event(reading, draft):
        return None
    told = _toll_of_text(reading, earlier)
    if told is None or is_told_before(reading, told.when_start):
        return None
    is_of_it = names_event(reading) or _goes_on(reading, earlier)
    return EventTime.of_fact(told) if is_of_it else None


def time_of_count_before(claim: Claim) -> EventTime | None:
    """The day of those whom an earlier count is of: "92 died on Monday. It had counted 60"."""
    reading, draft, earlier = claim
    if not is_earlier_count(reading, draft):
        return None
    if any(not span.is_day or is_as_of(reading, span) for span in spans_of(reading)):
        return None
    horizon = start_near(reading, _NEAR_COUNT)
    near = [fact for fact in earlier[-_LATEST:] if fact.start >= horizon and _is_dated_toll(fact)]
    return EventTime.of_fact(near[-1]) if near else None


def _toll_of_text(reading: Reading, earlier: Sequence[Fact]) -> Fact | None:
    """The first toll that a text leads with; None if it tells of dead of another day, too."""
    lead = [fact for fact in earlier[:_EARLIEST] if _is_dated_toll(fact)]
    end_of_lead = reading.whole[min(_LEADING, reading.at)].sentence.start
    if reading.at > _LONGEST or not lead or lead[0].start >= end_of_lead:
        return None
    tolls = (*lead, *filter(_is_dated_toll, earlier[-_LATEST:]))
    day = lead[0].when_start
    return lead[0] if all(toll.when_start == toll.when_end == day for toll in tolls) else None


def _goes_on(reading: Reading, earlier: Sequence[Fact]) -> bool:
    """Whether the last toll is near above."""
    latest = next(filter(_is_dated_toll, reversed(earlier[-_LATEST:])), None)
    return latest is not None and latest.start >= start_near(reading, _NEAR)


def day_of_own_event(claim: Claim) -> TimeExpression | None:
    """The day that names the event of a toll in its own sentence.

    "Rain fell after Saturday's earthquake, as the toll climbed to 1,941".
    """
    reading, draft, _ = claim
    if verb_of_rise(reading, draft) is None:
        return None
    named = _days_of_events(reading)
    return named[0] if len(named) == 1 else None


def day_of_risen_toll(claim: Claim) -> TimeExpression | None:
    """The day below of the event of a toll that rose, or of dead who are mourned.

    "The toll rose to 92. ... Flames swept through on Monday".
    """
    reading, draft, _ = claim
    above = sentence_before(reading)
    mourned = draft.kind == VICTIMS and above is not None and tells_of_mourning(above)
    is_count = verb_of_rise(reading, draft) is not None or is_earlier_count(reading, draft)
    if not is_count and not mourned and not _is_first_count(claim):
        return None
    if above is not None and not mourned and (delay := _day_behind_delay(above)) is not None:
        return delay
    last = reading.at
    for below in claim.below(_NEAR_BELOW):
        told = days_told(below) or _days_of_striking(below)
        if told and (recounts(below) or tells_aftermath(below, told[0])):
            last = below.at  # "On Friday they had still spoken of 63"
        elif told:
            goes_on = tells_of_attack(below) or below.at == last + 1
            return told[0].time if goes_on and _is_a_night_at_most(told[0].time) else None
    return None


def _days_of_striking(reading: Reading) -> Sequence[DatedSpan]:
    """The days right behind a verb of attack: "killed 58 of the men, who struck on Wednesday"."""
    befalling = dating_words().befalling
    return [
        span
        for span in spans_of(reading)
        if span.time.relation == "on"
        and not befalling.isdisjoint(reading.lower[max(0, span.first - _TO_STRIKING) : span.first])
    ]


def _is_first_count(claim: Claim) -> bool:
    """Whether it is the first toll of a text, which somebody puts at so many, or had put lower."""
    reading, draft, earlier = claim
    if draft.kind != VICTIMS or any(map(_is_dated_toll, earlier[-_LATEST:])):
        return False
    if is_put(reading, draft):
        return True
    below = next(iter(claim.below(1)), None)
    return below is not None and recounts(below)


def _day_behind_delay(reading: Reading) -> TimeExpression | None:
    """The day of the event from which a sentence counts its own: "on Monday, two days after a"."""
    told = days_told(reading)
    event = delayed(reading, told[0]) if len(told) == 1 else None
    names = dating_words().events
    is_named = event is not None and not names.isdisjoint(reading.lower[event.stop :][:_TO_EVENT])
    return event.time if event is not None and is_named else None


def _is_a_night_at_most(time: TimeExpression) -> bool:
    if time.first_day is None or time.last_day is None:
        return False
    return (time.last_day - time.first_day).days <= 1


def day_of_event_named(claim: Claim) -> TimeExpression | None:
    """The day that names the event of a toll further below: "Thursday's attack"."""
    reading, draft, _ = claim
    if draft.kind != VICTIMS or not names_event(reading) or sets_new_scene(reading):
        return None
    named = [time for below in claim.below(_FAR) for time in _days_of_events(below)]
    days = {(time.first_day, time.last_day) for time in named}
    return named[0] if len(days) == 1 and named[0].first_day == named[0].last_day else None


@remembered
def _days_of_events(reading: Reading) -> Sequence[TimeExpression]:
    """The first two days that name an event: "Thursday's attack", "the Aug. 26 bombing"."""
    named = (span.time for span in spans_of(reading) if _names_event(reading, span))
    return tuple(itertools.islice(named, 2))


def _names_event(reading: Reading, span: DatedSpan) -> bool:
    behind = reading.lower[span.stop : span.stop + _ARTICLE]
    is_name = behind[:1] == ["'s"] or reading.lower[span.first - 1] == "the"
    return is_name and not dating_words().events.isdisjoint(behind)


def _is_dated_toll(fact: Fact) -> bool:
    return fact.kind == VICTIMS and fact.when_start is not None


def _counts_victims(reading: Reading, draft: Draft) -> bool:
    """Whether a claim counts dead or wounded people who became so once."""
    quantity = draft.quantity
    if draft.kind != VICTIMS or quantity is None or draft.possible or reading.sentence.is_heading:
        return False
    if quantity.unit is not None or quantity.is_fraction or draft.in_brackets:
        return False
    if quantity.value is None and (quantity.low or 0) >= _OF_A_WAR:
        return False  # "the deaths of thousands"
    words = dating_words()
    helping = helping_words(reading.tokens, verb_of(draft))
    if "had" in helping:
        return False  # "said it had killed 900", up to now
    if not words.beside_no_past.isdisjoint(helping):
        return draft.happening is None  # "there are 85 dead"
    before = reading.lower[max(0, draft.first - _TO_PERFECT) : draft.first]
    if "previous" in before:
        return False  # "follows a previous count of 304 dead"
    if "been" in before:
        helping += before  # "have been killed and 9 hurt"
    return words.perfect.isdisjoint(helping) or names_event(reading)


def _is_of_told_event(reading: Reading, draft: Draft) -> bool:
    """Whether a sentence leaves the time and the place of what was told as they are."""
    words = dating_words()
    if any(not is_report_date(reading, span) for span in spans_of(reading)):
        return False
    if is_vague(reading) and not tells_so_far(reading):
        return False
    if "since" in reading.norms or sets_new_scene(reading) or is_already(reading, draft):
        return False
    return words.adding.isdisjoint(reading.norms) and "total" not in reading.norms
