"""Names on the map as Plotly traces: of countries, and of provinces where a reader comes close."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.parts.markup import escape_markup
from dashboard.charts.region.frame import halo, region
from dashboard.charts.region.told_places import HOME
from dashboard.words.names import label
from geo.gazetteer import province_table
from geo.measured import label_point

if TYPE_CHECKING:
    from dashboard.charts.parts.highlight import Highlight
    from dashboard.charts.region.told import CountryPart, Told
    from dashboard.palette import Palette

NAMED_FROM: Final = 2
"""How far a reader has zoomed in once provinces have their names, and their country has not."""

_SIZE: Final = 11


def name_traces(story: Told, chosen: Highlight, colours: Palette) -> list[dict[str, Any]]:
    """Names of the countries on the map: quiet ones, those that stand out, and Afghanistan's.

    Once the provinces below it are painted as taken, its name stands on strong colours. Once they
    have their own names, it makes way for them.
    """
    named = [country for country in story.countries if country.on_map]
    lit = {c.code for c in named if chosen.lights_country(c.code, c.all_facts)}
    strong = lit if chosen.active else {c.code for c in named if c.all_facts}
    others = [c for c in named if not (c.code == HOME and story.provinces)]
    bold, page = bool(lit), colours.page
    if _on_strong_colours(story):
        ink, behind, bold_home = page, colours.text, True
    else:
        ink = colours.text if HOME in strong else colours.quiet_text
        behind, bold_home = page, HOME in lit
    return [
        _names((c for c in others if c.code not in strong), colours.quiet_text, page),
        _names((c for c in others if c.code in strong), colours.text, page, bold=bold),
        _names((c for c in named if c not in others), ink, behind, bold=bold_home)
        | {"meta": {"zoom_below": NAMED_FROM}},
    ]


def province_names(story: Told, colours: Palette) -> dict[str, Any]:
    """The provinces' names, which a page shows where there is room, from :data:`NAMED_FROM` on.

    ``meta`` says so to ``chart_view.js``: on the whole map they would lie on each other, and
    plotly.js looks for no room.
    """
    codes = province_table()[HOME] if story.provinces else ()
    placed = [(label(code), label_point(code)) for code in codes]
    # Light letters in a dark glow: tints of all strengths lie below one name.
    dark_page = colours.theme == "dark"
    ink, glow = (colours.text, colours.page) if dark_page else (colours.page, colours.text)
    return _text(placed, ink, glow) | {
        "name": "names of provinces",
        "visible": False,
        "meta": {"zoom_from": NAMED_FROM},
    }


def _on_strong_colours(story: Told) -> bool:
    """Whether most provinces that Afghanistan's name stands on are painted as taken."""
    below = region().below_home_name
    taken = sum(p.code in below and p.taken is not None for p in story.provinces)
    return 2 * taken > len(below)


def _names(
    named: Iterable[CountryPart], colour: str, behind: str, *, bold: bool = False
) -> dict[str, Any]:
    placed = [(country.name, at) for country in named if (at := region().name_at(country.code))]
    return _text(placed, colour, behind, bold=bold) | {"name": "names"}


def _text(
    placed: list[tuple[str, tuple[float, float]]], colour: str, behind: str, *, bold: bool = False
) -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [at[0] for _, at in placed],
        "lat": [at[1] for _, at in placed],
        "text": [
            f"<b>{escape_markup(name)}</b>" if bold else escape_markup(name) for name, _ in placed
        ],
        "textfont": {"size": _SIZE, "color": colour, "shadow": halo(behind)},
        # Plotly would fade every text that was not clicked; what fades is decided here.
        "unselected": {"textfont": {"color": colour}},
        "hoverinfo": "skip",
        "showlegend": False,
    }
