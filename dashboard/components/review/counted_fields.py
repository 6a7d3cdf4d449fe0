"""The fields that correct who or what is counted, or acts, and what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

import streamlit as st

from dashboard.components.review.party_names import Party, fitted, known_actors, typed
from dashboard.components.session.drafts import Draft
from dashboard.words.actions import words_done
from dashboard.words.facts import capitalised
from dashboard.words.fates import fates
from dashboard.words.ground import ground_holder
from dashboard.words.headlines import names_party
from dashboard.words.names import label
from data.fact import Fact

_ONLY_COUNTED: Final = {"count": "counted"}
"""What is said of a number that no verb says anything of, here only."""


def counted_fields(fact: Fact, draft: Draft) -> dict[str, Any]:
    """Draw the fields; gives the fields of the fact as entered.

    Of a fact without a number, what was done is what its kind is: that is not asked.

    Args:
        fact: The fact.
        draft: Its form.
    """
    options = known_actors(fact)
    with st.container(horizontal=True, gap="small"):
        words = st.text_input(
            _asked(fact),
            placeholder="Nobody named",
            width=195,
            **draft.field("who", fact.who or ""),
        )
        actor = st.selectbox(
            "Of which party",
            options,
            None,
            format_func=label,
            placeholder="None, or not known",
            width=160,
            help="Charts have its colour.",
            **draft.field("actor", fact.actor),
        )
        done = {"action": _done(fact, draft)} if fact.has_number else {}
    before = Party(fact.who, fact.actor)
    party = fitted(before, Party(typed(words, fact.who), actor), options)
    return {"who": party.words, "actor": party.code, **done}


def _asked(fact: Fact) -> str:
    """What the words of a fact name, as the rows of the evidence do."""
    if ground_holder(fact) or fact.unit == "percent":
        return "Who holds, takes or does it"
    if not fact.has_number:
        return "Who acts"
    return "Who pays or gets it" if names_party(fact) else "Who or what is counted"


def _done(fact: Fact, draft: Draft) -> str:
    said = _ONLY_COUNTED | words_done() | fates().get(fact.kind, {})
    options = [action for action, words in said.items() if words and action != fact.action]
    named = _labels([fact.action, *options], said)
    ordered = sorted([fact.action, *options], key=named)
    chosen: str = st.selectbox(
        "What was done",
        ordered,
        format_func=named,
        width=145,
        help="Tells the wounded from the dead, and who fled from who was sent.",
        **draft.field("action", fact.action),
    )
    return chosen


def _labels(actions: list[str], said: dict[str, str]) -> Callable[[str], str]:
    """Words for every action: those behind a number, and its own where two share them."""
    shared = Counter(said.get(action) or action for action in actions)

    def named(action: str) -> str:
        words = said.get(action) or action
        return capitalised(words if shared[words] == 1 else f"{words} ({action})")

    return named
