"""What a reviewer decides about a fact: done, said, and gone on from."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Final

import streamlit as st

from dashboard.components.adding.session_acts import act, how_to_undo
from dashboard.components.browser.window_width import is_narrow
from dashboard.components.messages.outcomes import say
from dashboard.components.session.bound_selection import current, store
from dashboard.components.session.corpus import added
from dashboard.components.session.drafts import discard
from dashboard.words.headlines import headline
from dashboard.words.plain_text import excerpt
from data.fact import Fact

_LONGEST: Final = 80
_ON_A_PHONE: Final = 30
"""Characters of a fact, of which more would push out of sight what is said behind it."""


def reject(fact: Fact, following: str | None) -> None:
    """Leave a fact out, and go on with another.

    Args:
        fact: The fact as it is now.
        following: Id of the one to go on with; None where none is left.
    """
    if not act(lambda kept: kept.reject(fact.fact_id)):
        return
    say(f"Rejected: {_named(fact)}. {how_to_undo()}.")
    owner = added().owner_of(fact.fact_id)
    article = owner.article.article_id if owner else None
    store(dataclasses.replace(current(), fact=following, article=article))


def correct(fact_id: str, fields: Mapping[str, object], at: str) -> None:
    """Replace fields of a fact; what stands in the way is said at its form."""
    before = added()
    if not act(lambda kept: kept.correct(fact_id, fields), at):
        return
    discard(fact_id)
    owner = added().owner_of(fact_id)
    if added() is before or owner is None:
        say("Nothing was changed, so nothing is corrected.")
    else:
        say(f"Corrected: {_named(owner.facts[fact_id])}.")
    st.rerun()


def restore(fact_id: str) -> None:
    """Have a fact as the rule read it, rejected or corrected."""
    if not act(lambda kept: kept.restore(fact_id)):
        return
    discard(fact_id)
    if owner := added().owner_of(fact_id):
        say(f"Restored: {_named(owner.facts[fact_id])}.")


def _named(fact: Fact) -> str:
    return excerpt(headline(fact), _ON_A_PHONE if is_narrow() else _LONGEST).rstrip(".")
