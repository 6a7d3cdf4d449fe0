"""One run of the app: page settings, navigation and the selection that all pages share."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

from dashboard.components import messages
from dashboard.components.bound_selection import begin
from dashboard.components.run_log import run_of
from dashboard.components.session_notice import session_notice
from dashboard.components.warm_up import warm_up

_WITHOUT_ARTICLES: Final = frozenset({"add", "about"})
"""Pages that say something where no article can be read; any other would say what is not so."""


def page() -> None:
    """Draw the page that the address names."""
    st.set_page_config(
        page_title="Afghanistan withdrawal: claims and their sentences",
        page_icon=str(Path(__file__).with_name("assets") / "favicon.svg"),
        layout="wide",
    )
    chosen = st.navigation(
        [
            st.Page(
                "views/overview.py",
                title="Overview",
                icon=":material/dashboard:",
                default=True,
                help="The situation on one screen: key claims, map, timeline and evidence.",
            ),
            st.Page(
                "views/claims.py",
                title="Claims",
                icon=":material/compare_arrows:",
                help="Each measure over time: who claims what, who agrees, who contradicts.",
            ),
            st.Page(
                "views/article.py",
                title="Article",
                icon=":material/article:",
                help="The source text with every fact marked in place.",
            ),
            st.Page(
                "views/facts.py",
                title="Facts",
                icon=":material/table_rows:",
                help="All facts as a table: filter, choose, download as CSV or JSON.",
            ),
            st.Page(
                "views/add_article.py",
                title="Add an article",
                icon=":material/note_add:",
                url_path="add",
                help="Read a text of yours into facts, review them, take them away; for you alone.",
            ),
            st.Page(
                "views/about.py",
                title="About",
                icon=":material/info:",
                help="What counts as a fact, definitions, sources, licences and limits.",
            ),
        ],
        position="hidden" if st.context.is_embedded else "top",
    )
    warm_up()
    with run_of(chosen.url_path):
        dropped = begin(chosen.url_path)
        if messages.problems_reading() and chosen.url_path not in _WITHOUT_ARTICLES:
            return
        messages.dropped_from_link(dropped)
        session_notice(chosen.url_path)
        chosen.run()
