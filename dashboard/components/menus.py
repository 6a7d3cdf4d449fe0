"""Menus whose content is made when they are opened, and not on every run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st


@contextmanager
def menu(label: str, *, key: str, icon: str) -> Iterator[bool]:
    """A button that opens a menu; what is drawn in the block stands in it.

    Yields:
        Whether it is open: draw nothing into a closed one, which nobody sees.
    """
    popover = st.popover(label, icon=icon, type="tertiary", key=key, on_change="rerun")
    with popover:
        yield bool(popover.open)


def close_menu(key: str) -> None:
    """Close a menu; before anything is drawn, as in what a click calls."""
    st.session_state[key] = False
