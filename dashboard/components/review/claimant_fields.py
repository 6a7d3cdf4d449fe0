"""The fields that correct who says so, who that is, and who carried it."""

from __future__ import annotations

import functools
from typing import Any

import streamlit as st

from dashboard.components.review.party_names import MOST, Party, fitted, known_actors, typed
from dashboard.words.names import label
from data.fact import Fact


def claimant_fields(fact: Fact, key: str) -> dict[str, Any]:
    """Draw the fields; gives the fields of the fact as entered.

    Args:
        fact: The fact.
        key: Of the form.
    """
    options = known_actors(fact)
    with st.container(horizontal=True, gap="small"):
        name = functools.partial(st.text_input, max_chars=MOST)
        words = name(
            "Who says so",
            fact.attributed_to or "",
            key=f"{key}-attributed_to",
            placeholder="Nobody named",
            width=165,
        )
        claimant = st.selectbox(
            "Who that is",
            options,
            options.index(fact.claimant) if fact.claimant else None,
            key=f"{key}-claimant",
            format_func=label,
            placeholder="Not known",
            width=185,
            help="Claims of the same are compared, and have its colour.",
        )
        carrier = name(
            "Carried by",
            fact.reported_by or "",
            key=f"{key}-reported_by",
            placeholder="Nobody else",
            width=150,
        )
    before = Party(fact.attributed_to, fact.claimant)
    source = fitted(before, Party(typed(words, fact.attributed_to), claimant), options)
    return {
        "attributed_to": source.words,
        "claimant": source.code,
        "reported_by": typed(carrier, fact.reported_by),
    }
