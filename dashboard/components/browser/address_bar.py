"""The address bar: links that people can read, and one entry of the history for each choice."""

from __future__ import annotations

from typing import Final

import streamlit as st

from dashboard.components.browser.loaded_once import component
from dashboard.components.session.bound_selection import carried_over, current

_component: Final = component("address_bar")


def address_bar(*, leads_to_words: bool = True) -> None:
    """Have the address read ``countries=TJK,UZB`` where Streamlit writes ``TJK%2CUZB``.

    On a page entered with a selection from another, the selection is written into the entry
    that the browser has just made, instead of a second one. Call once on every page.

    Args:
        leads_to_words: Whether a link to a claim opens the page with its evidence in sight; not
            where the page leads to the claim in its article.
    """
    data = {
        "query": current().to_query_string(),
        "carried": carried_over(),
        "words": leads_to_words and bool(current().fact) and not st.context.is_embedded,
        "chart": None if st.context.is_embedded else current().chart,
    }
    _component(key="address-bar", data=data, width=1, height=1)
