"""Solar Hijri days against dates that are known in both calendars."""

from __future__ import annotations

import datetime as dt

import pytest

from data.parse.calendar.solar_hijri import gregorian, month_length, year_of


@pytest.mark.parametrize(
    ("solar", "expected"),
    [
        ((1400, 4, 1), "2021-06-22"),
        ((1400, 5, 24), "2021-08-15"),
        ((1400, 1, 1), "2021-03-21"),
        ((1399, 12, 30), "2021-03-20"),  # a leap year's last day
        ((1403, 12, 30), "2025-03-20"),
        ((1357, 11, 22), "1979-02-11"),
        ((1367, 11, 26), "1989-02-15"),
    ],
)
def test_known_days(solar: tuple[int, int, int], expected: str) -> None:
    assert str(gregorian(*solar)) == expected


def test_days_follow_each_other_without_gaps() -> None:
    day = gregorian(1300, 1, 1)
    for year in range(1300, 1500):
        for month in range(1, 13):
            for number in range(1, month_length(year, month) + 1):
                assert gregorian(year, month, number) == day
                day += dt.timedelta(days=1)


@pytest.mark.parametrize("solar", [(1400, 12, 30), (1400, 7, 31), (1400, 0, 1), (1000, 1, 1)])
def test_days_that_there_are_not(solar: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no Solar Hijri date"):
        gregorian(*solar)


def test_year_of_a_day() -> None:
    assert (year_of(dt.date(2021, 3, 20)), year_of(dt.date(2021, 3, 21))) == (1399, 1400)
