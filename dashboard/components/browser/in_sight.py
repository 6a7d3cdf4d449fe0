"""What is new on a page and out of sight: the browser scrolls there, once."""

from __future__ import annotations

from typing import Final

import streamlit as st

from dashboard.components.browser.loaded_once import component

_NEWS: Final = "news-in-sight"

_component: Final = component("in_sight")


def bring_into_sight(key: str) -> None:
    """Have the browser scroll to a container when this run has drawn it.

    Args:
        key: Of the container; letters and hyphens.
    """
    _, news = st.session_state.get(_NEWS, ("", 0))
    st.session_state[_NEWS] = (key, news + 1)


def watch_sight() -> None:
    """Draw what scrolls. Call once a run, at the end of a page that has news."""
    key, news = st.session_state.get(_NEWS, ("", 0))
    _component(key="in-sight", data={"at": f".st-key-{key}", "news": news}, width=1, height=1)
