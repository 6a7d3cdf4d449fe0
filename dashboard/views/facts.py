"""Every fact in a table, with filters."""

from __future__ import annotations

import streamlit as st

from dashboard.components.browser.address_bar import address_bar
from dashboard.components.browser.addresses import link_here
from dashboard.components.evidence.panel import evidence_panel
from dashboard.components.messages.messages import part_shown
from dashboard.components.selecting.filters import filters
from dashboard.components.selecting.selection_bar import (
    facts_counted,
    page_header,
    page_tools,
    selection_bar,
)
from dashboard.components.session.bound_selection import current
from dashboard.components.session.corpus import corpus
from dashboard.components.tables.fact_table import fact_table, rows_shown
from dashboard.components.taking_away.copy_link import copy_link
from dashboard.components.taking_away.downloads import facts_downloads
from dashboard.view import View
from dashboard.words.plain_text import escape


def facts_page(view: View) -> None:
    """Draw the page."""
    with page_header():
        with st.container(
            horizontal=True, vertical_alignment="bottom", gap="small", width="content"
        ):
            st.title("Facts", anchor=False, width="content")
            st.markdown(f":small[:gray[{escape(facts_counted(view))}]]", width="content")
        selection_bar(view, chips=False)
        with page_tools():
            copy_link(link_here(), key="view-link", of="what this page shows")
    filters(view, in_row=True)
    part_shown(view)
    left, right = st.columns([5, 3], gap="small")
    with left:
        fact_table(view.facts, most_rows=18, beside_evidence=True)
        facts_downloads(view)
    with right.container(border=True, height="stretch", key="evidence"):
        first = rows_shown(view.facts)[0] if view.facts else None
        evidence_panel(
            view.facts,
            first,
            "The first of the table. Choose a row to see its words.",
            of=view.in_view,
        )


address_bar()
facts_page(View.of(corpus(), current()))
