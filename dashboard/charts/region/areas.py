"""Countries and other land of the map as Plotly traces."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.parts.highlight import DIMMED_AREA
from dashboard.charts.parts.hover import hover_text
from dashboard.charts.parts.markup import escape_markup, wrap
from dashboard.charts.parts.picked import country_data
from dashboard.charts.region.painting import Painted, shape_trace
from dashboard.charts.region.shape_files import LAND
from dashboard.charts.region.told_places import HOME
from geo.gazetteer import border_codes

if TYPE_CHECKING:
    from dashboard.charts.parts.highlight import Highlight
    from dashboard.charts.region.told import CountryPart, Told
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


def _hover(head: str, country: CountryPart, articles: Mapping[str, Article]) -> str:
    lines = [head]
    if giving := country.giving or country.all_facts[:1]:
        told = [fact for fact in country.all_facts if fact.fact_group == giving[0].fact_group]
        lines += ["", hover_text(told or giving[:1], articles)]
    others = len({fact.fact_group for fact in country.all_facts}) - 1
    if others > 0:
        lines.append(
            wrap(f"and {others} more {'claim' if others == 1 else 'claims'}; choose it to see all")
        )
    return "<br>".join(lines)
