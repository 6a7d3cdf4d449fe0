"""Menus whose content is made when they are opened, and not on every run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import streamlit as st

from dashboard.components.browser.loaded_once import component

_focus: Final = component("menu_focus")


@contextmanager
def menu(label: str, *, key: str, icon: str) -> Iterator[bool]:
    """A button that opens a menu; what is drawn in the block stands in it.

    Whoever opens it by keyboard is taken into it.

    Yields:
        Whether it is open: draw nothing into a closed one, which nobody sees.
    """
    popover = st.popover(label, icon=icon, type="tertiary", key=key, on_change="rerun")
    with popover:
        yield bool(popover.open)
        if popover.open:
            _focus(key=f"{key}-focus", data={}, width=1, height=1)


def close_menu(key: str) -> None:
    """Close a menu; before anything is drawn, as in what a click calls."""
    st.session_state[key] = False
