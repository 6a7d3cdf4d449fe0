"""On every page: that it shows more than others see, and where that is seen to."""

from __future__ import annotations

import dataclasses
from typing import Final

import streamlit as st

from dashboard.components.parts.badges import session_badge
from dashboard.components.session.bound_selection import current, store
from dashboard.components.session.corpus import added
from dashboard.words.facts import counted
from dashboard.words.plain_text import escape

PAGE: Final = "add"
"""Path of the page that says all this itself. Not "add-article": Streamlit takes the name of a
page off the end of an address, and would leave "add-" of it."""


def session_notice(page: str) -> None:
    """Draw one line while this visitor has added articles.

    Args:
        page: Path of the page that is about to be drawn.
    """
    entries = added().entries
    if not entries or page == PAGE or st.context.is_embedded:
        return
    facts = sum(len(entry.facts) for entry in entries.values())
    told = f"You added {counted(len(entries), 'article')} with {counted(facts, 'fact')}."
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="session"):
        session_badge()
        st.markdown(
            f":small[{escape(told)} Links and addresses of pictures do not contain them.]",
            width="content",
        )
        st.page_link("views/add_article.py", label="Review them", icon=":material/rule:")
        names = tuple(entries)
        only = current().sources == names
        st.button(
            "Show all" if only else "Show only these",
            key="session-only",
            type="tertiary",
            on_click=_only,
            args=(() if only else names,),
        )


def _only(sources: tuple[str, ...]) -> None:
    store(dataclasses.replace(current(), sources=sources, fact=None))
