"""Moment: what the days an expression means depend on besides its own words."""

from __future__ import annotations

import calendar
import dataclasses
import datetime as dt


class UnknownDayError(ValueError):
    """An expression needs a day that is not known, such as that of publication."""


Days = tuple[dt.date, dt.date]


@dataclasses.dataclass(frozen=True, slots=True)
class Moment:
    """When an expression is written and what it is written about.

    Attributes:
        published: The publication date; None when unknown.
        mentioned: The days last mentioned before; None when there are none near.
        ahead: Whether the sentence speaks of what is still to come; None when it does not tell.
    """

    published: dt.date | None
    mentioned: Days | None = None
    ahead: bool | None = None

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
        """The day last mentioned, if it was a single one; else the publication date.

        Raises:
            UnknownDayError: If neither is known.
        """
        if self.mentioned and self.mentioned[0] == self.mentioned[1]:
            return self.mentioned[0]
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
