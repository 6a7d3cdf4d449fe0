"""The slim strip of years above the lanes, and the funnel that shows where they zoom in."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.parts.hover import hover_text
from dashboard.charts.parts.markup import escape_markup
from dashboard.charts.time.marks import Mark, footnoted, mark_label
from dashboard.charts.time.traces import Brush, bar_trace, dot_trace, group_of
from dashboard.charts.time.window import Split, stack
from dashboard.words.facts import day

if TYPE_CHECKING:
    from dashboard.charts.parts.highlight import Highlight
    from dashboard.palette import Palette
    from data.article import Article

ROW: Final = 34
_HEAD: Final = 8
_BELOW_YEARS: Final = 0.56
"""Share of the gap between strip and lanes that is left under the labels of the years."""


@dataclasses.dataclass(frozen=True, slots=True)
class Strip:
    """What the strip adds to a figure: traces, shapes and annotations."""

    traces: list[dict[str, Any]]
    shapes: list[dict[str, Any]]
    annotations: list[dict[str, Any]]


def strip_height(period: Split) -> int:
    """Pixels the strip needs, its axis labels not included."""
    return _HEAD + ROW * (max(_rows(period)) + 1)


def _rows(period: Split) -> list[int]:
    return stack(period.far, apart=(_last(period) - _first(period)).days // 3)


def _first(period: Split) -> dt.date:
    earliest = min(mark.start for mark in (*period.far, *period.near))
    return dt.date(earliest.year, 1, 1)


def _last(period: Split) -> dt.date:
    latest = max(mark.end for mark in (*period.far, *period.near))
    return dt.date(latest.year, 12, 31)


def strip_axes(period: Split, colours: Palette, bottom: float) -> dict[str, Any]:
    """The axes of the strip: years, from ``bottom`` (a fraction of the plot) to the top."""
    rows = max(_rows(period)) + 1
    return {
        "xaxis2": {
            "type": "date",
            "range": [str(_first(period)), str(_last(period))],
            "fixedrange": True,
            "anchor": "y2",
            "nticks": 6,
            "tickformat": "%Y",
            "tickfont": {"size": 11, "color": colours.quiet_text},
            "gridcolor": colours.grid,
            "zeroline": False,
            "showline": True,
            "linecolor": colours.quiet_text,
        },
        "yaxis2": {
            "domain": [bottom, 1],
            "range": [rows, 0],
            "anchor": "x2",
            "visible": False,
            "fixedrange": True,
        },
    }


def strip(
    period: Split,
    articles: Mapping[str, Article],
    chosen: Highlight,
    colours: Palette,
    heights: tuple[float, float],
) -> Strip:
    """The strip's marks and labels, and the funnel down to the lanes.

    Args:
        period: What is background and what is not.
        articles: By article id.
        chosen: What stands out.
        colours: The palette.
        heights: Where the lanes end and the strip begins, as fractions of the plot.
    """
    brush = Brush(chosen, colours)
    axes = {"xaxis": "x2", "yaxis": "y2"}
    traces, notes = [], []
    for mark, row in zip(period.far, _rows(period), strict=True):
        draw = bar_trace if mark.days > 1 else dot_trace
        text = [hover_text(mark.facts, articles)]
        group = group_of(mark, colours)
        trace = draw([mark], [row + 0.72], text, brush, group.colour) | axes | {"name": group.label}
        if mark.days > 1:
            trace["width"] = 0.3
        traces.append(trace)
        notes.append(_label(mark, row, period, brush))
    notes.append(_enlarged(period, colours, heights[0]))
    return Strip(traces, _funnel(period, colours, heights), notes)


def _label(mark: Mark, row: int, period: Split, brush: Brush) -> dict[str, Any]:
    whole = (_last(period) - _first(period)).days
    late = (mark.start - _first(period)).days > whole / 2
    text = footnoted(mark, f"{mark_label(mark.fact)}, {_years(mark)}")
    markup = f"<b>{escape_markup(text)}</b>" if brush.lit(mark) else escape_markup(text)
    return {
        "text": markup,
        # In the middle, a saved picture's wider font would stick out on the left: see layout.
        "align": "right" if late else "left",
        "showarrow": False,
        "xref": "x2",
        "yref": "y2",
        "x": str(mark.end if late else mark.start),
        "y": row + 0.3,
        "xanchor": "right" if late else "left",
        "yanchor": "middle",
        "font": {"size": 12, "color": brush.label_colour(mark)},
    }


def _years(mark: Mark) -> str:
    if mark.start.year == mark.end.year:
        return str(mark.start.year)
    return f"{mark.start.year} to {mark.end.year}"


def _enlarged(period: Split, colours: Palette, lower: float) -> dict[str, Any]:
    return {
        "text": f"{day(period.start)} to {day(period.end)}, enlarged",
        "align": "right",
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": 1,
        "y": lower,
        "xanchor": "right",
        "xshift": -6,
        "yanchor": "bottom",
        "font": {"size": 11, "color": colours.quiet_text},
    }


def _funnel(period: Split, colours: Palette, heights: tuple[float, float]) -> list[dict[str, Any]]:
    """From the crowded days on the strip to the corners of the lanes, in paper coordinates.

    Both panels are as wide as the plot, so dates on the strip are fractions of it at any width.
    """
    first = _first(period)
    whole = (_last(period) - first).days
    left = (period.near[0].start - first).days / whole
    right = (max(mark.end for mark in period.near) - first).days / whole
    left, right = min(left, right - 0.004), max(right, left + 0.004)
    lower, upper = heights
    # The sides begin below the years of the strip, not across them.
    neck = lower + (upper - lower) * _BELOW_YEARS
    path = f"M{left},{upper} V{neck} L0,{lower} L1,{lower} L{right},{neck} V{upper} Z"
    window = f"M{left},{upper} L{right},{upper} L{right},1 L{left},1 Z"
    common = {"type": "path", "xref": "paper", "yref": "paper", "line": {"width": 0}}
    edge = {"width": 1, "color": colours.quiet_text}
    sides = f"M{left},{upper} V{neck} L0,{lower} M{right},{upper} V{neck} L1,{lower}"
    return [
        common | {"path": path, "fillcolor": colours.grid, "layer": "below", "name": "funnel"},
        common | {"path": sides, "line": edge, "layer": "below", "name": "funnel sides"},
        common | {"path": window, "fillcolor": colours.text, "opacity": 0.85, "name": "window"},
    ]
