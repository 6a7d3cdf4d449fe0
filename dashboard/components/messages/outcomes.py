"""What came of what a visitor did: said where they clicked, once, the next time it is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import streamlit as st

from dashboard.adding.articles import AlreadyHereError
from dashboard.components.messages.messages import news, problem, problem_list
from dashboard.words.plain_text import escape
from data.errors import InputError

_REFUSED: Final = "add-article-refused"
_SAID: Final = "add-article-said"
_DONE: Final = "add-article-done"
_MOST_SHOWN: Final = 40
"""An archive may hold a thousand files that are no articles; a page names as many."""

ONE: Final = "This could not be taken."
SEVERAL: Final = "These could not be taken."
"""Without a number: one line may stand for a file, or for all that are left of an archive."""


def refuse(errors: Iterable[InputError], at: str = "") -> None:
    """Remember what could not be done.

    Args:
        errors: Why, each for a file, a text or a field.
        at: The form in which it was asked for; empty for the top of the page.
    """
    refused: dict[str, list[InputError]] = st.session_state.setdefault(_REFUSED, {})
    refused[at] = [*refused.get(at, ()), *errors]


def refuse_also(errors: Iterable[InputError]) -> None:
    """Remember more of what could not be done at the top of the page, beside what it says now."""
    now: list[InputError] = st.session_state.get(_SAID, [])
    refuse([*now, *errors])


def refusals(at: str = "", *, one: str = ONE, several: str = SEVERAL) -> bool:
    """Draw what could not be done; it is gone with the next act.

    Args:
        at: The form, as it was given to :func:`refuse`.
        one: What follows from a single reason.
        several: What follows from more.

    Returns:
        Whether there was something to say.
    """
    refused: dict[str, list[InputError]] = st.session_state.get(_REFUSED, {})
    told = refused.pop(at, [])
    if not at:
        st.session_state[_SAID] = told
    calm = [error for error in told if isinstance(error, AlreadyHereError)]
    for error in calm:
        news(error)
    errors = [error for error in told if error not in calm]
    if len(errors) == 1:
        problem(errors[0], one)
    elif errors:
        problem_list(errors[:_MOST_SHOWN], several)
    if len(errors) > _MOST_SHOWN:
        st.caption(f"And {len(errors) - _MOST_SHOWN:,} more.")
    return bool(told)


def say(done: str) -> None:
    """Remember what was done where the page alone would not show it."""
    st.session_state[_DONE] = done


def done() -> None:
    """Say what was done, in sight wherever the page is scrolled to."""
    told: str | None = st.session_state.pop(_DONE, None)
    if told:
        st.toast(escape(told), icon=":material/check:", duration="long")
