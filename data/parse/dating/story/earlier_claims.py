"""Earlier claims: the time that a claim without one of its own takes over from those before it."""

from __future__ import annotations

import bisect
import datetime as dt
import itertools
import operator
from collections.abc import Sequence

from data.fact import Fact
from data.parse.calendar.relation import LIMITS
from data.parse.calendar.tense import tells_past
from data.parse.clauses import helping_words
from data.parse.dating.aspect.happened import is_already, tells_what_happened, verb_of
from data.parse.dating.aspect.vague_times import is_vague
from data.parse.dating.claim import Claim
from data.parse.dating.event_time import EventTime
from data.parse.dating.events.scenes import (
    is_of_another_side,
    is_of_earlier_report,
    is_told_before,
    sets_new_scene,
)
from data.parse.dating.expressions.background import is_report_date
from data.parse.dating.expressions.spans import spans_of
from data.parse.dating.nearby import sentence_before, sentences_above, start_near
from data.parse.dating.story.entries import is_of_another_update
from data.parse.dating.story.sequels import adds
from data.parse.dating.words import VICTIMS, dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_LATEST = 12
"""Facts before a claim among which the last of its kind is looked for."""

_LOOK_BACK = 2
"""Sentences before a claim in which others are told of the same happening."""

_VICTIMS_REACH = 8
"""Sentences before further victims in which others are told of, with no other time between."""

_NO_TIMES = LIMITS | {"dateline"}
"""What tells of no time at which something happened."""

_start = operator.attrgetter("start")

_TO_AND = 4
"""Most tokens of what is counted and "and": "Afghan men and"."""

_LONGEST = 7
"""Most days between the ends of a time that one happening can have."""


def time_of_story(claim: Claim) -> EventTime | None:
    """The time of the last claim of the same kind, if a claim tells of the past as that one did."""
    reading, draft, earlier = claim
    if _follows_number(claim):
        return _time_shared(claim)
    if not tells_what_happened(reading, draft) or sets_new_scene(reading):
        return None
    if draft.kind != VICTIMS and is_of_earlier_report(reading):
        return None
    is_more = adds(reading, draft)
    if not is_more and _is_claimed(reading, draft):
        return None
    reach = 1 if is_more else _VICTIMS_REACH if draft.kind == VICTIMS else _LOOK_BACK
    first = bisect.bisect_left(earlier, start_near(reading, reach), key=_start)
    stop = bisect.bisect_left(earlier, reading.sentence.start, first, key=_start)
    for fact in reversed(earlier[first:stop]):
        if fact.when_start is not None and (is_more or fact.kind == draft.kind):
            if _turns_to_another_day(reading, fact) or _is_past_heading(reading, fact):
                return None
            if _is_background_of_update(claim, fact):
                return None
            if is_of_another_side(reading, _sentence_of(reading, fact)):
                return None
            if is_told_before(reading, fact.when_start):
                return None
            if not is_more and draft.happening and _is_counted_since(reading, draft, fact):
                return None
            return _time_of_fact(fact, claim.published)
    return None


def _is_background_of_update(claim: Claim, fact: Fact) -> bool:
    """Whether a fact is of another update of a live report, and of long ago."""
    published, first = claim.published, fact.when_start
    is_old = published and first and (published - first).days > _LONGEST
    return bool(is_old) and is_of_another_update(claim.reading, fact.start)


def _follows_number(claim: Claim) -> bool:
    """Whether a claim goes on with the number before it in the sentence, or shares its future."""
    reading, draft, earlier = claim
    if not earlier or earlier[-1].start < reading.sentence.start:
        return False
    if earlier[-1].when_start is None and dating_words().modals.isdisjoint(reading.norms):
        return False
    return earlier[-1].kind == draft.kind or _is_of_same_time(reading, draft)


def _time_shared(claim: Claim) -> EventTime | None:
    """The time of the number before a claim, unless something between parts them."""
    reading, draft, earlier = claim
    if is_already(reading, draft) or _breaks_off(reading, draft, earlier[-1]):
        return None
    if _is_named_along(reading, draft, earlier[-1]):
        return EventTime.of_fact(earlier[-1])
    if _has_own_time(reading):
        return None
    if _spells_out(reading, draft, earlier[-1]):
        return EventTime.of_fact(earlier[-1])
    return _time_of_fact(earlier[-1], claim.published)


def _is_named_along(reading: Reading, draft: Draft, before: Fact) -> bool:
    """Whether "and" joins it to the number before it: "87 Indians and two Nepalese were moved"."""
    first = draft.quantity.outer_first if draft.quantity else draft.first
    last = reading.index_at(before.end - 1)
    between = reading.lower[last + 1 : first]
    if between[-1:] != ["and"] or len(between) > _TO_AND or draft.stop >= len(reading.tokens):
        return False
    behind = reading.lower[draft.stop :]
    if not (dating_words().at_present | dating_words().now).isdisjoint(behind):
        return False  # "held 30 towns and 60 towns are now contested"
    joins = all(norm.isalpha() for norm in between)
    verbs = any(last < one.first < first for one in reading.events)
    return joins and not verbs and not any(map(tells_past, between))


def _spells_out(reading: Reading, draft: Draft, before: Fact) -> bool:
    """Whether it is a part of a total in front of a colon: "900 were flown out: 40 Britons, 60"."""
    between = reading.lower[reading.index_at(before.end - 1) + 1 : draft.first]
    is_listed = ":" in between or (between[:1] and between[-1:] == [","])
    return bool(is_listed) and before.kind == draft.kind and draft.happening is None


def _is_claimed(reading: Reading, draft: Draft) -> bool:
    """Whether somebody says what had happened by then: "claimed that 130 men had surrendered"."""
    verb = verb_of(draft)
    first = draft.quantity.outer_first if draft.quantity else draft.first
    is_put = reading.lower[first - 1 : first] == ["at"] and "put" in reading.lower[:first]
    if is_put and draft.kind != VICTIMS:
        return True  # "put the backlog at 900 lorries"
    is_own = "," not in reading.lower[verb : draft.first]
    return is_own and "had" in helping_words(reading.tokens, verb)


def time_of_sentence_before(reading: Reading, earlier: Sequence[Fact]) -> EventTime | None:
    """The last time that facts of the sentence before have, which a sentence goes on with."""
    for fact in reversed(earlier):
        if fact.start < start_near(reading, 1):
            return None
        if fact.start < reading.sentence.start and fact.when_start is not None:
            return EventTime.of_fact(fact)
    return None


def counts_there(reading: Reading, earlier: Sequence[Fact]) -> bool:
    """Whether facts were found in the sentence before, the last ones up to now."""
    above = sentence_before(reading)
    if above is None:
        return False
    facts = [fact for fact in earlier[-_LATEST:] if fact.start < above.sentence.end]
    return bool(facts) and facts[-1].start >= above.sentence.start


def time_of_kind(claim: Claim) -> EventTime | None:
    """The last time told of the kind of a claim, which "during the same period" points at.

    A period that the sentence before tells of is that one, whatever was counted in it.
    """
    before = time_of_sentence_before(claim.reading, claim.earlier)
    if before is not None and before.first_day != before.last_day:
        return before
    for fact in reversed(claim.earlier[-_LATEST:]):
        if fact.kind == claim.draft.kind and fact.when_start is not None:
            return EventTime.of_fact(fact)
    return None


def _time_of_fact(fact: Fact, published: dt.date | None) -> EventTime | None:
    if fact.when_start is None or fact.when_end is None:
        return None
    is_past = published is None or fact.when_start <= published
    is_short = (fact.when_end - fact.when_start).days <= _LONGEST
    return EventTime.of_fact(fact) if is_past and is_short else None


def _is_of_same_time(reading: Reading, draft: Draft) -> bool:
    """Whether a number tells of what the one before it does: "9 were killed and 4 arrested"."""
    if draft.possible or _has_own_time(reading):
        return False
    helping = helping_words(reading.tokens, verb_of(draft))
    return dating_words().beside_no_past.isdisjoint(helping)


def _breaks_off(reading: Reading, draft: Draft, before: Fact) -> bool:
    """Whether words between two numbers lead to a total, or to what is now or will be."""
    between = reading.lower[reading.index_at(before.end - 1) + 1 : draft.first]
    return not dating_words().breaking.isdisjoint(between)


def _has_own_time(reading: Reading) -> bool:
    """Whether a sentence has a time that is not only the day of telling it."""
    return any(not is_report_date(reading, span) for span in spans_of(reading))


def _turns_to_another_day(reading: Reading, fact: Fact) -> bool:
    """Whether a sentence between a fact and a claim has a time of its own."""
    near = sentences_above(reading, _VICTIMS_REACH - 1)
    between = itertools.takewhile(lambda other: other.sentence.start >= fact.end, near)
    return any(_tells_other_time(other, fact) or is_vague(other) for other in between)


def _sentence_of(reading: Reading, fact: Fact) -> Reading:
    """The sentence near above that a fact is from."""
    near = sentences_above(reading, _VICTIMS_REACH)
    return next((one for one in near if one.sentence.start <= fact.start), reading)


def _is_counted_since(reading: Reading, draft: Draft, fact: Fact) -> bool:
    """Whether a fact is of all since a day: "has received 14 bodies since Tuesday".

    "About 400 of the latest evacuees came on 4 planes" is a part of it.
    """
    return reading.lower[draft.stop : draft.stop + 1] != ["of"] and any(
        span.time.relation == "since" and span.time.first_day == fact.when_start
        for span in spans_of(_sentence_of(reading, fact))
    )


def _is_past_heading(reading: Reading, fact: Fact) -> bool:
    """Whether a heading stands between a fact and a claim."""
    for one in sentences_above(reading, _VICTIMS_REACH):
        sentence = one.sentence
        if sentence.start < fact.end:
            return False
        if sentence.is_heading or one.text[sentence.start : sentence.end].isupper():
            return True
    return False


def _tells_other_time(reading: Reading, fact: Fact) -> bool:
    """Whether a sentence has a time that is not the day of a fact nor of telling of it.

    A limit such as "due by Aug. 31" is none, and so is the day of publication in a line of its own.
    """
    if not reading.verbs and reading.article.published in {t.first_day for t in reading.times}:
        return False
    return any(
        span.time.relation not in _NO_TIMES
        and (span.time.first_day, span.time.last_day) != (fact.when_start, fact.when_end)
        and not is_report_date(reading, span)
        for span in spans_of(reading)
    )
