"""The map of the region: each country's part in the story, claimed borders, movements."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from dashboard.charts.parts.caption import Caption
from dashboard.charts.parts.drawing import Drawing
from dashboard.charts.parts.highlight import Highlight
from dashboard.charts.parts.layout import EDGE, NARROWEST, Words, frame
from dashboard.charts.parts.legend_box import entry_width, legend, legend_height, legend_width
from dashboard.charts.parts.markup import lines_in
from dashboard.charts.parts.plotted import facts_of
from dashboard.charts.parts.sources import as_of, cited, of_this_session, source_line
from dashboard.charts.region.areas import background, country_traces, land_trace
from dashboard.charts.region.arrows import arrow_entries, arrow_labels, arrow_reach, arrow_traces
from dashboard.charts.region.crossings import crossing_entry, crossing_trace
from dashboard.charts.region.frame import geo_axes, region
from dashboard.charts.region.layers import (
    Layer,
    layer_called,
    moved,
    provinces_sentence,
    sentence_of,
)
from dashboard.charts.region.legend_entries import Entry, legend_traces
from dashboard.charts.region.lines import border_labels, border_traces
from dashboard.charts.region.names import name_traces, province_names
from dashboard.charts.region.plotted import map_marks
from dashboard.charts.region.provinces import province_entries, province_traces
from dashboard.charts.region.told import Told
from dashboard.palette import Palette, Theme, palette
from dashboard.words.facts import capitalised
from dashboard.words.names import label

if TYPE_CHECKING:
    from dashboard.charts.region.areas import Area
    from dashboard.charts.region.known import Known
    from data.article import Article

MAP_HEIGHT: Final = 500
"""Pixels at most: more, and a usual screen does not show all of it. On most pages the map is as
high as its width allows."""

SHAPES: Final = "boundaries: Natural Earth (public domain), de facto"
_BESIDE: Final = 680
"""Pixels of width from which the legend has room beside the map."""

_ROOM_FOR_WORDS: Final = 480
"""Pixels of width from which a label has room for more than its number."""

_LONG_TITLE: Final = (
    "Taliban are said to hold about two-thirds to almost the whole of the Afghan-Turkmen border"
)
_LONG_SUBTITLE: Final = (
    "All countries together; what concerns Turkmenistan stands out. "
    "Claimants: Russian Foreign Ministry, border service, governor of the province and 3 more. "
    "As reported up to 31 August 2021. Not on this map: United States, Qatar, Germany and 9 more"
)
_LONG_SOURCE: Final = (
    "Source: International Business Times, 9 July 2021; U.S. Central Command, 4 May 2021; "
    "BusinessLIVE, 9 May 2021; and 99 more articles"
)
"""About the longest there are from day to day."""

_BLANK: Final = {"type": "scattergeo", "lon": [None], "lat": [None], "showlegend": False}


def region_map(
    known: Known,
    articles: Iterable[Article],
    *,
    layer: str | None = None,
    highlight: Highlight | None = None,
    theme: Theme = "light",
    width: int = NARROWEST,
    caption: Caption | None = None,
    shapes: str | None = None,
) -> Drawing:
    """The region, its countries painted by their part in the story or by how many facts they have.

    Once provinces are said to have changed hands, Afghanistan is painted by them. A border that
    somebody claims a share of is drawn along its whole line in the colour of who is said to hold
    it: which stretch it is, nobody said. Clicks: see :mod:`dashboard.charts`.

    Where the day can be changed, the traces, their order, the shapes they name and the place of
    the map in the picture are the same on each day, and only what they say of the shapes changes.

    Args:
        known: What is known on the day that is shown.
        articles: The articles it comes from, for dates and the source line.
        layer: Id of one of :data:`~dashboard.charts.region.layers.LAYERS`; None for the first.
        highlight: What stands out; the rest is dimmed.
        theme: Light or dark.
        width: Pixels the figure is at least wide. Its height follows from it.
        caption: What a picture that leaves the page says about itself.
        shapes: Address of the folder with :mod:`~dashboard.charts.region.shape_files`, for a
            browser to load them from; None to embed them.

    Returns:
        The figure.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    cited_by, colours = tuple(articles), palette(theme)
    shown = layer_called(layer)
    chosen = highlight or Highlight()
    story = known.told_with(chosen.facts)
    if not shown.lines:
        story = dataclasses.replace(story, provinces=())
    areas = shown.areas(story, colours)
    entries = _entries(story, shown, areas, colours)
    words = _words(story, cited_by, chosen, width, shown, caption or Caption())
    drawing = _Drawing(
        story,
        {article.article_id: article for article in cited_by},
        chosen,
        colours,
        shapes,
        narrow=width < _ROOM_FOR_WORDS,
    )
    layout = _layout(words, colours, entries, played=story.played)
    return Drawing(_traces(drawing, areas, entries, lines=shown.lines), layout)


class _Drawing(NamedTuple):
    """What all traces are made of."""

    story: Told
    articles: Mapping[str, Article]
    chosen: Highlight
    colours: Palette
    shapes: str | None
    narrow: bool


def _traces(
    of: _Drawing, areas: Sequence[Area], entries: Sequence[Entry], *, lines: bool
) -> list[dict[str, Any]]:
    """All traces, from the lowest to the one on top; as many for each day."""
    story, articles, chosen, colours, shapes, narrow = of
    traces = [
        dict(_BLANK),  # must come first: see geo_axes
        land_trace(colours, shapes),
        *country_traces(story, areas, articles, chosen, colours, shapes),
    ]
    if lines:
        traces += province_traces(story, articles, chosen, colours, shapes)
        traces += border_traces(story, articles, chosen, colours, shapes)
        traces.append(arrow_reach(story, articles, shapes))
    traces += legend_traces(entries)
    if lines:
        traces += arrow_traces(story, chosen, colours)
        traces.append(crossing_trace(story, articles, chosen, colours))
    traces += name_traces(story, chosen, colours)
    if lines:
        traces.append(province_names(story, colours))
        traces.append(border_labels(story, articles, chosen, colours, brief=narrow))
        brief = narrow and story.played
        traces.append(arrow_labels(story, articles, chosen, colours, brief=brief))
    return traces


def region_map_alt(
    known: Known,
    articles: Iterable[Article],
    layer: str | None = None,
    highlight: Highlight | None = None,
) -> str:
    """The map in sentences, for those who cannot see it. Plain text."""
    chosen = highlight or Highlight()
    story, shown = known.told_with(chosen.facts), layer_called(layer)
    if not story.facts:
        return "Map of Afghanistan and its neighbours. No claims to show."
    parts = ["Map of Afghanistan and its neighbours."]
    if shown.lines:
        parts += _provinces_alt(story)
        parts += [sentence_of(claims) for claims in story.borders]
        parts += [f"{moved(movement)}, drawn as an arrow." for movement in story.movements]
        crossings = ", ".join(label(crossing.code) for crossing in story.crossings)
        parts.append(f"Crossings said to be taken or closed: {crossings}." if crossings else "")
    else:
        parts.append(shown.title(story) + ".")
    for area in shown.areas(story, palette()):
        if area.countries:
            parts.append(f"{area.name}: {', '.join(country.name for country in area.countries)}.")
    parts.append(as_of(articles) + "." if as_of(articles) else "")
    return " ".join(part for part in parts if part)


def _provinces_alt(story: Told) -> list[str]:
    """Which provinces are said to be taken, on which days, or when that was reported."""
    parts = [f"{provinces_sentence(story)}."] if provinces_sentence(story) else []
    by_day: dict[str, list[str]] = {}
    for province in sorted(story.provinces, key=lambda p: p.taken.day if p.taken else dt.date.max):
        if province.taken and province.days:
            words = capitalised(province.days.in_words)
            by_day.setdefault(words, []).append(province.name)
    parts += [f"{words}: {', '.join(names)}." for words, names in by_day.items()]
    contested = [province.name for province in story.provinces if province.contested]
    return [*parts, *([f"Retaken or contested: {', '.join(contested)}."] if contested else [])]


def _entries(story: Told, layer: Layer, areas: Sequence[Area], colours: Palette) -> list[Entry]:
    """The legend: provinces, then the areas, then crossings and arrows."""
    entries = [
        Entry(
            area.name,
            area.tint.fill,
            area.tint.line,
            shown=any(country.on_map for country in area.countries),
            opacity=background(story),
        )
        for area in areas
    ]
    if not layer.lines:
        return entries
    lines = [crossing_entry(story, colours), *arrow_entries(story, colours)]
    return [*province_entries(story, colours), *entries, *lines]


def _words(
    story: Told,
    articles: Sequence[Article],
    chosen: Highlight,
    width: int,
    layer: Layer,
    caption: Caption,
) -> Words:
    drawn = facts_of(map_marks(story, lines=layer.lines)).values()
    sources = cited(drawn, articles)
    own = of_this_session(drawn, sources, among=story.facts.values())
    return Words(
        layer.title(story),
        ". ".join(part for part in (chosen.told, layer.subtitle(story, articles), own) if part),
        source_line(sources, SHAPES),
        width,
        caption,
        least=_lines(width, caption.letters) if story.played else (0, 0, 0),
    )


def _lines(width: int, letters: float) -> tuple[int, int, int]:
    """Lines of the words around the map that are kept free, so that it stays where it is."""
    caption, told = Caption(letters=letters), f"{_LONG_SOURCE} · {SHAPES}"
    longest = Words(_LONG_TITLE, _LONG_SUBTITLE, told, width, caption)
    texts = (longest.title_lines, longest.subtitle_lines, longest.source_lines)
    title, subtitle, source = map(lines_in, texts)
    return title, subtitle, source


def _layout(
    words: Words, colours: Palette, entries: Sequence[Entry], *, played: bool
) -> dict[str, Any]:
    """The layout: the legend beside the map where there is room, else above it.

    Where days are played it stands below instead: it grows, and the map must stay.
    """
    names = [entry.name for entry in entries if entry.shown]
    widest = [entry.name for entry in entries] if played else names
    inner = words.width - 2 * EDGE
    beside = words.width >= _BESIDE and bool(widest)
    below = not beside and played
    room = inner - legend_width(widest) if beside else inner
    rows = legend_height(names, words.width)
    top = 8 if beside or below else rows + 4
    bottom = rows + 12 if below else 8
    map_height = min(MAP_HEIGHT, round(room / region().aspect))
    # Left of its legend the map stands under its title, even where it could be wider.
    right = min(room, map_height * region().aspect) / inner if beside else 1
    height = words.head_height + top + map_height + words.foot_height + bottom
    down = top + map_height + 4 if below else 4
    listed = legend(words, colours, height, down=down, entry=entry_width(names))
    if beside:
        # Entries wider than half the plot, whatever its width, stand one under the other. A
        # vertical legend would be as wide as its words on the page, and cut them off in a saved
        # picture: see FONT.
        listed |= {"entrywidthmode": "fraction", "entrywidth": 0.6}
        listed |= {"xref": "paper", "x": right, "y": 1, "yref": "paper"}
    return frame(words, colours, height=height, top=top, bottom=bottom) | {
        "geo": geo_axes(colours, right),
        "legend": listed,
    }
