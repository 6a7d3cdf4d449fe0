"""Add an article: bring a text in, say what it is, review its facts, take them away."""

from __future__ import annotations

from typing import Final

import streamlit as st

from dashboard.components.adding.add_article_text import how_it_works
from dashboard.components.adding.added_list import added_list, reviewed_now, session_tools
from dashboard.components.adding.article_intake import article_intake, ask_files_refused
from dashboard.components.adding.pending_articles import HEAD, pending_articles
from dashboard.components.adding.waiting import came, waiting
from dashboard.components.browser.address_bar import address_bar
from dashboard.components.browser.in_sight import bring_into_sight, watch_sight
from dashboard.components.browser.unfinished_dates import watch_dates
from dashboard.components.browser.window_width import ask_window_width
from dashboard.components.messages.outcomes import done, refusals
from dashboard.components.review.fact_review import fact_review
from dashboard.components.selecting.selection_bar import page_header
from dashboard.components.session.corpus import added

_REFUSED: Final = "refused"
_ONLY_HERE: Final = (
    "Only you see this, and only in this tab. It is gone when you close or reload it, when the "
    "server restarts and when the connection is lost for minutes: download the archive to keep it."
)
_WAITING_ONLY: Final = _ONLY_HERE.replace("download", "add it, then download")
"""While there is nothing to download."""


def add_article_page() -> None:
    """Draw the page."""
    with page_header():
        st.title("Add an article", anchor=False, width="content")
        ask_window_width()
        session_tools()
    ask_files_refused()
    with st.container(key=_REFUSED):
        refused = refusals()
    done()
    if came() or refused:
        bring_into_sight(_REFUSED if refused else HEAD)
    if added().entries or waiting():
        st.caption(_ONLY_HERE if added().entries else _WAITING_ONLY)
    if added().entries:
        # Another key with every article that came in: the form closes once it has done its part.
        key = f"add-another-{len(added().entries)}-{len(waiting())}"
        with st.expander("Add another", icon=":material/note_add:", key=key):
            article_intake()
        pending_articles()
        added_list()
    else:
        left, right = st.columns([1, 1], gap="small")
        with left.container(border=True, height="stretch"):
            article_intake()
        with right:
            pending_articles() if waiting() else how_it_works()
    entry = reviewed_now()
    if entry:
        fact_review(entry)
    watch_dates()
    watch_sight()


address_bar()
add_article_page()
