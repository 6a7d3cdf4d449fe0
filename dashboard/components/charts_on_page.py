"""The charts, placed on the page and wired to the selection."""

from __future__ import annotations

from collections.abc import Sequence
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
from dashboard.components.corpus_source import corpus
from dashboard.components.messages import problem
from data.errors import InputError
from data.fact import Fact, to_frame

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from dashboard.palette import Theme

_MAP: Final = "region-map"
_TIMELINE: Final = "timeline"


def region_map_on_page(facts: Sequence[Fact]) -> None:
    """The map; choosing a country filters, choosing a line or an arrow shows its evidence.

    A shape that is missing or broken takes the map's place with a message.
    """
    try:
        frame, articles = to_frame(facts), corpus().articles.values()
        chosen = Highlight.of(current())
        with st.skeleton(height=MAP_HEIGHT):
            figure = region_map(frame, articles, highlight=chosen, theme=_theme())
        alt = region_map_alt(frame, articles)
    except InputError as error:
        problem(error, "The map cannot be drawn. Everything else on this page still holds.")
        return
    _chart(_MAP, figure, alt, filename="afghanistan-withdrawal-map")


def timeline_on_page(facts: Sequence[Fact]) -> None:
    """The timeline; choosing a mark shows its evidence."""
    frame, articles = to_frame(facts), corpus().articles.values()
    figure = timeline(frame, articles, highlight=Highlight.of(current()), theme=_theme())
    alt = timeline_alt(frame, articles)
    _chart(_TIMELINE, figure, alt, filename="afghanistan-withdrawal-timeline")


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
        elif selection.place:
            choose_place(selection.place, source=source)
    elif choice.country:
        choose_place(choice.country, source=source)
    elif choice.facts:
        choose_among(choice.facts, source=source)
