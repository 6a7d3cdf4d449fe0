"""Toll: the day of the one event whose dead and wounded a text counts, again and again."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from data.fact import Fact
from data.parse.calendar.times import TimeExpression
from data.parse.clauses import helping_words
from data.parse.dating.background import is_report_date
from data.parse.dating.dated_span import DatedSpan
from data.parse.dating.event_day import names_event
from data.parse.dating.event_time import EventTime
from data.parse.dating.happened import is_already
from data.parse.dating.spans import spans_of
from data.parse.dating.story import is_told_before, sets_new_scene
from data.parse.dating.vague_times import is_vague, tells_so_far
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_VICTIMS = "casualties"

_LEADING = 5
"""Sentences that a text leads with, its title among them."""

_NEAR = 10
"""Most sentences between two tolls of one event, where the latter does not name it."""

_FAR = 12
"""Sentences below a toll in which the day of its event is looked for."""

_OF_A_WAR = 1000
"""Least number of dead, told roughly, that is of more than one event."""

_ARTICLE = 3
"""Most tokens between "another" and the noun of an event."""


def time_of_toll(
    readings: Sequence[Reading], at: int, draft: Draft, earlier: Sequence[Fact]
) -> EventTime | None:
    """The day of the event of which a text tells, for those whom it killed or hurt.

    "A blast killed nine on Saturday. ... A hospital spoke of eleven dead" is of Saturday, as long
    as the text has told of no dead of another day.

    Args:
        readings: The article's sentences.
        at: Index of the sentence the claim is from.
        draft: The claim.
        earlier: The facts before it, in text order.
    """
    reading = readings[at]
    if not _counts_victims(reading, draft) or not _is_of_told_event(reading, draft):
        return None
    told = [fact for fact in earlier if fact.kind == _VICTIMS and fact.when_start is not None]
    if not told or any(_days(fact) != _days(told[0]) for fact in told):
        return None
    if told[0].when_start != told[0].when_end or is_told_before(reading, told[0].when_start):
        return None
    lead, near = readings[min(_LEADING, at)], readings[max(0, at - _NEAR)]
    if told[0].start >= lead.sentence.start and at >= _LEADING:
        return None
    if told[-1].start < near.sentence.start and not names_event(reading):
        return None
    return EventTime.of_fact(told[0])


def day_of_event_named(
    readings: Sequence[Reading], at: int, draft: Draft
) -> TimeExpression | None:
    """The day that names the event of a toll further below: "Thursday's attack".

    Args:
        readings: The article's sentences.
        at: Index of the sentence the claim is from.
        draft: The claim.
    """
    if draft.kind != _VICTIMS or not names_event(readings[at]) or sets_new_scene(readings[at]):
        return None
    below = readings[at + 1 : at + 1 + _FAR]
    named = [span.time for one in below for span in spans_of(one) if _is_day_of_event(one, span)]
    days = {(time.first_day, time.last_day) for time in named}
    return named[0] if len(days) == 1 and named[0].first_day == named[0].last_day else None


def _is_day_of_event(reading: Reading, span: DatedSpan) -> bool:
    """Whether a day names an event: "Thursday's attack", "the Aug. 26 suicide bombing"."""
    behind = reading.lower[span.stop : span.stop + _ARTICLE]
    is_name = behind[:1] == ["'s"] or reading.lower[span.first - 1] == "the"
    return is_name and not dating_words().events.isdisjoint(behind)


def _days(fact: Fact) -> tuple[object, object]:
    return fact.when_start, fact.when_end


def _counts_victims(reading: Reading, draft: Draft) -> bool:
    """Whether a claim counts dead or wounded people who became so once."""
    quantity = draft.quantity
    if draft.kind != _VICTIMS or quantity is None or draft.possible or reading.sentence.is_heading:
        return False
    if quantity.unit is not None or quantity.is_fraction or draft.in_brackets:
        return False
    if quantity.value is None and (quantity.low or 0) >= _OF_A_WAR:
        return False  # "the deaths of thousands"
    words = dating_words()
    verb = draft.happening.first if draft.happening else draft.verb
    helping = helping_words(reading.tokens, verb)
    if "had" in helping or not words.beside_no_past.isdisjoint(helping):
        return draft.happening is None and "had" not in helping
    if "been" in reading.lower[: draft.first]:
        helping += reading.lower[: draft.first]  # "have been killed and 9 hurt"
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
    if not words.adding.isdisjoint(reading.norms) or "total" in reading.norms:
        return False
    return not _names_new_event(reading)


def _names_new_event(reading: Reading) -> bool:
    """Whether it tells of "an attack" or "another blast"."""
    words, norms = dating_words(), reading.lower
    for index, norm in enumerate(norms):
        if norm in words.events:
            before = norms[max(0, index - _ARTICLE) : index]
            pairs = itertools.pairwise((*before, norm))
            if any(one in words.indefinite and two != "," for one, two in pairs):
                return True
    return False
