"""Solar Hijri calendar: the one Afghan and Iranian reports date by, turned into Gregorian days."""

from __future__ import annotations

import datetime as dt

_FIRST_DAY_OF_1400 = dt.date(2021, 3, 21)
_LONG_MONTHS = 6
"""The first six months have 31 days, the others 30, the last of a common year 29."""


def gregorian(year: int, month: int, day: int) -> dt.date:
    """The Gregorian day of a Solar Hijri date, e.g. 2021-06-22 for 1 Saratan 1400.

    Leap years follow the 33-year cycle, which agrees with the astronomical calendar from 1178 to
    1633 (A.D. 1799 to 2254).

    Raises:
        ValueError: If there is no such day.
    """
    if not (1178 <= year <= 1633 and 1 <= month <= 12 and 1 <= day <= month_length(year, month)):
        raise ValueError(f"{year}-{month:02}-{day:02} is no Solar Hijri date")
    long_months = min(month - 1, _LONG_MONTHS)
    passed = 30 * (month - 1) + long_months + day - 1
    return _FIRST_DAY_OF_1400 + dt.timedelta(days=_days_before(year) - _days_before(1400) + passed)


def month_length(year: int, month: int) -> int:
    """Days of a month: 29 to 31."""
    if month <= _LONG_MONTHS:
        return 31
    return 30 if month < 12 or _is_leap(year) else 29


def year_of(day: dt.date) -> int:
    """The Solar Hijri year that a Gregorian day lies in."""
    year = day.year - 621
    return year if gregorian(year, 1, 1) <= day else year - 1


def _is_leap(year: int) -> bool:
    return (25 * year + 11) % 33 < 8


def _days_before(year: int) -> int:
    return 365 * year + (8 * year + 21) // 33
