"""The menu of pages on a phone, which closes once a page is chosen in it."""

from __future__ import annotations

from typing import Final

import streamlit as st

from dashboard.components.browser.loaded_once import component

_component: Final = component("pages_menu")


def close_pages_menu_once_chosen() -> None:
    """Have the browser close it. Call once a run, when the page has been drawn."""
    if not st.context.is_embedded:
        _component(key="pages-menu", data={}, width=1, height=1)
