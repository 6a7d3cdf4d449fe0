"""What is selected, as chips that let go of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.components.bound_selection import clear, without
from dashboard.kinds import kind_entry
from dashboard.names import label
from dashboard.plain_text import escape, excerpt
from dashboard.view import period_in_words
from dashboard.wording import counted, source_of

if TYPE_CHECKING:
    from dashboard.view import View

_LONGEST_CHIP: Final = 36
_MOST_CHIPS: Final = 2
"""More would push the page down on every choice; the filters show them all."""


def page_header() -> DeltaGenerator:
    """The row at the top of a page: what it is at the left, what is selected at the right.

    Chips have their place there on every page, so that choosing moves nothing.
    """
    return st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    )


def page_tools() -> DeltaGenerator:
    """The right end of the header: what can be done with the page."""
    return st.container(horizontal=True, vertical_alignment="center", gap="small", width="content")


def facts_counted(view: View) -> str:
    """How many facts there are, and how many of them pass the filters, in words."""
    everything = counted(view.totals.facts, "fact")
    return f"{view.in_view:,} of {everything}" if view.selection.filters else everything


def selection_bar(view: View, *, chips: bool = True) -> None:
    """Draw a chip for each filter and a button that clears everything.

    Args:
        view: What is shown.
        chips: Whether to draw the chips; not where the filters themselves are in sight.
    """
    selection = view.selection
    if not selection.filters and not selection.fact:
        with st.container(width=1):
            st.space("medium")  # as high as a button, or the page would jump when one appears
        return
    # It takes the room that is left, and wraps within it: what stands beside it stays there.
    with st.container(
        horizontal=True,
        horizontal_alignment="right",
        gap="xsmall",
        vertical_alignment="center",
        key="selection",
    ):
        kept = {field: text for field, text in _chosen(view).items() if text and chips}
        for field in list(kept)[:_MOST_CHIPS]:
            _chip(kept[field], field, None if field == "dates" else ())
        if len(kept) > _MOST_CHIPS:
            rest = ", ".join(list(kept.values())[_MOST_CHIPS:])
            st.caption(
                f"and {counted(len(kept) - _MOST_CHIPS, 'more filter')}",
                width="content",
                help=escape(rest),
            )
        st.button(
            "Clear",
            key="clear-selection",
            icon=":material/close:",
            type="tertiary",
            on_click=clear,
            help="Let go of every filter and of the chosen fact",
        )


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
