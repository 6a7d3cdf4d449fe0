"""Menus of the other tellings of a fact: in its article, and in the other sources of its claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.components.session.bound_selection import choose_fact, current
from dashboard.components.session.corpus import corpus
from dashboard.view import View
from dashboard.words.facts import counted, source_of
from dashboard.words.kinds import kind_entry, material_icon
from dashboard.words.passage import quoted
from dashboard.words.plain_text import escape
from data.claims.tellings import best_telling

if TYPE_CHECKING:
    from data.fact import Fact


def other_tellings(fact: Fact) -> None:
    """Draw the menus, as far as there are others; each telling in them can be chosen."""
    _in_its_article(fact)
    _in_other_sources(fact)


def _in_its_article(fact: Fact) -> None:
    same = [
        other for other in corpus().facts_of(fact.article_id) if other.fact_group == fact.fact_group
    ]
    if len(same) < 2:
        return
    times = {2: "twice", 3: "three times"}.get(len(same), f"{len(same)} times")
    with st.popover(f"Told {times} in this article", icon=":material/repeat:", type="tertiary"):
        for other in same:
            if other.fact_id != fact.fact_id:
                fact_button(other, quoted(other, 90), key=f"telling-{other.fact_id}")


def _in_other_sources(fact: Fact) -> None:
    claims = View.of(corpus(), current()).claims
    told = next((c.facts for c in claims if any(f.fact_id == fact.fact_id for f in c.facts)), ())
    others = [
        best_telling(each for each in told if each.article_id == source)
        for source in dict.fromkeys(each.article_id for each in told)
        if source != fact.article_id
    ]
    if not others:
        return
    carried = f"Carried by {counted(len(others), 'other source')}"
    with st.popover(carried, icon=":material/newspaper:", type="tertiary"):
        for other in others:
            source = source_of(corpus().articles.get(other.article_id))
            fact_button(other, f"{source}: {quoted(other, 60)}", key=f"source-{other.fact_id}")


def fact_button(fact: Fact, text: str, *, key: str) -> None:
    """Draw a line of a list that chooses a fact.

    Args:
        fact: The fact.
        text: What the line says; plain.
        key: Of the button.
    """
    st.button(
        escape(text),
        key=key,
        icon=material_icon(kind_entry(fact.kind)),
        type="tertiary",
        on_click=choose_fact,
        args=(fact.fact_id,),
        help=escape(quoted(fact, 240)),
        wrap=True,
    )
