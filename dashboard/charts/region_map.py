"""The map of the region: each country's part in the story, claimed borders, movements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from dashboard.charts.actions import words_done
from dashboard.charts.area_traces import country_traces, land_traces, name_traces
from dashboard.charts.highlight import Highlight
from dashboard.charts.layout import (
    EDGE,
    NARROWEST,
    Words,
    as_of,
    cited,
    entry_width,
    frame,
    legend,
    legend_height,
    legend_width,
    source_line,
)
from dashboard.charts.line_traces import arrow_traces, border_traces
from dashboard.charts.region_frame import geo_axes, region
from dashboard.charts.told import BorderClaims, Movement, Told, told
from dashboard.names import label
from dashboard.palette import Palette, Theme, palette

if TYPE_CHECKING:
    import pandas as pd

    from data.article import Article

MAP_HEIGHT: Final = 380
"""Pixels at most; on a narrow page the map is as high as its width allows."""

SHAPES: Final = "boundaries: Natural Earth (public domain), de facto"
_BESIDE: Final = 680
"""Pixels of width from which the legend has room beside the map."""

_BLANK: Final = {"type": "scattergeo", "lon": [None], "lat": [None], "showlegend": False}


def region_map(
    facts: pd.DataFrame,
    articles: Iterable[Article],
    *,
    highlight: Highlight | None = None,
    theme: Theme = "light",
    width: int = NARROWEST,
) -> go.Figure:
    """The region, its countries coloured by their part in the story.

    A border that somebody claims a share of is drawn along its whole line in the colour of who
    is said to hold it: which stretch it is, nobody said. Clicks: see :mod:`dashboard.charts`.

    Args:
        facts: Facts with the columns of :mod:`data.fact`.
        articles: The articles they come from, for dates and the source line.
        highlight: What stands out; the rest is dimmed.
        theme: Light or dark.
        width: Pixels the figure is at least wide. Its height follows from it.

    Returns:
        The figure.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    known, colours = tuple(articles), palette(theme)
    story, chosen = told(facts), highlight or Highlight()
    names = [part.label for part, own in story.by_part().items() if any(c.on_map for c in own)]
    layout = _layout(_words(story, known, width), colours, names)
    return go.Figure({"data": _traces(story, known, chosen, colours), "layout": layout})


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


def _words(story: Told, articles: Sequence[Article], width: int) -> Words:
    sources = cited(story.facts.values(), articles)
    return Words(_title(story), _subtitle(story, sources), source_line(sources, SHAPES), width)


def _traces(
    story: Told, articles: Sequence[Article], chosen: Highlight, colours: Palette
) -> list[dict[str, Any]]:
    by_id = {article.article_id: article for article in articles}
    return [
        dict(_BLANK),  # must come first: see geo_axes
        *land_traces(story, chosen, colours),
        *country_traces(story, by_id, chosen, colours),
        *border_traces(story, by_id, chosen, colours),
        *arrow_traces(story, by_id, chosen, colours),
        *name_traces(story, chosen, colours),
    ]


def _layout(words: Words, colours: Palette, names: Sequence[str]) -> dict[str, Any]:
    """The layout: the legend beside the map where there is room, else above it."""
    inner = words.width - 2 * EDGE
    beside = words.width >= _BESIDE and bool(names)
    room = inner - legend_width(names) if beside else inner
    top = 8 if beside else legend_height(names, words.width) + 4
    map_height = min(MAP_HEIGHT, round(room / region().aspect))
    height = words.head_height + top + map_height + words.foot_height + 8
    entries = legend(words, colours, height, entry=entry_width(names))
    if beside:
        # Entries wider than half the plot stand one under the other. A vertical legend would be
        # as wide as its words on the page, and cut them off in a saved picture: see FONT.
        entries["entrywidth"] = max(entries["entrywidth"], inner // 2)
        entries |= {"xref": "paper", "x": room / inner, "y": 1, "yref": "paper"}
    return frame(words, colours, height=height, top=top, bottom=8) | {
        "geo": geo_axes(colours, room / inner),
        "legend": entries,
    }


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
    who = " ".join(part for part in (movement.words, movement.fact.who or "people") if part)
    done = words_done().get(movement.fact.action) or "moved"
    ends = f"{label(movement.origin)} to {label(movement.destination)}"
    return f"{who[:1].upper()}{who[1:]} are said to have {done} from {ends}"
