"""Event time: the days on which something happened."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from data.fact import Fact, WhenBasis
from data.parse.calendar.relation import LIMITS
from data.parse.calendar.times import TimeExpression
from data.parse.dating.words import dating_words

_LAST_THIRD = 21
"""First day of the last third of a month."""


class EventTime(NamedTuple):
    """When something happened.

    Attributes:
        first_day: First day.
        last_day: Last day.
        basis: ``stated``: the text alone tells; ``relative``: the publication date had to help.
    """

    first_day: dt.date | None
    last_day: dt.date | None
    basis: WhenBasis

    @classmethod
    def of_expression(cls, time: TimeExpression, published: dt.date | None) -> EventTime:
        """The days an expression means.

        "Since May 1" ends with the publication, without whose day it has no end that is known;
        "until August 10" begins with it; "by" and "since the end of May" mean its last day, "by the
        start of the year" its first.
        """
        first, last = time.first_day, time.last_day
        is_limit = time.relation in LIMITS or time.relation == "since"
        if is_limit and first and last and _is_end_of_month(first, last):
            first = last
        if (
            time.relation == "by"
            and time.rule in dating_words().begun
            and first
            and first.month == 1
        ):
            last = first
        if time.relation == "since" and published is None:
            return cls(None, None, "none")
        if time.relation == "since" and published and first and first <= published:
            last = published
        # "Before the end of the year" is any day until then, "before August 31" the last one.
        ends = time.relation == "before" and time.rule in dating_words().begun
        if (ends or time.relation == "until") and published and last and published <= last:
            first = published
        return cls(first, last, time.basis)

    def at_its_end(self) -> EventTime:
        """The last day, of what is told of a state "at the end of April"."""
        return self._replace(first_day=self.last_day)

    def up_to(self, published: dt.date) -> EventTime:
        """The days up to the publication, of what "has happened this year"."""
        begun = self.first_day is not None and self.first_day <= published
        if not begun or self.last_day is None or self.last_day <= published:
            return self
        return self._replace(last_day=published)

    def begins_with(self, published: dt.date | None) -> bool:
        """Whether these are days to come from the publication on: "in the next two weeks"."""
        return self.first_day is not None and self.first_day == published != self.last_day

    @classmethod
    def of_fact(cls, fact: Fact) -> EventTime | None:
        """The days of a fact; None if it has none."""
        if fact.when_start is None:
            return None
        return cls(fact.when_start, fact.when_end, fact.when_basis)


def _is_end_of_month(first: dt.date, last: dt.date) -> bool:
    """Whether days are the last third of a month, which "the end of May" means."""
    goes_over = (last + dt.timedelta(days=1)).month != last.month
    return goes_over and first == last.replace(day=_LAST_THIRD)
