"""The situation on one screen; in a frame of another page, one chart of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.cards.content import first_claim, shown_cards
from dashboard.charts.on_page import MAP_AND_EVIDENCE
from dashboard.components.browser.address_bar import address_bar
from dashboard.components.browser.addresses import link_here
from dashboard.components.browser.window_width import ask_window_width
from dashboard.components.cards.stat_cards import stat_cards
from dashboard.components.charts.embedded_chart import embedded_chart
from dashboard.components.charts.on_page import chart_on_page
from dashboard.components.evidence.panel import evidence_panel
from dashboard.components.messages.messages import part_shown
from dashboard.components.selecting.as_of import as_of
from dashboard.components.selecting.filters import filter_menu
from dashboard.components.selecting.selection_bar import (
    facts_counted,
    page_header,
    page_tools,
    selection_bar,
)
from dashboard.components.session.bound_selection import current
from dashboard.components.session.corpus import corpus
from dashboard.components.tables.fact_table import fact_table
from dashboard.components.taking_away.copy_link import copy_link
from dashboard.components.taking_away.downloads import facts_downloads, view_downloads
from dashboard.kept import kept
from dashboard.view import View
from dashboard.words.facts import counted, day
from dashboard.words.plain_text import escape

if TYPE_CHECKING:
    from data.fact import Fact


def header(view: View) -> None:
    """Title, what this is, and the date all of it is as of."""
    articles = f" from {counted(view.totals.articles, 'article')}"
    told = facts_counted(view) + ("" if view.selection.filters else articles)
    told += f", as of {day(view.as_of)}" if view.as_of else ""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", width="content"):
        st.title("Afghanistan withdrawal: who claims what", anchor=False, width="content")
        st.markdown(f":small[:gray[{escape(f'{told}')}]]", width="content")
        ask_window_width()


def overview(view: View) -> None:
    """Draw the page."""
    with page_header(view):
        header(view)
        selection_bar(view)
        with page_tools():
            filter_menu(view)
            copy_link(link_here(), key="view-link", of="what this page shows")
            view_downloads(view)
    as_of(view)
    part_shown(view)
    stat_cards(shown_cards(view.corpus.claims), view)
    left, right = st.columns(MAP_AND_EVIDENCE, gap="xsmall")
    with left.container(border=True, height="stretch"):
        chart_on_page("region-map", view)
    with right.container(border=True, height="stretch", key="evidence"):
        first = None if view.selection.filters else _shown_first(view)
        own = first is not None and first.article_id == view.corpus.entry_point
        why = "Shown first" if own else "The latest on a card"
        evidence_panel(
            view.facts, first, f"{why}. Choose anything to see its words.", of=view.in_view
        )
    with st.container(border=True):
        chart_on_page("timeline", view)
    st.markdown("### Facts in view", anchors=False)
    fact_table(view.facts, most_rows=11)
    facts_downloads(view)


def _shown_first(view: View) -> Fact | None:
    """The fact whose evidence is shown before anything is chosen."""
    return kept(
        view.corpus,
        "shown first",
        view.selection.day,
        lambda: first_claim(
            shown_cards(view.corpus.claims),
            view.claims,
            view.everything,
            view.corpus.entry_point,
            view.as_of,
        ),
    )


address_bar()
if st.context.is_embedded:
    embedded_chart(View.of(corpus(), current()))
else:
    overview(View.of(corpus(), current()))
