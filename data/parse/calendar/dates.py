"""Dates: what days, months and years that a text names are in the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from data import lexicon
from data.parse.calendar import solar_hijri
from data.parse.calendar.moment import Days, Moment, monday_of, shifted_month, whole_month

Parts = Mapping[str, str]
Resolver = Callable[[Parts, Moment, int], Days]

_FURTHEST_AHEAD = 240
"""A date without a year lies more days ahead only across New Year: it is last year's."""

_FURTHEST_BACK = 300
"""A date without a year lies more days back only across New Year: it is next year's."""

_SOON = 3
"""A month without a year that lies at most this many months ahead can be one still to come."""

_LONG_PAST = 7
"""A month that has passed so many months ago is the next one where the text looks ahead."""


def date(parts: Parts, moment: Moment, year: int) -> Days:
    """A day of a month, of the year named, of ``year`` if not 0, or of the likeliest."""
    number = int(parts["day"]) if "day" in parts else _ordinal(parts)
    day = _in_year(month_in(parts), number, _year_named(parts, moment) or year, moment)
    return day, day


def days_behind(parts: Parts, moment: Moment, offset: int) -> Days:
    """As many days as are counted, from the one behind a day of a month."""
    day, _ = date(parts, moment, offset)
    return day + dt.timedelta(days=1), day + dt.timedelta(days=_counted(parts["count"]))


def days_of_month(parts: Parts, moment: Moment, offset: int) -> Days:
    """Two days of one month and all between."""
    first, _ = date(parts, moment, offset)
    return _forward(first, first.replace(day=int(parts["last"])))


def days_of_months(parts: Parts, moment: Moment, offset: int) -> Days:
    """A day of one month, or its first, to a day of another; a year stands behind the second."""
    last, _ = date({**parts, "month": parts["until"], "day": parts["last"]}, moment, offset)
    month = month_in(parts)
    first = dt.date(last.year - (month > last.month), month, int(parts.get("day", 1)))
    return _forward(first, last)


def iso_or_figures(parts: Parts, moment: Moment, _: int) -> Days:
    """A date all in figures; of "7/9/2021" and "9/7/2021" the reading nearer to publication.

    Raises:
        ValueError: If neither figure can be a month.
    """
    year = int(parts["year"])
    if "day" in parts:
        day = dt.date(year, int(parts["digits"]), int(parts["day"]))
        return day, day
    one, two = int(parts["one"]), int(parts["two"])
    orders = [(one, two), (two, one)]  # American usage first
    readings = [dt.date(year, number, of_month) for number, of_month in orders if number <= 12]
    if not readings:
        raise ValueError(f"neither {one} nor {two} is a month")
    written = moment.published or readings[0]
    nearest = min(readings, key=lambda reading: abs((reading - written).days))
    return nearest, nearest


def solar_date(parts: Parts, moment: Moment, _: int) -> Days:
    """A day of the Solar Hijri calendar, of the year named or the one nearest to publication."""
    month = lexicon.times().solar_months[parts["solar"]]
    number = int(parts["day"])
    if "hijri" in parts:
        day = solar_hijri.gregorian(int(parts["hijri"]), month, number)
        return day, day
    now = solar_hijri.year_of(moment.today)
    days = [solar_hijri.gregorian(now + shift, month, number) for shift in (-1, 0, 1)]
    nearest = min(days, key=lambda candidate: abs((candidate - moment.today).days))
    return nearest, nearest


def solar_month(parts: Parts, moment: Moment, _: int) -> Days:
    """A whole month of the Solar Hijri calendar."""
    first = solar_date({**parts, "day": "1"}, moment, 0)[0]
    year = solar_hijri.year_of(first)
    length = solar_hijri.month_length(year, lexicon.times().solar_months[parts["solar"]])
    return first, first + dt.timedelta(days=length - 1)


def month(parts: Parts, moment: Moment, offset: int) -> Days:
    """A month or a part of one; ``offset`` -1 for "last May", 1 for "next May"."""
    return portion(parts, whole_month(_year_of_month(parts, moment, offset), month_in(parts)))


def months(parts: Parts, moment: Moment, offset: int) -> Days:
    """One month to another; a year may stand behind either."""
    last_month = month_in(parts, "until")
    behind_last = {**parts, "month": parts["until"]}
    last_year = _year_of_month(behind_last, moment, offset)
    first_month = month_in(parts)
    first_year = int(parts.get("from", last_year - (first_month > last_month)))
    return _forward(whole_month(first_year, first_month)[0], whole_month(last_year, last_month)[1])


def parts_of_months(parts: Parts, moment: Moment, offset: int) -> Days:
    """A part of one month to a part of another: "from the start of May to mid-August"."""
    whole, first_part = months(parts, moment, offset), {"part": parts["part"]}
    first, last = whole_month(whole[0].year, whole[0].month), whole_month(*whole[1].timetuple()[:2])
    last_part = {"part": parts.get("part_last", "")}
    return _forward(portion(first_part, first)[0], portion(last_part, last)[1])


def week_of_month(parts: Parts, moment: Moment, offset: int) -> Days:
    """A week or a day of a month, or as many as are counted, from its start or its end."""
    return _week_of(parts, whole_month(_year_of_month(parts, moment, offset), month_in(parts)))


def week_of_this_month(parts: Parts, moment: Moment, _: int) -> Days:
    """The same of the month of publication."""
    return _week_of(parts, whole_month(moment.today.year, moment.today.month))


def _week_of(parts: Parts, month: Days) -> Days:
    first, last = month
    if "count" not in parts and parts["unit"].endswith("s"):
        return _some_of_month(parts, (first, last))
    count = _counted(parts.get("count", "one"))
    unit = 7 if parts["unit"].startswith("week") else 1
    if parts["ordinal"] == "last":
        return last - dt.timedelta(days=count * unit - 1), last
    begin = first + dt.timedelta(days=unit * (_ordinal(parts) - 1))
    return begin, min(begin + dt.timedelta(days=count * unit - 1), last)


def _some_of_month(parts: Parts, days: Days) -> Days:
    """Its early or late days, or its first or second half: "the first days", "the last weeks"."""
    is_last = parts["ordinal"] == "last"
    if parts["unit"] == "weeks":
        return portion({"half": "second" if is_last else "first"}, days)
    return portion({"part": "late" if is_last else "early"}, days)


def week_of_day(parts: Parts, moment: Moment, offset: int) -> Days:
    """Monday to Sunday around a day of a month."""
    monday = monday_of(date(parts, moment, offset)[0])
    return monday, monday + dt.timedelta(days=6)


def years(parts: Parts, _: Moment, __: int) -> Days:
    """A year, or one to another: "2014", "1996-2001", "2014-15"."""
    first = parts["year"]
    last = parts.get("last", first)
    return _forward(dt.date(int(first), 1, 1), dt.date(int(first[: 4 - len(last)] + last), 12, 31))


def year(parts: Parts, moment: Moment, offset: int) -> Days:
    """A year or a part of one: the one named, or the publication's moved by ``offset``."""
    number = int(parts["year"]) if "year" in parts else moment.today.year + offset
    return portion(parts, (dt.date(number, 1, 1), dt.date(number, 12, 31)))


def decade(parts: Parts, _: Moment, __: int) -> Days:
    """Ten years, or the first or last ones of them."""
    first = int(parts["decade"])
    begin, end = {"early": (0, 3), "middle": (4, 6), "late": (7, 9), "end": (9, 9)}.get(
        _part(parts), (0, 9)
    )
    return dt.date(first + begin, 1, 1), dt.date(first + end, 12, 31)


def quarter(parts: Parts, moment: Moment, offset: int) -> Days:
    """Three months of a year."""
    number = int(parts["quarter"]) if "quarter" in parts else _ordinal(parts)
    first, _ = year({key: parts[key] for key in parts.keys() & {"year"}}, moment, offset)
    begin = whole_month(first.year, 3 * number - 2)[0]
    return begin, whole_month(first.year, 3 * number)[1]


def months_counted(parts: Parts, moment: Moment, offset: int) -> Days:
    """The first or last months of a year."""
    first, last = year({key: parts[key] for key in parts.keys() & {"year"}}, moment, offset)
    count = lexicon.times().counts[parts["count"]]
    if parts.get("ordinal") == "last":
        return whole_month(last.year, 13 - count)[0], last
    return first, whole_month(first.year, count)[1]


def season(parts: Parts, moment: Moment, offset: int) -> Days:
    """Three whole months. ``offset`` -1 asks for the last that has ended, 1 for the next."""
    begin = lexicon.times().seasons[parts["season"]]
    first = dt.date(int(parts["year"]) if "year" in parts else moment.today.year, begin, 1)
    last = shifted_month(first, 3) - dt.timedelta(days=1)
    not_over, begun = last >= moment.today, first <= moment.today
    if (offset < 0 and not_over) or (offset > 0 and begun):
        first = first.replace(year=first.year + offset)
        last = shifted_month(first, 3) - dt.timedelta(days=1)
    return portion(parts, (first, last))


def portion(parts: Parts, days: Days) -> Days:
    """The part of a month, season or year that is meant: 1-10, 10-20, 21-31 for a month."""
    first, last = days
    length = (last - first).days + 1
    wanted = _part(parts) or parts.get("half", "")
    if length <= 31:
        bounds = {"early": (1, 10), "middle": (10, 20), "late": (21, 0), "first": (1, 15)}
        bounds["end"] = bounds["late"]
        begin, end = bounds.get(wanted, (16 if wanted == "second" else 1, 0))
        return first.replace(day=begin), first.replace(day=end) if end else last
    if wanted == "end":
        return last, last
    count = round(length / 30.5)
    thirds = {"early": (0, 1 / 3), "middle": (1 / 3, 2 / 3), "late": (2 / 3, 1)}
    halves = {word: ((at - 1) / 2, at / 2) for word, at in lexicon.times().halves.items()}
    begin_share, end_share = (thirds | halves).get(wanted, (0, 1))
    begin_day = shifted_month(first, round(count * begin_share))
    return begin_day, shifted_month(first, round(count * end_share)) - dt.timedelta(days=1)


def month_in(parts: Parts, name: str = "month") -> int:
    """The number of a month that was matched."""
    if "digits" in parts and name == "month":
        return int(parts["digits"])
    return lexicon.times().months[parts[name].rstrip(".")]


def _part(parts: Parts) -> str:
    word = parts.get("part", "")
    known = lexicon.times().parts
    return known[word if word in known else word.removeprefix("the ")] if word else ""


def _counted(word: str) -> int:
    return int(word) if word.isdigit() else lexicon.times().counts[word]


def _ordinal(parts: Parts) -> int:
    return lexicon.times().ordinals[parts["ordinal"]]


def _forward(first: dt.date, last: dt.date) -> Days:
    """The days from one to another.

    Raises:
        ValueError: If the second lies before the first.
    """
    if last < first:
        raise ValueError(f"{last} lies before {first}")
    return first, last


def _year_named(parts: Parts, moment: Moment) -> int:
    """The year in figures or as "last year"; 0 without one."""
    if "whose" in parts:
        return moment.today.year + lexicon.times().whose[parts["whose"]]
    return int(parts.get("year", 0))


def _in_year(month: int, day: int, year: int, moment: Moment) -> dt.date:
    if year:
        return dt.date(year, month, day)
    found = dt.date(moment.today.year, month, day)
    ahead = (found - moment.today).days
    if ahead > _FURTHEST_AHEAD:
        return found.replace(year=found.year - 1)
    return found.replace(year=found.year + 1) if ahead < -_FURTHEST_BACK else found


def _year_of_month(parts: Parts, moment: Moment, offset: int) -> int:
    """The year named; else this one.

    Or the last for a month that has not come and is not awaited, and the next for one long past
    that is awaited.
    """
    if named := _year_named(parts, moment):
        return named
    today = moment.today
    wanted = month_in(parts)
    if offset:
        passed = wanted < today.month if offset < 0 else wanted > today.month
        return today.year if passed else today.year + offset
    if moment.ahead and today.month - wanted >= _LONG_PAST:
        return today.year + 1
    open_end = moment.ahead is None or _part(parts) == "end"
    soon = wanted <= today.month + _SOON and open_end
    return today.year if wanted <= today.month or moment.ahead or soon else today.year - 1
