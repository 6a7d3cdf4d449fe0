"""One after the other: which of several facts is shown, and buttons to the one before and after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from dashboard.components.session.bound_selection import choose_within, marked_together
from dashboard.words.facts import counted

_BUTTONS: Final = (("Before", "arrow_back", "K", -1), ("Next", "arrow_forward", "J", 1))


def step_buttons(
    ids: Sequence[str],
    chosen: str,
    *,
    key: str,
    go: Callable[[str], None],
    shortcuts: bool = False,
) -> None:
    """Draw the buttons, side by side where they stand.

    Args:
        ids: Of the facts, in their order.
        chosen: The one shown; one of them.
        key: Beginning of the keys of the buttons.
        go: What shows another.
        shortcuts: Whether the keys K and J do the same.
    """
    here = ids.index(chosen)
    for label, icon, shortcut, way in _BUTTONS:
        there = here + way in range(len(ids))
        st.button(
            label,
            key=f"{key}-{label.lower()}",
            icon=f":material/{icon}:",
            type="tertiary",
            disabled=not there,
            on_click=go,
            args=(ids[here + way] if there else "",),
            shortcut=shortcut if shortcuts else None,
        )


def steps_of_mark(fact_id: str) -> None:
    """Of a fact chosen on a mark that stands for several: which it is, and the way to the others.

    Args:
        fact_id: The fact shown.
    """
    ids = marked_together()
    if fact_id not in ids:
        return
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        key="mark-steps",
    ):
        told = f"{ids.index(fact_id) + 1} of {counted(len(ids), 'fact')} on this mark"
        st.caption(told, width="content")
        with st.container(horizontal=True, gap="xsmall", width="content"):
            step_buttons(ids, fact_id, key="mark", go=lambda other: choose_within(other, ids))
