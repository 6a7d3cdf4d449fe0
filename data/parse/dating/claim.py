"""Claim: a draft in its article, as the question when it happened sees it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from data.fact import Fact
from data.parse.calendar.times import TimeExpression
from data.parse.dating.event_time import EventTime
from data.parse.draft import Draft
from data.parse.reading import Reading


class Claim(NamedTuple):
    """A claim with all that may tell its time.

    Attributes:
        readings: The article's sentences.
        at: Index of the sentence it is from.
        draft: What it claims.
        published: The publication date.
        earlier: The facts before it, in text order.
    """

    readings: Sequence[Reading]
    at: int
    draft: Draft
    published: dt.date | None
    earlier: Sequence[Fact]

    @property
    def reading(self) -> Reading:
        """The sentence it is from."""
        return self.readings[self.at]

    @property
    def place(self) -> tuple[Sequence[Reading], int, Draft]:
        """What it claims and where it stands."""
        return self.readings, self.at, self.draft

    def dated(self, time: TimeExpression | None) -> EventTime | None:
        """The days that an expression means."""
        return EventTime.of_expression(time, self.published) if time is not None else None
