"""The charts, placed on the page and wired to the selection."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.charts.catalogue import CHARTS, LAYERS, Style
from dashboard.charts.on_page import drawn_on_page, width_on_page
from dashboard.charts.parts.caption import ON_PAGE, Caption
from dashboard.charts.parts.config import chart_config
from dashboard.charts.parts.picked import Picked, picked
from dashboard.charts.region.known import Known
from dashboard.components.browser.addresses import base, link_to_chart, shapes
from dashboard.components.browser.window_width import is_narrow, window_width
from dashboard.components.charts.chart_menu import chart_menu, image_format
from dashboard.components.charts.chosen_mark import chosen_in_words, chosen_mark
from dashboard.components.charts.live_chart import live_chart
from dashboard.components.messages.messages import defect, problem
from dashboard.components.session.bound_selection import (
    choose_among,
    choose_fact,
    choose_place,
    current,
    input_key,
    store,
)
from dashboard.components.session.corpus import holdings
from dashboard.components.tables.capture_list import capture_list
from dashboard.observability.conditions import tell_defect
from dashboard.selecting.selection import Selection
from data.errors import InputError

if TYPE_CHECKING:
    from dashboard.charts.catalogue import Chart
    from dashboard.charts.drawn import Drawn
    from dashboard.palette import Theme
    from dashboard.view import View

_KEYS: Final = {
    False: "arrow keys go through them",
    True: "arrow keys go to the nearest in their direction, page keys through the list",
}
"""What keys do on a chart, and on a map."""

_LAYER: Final = "map-layer"


def chart_on_page(name: str, view: View) -> None:
    """A chart with its layer switch, link and downloads.

    Choosing a mark shows its evidence, choosing a country filters.

    Args:
        name: Of the chart, in :data:`CHARTS`.
        view: What it shows.
    """
    chart = CHARTS[name]
    # Beside evidence that is longer, what is below a map stands at the foot of its frame.
    with st.container(
        key=f"chart-{name}",
        gap="xsmall",
        height="stretch" if chart.is_map else "content",
        vertical_alignment="distribute" if chart.is_map else "top",
    ):
        drawn = _placed(chart, view, width_on_page(chart, window_width()), selected="")
        if drawn is None:
            return
        if not chart.is_map or is_narrow():  # beside a wide map stands the evidence
            chosen_mark(name)
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            _below(chart, view)


def chart_alone(name: str, view: View, width: int) -> None:
    """A chart with nothing below it, which says itself what is selected.

    Args:
        name: Of the chart, in :data:`CHARTS`.
        view: What it shows.
        width: Pixels it is at least wide.
    """
    with st.container(key=f"chart-{name}", gap="xsmall"):
        _placed(CHARTS[name], view, width, selected=view.described)
        chosen_mark(name)


def _placed(chart: Chart, view: View, width: int, *, selected: str) -> Drawn | None:
    caption = Caption(selected, letters=ON_PAGE)
    style = Style(theme=_theme(), width=width, caption=caption, shapes=shapes())
    drawn = _drawn(chart, view, style)
    if drawn:
        around = Caption("" if selected else view.described, link_to_chart(chart.name))
        _chart(chart, drawn, view.selection.day, around)
    return drawn


def _below(chart: Chart, view: View) -> None:
    if chart.is_map:
        _layer_switch()
    else:
        st.space(1)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", width="content"):
        if chart.is_map:
            capture_list(view)
        chart_menu(chart, view)


def _layer_switch() -> None:
    first = next(iter(LAYERS))
    st.session_state[_LAYER] = current().layer or first

    def changed() -> None:
        chosen = st.session_state[_LAYER]
        store(dataclasses.replace(current(), layer=None if chosen == first else chosen))

    st.segmented_control(
        "Layer of the map",
        list(LAYERS),
        key=_LAYER,
        required=True,
        format_func=lambda layer: LAYERS[layer],
        label_visibility="collapsed",
        on_change=changed,
    )


def _drawn(chart: Chart, view: View, style: Style) -> Drawn | None:
    """A chart, or None and a message in its place: the page outlives a chart."""
    name = chart.title.lower()
    consequence = f"The {name} cannot be drawn. Everything else on this page still holds."
    live = bool(base()) and Known.of(view).played
    try:
        everything = holdings().corpus(Selection()) if live else None
        return drawn_on_page(chart, view, style, everything)
    except InputError as error:
        problem(error, consequence)
    except Exception as error:
        tell_defect(chart.name, error)
        defect(error, consequence)
    return None


def _theme() -> Theme:
    return "dark" if st.context.theme.type == "dark" else "light"


def _chart(chart: Chart, drawn: Drawn, day: dt.date | None, around: Caption) -> None:
    config = chart_config(f"withdrawal-{chart.name}", image_format(chart))
    if drawn.reference:
        live_chart(
            drawn,
            key=f"live-{chart.name}",
            base=base(),
            config=config,
            marks=f"Marks of the {chart.title.lower()}: {_KEYS[chart.is_map]}, Enter chooses",
            chosen=chosen_in_words(chart.name),
            day=day,
            caption=around,
            on_pick=lambda choice: _choose(choice, source=chart.name),
        )
        return
    key = input_key(chart.name)

    def on_select() -> None:
        _choose(picked(st.session_state[key]), source=chart.name)

    st.plotly_chart(
        drawn.drawing.figure(),
        key=key,
        theme=None,
        on_select=on_select,
        selection_mode="points",
        config=config,
        alt=drawn.alt,
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
