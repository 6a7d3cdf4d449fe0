"""Countries and other land of the map as Plotly traces."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dashboard.charts.highlight import DIMMED_AREA
from dashboard.charts.hover import hover_text
from dashboard.charts.markup import escape_markup, wrap
from dashboard.charts.picked import country_data
from dashboard.charts.region_frame import halo, region
from dashboard.charts.shape_files import LAND, geojson_of

if TYPE_CHECKING:
    from dashboard.charts.highlight import Highlight
    from dashboard.charts.told import CountryPart, Told
    from dashboard.palette import Palette, PartColours
    from data.article import Article


@dataclasses.dataclass(frozen=True, slots=True)
class Area:
    """Countries that are painted alike.

    Attributes:
        name: In the legend.
        tint: Their colours.
        countries: Which they are.
        head: What a hover label says of each first; escaped.
    """

    name: str
    tint: PartColours
    countries: Sequence[CountryPart]
    head: Callable[[CountryPart], str]


def land_traces(
    absent: Sequence[CountryPart], chosen: Highlight, colours: Palette, shapes: str | None
) -> list[dict[str, Any]]:
    """Land of other countries, and the countries of the map that nothing is said about.

    Args:
        absent: These countries; those that are not on the map are left out.
        chosen: What stands out.
        colours: The palette.
        shapes: Address of the shapes' folder; None to embed them.
    """
    around = _choropleth([LAND], colours.surroundings, colours.coast, shapes=shapes) | {
        "name": "other land",
        "hoverinfo": "skip",
    }
    drawn = [country for country in absent if country.on_map]
    lit = [country for country in drawn if chosen.lights_country(country.code, ())]
    quiet = [country for country in drawn if country not in lit]
    traces = [around]
    for own, line, width in ((quiet, colours.coast, 0.6), (lit, colours.text, 2.4)):
        if own:
            codes = [country.code for country in own]
            trace = _choropleth(codes, colours.land, line, width, shapes=shapes) | {
                "name": "Not in the story",
                "customdata": [country_data(country.code) for country in own],
                "hovertext": [
                    f"<b>{escape_markup(c.name)}</b><br>{escape_markup(c.part.label)}" for c in own
                ],
            }
            traces.append(trace)
    return traces


def area_traces(
    areas: Iterable[Area],
    articles: Mapping[str, Article],
    chosen: Highlight,
    shapes: str | None,
) -> list[dict[str, Any]]:
    """Countries painted by area, each area with its entry in the legend."""
    traces = []
    for area in areas:
        drawn = [country for country in area.countries if country.on_map]
        if not drawn:
            continue
        for lit in (False, True):
            own = [c for c in drawn if chosen.lights_country(c.code, c.all_facts) == lit]
            if own:
                part = dataclasses.replace(area, countries=own)
                traces.append(
                    _area_trace(part, articles, lit=lit, dimmed=chosen.active, shapes=shapes)
                )
        traces.append(_legend_entry(area.name, area.tint.fill, area.tint.line))
    return traces


def _area_trace(
    area: Area,
    articles: Mapping[str, Article],
    *,
    lit: bool,
    dimmed: bool,
    shapes: str | None,
) -> dict[str, Any]:
    own, tint = area.countries, area.tint
    trace = _choropleth([country.code for country in own], tint.fill, tint.line, shapes=shapes)
    opacity = DIMMED_AREA if dimmed and not lit else 1
    marker = {"opacity": opacity, "line": {"color": tint.line, "width": 2.4 if lit else 0.7}}
    return trace | {
        "marker": marker,
        "selected": {"marker": {"opacity": opacity}},
        "unselected": {"marker": {"opacity": opacity}},
        "name": area.name,
        "customdata": [country_data(country.code) for country in own],
        "hovertext": [_hover(area.head(country), country, articles) for country in own],
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


def _hover(head: str, country: CountryPart, articles: Mapping[str, Article]) -> str:
    lines = [head]
    if giving := country.giving or country.all_facts[:1]:
        told = [fact for fact in country.all_facts if fact.fact_group == giving[0].fact_group]
        lines += ["", hover_text(told or giving[:1], articles)]
    others = len({fact.fact_group for fact in country.all_facts}) - 1
    if others > 0:
        lines.append(
            wrap(f"and {others} more {'claim' if others == 1 else 'claims'}; click to see all")
        )
    return "<br>".join(lines)


def _choropleth(
    codes: Sequence[str], fill: str, line: str, width: float = 0.6, *, shapes: str | None
) -> dict[str, Any]:
    same: dict[str, Any] = {"marker": {"opacity": 1}}
    return {
        "type": "choropleth",
        "geojson": geojson_of(codes, shapes),
        "featureidkey": "id",
        "locations": list(codes),
        "z": [0] * len(codes),
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
