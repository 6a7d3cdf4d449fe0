"""What the legend of the map lists, and the traces that put it there."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final, Literal

from dashboard.charts.parts.markup import escape_markup

if TYPE_CHECKING:
    from dashboard.palette import Palette


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a legend.

    Attributes:
        name: In the legend.
        fill: Hex colour.
        line: Of the outline.
        shown: Whether it is listed: an entry that is not keeps its place among the traces.
        symbol: What it looks like.
        opacity: As on the map.
    """

    name: str
    fill: str
    line: str
    shown: bool = True
    symbol: Literal["square", "diamond", "triangle-right"] = "square"
    opacity: float = 1


KEY_TITLE: Final = 18
"""Pixels that the title of a legend takes above its entries."""


_INSET: Final = 8
"""Pixels by which a legend's title would stand left of all other words."""


def key_title(words: str, colours: Palette, width: int) -> dict[str, Any]:
    """What colours or sizes mean, above a legend's entries; part of its layout.

    Args:
        words: What they mean.
        colours: The palette.
        width: Of the chart, in pixels.
    """
    font = {"size": 11, "color": colours.quiet_text}
    title = {"text": escape_markup(words), "side": "top", "font": font}
    return {"title": title, "x": _INSET / width, "indentation": -_INSET}


def legend_traces(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """A trace without points for each entry."""
    return [
        {
            "type": "scattergeo",
            "mode": "markers",
            "lon": [None],
            "lat": [None],
            "name": entry.name,
            "marker": {
                "symbol": entry.symbol,
                "size": 12,
                "color": entry.fill,
                "opacity": entry.opacity,
                "line": {"width": 1.2, "color": entry.line},
            },
            "showlegend": entry.shown,
        }
        for entry in entries
    ]
