"""The slider that sets the day everything is as of, and plays from day to day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.components.browser.loaded_once import component
from dashboard.components.session.bound_selection import choose_day

if TYPE_CHECKING:
    from dashboard.view import View

_KEY: Final = "as-of"


_component: Final = component("as_of")


def as_of(view: View) -> None:
    """Draw the slider over all days on which something was published, with how much it was.

    Nothing is drawn where all was published on one day.
    """
    days = every_day(view.totals.published)
    if len(days) < 2:
        return
    days = from_the_first_of_its_month(days)
    day = view.selection.day
    last = days[0][0] + dt.timedelta(days=len(days) - 1)
    data = {
        "first": days[0][0].isoformat(),
        "counts": [count for _, count in days],
        "day": min(max(day, days[0][0]), last).isoformat() if day else None,
    }
    _component(key=_KEY, data=data, on_chosen_change=_chosen)


def every_day(counts: Mapping[dt.date, int]) -> Sequence[tuple[dt.date, int]]:
    """Every day from the first to the last that has a count, with its count."""
    if not counts:
        return ()
    first, last = min(counts), max(counts)
    days = (first + dt.timedelta(days=offset) for offset in range((last - first).days + 1))
    return [(day, counts.get(day, 0)) for day in days]


def from_the_first_of_its_month(
    days: Sequence[tuple[dt.date, int]],
) -> Sequence[tuple[dt.date, int]]:
    """The days with those of their first month before them, so that the scale starts on a 1st."""
    first = days[0][0]
    before = [(first.replace(day=number), 0) for number in range(1, first.day)]
    return [*before, *days]


def _chosen() -> None:
    """Act on what the slider says. It comes from outside, and may say anything."""
    said = (st.session_state.get(_KEY) or {}).get("chosen")
    if not isinstance(said, dict):
        return
    text = said.get("day")
    try:
        day = dt.date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return
    choose_day(day, playing=said.get("how") == "playing")
