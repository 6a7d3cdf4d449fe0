"""Moment: what the days an expression means depend on besides its own words."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from typing import Literal, NamedTuple


class UnknownDayError(ValueError):
    """An expression needs a day that is not known, such as that of publication."""


Days = tuple[dt.date, dt.date]


def no_day() -> dt.date | None:
    """No dateline stands before."""
    return None


Sought = Literal["days", "day", "then", "period"]
"""What is asked of the text before: the days that it told of; of these a single day, or a day and
the next; those that "then" means, which can be those since which something lasts; those that "the
same period" means, up to now if it lasts.
"""


def no_days(_: Sought) -> Days | None:
    """Nothing mentioned before."""
    return None


class Moment(NamedTuple):
    """When an expression is written and what it is written about.

    Attributes:
        published: The publication date; None when unknown.
        here: The days its own sentence mentioned last before it; None when it mentioned none.
        before: Finds the days that the sentences before it mentioned last. Few expressions ask,
            so that most sentences are dated without those before them.
        ahead: Whether the sentence speaks of what is still to come; None when it does not tell.
        lasts: Whether ``here`` are days since which something lasts.
    """

    published: dt.date | None
    here: Days | None = None
    before: Callable[[Sought], Days | None] = no_days
    ahead: bool | None = None
    lasts: bool = False

    @property
    def mentioned(self) -> Days | None:
        """The days last mentioned before; None when there are none near."""
        return self.here or self.before("days")

    @property
    def same_day(self) -> Days | None:
        """The days that "the same day" means: none of a month between, if a day was told."""
        return self.here or self.before("day") or self.before("days")

    @property
    def then(self) -> Days | None:
        """The days that "at that time" and "since then" mean; None when there are none near."""
        return self.here or self.before("then")

    @property
    def period(self) -> Days | None:
        """The days that "the same period" means, up to publication if they are "since May".

        What is to begin later, such as "since Aug. 1" in July, has lasted no time.
        """
        if self.here and self.lasts and self.published and self.here[0] <= self.published:
            return self.here[0], self.published
        return self.here or self.before("period")

    @property
    def today(self) -> dt.date:
        """The publication date.

        Raises:
            UnknownDayError: If it is unknown.
        """
        if self.published is None:
            raise UnknownDayError("no publication date")
        return self.published

    @property
    def day(self) -> dt.date:
        """The day last mentioned, or the last of two; else the publication date.

        "40 died in the past 24 hours. The day before, nine had died" counts from the last of them.

        Raises:
            UnknownDayError: If neither is known.
        """
        mentioned = self.mentioned
        if mentioned and (mentioned[1] - mentioned[0]).days <= 1:
            return mentioned[1]
        return self.today


def whole_month(year: int, month: int) -> Days:
    """First and last day of a month."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def shifted_month(day: dt.date, months: int) -> dt.date:
    """The same day of another month, or that month's last: 31 March less one is 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def monday_of(day: dt.date) -> dt.date:
    """The Monday of a day's week."""
    return day - dt.timedelta(days=day.weekday())
