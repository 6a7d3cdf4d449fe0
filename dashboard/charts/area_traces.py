"""Countries and other land of the map as Plotly traces."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.highlight import DIMMED_AREA
from dashboard.charts.hover import hover_text
from dashboard.charts.markup import escape_markup, wrap
from dashboard.charts.painting import Painted, shape_trace
from dashboard.charts.picked import country_data
from dashboard.charts.region_frame import halo, region
from dashboard.charts.shape_files import LAND
from dashboard.charts.told_places import HOME
from geo.gazetteer import border_codes

if TYPE_CHECKING:
    from dashboard.charts.highlight import Highlight
    from dashboard.charts.told import CountryPart, Told
    from dashboard.palette import Palette, PartColours
    from data.article import Article

_QUIET_LINE, _LINE, _LIT_LINE = 0.6, 0.7, 2.4
BACKGROUND: Final = 0.45
"""Opacity of countries around provinces that are drawn."""


@dataclasses.dataclass(frozen=True, slots=True)
class Area:
    """Countries that are painted alike.

    Attributes:
        name: In the legend.
        tint: Their colours.
        countries: Which they are; there may be none on a day.
        head: What a hover label says of each first; escaped.
    """

    name: str
    tint: PartColours
    countries: Sequence[CountryPart]
    head: Callable[[CountryPart], str]


def land_trace(colours: Palette, shapes: str | None) -> dict[str, Any]:
    """Land of other countries."""
    land = Painted(LAND, colours.surroundings, colours.coast, _QUIET_LINE)
    return shape_trace([land], [colours.surroundings], name="other land", shapes=shapes)


def country_traces(
    story: Told,
    areas: Sequence[Area],
    articles: Mapping[str, Article],
    chosen: Highlight,
    colours: Palette,
    shapes: str | None,
) -> list[dict[str, Any]]:
    """The countries of the map: first all others, then those that stand out.

    Args:
        story: What is told.
        areas: What paints them; a country in none of them is plain land.
        articles: By article id.
        chosen: What stands out.
        colours: The palette.
        shapes: Address of the shapes' folder; None to embed them.
    """
    fills = list(dict.fromkeys([colours.land, *(area.tint.fill for area in areas)]))
    painter = {country.code: area for area in areas for country in area.countries}
    traces = []
    for lit in (False, True):
        own = [
            _painted(country, painter.get(country.code), articles, colours, story, lit=lit)
            for country in sorted(story.countries, key=_depth)
            if country.on_map and chosen.lights_country(country.code, country.all_facts) == lit
        ]
        opacity = DIMMED_AREA if chosen.active and not lit else background(story)
        name = "countries that stand out" if lit else "countries"
        traces.append(shape_trace(own, fills, name=name, shapes=shapes, opacity=opacity))
    return traces


def background(story: Told) -> float:
    """Opacity of countries and of their legend: around provinces that are drawn they stand back."""
    return BACKGROUND if story.provinces else 1


def _depth(country: CountryPart) -> tuple[int, str]:
    """Which countries lie below which: outlines of Afghanistan and its neighbours show in full."""
    return (country.code in _at_borders()) + (country.code == HOME), country.code


@functools.cache
def _at_borders() -> frozenset[str]:
    """Afghanistan and its neighbours."""
    return frozenset(country for border in border_codes() for country in border.split("-"))


def _painted(
    country: CountryPart,
    area: Area | None,
    articles: Mapping[str, Article],
    colours: Palette,
    story: Told,
    *,
    lit: bool,
) -> Painted:
    click = country_data(country.code)
    if country.code == HOME and story.provinces and area is None:
        return Painted(country.code, colours.land, colours.coast, _LIT_LINE if lit else 0)
    if area is None:
        line, width = (colours.text, _LIT_LINE) if lit else (colours.coast, _QUIET_LINE)
        words = f"<b>{escape_markup(country.name)}</b><br>{escape_markup(country.part.label)}"
        return Painted(country.code, colours.land, line, width, words, click)
    words = _hover(area.head(country), country, articles)
    width = _LIT_LINE if lit else _LINE
    return Painted(country.code, area.tint.fill, area.tint.line, width, words, click)


def name_traces(story: Told, chosen: Highlight, colours: Palette) -> list[dict[str, Any]]:
    """Names of the countries on the map: quiet ones, those that stand out, and Afghanistan's.

    Once the provinces below it are painted as taken, its name stands on strong colours.
    """
    named = [country for country in story.countries if country.on_map]
    below = region().below_home_name
    taken = sum(p.code in below and p.taken is not None for p in story.provinces)
    painted = [c for c in named if c.code == HOME and 2 * taken > len(below)]
    named = [country for country in named if country not in painted]
    lit = {c.code for c in named if chosen.lights_country(c.code, c.all_facts)}
    if chosen.active:
        strong = [country for country in named if country.code in lit]
    else:
        strong = [country for country in named if country.all_facts]
    quiet = [country for country in named if country not in strong]
    return [
        _names(quiet, colours.quiet_text, colours.page),
        _names(strong, colours.text, colours.page, bold=bool(lit)),
        _names(painted, colours.page, colours.text, bold=True),
    ]


def _names(
    named: Sequence[CountryPart], colour: str, behind: str, *, bold: bool = False
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
        "textfont": {"size": 11, "color": colour, "shadow": halo(behind)},
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
