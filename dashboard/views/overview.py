"""The situation on one screen."""

from __future__ import annotations

import dataclasses

import streamlit as st

from dashboard.cards import first_claim, read_cards
from dashboard.components.bound_selection import current
from dashboard.components.charts_on_page import (
    MAP_AND_EVIDENCE,
    region_map_on_page,
    timeline_on_page,
)
from dashboard.components.downloads import download_buttons
from dashboard.components.evidence import evidence_panel
from dashboard.components.fact_table import fact_table
from dashboard.components.selection_bar import page_header, selection_bar
from dashboard.components.stat_cards import stat_cards
from dashboard.components.window_width import ask_window_width
from dashboard.concerns import facts_in_view
from dashboard.corpus_source import corpus
from dashboard.plain_text import escape
from dashboard.wording import counted, day


def header() -> None:
    """Title, what this is, and the date all of it is as of."""
    dates = [article.published for article in corpus().articles.values() if article.published]
    facts, articles = len(corpus().facts), len(corpus().articles)
    told = f"{counted(facts, 'fact')} from {counted(articles, 'article')}"
    as_of = f", as of {day(max(dates))}" if dates else ""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", width="content"):
        st.title("Afghanistan withdrawal: who claims what", anchor=False, width="content")
        st.markdown(f":small[:gray[{escape(f'{told}{as_of}')}]]", width="content")


def overview() -> None:
    """Draw the page."""
    everything = tuple(corpus().facts.values())
    facts = facts_in_view(everything, current(), corpus().articles)
    # Map and timeline keep what a place leaves out, dimmed, so that it can be chosen too.
    around = facts_in_view(
        everything, dataclasses.replace(current(), countries=()), corpus().articles
    )
    with page_header():
        header()
        ask_window_width()
        selection_bar(len(facts), len(everything))
    stat_cards(read_cards())
    left, right = st.columns(MAP_AND_EVIDENCE, gap="xsmall")
    with left.container(border=True, height="stretch"):
        region_map_on_page(around)
    with right.container(border=True, height="stretch", key="evidence"):
        first = None if current().filters else first_claim(read_cards(), everything)
        evidence_panel(facts, first, "Shown first. Choose anything to see its words.")
    with st.container(border=True):
        timeline_on_page(around)
    st.markdown("### Facts in view", anchors=False)
    fact_table(facts, most_rows=11)
    download_buttons(facts)


overview()
