"""Compared: times that are only there for another to be compared with."""

from __future__ import annotations

from collections.abc import Sequence

from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.words import dating_words
from data.parse.reading import Reading

_CHANGED = 6
"""Most tokens from a change to the time it is measured against: "a rise of 47% on last year"."""

_DAYS_OF_MONTH = 27

_COMPARED = 3
"""Most tokens of "in the same" before a time."""

_OPENING = frozenset({",", ";", ":", "—", "("})
"""Signs behind which a part of a sentence begins."""

_TO_YEAR = 2
"""Most tokens of what is counted before "in the same period of 2020"."""


def is_compared_with(reading: Reading, span: DatedSpan) -> bool:
    """Whether a time is told for comparison: "the same valley as in 2017", "up 5% on last year"."""
    before = reading.lower[max(0, span.first - _COMPARED) : span.first]
    weekday = span.time.rule == "weekday" and before[-2:] == ["the", "same"]
    if not weekday and _is_compared(before) and not _is_quarter_of_town(before, span):
        return True  # but "84 were held the same Sunday"
    is_of_year = span.time.rule == dating_words().of_another_year
    if is_of_year and not _has_number_of_year(reading, span):
        return True
    return _is_measured_against(reading, span)


def _is_compared(before: Sequence[str]) -> bool:
    """Whether words compare times: "the same period in 2017", unlike "the same valley in 2017"."""
    words = dating_words()
    if words.comparisons.isdisjoint(before):
        return False
    if "same" not in before or not words.comparisons.isdisjoint(before[before.index("same") + 1 :]):
        return True
    compared = before[before.index("same") + 1 :]
    return not compared or compared[0] in words.prepositions or compared[0] in words.units


def _is_quarter_of_town(before: Sequence[str], span: DatedSpan) -> bool:
    """Whether "the same quarter on June 1" is where it was, which no day has three months of."""
    return span.is_day and before[-_COMPARED:] == ["same", "quarter", "on"]


def _has_number_of_year(reading: Reading, span: DatedSpan) -> bool:
    """Whether a number or what follows is of a period of another year.

    "Against 90 deaths in the same period of 2020", "in the same months last year, 90 died", but not
    "47 percent above the figure for the same months of 2020".
    """
    tokens, first = reading.tokens, span.first
    if first and tokens[first - 1].norm in dating_words().prepositions:
        first -= 1
    if not first or tokens[first - 1].norm in _OPENING:
        return True
    near = range(first - _TO_YEAR, first + 1)
    return any(one.stop in near for one in reading.quantities if one.unit != "percent")


def _is_measured_against(reading: Reading, span: DatedSpan) -> bool:
    """Whether it is only what a change is measured against: "a rise of 47% on last year".

    "Fell 5% on Monday" has a day, "will rise by 5% from October" a beginning.
    """
    before = reading.lower[max(0, span.first - _CHANGED) : span.first]
    if before[-1:] == ["from"]:
        share = next((one for one in reading.quantities if one.stop == span.first - 1), None)
        if share is None or share.unit != "percent" or not share.outer_first:
            words = dating_words()  # "five, unchanged from last week", "900, down from last week"
            return not (words.unmoved | words.far_from).isdisjoint(before[-2:-1])
        goes_by = reading.lower[share.outer_first - 1] in {"by", "to"}
        return not goes_by or reading.lower[span.first] == "last"
    if before[-1:] not in (["on"], ["against"]) or dating_words().changes.isdisjoint(before):
        return False
    first, last = span.time.first_day, span.time.last_day
    return first is None or last is None or (last - first).days >= _DAYS_OF_MONTH
