"""What the legend of the map lists, and the traces that put it there."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    pass


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
