"""A long list: its first entries, how many they are of how many, and a button for the rest."""

from __future__ import annotations

import streamlit as st

from dashboard.words.facts import counted


def shows_all(name: str) -> bool:
    """Whether the reader has asked for all of a list.

    Args:
        name: Of the list.
    """
    return bool(st.session_state.get(_asked(name)))


def how_much(
    name: str,
    shown: int,
    of: int,
    *,
    noun: str,
    first: int,
    which: str = "first",
    about: str = "",
    only_these: str = "",
) -> None:
    """Say how much of a long list is there, with a button for the rest or for less again.

    Args:
        name: Of the list.
        shown: How many entries are there.
        of: How many there would be.
        noun: What an entry is.
        first: How many are there unless all are asked for.
        which: What those are, in a word.
        about: What else to know of the button.
        only_these: What is done with the entries that are there, and so not with the others.
    """

    def turn() -> None:
        st.session_state[_asked(name)] = not shows_all(name)

    partly = shown < of
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        every = counted(of, noun)
        limit = f"; {only_these} reach only these" if only_these else ""
        told = f"The {which} {shown:,} of {every}{limit}" if partly else f"All {every}"
        st.caption(told, width="content")
        st.button(
            f"Show all {of:,}" if partly else f"Show the {which} {first}",
            key=f"turn-{name}",
            type="tertiary",
            icon=":material/unfold_more:" if partly else ":material/unfold_less:",
            on_click=turn,
            help=about or None,
        )


def _asked(name: str) -> str:
    return f"all-{name}"
