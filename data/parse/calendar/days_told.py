"""Days told: what "that day", "since then" and "the same period last year" are in the calendar."""

from __future__ import annotations

import datetime as dt

from data import lexicon
from data.parse.calendar.dates import Parts
from data.parse.calendar.moment import (
    Days,
    Moment,
    UnknownDayError,
    monday_of,
    shifted_month,
    whole_month,
)

_LENGTHS = {"day": (1, 31), "week": (6, 70), "month": (27, 366)}
"""Least and most days between the first and the last of "those days" and the like."""

_AS_LONG_AS_WEEKS = frozenset({6, 7})
"""Days between the first and the last day of a week, or of "the past seven days"."""


def mentioned(parts: Parts, moment: Moment, __: int) -> Days:
    """The days mentioned before, or the month or year they lie in: "that day", "the same month".

    Raises:
        UnknownDayError: If none were.
    """
    is_day = parts.get("unit", "") in lexicon.times().dating.hours_of_day
    return _around(moment.same_day if is_day else moment.mentioned, parts)


def then(parts: Parts, moment: Moment, __: int) -> Days:
    """The days that "at that time" and "since then" mean.

    Raises:
        UnknownDayError: If none were mentioned.
    """
    return _around(moment.then, parts)


def period_told(_: Parts, moment: Moment, __: int) -> Days:
    """The days that "in that time" and "over the same period" mean, up to now if they last.

    Raises:
        UnknownDayError: If none were mentioned.
    """
    return _around(moment.period, {})


def since_then(parts: Parts, moment: Moment, __: int) -> Days:
    """The days that "since then" counts from: the end of what took more than a year."""
    first, last = then(parts, moment, 0)
    return (last, last) if last.year > first.year else (first, last)


def _around(days: Days | None, parts: Parts) -> Days:
    """Some days, or the week, the month or the year that they lie in."""
    if days is None:
        raise UnknownDayError("no day mentioned before")
    first, last = days
    match parts.get("unit"):
        case "year":
            return dt.date(first.year, 1, 1), dt.date(first.year, 12, 31)
        case "month":
            return whole_month(first.year, first.month)
        case "week" if (last - first).days not in _AS_LONG_AS_WEEKS:
            return monday_of(first), monday_of(first) + dt.timedelta(days=6)
        case _:
            return first, last


def days_of_year(parts: Parts, moment: Moment, offset: int) -> Days:
    """The days mentioned before as they were in another year; that year if none were."""
    year = int(parts["year"]) if "year" in parts else moment.today.year + offset
    days = moment.period
    if days is None or days[0].year == year or days[0].year != days[1].year:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    first, last = (shifted_month(day, 12 * (year - day.year)) for day in days)
    return first, last


def mentioned_days(parts: Parts, moment: Moment, __: int) -> Days:
    """The days mentioned before, if they are as many as the words say: "in those six months".

    Raises:
        UnknownDayError: If they are not.
    """
    first, last = mentioned({}, moment, 0)
    unit = parts["unit"].removesuffix("s")
    shortest, longest = _LENGTHS[unit]
    if not shortest <= (last - first).days <= longest:
        raise UnknownDayError(f"no {unit}s mentioned before")
    return first, last


def week_before(_: Parts, moment: Moment, __: int) -> Days:
    """The week before that of the day or the week told last, else before publication's."""
    days = moment.mentioned
    if days is None or (days[1] - days[0]).days not in _AS_LONG_AS_WEEKS:
        near = days is not None and days[0] == days[1] and days[1] < moment.today
        monday = monday_of(days[0] if days and near else moment.today)
        return monday - dt.timedelta(weeks=1), monday - dt.timedelta(days=1)
    return days[0] - dt.timedelta(weeks=1), days[1] - dt.timedelta(weeks=1)


def week_after(_: Parts, moment: Moment, __: int) -> Days:
    """The week behind the one in which the day mentioned before lies.

    Raises:
        UnknownDayError: If none was mentioned.
    """
    monday = monday_of(mentioned({}, moment, 0)[1]) + dt.timedelta(weeks=1)
    return monday, monday + dt.timedelta(days=6)


def unit_before(parts: Parts, moment: Moment, offset: int) -> Days:
    """The month, or the days a year, before the month that the sentence has just told of.

    Without one it is the month before publication's. With an offset of 1 it is the one after.
    """
    unit, today = parts["unit"], moment.today
    first, last = moment.here or whole_month(today.year, today.month)
    if (first, last) != whole_month(first.year, first.month):
        raise UnknownDayError("no month mentioned before")
    other = shifted_month(first, (offset or -1) * (12 if unit == "year" else 1))
    return whole_month(other.year, other.month)


def day_so_far(_: Parts, moment: Moment, __: int) -> Days:
    """The day that has been told of up to now: "since dawn"."""
    day, today = moment.day, moment.today
    told = day if 0 <= (today - day).days <= 1 else today
    return told, told
