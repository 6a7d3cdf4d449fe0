"""Countries and other land of the map as Plotly traces."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import shapely

from dashboard.charts.highlight import DIMMED_AREA
from dashboard.charts.hover import hover_text
from dashboard.charts.markup import escape_markup, wrap
from dashboard.charts.picked import country_data
from dashboard.charts.region_frame import halo, region
from geo.boundaries import countries, surroundings

if TYPE_CHECKING:
    from dashboard.charts.highlight import Highlight
    from dashboard.charts.told import CountryPart, Told
    from dashboard.palette import Palette, PartColours
    from data.article import Article

DECIMALS: Final = 2
"""Of a degree: one kilometre, a tenth of a pixel on the largest map."""


def land_traces(story: Told, chosen: Highlight, colours: Palette) -> list[dict[str, Any]]:
    """Land of other countries, and the countries of the map that no fact names."""
    around = _choropleth({"land": _surroundings()}, colours.surroundings, colours.coast) | {
        "name": "other land",
        "hoverinfo": "skip",
    }
    absent = [country for country in story.absent() if country.on_map]
    lit = [country for country in absent if chosen.lights_country(country.code, ())]
    quiet = [country for country in absent if country not in lit]
    traces = [around]
    for own, line, width in ((quiet, colours.coast, 0.6), (lit, colours.text, 2.4)):
        if own:
            shapes = {country.code: _shapes()[country.code] for country in own}
            trace = _choropleth(shapes, colours.land, line, width) | {
                "name": "Not in the story",
                "customdata": [country_data(country.code) for country in own],
                "hovertext": [
                    f"<b>{escape_markup(c.name)}</b><br>{escape_markup(c.part.label)}" for c in own
                ],
            }
            traces.append(trace)
    return traces


def country_traces(
    story: Told, articles: Mapping[str, Article], chosen: Highlight, colours: Palette
) -> list[dict[str, Any]]:
    """One trace for each part in the story, with its entry in the legend."""
    traces = []
    for part, members in story.by_part().items():
        drawn = [country for country in members if country.on_map]
        tint = colours.part(part.code)
        if not drawn:
            continue
        for lit in (False, True):
            own = [c for c in drawn if chosen.lights_country(c.code, c.all_facts) == lit]
            if own:
                traces.append(_part_trace(own, tint, articles, lit=lit, dimmed=chosen.active))
        traces.append(_legend_entry(part.label, tint.fill, tint.line))
    return traces


def _part_trace(
    own: Sequence[CountryPart],
    tint: PartColours,
    articles: Mapping[str, Article],
    *,
    lit: bool,
    dimmed: bool,
) -> dict[str, Any]:
    trace = _choropleth(
        {country.code: _shapes()[country.code] for country in own}, tint.fill, tint.line
    )
    opacity = DIMMED_AREA if dimmed and not lit else 1
    marker = {"opacity": opacity, "line": {"color": tint.line, "width": 2.4 if lit else 0.7}}
    return trace | {
        "marker": marker,
        "selected": {"marker": {"opacity": opacity}},
        "unselected": {"marker": {"opacity": opacity}},
        "name": own[0].part.label,
        "customdata": [country_data(country.code) for country in own],
        "hovertext": [_hover(country, articles) for country in own],
    }


def name_traces(story: Told, chosen: Highlight, colours: Palette) -> list[dict[str, Any]]:
    """Names of the countries on the map: first the quiet ones, then those that stand out."""
    named = [country for country in story.countries if country.on_map]
    lit = {c.code for c in named if chosen.lights_country(c.code, c.all_facts)}
    if chosen.active:
        strong = [country for country in named if country.code in lit]
    else:
        strong = [country for country in named if country.all_facts]
    quiet = [country for country in named if country not in strong]
    traces = [_names(quiet, colours.quiet_text, colours)]
    return [*traces, _names(strong, colours.text, colours, bold=bool(lit))]


def _names(
    named: Sequence[CountryPart], colour: str, colours: Palette, *, bold: bool = False
) -> dict[str, Any]:
    placed = [(country.name, at) for country in named if (at := region().name_at(country.code))]
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [at[0] for _, at in placed],
        "lat": [at[1] for _, at in placed],
        "text": [
            f"<b>{escape_markup(name)}</b>" if bold else escape_markup(name) for name, _ in placed
        ],
        "textfont": {"size": 11, "color": colour, "shadow": halo(colours)},
        # Plotly would fade every text that was not clicked; what fades is decided here.
        "unselected": {"textfont": {"color": colour}},
        "hoverinfo": "skip",
        "showlegend": False,
        "name": "names",
    }


def _hover(country: CountryPart, articles: Mapping[str, Article]) -> str:
    lines = [f"<b>{escape_markup(country.name)}</b>: {escape_markup(country.part.label.lower())}"]
    if country.giving:
        claim = country.giving[0].fact_group
        told = [fact for fact in country.all_facts if fact.fact_group == claim]
        lines += ["", hover_text(told or country.giving[:1], articles)]
    others = len({fact.fact_group for fact in country.all_facts}) - 1
    if others > 0:
        lines.append(
            wrap(f"and {others} more {'claim' if others == 1 else 'claims'}; click to see all")
        )
    return "<br>".join(lines)


def _choropleth(
    shapes: Mapping[str, Any], fill: str, line: str, width: float = 0.6
) -> dict[str, Any]:
    features = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": shape}
        for code, shape in shapes.items()
    ]
    same: dict[str, Any] = {"marker": {"opacity": 1}}
    return {
        "type": "choropleth",
        "geojson": {"type": "FeatureCollection", "features": features},
        "featureidkey": "id",
        "locations": list(shapes),
        "z": [0] * len(shapes),
        "colorscale": [[0, fill], [1, fill]],
        "showscale": False,
        "showlegend": False,
        "marker": {"line": {"color": line, "width": width}},
        "hoverinfo": "text",
        "selected": same,
        "unselected": same,
    }


def _legend_entry(name: str, fill: str, line: str) -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [None],
        "lat": [None],
        "name": name,
        "marker": {
            "symbol": "square",
            "size": 12,
            "color": fill,
            "line": {"width": 1.2, "color": line},
        },
        "showlegend": True,
    }


@functools.cache
def _shapes() -> Mapping[str, dict[str, Any]]:
    frame = countries(display=True)
    return {str(code): _cut(shape) for code, shape in zip(frame.index, frame.geometry, strict=True)}


@functools.cache
def _surroundings() -> dict[str, Any]:
    return _cut(surroundings().geometry.iloc[0])


def _cut(shape: Any) -> dict[str, Any]:
    """A shape as GeoJSON, cut to the frame and rounded, exteriors clockwise.

    Rounding can make a polygon touch itself, which no screen minds; turning it into a valid one
    could move an edge that two countries share.
    """
    box = region().shapes
    inside = shapely.clip_by_rect(shape, box.west, box.south, box.east, box.north)
    polygons = [part for part in shapely.get_parts(inside) if part.geom_type == "Polygon"]
    rings = [
        [_rounded(ring, clockwise=turn) for turn, ring in _rings(polygon)] for polygon in polygons
    ]
    return {"type": "MultiPolygon", "coordinates": [polygon for polygon in rings if polygon[0]]}


def _rings(polygon: Any) -> Sequence[tuple[bool, Any]]:
    return [(True, polygon.exterior), *((False, hole) for hole in polygon.interiors)]


def _rounded(ring: Any, *, clockwise: bool) -> list[list[float]]:
    points = list(ring.coords)
    if shapely.is_ccw(ring) == clockwise:
        points.reverse()
    short = [[round(x, DECIMALS), round(y, DECIMALS)] for x, y in points]
    kept = [short[0], *(b for a, b in itertools.pairwise(short) if a != b)]
    return kept if len(kept) > 3 else []
