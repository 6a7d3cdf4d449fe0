"""Every fact in a table, with filters."""

from __future__ import annotations

import streamlit as st

from dashboard.components.bound_selection import current
from dashboard.components.downloads import download_buttons
from dashboard.components.evidence import evidence_panel
from dashboard.components.fact_filters import fact_filters
from dashboard.components.fact_table import fact_table
from dashboard.components.selection_bar import page_header, selection_bar
from dashboard.concerns import facts_in_view
from dashboard.corpus_source import corpus


def facts_page() -> None:
    """Draw the page."""
    everything = tuple(corpus().facts.values())
    facts = facts_in_view(everything, current(), corpus().articles)
    with page_header():
        st.title("Facts", anchor=False, width="content")
        selection_bar(len(facts), len(everything))
    fact_filters(everything)
    left, right = st.columns([5, 3], gap="small")
    with left:
        fact_table(facts, most_rows=18, beside_evidence=True)
        download_buttons(facts)
    with right.container(border=True, height="stretch", key="evidence"):
        first = facts[0] if facts else None
        evidence_panel(facts, first, "The first of the table. Choose a row to see its words.")


facts_page()
