"""What is selected, as chips that let go of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Literal

import streamlit as st

from dashboard.components.browser.window_width import is_narrow
from dashboard.components.session.bound_selection import clear, without
from dashboard.view import period_in_words
from dashboard.words.facts import counted, source_of
from dashboard.words.kinds import kind_entry
from dashboard.words.names import label
from dashboard.words.plain_text import escape, excerpt

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from dashboard.view import View

_LONGEST_CHIP: Final = 36


@contextmanager
def page_header(view: View | None = None) -> Iterator[None]:
    """The top of a page: what it is at the left, what can be done with it at the right.

    One filter has its place between the two, so that choosing a country moves nothing. More, and
    any on a phone, stand in a row below.

    Args:
        view: What is selected; None where nothing can be.
    """
    with st.container(gap="xsmall", key="page-head"):
        with st.container(
            horizontal=True,
            horizontal_alignment="left" if is_narrow() else "distribute",
            vertical_alignment="center",
        ):
            yield
        if view and not _in_the_header(view):
            _chips(view, "left")


def page_tools() -> DeltaGenerator:
    """The right end of the header: what can be done with the page."""
    return st.container(horizontal=True, vertical_alignment="center", gap="small", width="content")


def facts_counted(view: View) -> str:
    """How many facts there are, and how many of them pass the filters, in words."""
    everything = counted(view.totals.facts, "fact")
    return f"{view.in_view:,} of {everything}" if view.selection.filters else everything


def selection_bar(view: View, *, chips: bool = True) -> None:
    """Draw what the header of a page has room for: a chip for the one filter, and "Clear".

    Args:
        view: What is shown.
        chips: Whether to draw the chips; not where the filters themselves are in sight.
    """
    selection = view.selection
    if chips and _in_the_header(view) and (selection.filters or selection.fact):
        # It takes the room that is left, and wraps within it: what stands beside it stays there.
        _chips(view, "right")
    elif not chips and (selection.filters or selection.fact):
        _clear()
    elif not is_narrow():
        st.empty()  # or what stands behind it would be made anew when a chip appears


def _in_the_header(view: View) -> bool:
    """Whether all chips fit between the title and what can be done with the page."""
    return not is_narrow() and len(_kept(view)) < 2


def _chips(view: View, alignment: Literal["left", "right"]) -> None:
    """Draw a chip for each filter and a button that clears everything."""
    kept = _kept(view)
    if not kept and not view.selection.fact:
        return
    with st.container(
        horizontal=True, horizontal_alignment=alignment, gap="xsmall", vertical_alignment="center"
    ):
        for field, text in kept.items():
            _chip(text, field, None if field == "dates" else ())
        _clear()


def _clear() -> None:
    st.button(
        "Clear",
        key="clear-selection",
        icon=":material/close:",
        type="tertiary",
        on_click=clear,
        help="Let go of every filter and of the chosen fact",
    )


def _kept(view: View) -> dict[str, str]:
    """What each filter that is set keeps, in words."""
    return {field: text for field, text in _chosen(view).items() if text}


def _chosen(view: View) -> dict[str, str]:
    """What each filter keeps, in words; empty where it keeps everything."""
    selection, articles = view.selection, view.corpus.articles
    return {
        "countries": ", ".join(label(code) for code in selection.countries),
        "dates": period_in_words(selection.dates) if selection.dates else "",
        "kinds": ", ".join(kind_entry(kind).label for kind in selection.kinds),
        "actors": ", ".join(label(code) for code in selection.actors),
        "sources": ", ".join(source_of(articles.get(name)) for name in selection.sources),
    }


def _chip(text: str, field: str, default: object) -> None:
    st.button(
        escape(excerpt(text, _LONGEST_CHIP)),
        key=f"chip-{field}",
        icon=":material/filter_alt:",
        on_click=without,
        kwargs={field: default},
        help=f"Take this filter away: {escape(text)}",
    )
