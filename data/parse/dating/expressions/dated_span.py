"""Dated span: a calendar expression together with the words it consists of."""

from __future__ import annotations

from typing import NamedTuple

from data.parse.calendar.times import TimeExpression
from data.parse.reading import Reading

_MONTH = 28
"""Most days of a time in which what it tells can be what the sentence tells, too."""


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

    @property
    def is_day(self) -> bool:
        """Whether it is a single day on which something can have happened."""
        return self.time.relation == "on" and self.is_single

    @property
    def is_single(self) -> bool:
        """Whether it is a single day, whatever the relation to it."""
        return self.time.first_day == self.time.last_day

    @property
    def is_long(self) -> bool:
        """Whether it is longer than what one claim after another can be of."""
        first, last = self.time.first_day, self.time.last_day
        return first is not None and last is not None and (last - first).days > _MONTH


def span_of(reading: Reading, time: TimeExpression) -> DatedSpan:
    """An expression with its tokens."""
    return DatedSpan(time, reading.index_at(time.start), reading.index_at(time.end - 1) + 1)
