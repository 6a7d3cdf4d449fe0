"""Relative days: what "on Thursday", "last week" and "a day earlier" are in the calendar."""

from __future__ import annotations

import datetime as dt

from data import lexicon
from data.parse.calendar.dates import Parts, month, portion
from data.parse.calendar.moment import (
    Days,
    Moment,
    UnknownDayError,
    monday_of,
    shifted_month,
    whole_month,
)

_WEEK = 7
_HALF_A_WEEK = 3

_DAY = dt.timedelta(days=1)

_LONG_AGO = 60
"""Days before publication from which on "in three days" counts from what was told."""


def weekday(parts: Parts, moment: Moment, _: int) -> Days:
    """The nearest such day up to publication, or from it on where the sentence looks ahead."""
    if moment.ahead:
        return _one(moment.today + dt.timedelta(days=_days_until(parts, moment.today)))
    return _one(moment.today - dt.timedelta(days=-_days_until(parts, moment.today) % _WEEK))


def last_weekday(parts: Parts, moment: Moment, _: int) -> Days:
    """The nearest such day before publication."""
    return _beside(parts, moment.today, -1)


def next_weekday(parts: Parts, moment: Moment, _: int) -> Days:
    """The nearest such day after publication."""
    return _beside(parts, moment.today, 1)


def weekday_beside(parts: Parts, moment: Moment, offset: int) -> Days:
    """The nearest such day before or after the one mentioned."""
    return _beside(parts, moment.day, offset)


def weekday_near(parts: Parts, moment: Moment, __: int) -> Days:
    """The nearest such day to the one mentioned, of two the later; the last one without any."""
    day = moment.day
    ahead = _days_until(parts, day)
    return _one(day + dt.timedelta(days=ahead if ahead <= _HALF_A_WEEK else ahead - _WEEK))


def weekday_of_week(parts: Parts, moment: Moment, offset: int) -> Days:
    """That day of last week or of next week."""
    monday = monday_of(moment.today) + dt.timedelta(weeks=offset)
    return _one(monday + dt.timedelta(days=_number(parts)))


def nth_weekday(parts: Parts, moment: Moment, offset: int) -> Days:
    """A weekday of a month by its number, or the last one: "the last Thursday of August"."""
    first, last = month(parts, moment, offset)
    if parts["ordinal"] == "last":
        return _one(last - dt.timedelta(days=-_days_until(parts, last) % _WEEK))
    weeks = lexicon.times().ordinals[parts["ordinal"]] - 1
    return _one(first + dt.timedelta(days=_days_until(parts, first), weeks=weeks))


def day_alone(parts: Parts, moment: Moment, _: int) -> Days:
    """The nearest day of that number up to publication, or from it on if the sentence looks ahead.

    Raises:
        ValueError: If the month it would lie in has no such day.
    """
    number, today = int(parts["day"]), moment.today
    if moment.ahead:
        month = today if number >= today.day else shifted_month(today, 1)
    else:
        month = today if number <= today.day else shifted_month(today, -1)
    return _one(month.replace(day=number))


def day_shift(_: Parts, moment: Moment, offset: int) -> Days:
    """So many days from publication."""
    return _one(moment.today + dt.timedelta(days=offset))


def day_beside(_: Parts, moment: Moment, offset: int) -> Days:
    """So many days from the one mentioned; a later day needs one."""
    return _one((moment.day if offset < 0 else _mentioned(moment)) + dt.timedelta(days=offset))


def week(_: Parts, moment: Moment, offset: int) -> Days:
    """Monday to Sunday of this week, or so many weeks from it."""
    monday = monday_of(moment.today) + dt.timedelta(weeks=offset)
    return monday, monday + dt.timedelta(days=6)


def week_to_date(_: Parts, moment: Moment, __: int) -> Days:
    """Monday to the publication."""
    return monday_of(moment.today), moment.today


def week_begun(_: Parts, moment: Moment, __: int) -> Days:
    """The Monday of this week."""
    return _one(monday_of(moment.today))


def weekend(_: Parts, moment: Moment, offset: int) -> Days:
    """The last Saturday and Sunday that have begun, or the next if the sentence looks ahead.

    An offset of -1 is for the last ones in any case, 1 for the next.
    """
    saturday = monday_of(moment.today) + dt.timedelta(days=5)
    is_to_come = offset > 0 or (not offset and moment.ahead)
    if not is_to_come and saturday > moment.today:
        saturday -= dt.timedelta(weeks=1)
    return saturday, saturday + dt.timedelta(days=1)


def month_shift(parts: Parts, moment: Moment, offset: int) -> Days:
    """This month or a part of it, or so many months from it."""
    day = shifted_month(moment.today, offset)
    if "day" in parts:
        return _one(day.replace(day=int(parts["day"])))
    return portion(parts, whole_month(day.year, day.month))


def counted_back(parts: Parts, moment: Moment, _: int) -> Days:
    """Units counted back from publication; of years, the whole year: "20 years ago"."""
    return _counted(parts, moment.today, -1)


def counted_on(parts: Parts, moment: Moment, _: int) -> Days:
    """Units counted on from publication."""
    return _counted(parts, moment.today, 1)


def counted_earlier(parts: Parts, moment: Moment, _: int) -> Days:
    """Units counted back from the day mentioned; weeks from a week give a week."""
    if (week := _week_told(parts, moment)) is not None:
        return _moved(parts, week[0], -1), _moved(parts, week[1], -1)
    if "that" in parts and (told := moment.same_day) is not None and told[0] == told[1]:
        return _counted(parts, told[0], -1)
    return _counted(parts, moment.day, -1)


def counted_later(parts: Parts, moment: Moment, _: int) -> Days:
    """Units counted on from the day mentioned, which must be known."""
    return _counted(parts, _mentioned(moment), 1)


def window(parts: Parts, moment: Moment, _: int) -> Days:
    """The time up to publication: "the past month", "the past 24 hours", "overnight".

    Hours and days end where the sentence says that somebody told of them: "the ministry said on
    Sunday that 40 had died in the past 24 hours". "The preceding two months" end before the days
    told in the sentence.
    """
    end = moment.today
    is_short = parts.get("unit", "").removesuffix("s") in lexicon.times().dating.short_units
    if moment.here and "before" in parts and not is_short:
        first = moment.here[0]
        return _moved(parts, first, -1), first - dt.timedelta(days=1)
    if is_short:
        end = _day_of_telling(moment)
    return _moved(parts, end, -1), end


def window_before(parts: Parts, moment: Moment, _: int) -> Days:
    """As many units right before the days that the sentence has just told of.

    Raises:
        UnknownDayError: If it has told of none.
    """
    if moment.here is None:
        raise UnknownDayError("no days told before")
    first = moment.here[0]
    return _moved(parts, first, -1), first - dt.timedelta(days=1)


def window_ahead(parts: Parts, moment: Moment, _: int) -> Days:
    """The time from publication on, or of days from that of telling: "in the next two weeks"."""
    is_short = parts["unit"].removesuffix("s") in lexicon.times().dating.short_units
    begin = _day_of_telling(moment) if is_short else moment.today
    return begin, _moved(parts, begin, 1)


def window_told(parts: Parts, moment: Moment, _: int) -> Days:
    """The time up to publication: "the third in two days"; from it on in "due within 48 hours".

    Raises:
        UnknownDayError: If the sentence looks ahead, which can mean a day in "will go in two days",
            or far back: "since June, when 90 died in three days".
    """
    if moment.ahead and "inside" in parts:
        return window_ahead(parts, moment, 0)
    if moment.ahead:
        raise UnknownDayError("still to come")
    if moment.here and (moment.today - moment.here[1]).days > _LONG_AGO:
        raise UnknownDayError("within days long ago")
    days = window(parts, moment, 0)
    told = moment.mentioned
    if told is None or not 0 < (moment.today - told[1]).days <= _WEEK:
        return days
    is_as_long = (
        parts["unit"].removesuffix("s") == "day" and told[1] - told[0] == days[1] - days[0] - _DAY
    )
    return told if is_as_long and told[0] != told[1] else days


def _week_told(parts: Parts, moment: Moment) -> Days | None:
    """The week mentioned before, where weeks are counted from it: "A week earlier 90 came"."""
    told = moment.mentioned
    if told is None or parts["unit"] != "week":
        return None
    return told if (told[1] - told[0]).days == _WEEK - 1 else None


def _day_of_telling(moment: Moment) -> dt.date:
    """The single day that the sentence told of within a week of publication, else the latter."""
    first, last = moment.here or (moment.today, moment.today)
    is_near = first == last and 0 < (moment.today - last).days < _WEEK
    return last if is_near else moment.today


def _one(day: dt.date) -> Days:
    return day, day


def _mentioned(moment: Moment) -> dt.date:
    days = moment.mentioned
    if days and days[0] != days[1]:
        days = moment.here or moment.before("day")
    if days is None or days[0] != days[1]:
        raise UnknownDayError("no single day mentioned before")
    return days[0]


def _number(parts: Parts) -> int:
    times, name = lexicon.times(), parts["weekday"]
    return times.weekdays[name] if name in times.weekdays else times.short_weekdays[name]


def _days_until(parts: Parts, day: dt.date) -> int:
    """Days to the next such weekday, 0 to 6."""
    return (_number(parts) - day.weekday()) % _WEEK


def _beside(parts: Parts, day: dt.date, direction: int) -> Days:
    if direction > 0:
        return _one(day + dt.timedelta(days=_days_until(parts, day) or _WEEK))
    return _one(day - dt.timedelta(days=(-_days_until(parts, day)) % _WEEK or _WEEK))


def _counted(parts: Parts, day: dt.date, direction: int) -> Days:
    moved = _moved(parts, day, direction)
    years = parts["unit"] == "decade" or parts["unit"] == "year"
    return (dt.date(moved.year, 1, 1), dt.date(moved.year, 12, 31)) if years else _one(moved)


def _moved(parts: Parts, day: dt.date, direction: int) -> dt.date:
    """A day moved by as many units as are counted; hours count as full days."""
    word = parts.get("count", "one")
    count = direction * (int(word) if word.isdigit() else lexicon.times().counts[word])
    match parts.get("unit", "night").removesuffix("s"):
        case "hour":
            days = max(1, round(abs(count) / 24))
            return day + dt.timedelta(days=days if count > 0 else -days)
        case "week":
            return day + dt.timedelta(weeks=count)
        case "fortnight":
            return day + dt.timedelta(weeks=2 * count)
        case "month":
            return shifted_month(day, count)
        case "year":
            return shifted_month(day, 12 * count)
        case "decade":
            return shifted_month(day, 120 * count)
        case _:
            return day + dt.timedelta(days=count)
