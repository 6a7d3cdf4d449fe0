"""The fields that correct who says so, who that is, and who carried it."""

from __future__ import annotations

import functools
from typing import Any, Final

import streamlit as st

from dashboard.components.session.corpus import corpus
from dashboard.words.names import label
from data import lexicon
from data.actor_codes import government
from data.fact import Fact
from geo.gazetteer import country_table

_MOST: Final = 200
"""Characters of somebody's name with their office."""


def claimant_fields(fact: Fact, key: str) -> dict[str, Any]:
    """Draw the fields; gives the fields of the fact as entered.

    Args:
        fact: The fact.
        key: Of the form.
    """
    options = _actors(fact)
    with st.container(horizontal=True, gap="small"):
        name = functools.partial(st.text_input, max_chars=_MOST)
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
    said, who = fitted(fact, _entered(words, fact.attributed_to), claimant, options)
    return {
        "attributed_to": said,
        "claimant": who,
        "reported_by": _entered(carrier, fact.reported_by),
    }


def fitted(
    fact: Fact, words: str | None, claimant: str | None, known: tuple[str, ...]
) -> tuple[str | None, str | None]:
    """Words and claimant that mean the same, where only one of them was changed.

    Args:
        fact: The fact as it was.
        words: The words as entered.
        claimant: The code as chosen.
        known: Codes of those whom the words may name.
    """
    before = fact.attributed_to or ""
    was_named = fact.claimant is not None and _names(before, fact.claimant)
    if claimant != fact.claimant:
        if claimant and (not words or (words == before and was_named)):
            return label(claimant), claimant
        return words, claimant if words else None
    if not words:
        return None, None
    if words == before:
        return words, claimant
    bare = words.casefold().removeprefix("the ")
    alike = next((code for code in known if label(code).casefold() == bare), None)
    if alike or claimant is None:
        return words, alike
    # "A spokesman" of somebody stays theirs under other words; "the Taliban" do not.
    return words, claimant if _names(words, claimant) or not was_named else None


def _names(words: str, actor: str) -> bool:
    return label(actor).casefold() in words.casefold()


def _entered(words: str | None, before: str | None) -> str | None:
    """What was typed, in one line; what stood there where nothing was changed."""
    from data.intake.fields import line_of  # its package is slow to import

    typed = line_of(words)
    return before if typed == line_of(before) else typed


def _actors(fact: Fact) -> tuple[str, ...]:
    """Those whom the word lists name, governments of the map, and all that are told of here."""
    told = {code for each in corpus().facts.values() for code in (each.actor, each.claimant)}
    ruling = map(government, country_table())
    codes = {*lexicon.actors(), *ruling, *told, fact.claimant}
    return tuple(sorted((code for code in codes if code), key=label))
