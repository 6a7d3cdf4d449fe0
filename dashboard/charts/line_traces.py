"""Claimed borders and movements of the map as Plotly traces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import shapely

from dashboard.charts.highlight import DIMMED_LINE
from dashboard.charts.hover import hover_text
from dashboard.charts.markup import escape_markup
from dashboard.charts.picked import facts_data
from dashboard.charts.region_frame import halo, region, screen_angle
from geo.lines import WGS84

if TYPE_CHECKING:
    from dashboard.charts.highlight import Highlight
    from dashboard.charts.told import BorderClaims, Movement, Told
    from dashboard.palette import Palette
    from data.article import Article
    from data.fact import Fact

_DECIMALS: Final = 2
_HEAD_SIZE, _HEAD_STEPS = 15, 5
_TOUCH: Final = 14
"""Size in pixels of the unseen markers that make lines easy to point at and to tap."""


_UNSEEN: Final[Mapping[str, Any]] = {"marker": {"opacity": 0}}


def border_traces(
    story: Told, articles: Mapping[str, Article], chosen: Highlight, colours: Palette
) -> list[dict[str, Any]]:
    """Each claimed border along its whole line, something to click on it, and its label."""
    traces = []
    for claims in story.borders:
        colour = colours.actor(claims.actor).colour
        strong, opacity = _strength(claims.facts, chosen)
        lon, lat = _lines(claims.line)
        common = {"type": "scattergeo", "opacity": opacity, "showlegend": False}
        width = 5.0 if strong else 3.2
        line = {"color": colour, "width": width}
        casing = {"color": colours.page, "width": width + 2}
        on_line = {"mode": "lines", "lon": lon, "lat": lat, "hoverinfo": "skip"}
        traces += [
            common | on_line | {"line": casing, "name": "casing"},
            common | on_line | {"line": line, "name": claims.code},
            common | _touch(*_evenly(claims.line), claims.facts, articles),
            common | _border_label(claims, articles, colours, strong),
        ]
    return traces


def arrow_traces(
    story: Told, articles: Mapping[str, Article], chosen: Highlight, colours: Palette
) -> list[dict[str, Any]]:
    """Each movement as a curved arrow with its number."""
    traces = []
    for movement in story.movements:
        colour = colours.actor(movement.fact.actor).colour
        strong, opacity = _strength(movement.facts, chosen)
        spot, right = _label_spot(movement, story)
        path = movement.path[:-2]  # the shaft ends inside the head
        common = {"type": "scattergeo", "opacity": opacity, "showlegend": False}
        lon, lat = ([round(point[axis], _DECIMALS) for point in path] for axis in (0, 1))
        traces += [
            common | _shaft(lon, lat, colours.page, 6) | {"name": "casing"},
            common | _shaft(lon, lat, colour, 4.5 if strong else 3) | {"name": "movement"},
            common | _head(movement, colour),
            common | _touch(lon, lat, movement.facts, articles),
            common | _arrow_label(movement, spot, right, articles, colours, strong),
        ]
    return traces


def _strength(facts: Sequence[Fact], chosen: Highlight) -> tuple[bool, float]:
    strong = chosen.lights_facts(facts)
    return strong, 1.0 if strong or not chosen.active else DIMMED_LINE


def _lines(shape: Any) -> tuple[list[float | None], list[float | None]]:
    """All vertices, with a gap between the parts of an interrupted line."""
    lon: list[float | None] = []
    lat: list[float | None] = []
    for part in shapely.get_parts(shape):
        if lon:
            lon.append(None)
            lat.append(None)
        lon += [round(x, _DECIMALS) for x, _ in part.coords]
        lat += [round(y, _DECIMALS) for _, y in part.coords]
    return lon, lat


def _evenly(shape: Any, steps: int = 48) -> tuple[list[float], list[float]]:
    """Points along a line, about two pixels apart on a phone."""
    spots = [shape.interpolate(step / steps, normalized=True) for step in range(steps + 1)]
    return [round(p.x, _DECIMALS) for p in spots], [round(p.y, _DECIMALS) for p in spots]


def _touch(
    lon: Sequence[float],
    lat: Sequence[float],
    facts: Sequence[Fact],
    articles: Mapping[str, Article],
) -> dict[str, Any]:
    """Unseen markers along a line: plotly.js lets nobody select a line without any."""
    return {
        "mode": "markers",
        "lon": list(lon),
        "lat": list(lat),
        "marker": {"size": _TOUCH, "opacity": 0},
        "selected": _UNSEEN,
        "unselected": _UNSEEN,
        "hovertext": hover_text(facts, articles),
        "hoverinfo": "text",
        "customdata": [facts_data(tuple(fact.fact_id for fact in facts))] * len(lon),
        "name": "touch",
    }


def _border_label(
    claims: BorderClaims, articles: Mapping[str, Article], colours: Palette, strong: bool
) -> dict[str, Any]:
    colour, glow = colours.actor(claims.actor).colour, halo(colours)
    spot = region().border_label(claims.code)
    text = f"{escape_markup(claims.words)}<br>of this border"
    ids = tuple(fact.fact_id for fact in claims.facts)
    return {
        "mode": "markers+text",
        "lon": [spot.at[0]],
        "lat": [spot.at[1]],
        "text": [f"<b>{text}</b>"],
        "textposition": f"middle {spot.side}",
        "marker": {"size": 8, "opacity": 0},
        "textfont": {"size": 13 if strong else 12, "color": colour, "shadow": glow},
        "hovertext": [hover_text(claims.facts, articles)],
        "hoverinfo": "text",
        "customdata": [facts_data(ids)],
        "selected": _UNSEEN,
        "unselected": dict(_UNSEEN) | {"textfont": {"color": colour}},
        "name": "border label",
    }


def _shaft(lon: Sequence[float], lat: Sequence[float], colour: str, width: float) -> dict[str, Any]:
    line = {"color": colour, "width": width}
    return {"mode": "lines", "lon": lon, "lat": lat, "line": line, "hoverinfo": "skip"}


def _head(movement: Movement, colour: str) -> dict[str, Any]:
    """The arrow's head, turned to where the end of its way leads.

    The angle is computed here: ``angleref`` "previous" and "north" both gave 90 degrees, due
    east, on a geo subplot of plotly.js 4.1.1.
    """
    (lon, lat), (end_lon, end_lat) = movement.path[-_HEAD_STEPS], movement.path[-1]
    bearing = WGS84.inv(lon, lat, end_lon, end_lat)[0]
    return {
        "mode": "markers",
        "lon": [round(end_lon, _DECIMALS)],
        "lat": [round(end_lat, _DECIMALS)],
        "marker": {
            "symbol": "arrow",
            "angle": round(screen_angle(end_lon, bearing), 1),
            "size": _HEAD_SIZE,
            "color": colour,
            "line": {"width": 0},
        },
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "hoverinfo": "skip",
        "name": "head",
    }


def _label_spot(movement: Movement, story: Told) -> tuple[int, bool]:
    """Which point of the way bears the label, and whether on its right.

    Ways that fan out from one place have their labels at its two sides, and any between them
    further along.
    """
    fan = [other for other in story.movements if other.origin == movement.origin]
    fan.sort(key=lambda other: other.path[-1][0])
    if movement is fan[0]:
        return 0, False
    return (0, True) if movement is fan[-1] else (len(movement.path) * 4 // 5, True)


def _arrow_label(
    movement: Movement,
    spot: int,
    right: bool,
    articles: Mapping[str, Article],
    colours: Palette,
    strong: bool,
) -> dict[str, Any]:
    """The number beside a spot of the arrow."""
    lon, lat = movement.path[spot]
    side = "middle right" if right else "middle left"
    ids = tuple(fact.fact_id for fact in movement.facts)
    return {
        "mode": "markers+text",
        "lon": [lon],
        "lat": [lat],
        "text": [f"<b>{_counted(movement)}</b>"],
        "textposition": side,
        "marker": {"size": 8, "opacity": 0},
        "textfont": {"size": 13 if strong else 12, "color": colours.text, "shadow": halo(colours)},
        "hovertext": [hover_text(movement.facts, articles)],
        "hoverinfo": "text",
        "customdata": [facts_data(ids)],
        "selected": _UNSEEN,
        "unselected": dict(_UNSEEN) | {"textfont": {"color": colours.text}},
        "name": "movement label",
    }


def _counted(movement: Movement) -> str:
    """The numbers claimed, above the last word of who is counted, as markup.

    For example ``over 1,000`` ``troops``; claims that differ stand side by side. What the text
    doubts in any telling says so.
    """
    doubt = "reportedly<br>" if movement.hedged else ""
    noun = (movement.fact.who or "").split()[-1:] or ["people"]
    if movement.words:
        number = escape_markup(movement.words).replace(" to ", " to<br>")
        return f"{doubt}{number}<br>{escape_markup(noun[0])}"
    return doubt + escape_markup(movement.fact.who or movement.fact.action)
