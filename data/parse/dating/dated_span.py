"""Dated span: a calendar expression together with the words it consists of."""

from __future__ import annotations

from typing import NamedTuple

from data.parse.calendar.times import TimeExpression
from data.parse.reading import Reading


class DatedSpan(NamedTuple):
    """A resolved expression and its tokens.

    Attributes:
        time: The expression; of days in a row, all.
        first: Index of its first token.
        stop: Index one past its last.
    """

    time: TimeExpression
    first: int
    stop: int


def span_of(reading: Reading, time: TimeExpression) -> DatedSpan:
    """An expression with its tokens."""
    return DatedSpan(time, reading.index_at(time.start), reading.index_at(time.end - 1) + 1)
