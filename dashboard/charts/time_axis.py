"""The axis of days below the lanes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dashboard.charts.window import Split
    from dashboard.palette import Palette

_BY_DAY: Final = 45
"""Up to so many days each has its own line; more are left to Plotly."""

_WITHIN_A_YEAR: Final = 300
"""Up to so many days a day and a month tell a date; the title has the year."""

_LABEL_WIDTH: Final = 50
"""Pixels from one day's name to the next."""

_DAY_MS: Final = 86_400_000


def days_axis(period: Split, colours: Palette, width: int) -> dict[str, Any]:
    """A date axis with a line at every midnight and the days' names between the lines.

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
        form = "%-d %b" if period.days <= _WITHIN_A_YEAR else "%b %Y"
        return axis | {
            "nticks": max(2, labels * 4 // 5),
            "tickformat": form,
            "gridcolor": colours.grid,
        }
    step = -(-period.days // labels)
    shown = [period.start + dt.timedelta(days=day) for day in range(0, period.days, step)]
    return axis | {
        "tickvals": [f"{day} 12:00" for day in shown],
        "ticktext": [f"{day.day} {day:%b}" for day in shown],
        "showgrid": False,
        "minor": {
            "tick0": f"{period.start}",
            "dtick": _DAY_MS,
            "showgrid": True,
            "gridcolor": colours.grid,
        },
    }
