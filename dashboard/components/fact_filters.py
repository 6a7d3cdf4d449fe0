"""Filters by kind, country and claimant, each option with how many facts it keeps."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence
from typing import Final

import streamlit as st

from dashboard.components.bound_selection import current, store
from dashboard.concerns import countries_concerned, countries_named
from dashboard.kinds import kind_of
from dashboard.names import label
from data.fact import Fact

_KINDS: Final = "filter-kinds"
_PLACE: Final = "filter-place"
_CLAIMANTS: Final = "filter-claimants"


def fact_filters(facts: Sequence[Fact]) -> None:
    """Draw the filters; they show and change the selection.

    Args:
        facts: All facts, from which the options and their counts come.
    """
    kinds = Counter(fact.kind for fact in facts)
    claimants = Counter(fact.claimant for fact in facts if fact.claimant)
    places = Counter(code for fact in facts for code in countries_concerned(fact))
    named = countries_named(facts)
    selection = current()
    st.session_state[_KINDS] = list(selection.kinds)
    st.session_state[_CLAIMANTS] = list(selection.claimants)
    st.session_state[_PLACE] = selection.place
    left, middle, right = st.columns(3)
    options = [code for code in places if code in named]
    if selection.place and selection.place not in options:
        options.append(selection.place)
    left.multiselect(
        "Kind",
        list(kinds),
        key=_KINDS,
        on_change=_changed,
        placeholder="All kinds",
        format_func=lambda kind: f"{kind_of(kind).label} ({kinds[kind]})",
    )
    middle.selectbox(
        "Country",
        sorted(options, key=lambda code: (-places[code], label(code))),
        key=_PLACE,
        index=None,
        on_change=_changed,
        placeholder="All countries",
        format_func=lambda code: f"{label(code)} ({places[code]})" if places[code] else label(code),
    )
    right.multiselect(
        "Claimant",
        list(claimants),
        key=_CLAIMANTS,
        on_change=_changed,
        placeholder="All claimants",
        format_func=lambda code: f"{label(code)} ({claimants[code]})",
    )


def _changed() -> None:
    place = st.session_state[_PLACE]
    selection = dataclasses.replace(
        current(),
        kinds=tuple(st.session_state[_KINDS]),
        claimants=tuple(st.session_state[_CLAIMANTS]),
        place=place,
    )
    store(selection)
