"""Filters by kind, country and claimant, each option with how many facts it keeps."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence
from typing import Final

import streamlit as st

from dashboard.components.bound_selection import current, store
from dashboard.concerns import countries_concerned, countries_named
from dashboard.kinds import kind_entry
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
    left, middle, right = st.columns(3)
    with left:
        kinds = Counter(fact.kind for fact in facts)
        st.session_state[_KINDS] = list(current().kinds)
        st.multiselect(
            "Kind",
            list(kinds),
            key=_KINDS,
            on_change=_changed,
            placeholder="All kinds",
            format_func=lambda kind: f"{kind_entry(kind).label} ({kinds[kind]})",
        )
    with middle:
        _country(facts)
    with right:
        claimants = Counter(code for fact in facts for code in {fact.actor, fact.claimant} if code)
        st.session_state[_CLAIMANTS] = list(current().actors)
        st.multiselect(
            "Actor or claimant",
            list(claimants),
            key=_CLAIMANTS,
            on_change=_changed,
            placeholder="All",
            format_func=lambda code: f"{label(code)} ({claimants[code]})",
        )


def _country(facts: Sequence[Fact]) -> None:
    """The countries that facts name, and the chosen one even if none names it."""
    places = Counter(code for fact in facts for code in countries_concerned(fact))
    chosen = list(current().countries)
    options = set(countries_named(facts)) | set(chosen)
    st.session_state[_PLACE] = chosen
    st.multiselect(
        "Country",
        sorted(options, key=lambda code: (-places[code], label(code))),
        key=_PLACE,
        on_change=_changed,
        placeholder="All countries",
        format_func=lambda code: f"{label(code)} ({places[code]})" if places[code] else label(code),
    )


def _changed() -> None:
    place = st.session_state[_PLACE]
    selection = dataclasses.replace(
        current(),
        kinds=tuple(st.session_state[_KINDS]),
        actors=tuple(st.session_state[_CLAIMANTS]),
        countries=tuple(place),
    )
    store(selection)
