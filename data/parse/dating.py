"""Dating: which calendar expression says when a claim's happening was.

An expression dates the clause it stands in: in "the delegation, which came on Thursday,
promised", Thursday is when they came. The day on which somebody says so dates nothing. A sentence
without a time is undated unless it clearely goes on with the one before.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

from data import lexicon
from data.parse.draft import Draft
from data.parse.quantities import Quantity
from data.parse.reading import Reading
from data.parse.time_scope import dating_expression, is_part_of_another
from data.parse.times import TimeExpression

_LOOK_BACK = 3
"""Sentences before a claim in which its time is looked for."""

_LOOK_AHEAD = 3
"""Sentences behind a headline in which its number is looked for."""


def time_of(
    readings: Sequence[Reading], at: int, draft: Draft, published: dt.date | None = None
) -> TimeExpression | None:
    """The calendar expression that dates a draft, if it was resolved.

    Args:
        readings: The article's sentences.
        at: Index of the sentence the draft is from.
        draft: The claim.
        published: The publication date, at which "since May 1" ends.
    """
    if draft.action in lexicon.times().dating.timeless:
        return None
    time = dating_expression(readings[at], draft)
    if time is None:
        return _carried(readings, at, draft, published)
    return _until_published(time, published)


def _until_published(time: TimeExpression, published: dt.date | None) -> TimeExpression:
    if time.relation == "since" and published and time.first_day and time.first_day <= published:
        return dataclasses.replace(time, last_day=published)
    return time


def _carried(
    readings: Sequence[Reading], at: int, draft: Draft, published: dt.date | None
) -> TimeExpression | None:
    """The time of the sentence that a claim goes on with, or that a headline announces."""
    reading = readings[at]
    if reading.sentence.is_heading:
        return _announced(readings, at, draft, published)
    if at and _goes_on(reading, draft):
        before = _last_quantity(readings[at - 1])
        if before is not None:
            return time_of(readings, at - 1, _moved(draft, readings[at - 1], before), published)
    return None


def _announced(
    readings: Sequence[Reading], at: int, draft: Draft, published: dt.date | None
) -> TimeExpression | None:
    """The time of the same number in the body below a headline."""
    wanted = draft.quantity
    if wanted is None:
        return None
    for place in range(at + 1, min(at + 1 + _LOOK_AHEAD, len(readings))):
        for quantity in readings[place].quantities:
            same = (quantity.value, quantity.low, quantity.unit) == (
                wanted.value,
                wanted.low,
                wanted.unit,
            )
            if same and not readings[place].sentence.is_heading:
                return time_of(
                    readings, place, _moved(draft, readings[place], quantity), published
                )
    return None


def _goes_on(reading: Reading, draft: Draft) -> bool:
    """Whether a sentence tells more of what the one before it dates."""
    if draft.first <= 2 and is_part_of_another(reading.tokens, draft.stop):
        return not any(token.norm == "being" for token in reading.tokens)
    text = " ".join(token.norm for token in reading.tokens)
    return any(phrase in text for phrase in lexicon.times().dating.same_event)


def _last_quantity(reading: Reading) -> Quantity | None:
    return reading.quantities[-1] if reading.quantities else None


def _moved(draft: Draft, reading: Reading, quantity: Quantity) -> Draft:
    """The draft as if it stood in another sentence."""
    own = reading.clause_of(quantity.first).part_of
    verbs = [v.first for v in reading.verbs if reading.clause_of(v.first).part_of == own]
    verb = min(verbs, key=lambda index: abs(index - quantity.first), default=quantity.first)
    return dataclasses.replace(
        draft, first=quantity.first, stop=quantity.stop, verb=verb, quantity=quantity
    )
