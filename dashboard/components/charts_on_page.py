"""The charts, placed on the page and wired to the selection."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.charts.caption import Caption
from dashboard.charts.catalogue import CHARTS, LAYERS, Style
from dashboard.charts.config import chart_config
from dashboard.charts.drawn import Drawn
from dashboard.charts.known import Known
from dashboard.charts.picked import Picked, picked
from dashboard.charts.reference_figure import SHAPES, reference_figure
from dashboard.components.addresses import base, shapes
from dashboard.components.bound_selection import (
    choose_among,
    choose_fact,
    choose_place,
    current,
    input_key,
    store,
)
from dashboard.components.chart_menu import chart_menu, image_format
from dashboard.components.live_chart import live_chart
from dashboard.components.messages import defect, problem
from dashboard.components.session_corpus import holdings
from dashboard.kept import kept
from dashboard.observability.conditions import tell_defect
from dashboard.selection import Selection
from data.errors import InputError

if TYPE_CHECKING:
    from dashboard.charts.catalogue import Chart
    from dashboard.palette import Theme
    from dashboard.view import View

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

_LAYER: Final = "map-layer"


def chart_on_page(name: str, view: View, width: int, *, with_menu: bool = True) -> None:
    """A chart; choosing a mark shows its evidence, choosing a country filters.

    Args:
        name: Of the chart, in :data:`CHARTS`.
        view: What it shows.
        width: Pixels it is at least wide.
        with_menu: Whether the layer switch, the link and the downloads stand below it. Without,
            the chart stands alone, and says itself what is selected.
    """
    chart = CHARTS[name]
    selected = "" if with_menu else view.described
    style = Style(theme=_theme(), width=width, caption=Caption(selected))
    with st.container(key=f"chart-{name}", gap="xsmall"):
        drawn = _drawn(chart, view, style)
        if drawn is None:
            return
        _chart(chart, drawn)
        if with_menu:
            with st.container(
                horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
            ):
                _below(chart, view, drawn.drawing.height)


def _below(chart: Chart, view: View, height: int) -> None:
    if chart.is_map:
        _layer_switch()
    else:
        st.space(1)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", width="content"):
        chart_menu(chart, view, height)


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


def timeline_width(window: int) -> int:
    """Pixels of a chart that is as wide as the page, less its margins and frame."""
    return window - (_NARROW_FRAME if window < _WIDE_MARGINS else _WIDE_FRAME)


def map_width(window: int) -> int:
    """Pixels of the map: as wide as the page, or its part of it beside the evidence."""
    page = timeline_width(window)
    if window < _STACKED:
        return page
    return (page - _BETWEEN) * MAP_AND_EVIDENCE[0] // sum(MAP_AND_EVIDENCE)


def _drawn(chart: Chart, view: View, style: Style) -> Drawn | None:
    """A chart, or None and a message in its place: the page outlives a chart."""
    name = chart.title.lower()
    consequence = f"The {name} cannot be drawn. Everything else on this page still holds."
    shown = dataclasses.replace(view.selection, chart=None, article=None)
    # A live one stays there while days pass, zoomed as it was.
    live = bool(base()) and Known.of(view).played
    style = dataclasses.replace(style, shapes=SHAPES if live else shapes())
    try:
        reference = reference_figure(chart, holdings().corpus(Selection())) if live else None
        return kept(
            view.corpus,
            "charts on the page",
            (chart.name, shown, style, reference and reference.name),
            make=lambda: Drawn(chart.drawn(view, style), chart.words(view), reference),
        )
    except InputError as error:
        problem(error, consequence)
    except Exception as error:
        tell_defect(chart.name, error)
        defect(error, consequence)
    return None


def _theme() -> Theme:
    return "dark" if st.context.theme.type == "dark" else "light"


def _chart(chart: Chart, drawn: Drawn) -> None:
    config = chart_config(f"withdrawal-{chart.name}", image_format(chart))
    if drawn.reference:
        live_chart(
            drawn,
            key=f"live-{chart.name}",
            base=base(),
            config=config,
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
