"""Axes of days: where a day stands, and its tick."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dashboard.charts.time.window import Split
    from dashboard.palette import Palette

_BY_DAY: Final = 45
"""Up to so many days each has its own line; of more some have."""

_WITHIN_A_YEAR: Final = 300
"""Up to so many days a day and a month tell a date; the title has the year."""

_LABEL_WIDTH: Final = 50
"""Pixels from one day's name to the next."""

_STEPS_OF_DAYS: Final = (1, 2, 3, 7, 14)
_STEPS_OF_MONTHS: Final = (1, 2, 3, 6, 12, 24, 60, 120)

_DAY_MS: Final = 86_400_000


def noon(day: dt.date) -> str:
    """Where all marks of a day stand, and its tick: a line at midnight would be between days."""
    return f"{day} 12:00"


def day_ticks(first: dt.date, last: dt.date, most: int) -> dict[str, Any]:
    """Ticks of an axis of days with their names, evenly spaced, each where its day's marks stand.

    Args:
        first: First day of the axis.
        last: Last day of the axis.
        most: How many there may be.
    """
    days = (last - first).days + 1
    step = next((step for step in _STEPS_OF_DAYS if -(-days // step) <= most), None)
    if step:
        shown = [first + dt.timedelta(day) for day in range(0, days, step)]
    else:
        shown = _firsts_of_months(first, last, most)
    with_year = days > _WITHIN_A_YEAR
    return {
        "tickvals": [noon(day) for day in shown],
        "ticktext": [f"{day:%b %Y}" if with_year else f"{day.day} {day:%b}" for day in shown],
    }


def _firsts_of_months(first: dt.date, last: dt.date, most: int) -> list[dt.date]:
    """The first days of months, of every one or of few enough."""
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    every = [dt.date(month // 12, month % 12 + 1, 1) for month in months]
    every = [day for day in every if first <= day]
    steps = (step for step in _STEPS_OF_MONTHS if -(-len(every) // step) <= most)
    step = next(steps, _STEPS_OF_MONTHS[-1])
    return [day for day in every if (day.year * 12 + day.month - 1) % step == 0]


def days_axis(period: Split, colours: Palette, width: int) -> dict[str, Any]:
    """A date axis: a line at every midnight and the days' names between, or a line at some noons.

    Args:
        period: The days it shows.
        colours: The palette.
        width: Pixels of the axis; every day has a name where there is room for all.
    """
    labels = max(2, width // _LABEL_WIDTH)
    axis: dict[str, Any] = {
        "type": "date",
        "range": [f"{period.start}", f"{period.end + dt.timedelta(days=1)}"],
        "fixedrange": True,
        "anchor": "y",
        "tickfont": {"size": 11, "color": colours.quiet_text},
        "zeroline": False,
        "showline": True,
        "linecolor": colours.quiet_text,
    }
    if period.days > _BY_DAY:
        ticks = day_ticks(period.start, period.end, max(2, labels * 4 // 5))
        return axis | ticks | {"gridcolor": colours.grid}
    step = -(-period.days // labels)
    shown = [period.start + dt.timedelta(days=day) for day in range(0, period.days, step)]
    return axis | {
        "tickvals": [noon(day) for day in shown],
        "ticktext": [f"{day.day} {day:%b}" for day in shown],
        "showgrid": False,
        "minor": {
            "tick0": f"{period.start}",
            "dtick": _DAY_MS,
            "showgrid": True,
            "gridcolor": colours.grid,
        },
    }
