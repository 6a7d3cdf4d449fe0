"""The map of the region: each country's part in the story, claimed borders, movements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from dashboard.charts.area_traces import area_traces, land_traces, name_traces
from dashboard.charts.caption import Caption
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
from dashboard.charts.map_layers import Layer, layer_called, moved, sentence_of
from dashboard.charts.marks import of_this_session
from dashboard.charts.region_frame import geo_axes, region
from dashboard.charts.told import Told, told
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
    layer: str | None = None,
    highlight: Highlight | None = None,
    theme: Theme = "light",
    width: int = NARROWEST,
    caption: Caption | None = None,
    shapes: str | None = None,
) -> go.Figure:
    """The region, its countries painted by their part in the story or by how many facts they have.

    A border that somebody claims a share of is drawn along its whole line in the colour of who
    is said to hold it: which stretch it is, nobody said. Clicks: see :mod:`dashboard.charts`.

    Args:
        facts: Facts with the columns of :mod:`data.fact`.
        articles: The articles they come from, for dates and the source line.
        layer: Id of one of :data:`~dashboard.charts.map_layers.LAYERS`; None for the first.
        highlight: What stands out; the rest is dimmed.
        theme: Light or dark.
        width: Pixels the figure is at least wide. Its height follows from it.
        caption: What a picture that leaves the page says about itself.
        shapes: Address of the folder with :mod:`~dashboard.charts.shape_files`, for a browser
            to load them from; None to embed them.

    Returns:
        The figure.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    known, colours = tuple(articles), palette(theme)
    story, chosen, shown = told(facts), highlight or Highlight(), layer_called(layer)
    areas = shown.areas(story, colours)
    names = [area.name for area in areas if any(c.on_map for c in area.countries)]
    layout = _layout(_words(story, known, width, shown, caption or Caption()), colours, names)
    by_id = {article.article_id: article for article in known}
    traces = [
        dict(_BLANK),  # must come first: see geo_axes
        *land_traces(shown.absent(story, colours), chosen, colours, shapes),
        *area_traces(areas, by_id, chosen, shapes),
    ]
    if shown.lines:
        traces += border_traces(story, by_id, chosen, colours)
        traces += arrow_traces(story, by_id, chosen, colours)
    return go.Figure({"data": [*traces, *name_traces(story, chosen, colours)], "layout": layout})


def region_map_alt(
    facts: pd.DataFrame, articles: Iterable[Article], layer: str | None = None
) -> str:
    """The map in sentences, for those who cannot see it. Plain text."""
    story, shown = told(facts), layer_called(layer)
    if not story.facts:
        return "Map of Afghanistan and its neighbours. No claims to show."
    parts = ["Map of Afghanistan and its neighbours."]
    if shown.lines:
        parts += [sentence_of(claims) for claims in story.borders]
        parts += [f"{moved(movement)}, drawn as an arrow." for movement in story.movements]
    else:
        parts.append(shown.title(story) + ".")
    for area in shown.areas(story, palette()):
        if area.countries:
            parts.append(f"{area.name}: {', '.join(country.name for country in area.countries)}.")
    parts.append(as_of(articles) + "." if as_of(articles) else "")
    return " ".join(part for part in parts if part)


def _words(
    story: Told, articles: Sequence[Article], width: int, layer: Layer, caption: Caption
) -> Words:
    sources = cited(story.facts.values(), articles)
    own = of_this_session(story.facts.values(), sources)
    return Words(
        layer.title(story),
        ". ".join(part for part in (layer.subtitle(story, sources), own) if part),
        source_line(sources, SHAPES),
        width,
        caption,
    )


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
