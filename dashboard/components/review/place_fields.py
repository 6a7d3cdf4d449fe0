"""The fields that correct where something was, from where to where, and what a share is of."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from dashboard.components.session.drafts import Draft
from dashboard.words.names import label
from data.fact import Fact
from data.place_codes import listed_places
from geo.gazetteer import border_codes

_MOVED: Final = {"origin": "Moved from", "destination": "Moved to"}
_SHARE: Final = {"of": "Share of"}


def place_fields(fact: Fact, draft: Draft, unit: str | None) -> dict[str, Any]:
    """Draw the fields; gives the fields of the fact as entered.

    Args:
        fact: The fact.
        draft: Its form.
        unit: Of the number, as it was entered: percent is of something.
    """
    named = {*fact.places, fact.origin, fact.destination, fact.of} - {None, *_all_places()}
    options = [*_all_places(), *sorted(code for code in named if code)]
    places = st.multiselect(
        "Where",
        options,
        format_func=_place_label,
        placeholder="No place",
        select_all=False,
        **draft.field("places", list(fact.places)),
    )
    is_share = unit == "percent"
    chosen: dict[str, Any] = {"places": tuple(places)}
    if fact.of and not is_share:
        chosen["of"] = None
    with st.container(horizontal=True, gap="small"):
        for name, words in (_SHARE if is_share else _MOVED).items():
            chosen[name] = st.selectbox(
                words,
                options,
                None,
                format_func=_place_label,
                placeholder="Nothing named",
                width=240,
                **draft.field(name, getattr(fact, name)),
            )
    return chosen


@functools.cache
def _all_places() -> tuple[str, ...]:
    return tuple(sorted({*listed_places(), *border_codes()}, key=lambda code: (label(code), code)))


@functools.cache
def _place_labels() -> Mapping[str, str]:
    """Words for every place: its name, and what it is where a town and its province share one.

    A list sends back the words that it shows, and has five hundred places: it is sent three times
    with every fact.
    """
    bearers = Counter(map(label, _all_places()))

    def words(code: str) -> str:
        if bearers[label(code)] == 1:
            return label(code)
        return f"{label(code)} ({'town' if '/' in code else 'province'})"

    return {code: words(code) for code in _all_places()}


def _place_label(code: str) -> str:
    """A place as it is listed; one that no list has by its code as well."""
    return _place_labels().get(code) or f"{label(code)} ({code})"
