"""The charts, placed on the page and wired to the selection."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, get_args

import streamlit as st

from dashboard.charts.config import ImageFormat, chart_config
from dashboard.charts.highlight import Highlight
from dashboard.charts.picked import Picked, picked
from dashboard.charts.region_map import MAP_HEIGHT, region_map, region_map_alt
from dashboard.charts.timeline import timeline, timeline_alt
from dashboard.components.bound_selection import (
    choose_among,
    choose_fact,
    choose_place,
    current,
    input_key,
)
from dashboard.components.messages import defect, problem
from dashboard.components.window_width import window_width
from dashboard.corpus_source import corpus
from data.errors import InputError
from data.fact import Fact, to_frame

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from dashboard.palette import Theme

Drawn = tuple["go.Figure", str]
"""A chart, and its text for those who cannot see it."""

_LOG: Final = logging.getLogger(__name__)
_WIDE_MARGINS: Final = 800
"""Pixels of the window from which Streamlit gives a page wide margins."""

_STACKED: Final = 640
"""Pixels of the window below which Streamlit puts columns under each other."""

_NARROW_FRAME: Final = 56
"""Pixels that narrow margins and the chart's frame take."""

_WIDE_FRAME: Final = 168
"""Pixels that wide margins and the chart's frame take."""

MAP_AND_EVIDENCE: Final = (5, 3)
"""Widths of the map and of the evidence beside it, as parts of the page."""

_BETWEEN: Final = 24
"""Pixels that the gap and the map's own frame take from the two."""

_MAP: Final = "region-map"
_TIMELINE: Final = "timeline"


def region_map_on_page(facts: Sequence[Fact]) -> None:
    """The map; choosing a country filters, choosing a line or an arrow shows its evidence."""
    frame, articles = to_frame(facts), corpus().articles.values()

    def draw() -> Drawn:
        chosen = Highlight.of(current())
        width = map_width(window_width())
        figure = region_map(frame, articles, highlight=chosen, theme=_theme(), width=width)
        return figure, region_map_alt(frame, articles)

    with st.skeleton(height=MAP_HEIGHT):
        drawn = _drawn("map", draw)
    if drawn:
        _chart(_MAP, *drawn, filename="afghanistan-withdrawal-map")


def timeline_on_page(facts: Sequence[Fact]) -> None:
    """The timeline; choosing a mark shows its evidence."""
    frame, articles = to_frame(facts), corpus().articles.values()

    def draw() -> Drawn:
        chosen = Highlight.of(current())
        width = timeline_width(window_width())
        figure = timeline(frame, articles, highlight=chosen, theme=_theme(), width=width)
        return figure, timeline_alt(frame, articles)

    if drawn := _drawn("timeline", draw):
        _chart(_TIMELINE, *drawn, filename="afghanistan-withdrawal-timeline")


def timeline_width(window: int) -> int:
    """Pixels of a chart that is as wide as the page, less its margins and frame."""
    return window - (_NARROW_FRAME if window < _WIDE_MARGINS else _WIDE_FRAME)


def map_width(window: int) -> int:
    """Pixels of the map: as wide as the page, or its part of it beside the evidence."""
    page = timeline_width(window)
    if window < _STACKED:
        return page
    return (page - _BETWEEN) * MAP_AND_EVIDENCE[0] // sum(MAP_AND_EVIDENCE)


def _drawn(what: str, draw: Callable[[], Drawn]) -> Drawn | None:
    """A chart and its text, or None and a message in its place: the page outlives a chart."""
    consequence = f"The {what} cannot be drawn. Everything else on this page still holds."
    try:
        return draw()
    except InputError as error:
        problem(error, consequence)
    except Exception as error:
        _LOG.exception("The %s cannot be drawn", what)
        defect(error, consequence)
    return None


def _theme() -> Theme:
    return "dark" if st.context.theme.type == "dark" else "light"


def _chart(name: str, figure: go.Figure, alt: str, *, filename: str) -> None:
    key = input_key(name)

    def on_select() -> None:
        _choose(picked(st.session_state[key]), source=name)

    image: ImageFormat = st.session_state.get(f"{name}-image") or "png"
    st.plotly_chart(
        figure,
        key=key,
        theme=None,
        on_select=on_select,
        selection_mode="points",
        config=chart_config(filename, image),
        alt=alt,
    )
    with st.container(
        horizontal=True, horizontal_alignment="right", vertical_alignment="center", gap="xsmall"
    ):
        st.caption("The camera button saves", width="content")
        st.segmented_control(
            "The camera button saves",
            get_args(ImageFormat),
            default="png",
            required=True,
            key=f"{name}-image",
            format_func=str.upper,
            label_visibility="collapsed",
        )


def _choose(choice: Picked | None, *, source: str) -> None:
    """Act on a click. Without a point the mark chosen before was let go of."""
    selection = current()
    if choice is None:
        if selection.fact:
            choose_fact(selection.fact, source=source)
        elif len(selection.countries) == 1:
            choose_place(selection.countries[0], source=source)
    elif choice.country:
        choose_place(choice.country, source=source)
    elif choice.facts:
        choose_among(choice.facts, source=source)
