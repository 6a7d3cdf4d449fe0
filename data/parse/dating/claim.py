"""Claim: a draft in its sentence and article, as the question when it happened sees it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from data.fact import Fact
from data.parse.calendar.times import TimeExpression
from data.parse.dating.event_time import EventTime
from data.parse.dating.nearby import sentences_above, sentences_below
from data.parse.draft import Draft
from data.parse.reading import Reading


class Claim(NamedTuple):
    """A claim with all that may tell its time.

    Attributes:
        reading: The sentence it is from.
        draft: What it claims.
        earlier: The facts before it, in text order.
    """

    reading: Reading
    draft: Draft
    earlier: Sequence[Fact] = ()

    @property
    def published(self) -> dt.date | None:
        """The publication date, at which "since May 1" ends."""
        return self.reading.article.published

    def above(self, most: int) -> Iterator[Reading]:
        """The sentences before its own, the nearest one first."""
        return sentences_above(self.reading, most)

    def below(self, most: int) -> Sequence[Reading]:
        """The sentences behind its own, the nearest one first."""
        return sentences_below(self.reading, most)

    def dated(self, time: TimeExpression | None) -> EventTime | None:
        """The days that an expression means."""
        return EventTime.of_expression(time, self.published) if time is not None else None
