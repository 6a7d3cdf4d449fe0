"""What is selected, as chips that let go of it."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.components.bound_selection import clear, current, without
from dashboard.kinds import kind_entry
from dashboard.names import label
from dashboard.plain_text import escape
from dashboard.view import period_in_words


def page_header() -> DeltaGenerator:
    """The row at the top of a page: what it is at the left, what is selected at the right.

    Chips have their place there on every page, so that choosing moves nothing.
    """
    return st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    )


def selection_bar(in_view: int, total: int) -> None:
    """Draw a chip for each filter and a button that clears everything.

    Args:
        in_view: How many facts pass the filters.
        total: How many there are.
    """
    selection = current()
    if selection == type(selection)():
        with st.container(width=1):
            st.space("medium")  # as high as a button, or the page would jump when one appears
        return
    with st.container(
        horizontal=True, gap="xsmall", vertical_alignment="center", width="content", key="selection"
    ):
        if selection.filters:
            st.caption(f"Showing {in_view} of {total} facts", width="content")
        if selection.countries:
            _chip(", ".join(label(code) for code in selection.countries), "countries", ())
        if selection.dates:
            _chip(period_in_words(selection.dates), "dates", None)
        if selection.kinds:
            _chip(", ".join(kind_entry(kind).label for kind in selection.kinds), "kinds", ())
        if selection.actors:
            _chip(", ".join(label(code) for code in selection.actors), "actors", ())
        st.button(
            "Clear selection",
            key="clear-selection",
            icon=":material/close:",
            type="tertiary",
            on_click=clear,
        )


def _chip(text: str, field: str, default: object) -> None:
    st.button(
        escape(text),
        key=f"chip-{field}",
        icon=":material/filter_alt:",
        on_click=without,
        kwargs={field: default},
        help="Take this filter away",
    )
