"""Shapes as one Plotly trace whose locations stay while what they are painted with changes."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, Final

from dashboard.charts.region.shape_files import geojson_of

UNSEEN: Final = "rgba(0,0,0,0)"
"""The colour of shapes that are only pointed at, or only outlined."""


@dataclasses.dataclass(frozen=True, slots=True)
class Painted:
    """A shape and how it is drawn.

    Attributes:
        code: Of the shape.
        fill: Its colour.
        line: Colour of its outline.
        width: Of the outline, in pixels.
        hover: What the pointer reads, as markup; empty for nothing.
        click: Customdata: what a click stands for.
    """

    code: str
    fill: str
    line: str = UNSEEN
    width: float = 0
    hover: str = ""
    click: Sequence[str] = ()


def shape_trace(
    painted: Sequence[Painted],
    fills: Sequence[str],
    *,
    name: str,
    shapes: str | None,
    opacity: float = 1,
) -> dict[str, Any]:
    """Shapes as a trace.

    Args:
        painted: The shapes; later ones lie on top.
        fills: Every colour a shape of this trace can have, whatever the day: each shape says only
            which of them it has.
        name: Of the trace.
        shapes: Address of the shapes' folder; None to embed them.
        opacity: Of all of them.
    """
    if not painted:
        return {"type": "choropleth", "name": name, "locations": [], "z": [], "visible": False}
    # Plotly would fade every shape that was not clicked; what fades is decided by the caller.
    same = {"marker": {"opacity": opacity}}
    codes = [shape.code for shape in painted]
    return {
        "type": "choropleth",
        "name": name,
        "geojson": geojson_of(codes, shapes),
        "featureidkey": "id",
        "locations": codes,
        "z": [fills.index(shape.fill) for shape in painted],
        "zmin": 0,
        "zmax": len(fills),
        "colorscale": _steps(fills),
        "showscale": False,
        "showlegend": False,
        "marker": {
            "opacity": opacity,
            "line": {
                "color": _one_or_all([shape.line for shape in painted]),
                "width": _one_or_all([shape.width for shape in painted]),
            },
        },
        "selected": same,
        "unselected": same,
        **_pointed_at(painted),
    }


def _pointed_at(painted: Sequence[Painted]) -> dict[str, Any]:
    """What the pointer reads, and what a click on each stands for."""
    if not any(shape.hover or shape.click for shape in painted):
        return {"hoverinfo": "skip"}
    return {
        "hoverinfo": "text",
        "hovertext": [shape.hover for shape in painted],
        "customdata": [list(shape.click) for shape in painted],
    }


def _steps(fills: Sequence[str]) -> list[list[Any]]:
    """A colour scale on which each whole number from 0 has its colour, with none in between."""
    count = len(fills)
    scale: list[list[Any]] = []
    for at, fill in enumerate(fills):
        scale += [[at / count, fill], [(at + 1) / count, fill]]
    return scale


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if values and len(set(values)) == 1 else values
