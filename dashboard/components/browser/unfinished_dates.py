"""Dates that were typed and are none: the browser keeps them to itself, so it has to be asked."""

from __future__ import annotations

import datetime as dt
import functools
from typing import Final

import streamlit as st

from dashboard.components.browser.loaded_once import component
from dashboard.components.messages.outcomes import refuse
from data.errors import InputError

_KEY: Final = "unfinished-dates"
_MOST: Final = 40
"""Characters that a browser, which is not trusted, can tell of each."""

date_field: Final = functools.partial(
    st.date_input,
    value=None,
    # A day outside of these would stay in the browser, and the one before be used: we refuse it.
    min_value=dt.date.min,
    max_value=dt.date.max,
    format="YYYY-MM-DD",
)
"""A field for a day: empty, or what the session has under its key."""

_component: Final = component("unfinished_dates")


def watch_dates() -> None:
    """Have the browser tell of them, with another run. Call once a run, at the end of a page."""
    _component(key=_KEY, data={}, width=1, height=1, on_told_change=_refuse)


def _refuse() -> None:
    told = (st.session_state.get(_KEY) or {}).get("told")
    if isinstance(told, list) and [type(each) for each in told] == [str, str]:
        label, typed = (each[:_MOST] for each in told)
        where = f"the {label.lower()}" if label else "the date"
        remedy = "Give year, month and day, the year with four figures: 2021-07-09."
        refuse([InputError(where, f"is not whole: {typed}", remedy)])
