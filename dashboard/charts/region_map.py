"""The map of the region: each country's part in the story, claimed borders, movements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import plotly.graph_objects as go

from dashboard.charts.area_traces import country_traces, land_traces, name_traces
from dashboard.charts.highlight import Highlight
from dashboard.charts.layout import Words, as_of, cited, frame, legend, source_line
from dashboard.charts.line_traces import arrow_traces, border_traces
from dashboard.charts.region_frame import geo_axes
from dashboard.charts.told import BorderClaims, Movement, Told, told
from dashboard.names import label
from dashboard.palette import Theme, palette
from dashboard.wording import amount

if TYPE_CHECKING:
    import pandas as pd

    from data.article import Article

MAP_HEIGHT: Final = 430
"""Pixels. On a phone the map is only about 300 high, and the legend takes what is left above."""

LEGEND_HEIGHT: Final = 70
SHAPES: Final = "boundaries: Natural Earth (public domain), de facto"
_BLANK: Final = {"type": "scattergeo", "lon": [None], "lat": [None], "showlegend": False}


def region_map(
    facts: pd.DataFrame,
    articles: Iterable[Article],
    *,
    highlight: Highlight | None = None,
    theme: Theme = "light",
    map_height: int = MAP_HEIGHT,
) -> go.Figure:
    """The region, its countries coloured by their part in the story.

    A border that somebody claims a share of is drawn along its whole line in the colour of who
    is said to hold it: which stretch it is, nobody said. Clicks: see :mod:`dashboard.charts`.

    Args:
        facts: Facts with the columns of :mod:`data.fact`.
        articles: The articles they come from, for dates and the source line.
        highlight: What stands out; the rest is dimmed.
        theme: Light or dark.
        map_height: Pixels for the map itself, at least 400; more where the page is wide.

    Returns:
        The figure, good at any width from 350 px.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    known, colours = tuple(articles), palette(theme)
    by_id = {article.article_id: article for article in known}
    story, chosen = told(facts), highlight or Highlight()
    sources = cited(story.facts.values(), known)
    words = Words(_title(story), _subtitle(story, sources), source_line(sources, SHAPES))
    height = words.head_height + LEGEND_HEIGHT + map_height + words.foot_height + 8
    layout = frame(words, colours, height=height, top=LEGEND_HEIGHT, bottom=8)
    layout |= {"geo": geo_axes(colours), "legend": legend(words, colours, height)}
    traces = [
        dict(_BLANK),  # must come first: see geo_axes
        *land_traces(story, chosen, colours),
        *country_traces(story, by_id, chosen, colours),
        *border_traces(story, by_id, chosen, colours),
        *arrow_traces(story, by_id, chosen, colours),
        *name_traces(story, chosen, colours),
    ]
    return go.Figure({"data": traces, "layout": layout})


def region_map_alt(facts: pd.DataFrame, articles: Iterable[Article]) -> str:
    """The map in sentences, for those who cannot see it. Plain text."""
    story = told(facts)
    if not story.facts:
        return "Map of Afghanistan and its neighbours. No claims to show."
    parts = [
        "Map of Afghanistan and its neighbours.",
        *(_sentence(claims) for claims in story.borders),
    ]
    parts += [f"{_moved(movement)}, drawn as an arrow." for movement in story.movements]
    for part, countries in story.by_part().items():
        names = ", ".join(country.name for country in countries)
        parts.append(f"{part.label}: {names}.")
    parts.append(as_of(articles) + "." if as_of(articles) else "")
    return " ".join(part for part in parts if part)


def _title(story: Told) -> str:
    if story.borders:
        return _sentence(story.borders[0]).removesuffix(".")
    if story.movements:
        return _moved(story.movements[0])
    if story.facts:
        return "Countries by their part in what is reported"
    return "Afghanistan and its neighbours"


def _subtitle(story: Told, articles: Iterable[Article]) -> str:
    if not story.facts:
        return "No claims to show. Widen the selection, or add an article."
    facts = story.borders[0].facts if story.borders else ()
    names = list(dict.fromkeys(fact.attributed_to for fact in facts if fact.attributed_to))
    absent = [country.name for country in story.countries if not country.on_map]
    parts = [
        f"{'Claimant' if len(names) == 1 else 'Claimants'}: {', '.join(names)}" if names else "",
        as_of(articles),
        f"Not on this map: {', '.join(absent)}" if absent else "",
    ]
    return ". ".join(part for part in parts if part)


def _sentence(claims: BorderClaims) -> str:
    who = label(claims.actor) if claims.actor else "Somebody"
    are = "are" if claims.actor == "taliban" else "is"
    return f"{who} {are} said to hold {claims.words} of the {label(claims.code)}."


def _moved(movement: Movement) -> str:
    number = amount(movement.fact)
    who = " ".join(part for part in (number, movement.fact.who or "people") if part)
    done = {"flee": "fled"}.get(movement.fact.action, "moved")
    ends = f"{label(movement.origin)} to {label(movement.destination)}"
    return f"{who[:1].upper()}{who[1:]} are said to have {done} from {ends}"
