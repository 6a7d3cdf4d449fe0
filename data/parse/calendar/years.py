"""Years that are no calendar years: of budgets, and of the Solar Hijri calendar."""

from __future__ import annotations

import datetime as dt

from data import lexicon
from data.parse.calendar import solar_hijri
from data.parse.calendar.dates import Parts, years
from data.parse.calendar.moment import Days, Moment

_APRIL = 4


def years_short(parts: Parts, moment: Moment, _: int) -> Days:
    """A year to another; two in a row are one from April on, as in budgets: "2020-21"."""
    first, last = years(parts, moment, 0)
    if last.year - first.year != 1:
        return first, last
    return first.replace(month=_APRIL), dt.date(last.year, _APRIL, 1) - dt.timedelta(days=1)


def fiscal_year(parts: Parts, _: Moment, __: int) -> Days:
    """The U.S. government's year, which begins with October of the year before."""
    number = int(parts["year"])
    return dt.date(number - 1, 10, 1), dt.date(number, 9, 30)


def solar_year(parts: Parts, moment: Moment, _: int) -> Days:
    """A year of the Solar Hijri calendar: the one named, this one, or the last that has ended."""
    if "hijri" in parts:
        number = int(parts["hijri"])
    else:
        number = (
            solar_hijri.year_of(moment.today) + lexicon.times().whose[parts.get("whose", "last")]
        )
    first, next_first = (solar_hijri.gregorian(one, 1, 1) for one in (number, number + 1))
    return first, next_first - dt.timedelta(days=1)


def span_until_year(parts: Parts, _: Moment, __: int) -> Days:
    """As many years as are counted, up to the one named."""
    last = int(parts["year"])
    length = parts["count"].removesuffix("-year")
    count = 10 if length == "decade" else lexicon.times().counts[length]
    return dt.date(last - count, 1, 1), dt.date(last, 12, 31)
