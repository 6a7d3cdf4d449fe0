"""The fields that correct who says so, who that is, and who carried it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.components.review.party_names import Party, fitted, known_actors, typed
from dashboard.components.session.drafts import Draft
from dashboard.words.names import label
from data.fact import Fact


def claimant_fields(fact: Fact, draft: Draft) -> dict[str, Any]:
    """Draw the fields; gives the fields of the fact as entered.

    Args:
        fact: The fact.
        draft: Its form.
    """
    options = known_actors(fact)
    with st.container(horizontal=True, gap="small"):
        words = st.text_input(
            "Who says so",
            placeholder="Nobody named",
            width=165,
            **draft.field("attributed_to", fact.attributed_to or ""),
        )
        claimant = st.selectbox(
            "Who that is",
            options,
            None,
            format_func=label,
            placeholder="Not known",
            width=185,
            help="Claims of the same are compared, and have its colour.",
            **draft.field("claimant", fact.claimant),
        )
        carrier = st.text_input(
            "Carried by",
            placeholder="Nobody else",
            width=150,
            **draft.field("reported_by", fact.reported_by or ""),
        )
    before = Party(fact.attributed_to, fact.claimant)
    source = fitted(before, Party(typed(words, fact.attributed_to), claimant), options)
    return {
        "attributed_to": source.words,
        "claimant": source.code,
        "reported_by": typed(carrier, fact.reported_by),
    }
