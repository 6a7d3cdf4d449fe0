"""Border crossings of the map that are said to be taken or closed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.parts.hover import hover_text
from dashboard.charts.parts.markup import escape_markup
from dashboard.charts.parts.picked import facts_data
from dashboard.charts.region.labels import faded
from dashboard.charts.region.legend_entries import Entry
from dashboard.charts.region.told_lines import facts_to_click
from dashboard.words.names import label
from data.claims.tellings import best_telling

if TYPE_CHECKING:
    from dashboard.charts.parts.highlight import Highlight
    from dashboard.charts.region.told import Told
    from dashboard.charts.region.told_places import Crossing
    from dashboard.palette import Palette
    from data.article import Article

_SIZE, _LIT_SIZE = 10, 14
_SYMBOL: Final = "diamond"


def crossing_trace(
    story: Told, articles: Mapping[str, Article], chosen: Highlight, colours: Palette
) -> dict[str, Any]:
    """A diamond for each crossing, in the colour of who took or closed it."""
    lit = [chosen.lights_facts(crossing.facts) for crossing in story.crossings]
    seen = {"marker": {"opacity": 1}}
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [crossing.at[0] for crossing in story.crossings],
        "lat": [crossing.at[1] for crossing in story.crossings],
        "marker": {
            "symbol": _SYMBOL,
            "size": [_LIT_SIZE if strong else _SIZE for strong in lit],
            "color": [
                faded(
                    colours.actor(crossing.deciding.fact.actor).colour,
                    strong or not chosen.active,
                )
                for crossing, strong in zip(story.crossings, lit, strict=True)
            ],
            "opacity": 1,
            "line": {"width": 1.5, "color": colours.page},
        },
        "selected": seen,
        "unselected": seen,
        "hovertext": [_hover(crossing, articles) for crossing in story.crossings],
        "hoverinfo": "text",
        "customdata": [
            facts_data(
                facts_to_click(
                    (crossing.deciding, *_others(crossing)), best_telling(crossing.deciding.facts)
                )
            )
            for crossing in story.crossings
        ],
        "showlegend": False,
        "name": "crossings",
    }


def crossing_entry(story: Told, colours: Palette) -> Entry:
    """The crossings in the legend, in the colour of who took the first; in the text's for none."""
    holders = [crossing.deciding.fact.actor for crossing in story.crossings]
    colour = colours.actor(holders[0]).colour if holders else colours.text
    return Entry("Crossing taken or closed", colour, colours.page, bool(holders), _SYMBOL)


def _others(crossing: Crossing) -> list[Any]:
    return [claim for claim in crossing.claims if claim is not crossing.deciding]


def _hover(crossing: Crossing, articles: Mapping[str, Article]) -> str:
    name = f"<b>{escape_markup(label(crossing.code))} crossing</b>"
    return f"{name}<br>{hover_text(crossing.deciding.facts, articles)}"
