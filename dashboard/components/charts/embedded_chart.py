"""One chart alone, for a frame on another page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.charts.catalogue import CHARTS
from dashboard.components.browser.addresses import link_to_chart
from dashboard.components.browser.window_width import ask_window_width, window_width
from dashboard.components.charts.on_page import chart_alone
from dashboard.components.evidence.panel import evidence_panel

if TYPE_CHECKING:
    from dashboard.view import View

_MARGINS: Final = 56
"""Pixels that the page of a frame leaves free at its sides."""


def embedded_chart(view: View) -> None:
    """The chart a link is about, or else the first, the way to the dashboard, and evidence.

    The chart's picture carries its source line; a mark that is chosen shows its words below.
    """
    ask_window_width()
    name = view.selection.chart or next(iter(CHARTS))
    chart_alone(name, view, window_width() - _MARGINS)
    st.link_button(
        "Open in the dashboard",
        link_to_chart(name),
        icon=":material/open_in_new:",
        type="tertiary",
    )
    if view.chosen:
        with st.container(border=True, key="evidence"):
            evidence_panel(view.facts, of=view.in_view)
