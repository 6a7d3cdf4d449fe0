"""Exercises: the days of a drill or an airlift, for those who took part in it or were flown out."""

from __future__ import annotations

from data.parse.calendar.times import TimeExpression
from data.parse.dating.aspect.happened import tells_what_happened
from data.parse.dating.claim import Claim
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.spans import days_told, spans_of
from data.parse.dating.sentence.courses import from_opening_to_end, is_day_of
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_NEAR = 3
"""Sentences before "900 took part" in which the exercise is looked for."""

_NEAR_BELOW = 2
"""Sentences behind "900 were flown out" in which the flights are said to have begun and ended."""

_ALL_OF_AN_AIRLIFT = 1000
"""Least number of people that can be all whom an airlift has brought out."""

_SUBJECT = 4
"""First tokens of a sentence that "The joint exercise" stands among."""

_TO_HELD = 9
"""Most tokens from "held" to its days: "held at the Harb-Maidon range from July 5 to 10"."""


def days_of_exercise(claim: Claim) -> TimeExpression | None:
    """The days of the exercise told of above, for those who took part in it.

    "The drill, which opened on July 5, ended on Friday. Some 900 took part" is of July 5 to 9.
    """
    reading = claim.reading
    if not _takes_part(claim) or days_told(reading):
        return None
    if (time := _set_for_below(claim)) is not None or claim.draft.possible:
        return time
    for above in claim.above(_NEAR):
        if not dating_words().exercises.isdisjoint(above.word_set):
            return from_opening_to_end(above) or _held_from_to(above)
    return None


def _held_from_to(reading: Reading) -> TimeExpression | None:
    """The days on which a sentence says that something was held: "held from July 5 to 10"."""
    held = (span for span in spans_of(reading) if span.first >= 1 and _is_held(reading, span))
    return next((span.time for span in held), None)


def _is_held(reading: Reading, span: DatedSpan) -> bool:
    before = reading.lower[max(0, span.first - _TO_HELD) : span.first]
    lasts = span.time.relation == "on" and span.time.first_day != span.time.last_day
    return lasts and not dating_words().holding.isdisjoint(before)


def _set_for_below(claim: Claim) -> TimeExpression | None:
    """The days that a sentence below has for an exercise: "The drill is set for August 5-10"."""
    for below in claim.below(_NEAR):
        is_of_it = not dating_words().exercises.isdisjoint(below.lower[:_SUBJECT])
        if below.lower[0] != "the" or not is_of_it:
            continue
        span = next(iter(spans_of(below)), None)
        lasts = span is not None and span.time.first_day != span.time.last_day
        return span.time if span is not None and lasts and span.time.relation == "on" else None
    return None


def days_of_airlift(claim: Claim) -> TimeExpression | None:
    """The days since the opening of an airlift told of above, for those whom it has flown out.

    "The last plane left, ending an airlift begun on July 1. Some 900 were brought out".
    """
    reading, draft, _ = claim
    number = draft.quantity.value or draft.quantity.low if draft.quantity else None
    if draft.possible or number is None or number < _ALL_OF_AN_AIRLIFT or spans_of(reading):
        return None
    if draft.action not in dating_words().flown_out or not tells_what_happened(reading, draft):
        return None
    for below in claim.below(_NEAR_BELOW):
        flights = dating_words().flights | dating_words().airlifts
        whole = None if flights.isdisjoint(below.lower[:_SUBJECT]) else from_opening_to_end(below)
        if whole is not None:
            return whole
    for above in claim.above(_NEAR):
        if dating_words().airlifts.isdisjoint(above.word_set):
            continue
        told = (one for one in days_told(above) if is_day_of(above, one, dating_words().opening))
        opened = next(told, None)
        return opened.time._replace(relation="since") if opened is not None else None
    return None


def _takes_part(claim: Claim) -> bool:
    """Whether it counts who took part, or goes on with a number in the sentence that does."""
    reading, draft, earlier = claim
    taking_part = dating_words().taking_part
    if _says_who_took_part(reading, draft):
        return True
    if draft.happening is not None or draft.action in taking_part:
        return draft.action in taking_part
    goes_on = bool(earlier) and earlier[-1].start >= reading.sentence.start
    return goes_on and earlier[-1].action in taking_part


def _says_who_took_part(reading: Reading, draft: Draft) -> bool:
    """Whether the exercise itself is told of: "The maneuvers involved 2,500 troops, 40 tanks"."""
    words, opening = dating_words(), reading.lower[: _SUBJECT + 1]
    verb = next((i for i, norm in enumerate(opening) if norm in words.comprising), None)
    if verb is None or verb > draft.first:
        return False
    return not words.exercises.isdisjoint(opening[:verb])
