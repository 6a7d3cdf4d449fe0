"""Review: the text with its facts, and for each what the rule saw, to reject or to correct."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Sequence
from typing import Final

import streamlit as st

from dashboard.adding.articles import Added
from dashboard.components.browser.in_sight import bring_into_sight
from dashboard.components.browser.window_width import is_narrow
from dashboard.components.messages.messages import nothing
from dashboard.components.parts.badges import badge
from dashboard.components.parts.marked_text import marked_text
from dashboard.components.parts.steps import step_buttons
from dashboard.components.review.correction_form import correction_form
from dashboard.components.review.decisions import correct, reject, restore
from dashboard.components.review.explained_sentence import (
    explained_sentence,
    left_alone,
    not_read,
    why_none,
)
from dashboard.components.review.review_parts import (
    Part,
    paragraphs_of,
    part_steps,
    part_under_review,
)
from dashboard.components.session.bound_selection import choose_fact, current
from dashboard.components.session.drafts import is_unsaved
from dashboard.words.facts import (
    capitalised,
    claimant_as_entry,
    corrected_fields,
    inside_sentence,
    when,
)
from dashboard.words.headlines import headline, headlines, title
from dashboard.words.kinds import kind_entry, material_icon, theme_colour
from dashboard.words.passage import Paragraph, paragraphs, paragraphs_around, quoted
from dashboard.words.plain_text import escape, excerpt
from dashboard.words.rules import rule_words
from data.article import Article
from data.claims.wholes import wholes
from data.fact import Fact

_CLAIMED: Final = {"attributed_to", "claimant", "reported_by"}
_REVIEW: Final = "review"
HEIGHT: Final = 820
"""Pixels of the text and of the review beside it: both stay in sight while one scrolls."""


def fact_review(entry: Added) -> None:
    """Draw the review of an article."""
    article, facts = entry.article, tuple(entry.facts.values())
    st.markdown(f"### {escape(f'Review “{excerpt(article.title, 90)}”')}", anchors=False)
    chosen = entry.facts.get(current().fact or "")
    part = part_under_review(entry, chosen)
    if is_narrow():  # beside it, or the text would push the review out of sight
        with st.container(border=True, key=_REVIEW):
            _panel(entry, chosen, facts, part)
        with st.expander(
            "The whole text" if part.of == 1 else "The text of this part", icon=":material/article:"
        ):
            _text(entry, chosen, part)
        return
    left, right = st.columns([11, 9], gap="xsmall")
    with right.container(border=True, height=HEIGHT, key=_REVIEW):
        _panel(entry, chosen, facts, part)
    with left.container(border=True, height=HEIGHT):
        _text(entry, chosen, part)


def _panel(entry: Added, chosen: Fact | None, facts: Sequence[Fact], part: Part) -> None:
    if chosen:
        _one(entry, chosen, facts)
    else:
        _overview(entry, facts, part)


def _text(entry: Added, chosen: Fact | None, part: Part) -> None:
    article = entry.article
    if part.of > 1:
        st.caption(f"The text of part {part.number} of {part.of}", width="content")
    marked_text(
        paragraphs_of(entry, part),
        entry.facts,
        key="review-text",
        label=f"{article.title}, with its facts marked",
        chosen=chosen.fact_id if chosen else None,
        size="article",
        inside=True,
        follow=True,
        rejected={fact.fact_id: fact for fact in entry.rejected},
        restore=restore,
    )


def _one(entry: Added, fact: Fact, facts: Sequence[Fact]) -> None:
    """The fact under review."""
    _steps(fact, facts)
    kind = kind_entry(fact.kind)
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        badge(kind.label, icon=material_icon(kind), colour=theme_colour(kind))
        if fact.corrected:
            badge("Corrected", icon=":material/edit:", colour="gray")
        if is_unsaved(fact.fact_id):
            badge("Changes not saved", icon=":material/edit_note:", colour="orange")
    st.markdown(f"#### {escape(title(fact, wholes(facts).get(fact.fact_id)))}", anchors=False)
    _who_says_so(fact)
    _what_the_rule_saw(entry, fact)
    correction_form(
        fact,
        save=functools.partial(correct, fact.fact_id),
        reject=functools.partial(reject, fact, _after(fact, facts)),
        restore=functools.partial(restore, fact.fact_id) if fact.corrected else None,
    )


def _who_says_so(fact: Fact) -> None:
    st.caption(f":material/record_voice_over: {escape(capitalised(_claimed(fact)))}")


def _claimed(fact: Fact) -> str:
    carried = f", carried by {fact.reported_by}" if fact.reported_by else ""
    return f"claimant: {inside_sentence(claimant_as_entry(fact))}{carried}"


def _steps(fact: Fact, facts: Sequence[Fact]) -> None:
    """Which of how many, and the way to the one before and the one after."""
    ids = [other.fact_id for other in facts]
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        here = ids.index(fact.fact_id) + 1
        st.caption(f"Fact {here} of {len(ids)}", width="content")
        with st.container(horizontal=True, gap="xsmall", width="content"):
            step_buttons(ids, fact.fact_id, key="review", go=choose_fact, shortcuts=not is_narrow())
            st.button(
                "All facts",
                key="review-all",
                icon=":material/list:",
                type="tertiary",
                on_click=choose_fact,
                args=(fact.fact_id,),
            )


def _what_the_rule_saw(entry: Added, fact: Fact) -> None:
    """The sentence with the expression marked, the rule, and what it read before a correction."""
    found, article = entry.found[fact.fact_id], entry.article
    marked_text(
        _sentence(article, found),
        {found.fact_id: fact},  # as it is marked in the text beside, in the colour of its kind now
        key="review-passage",
        label="What the rule saw",
        chosen=found.fact_id,
    )
    rule = rule_words(found.rule)
    with st.container(gap="xxsmall"):
        st.caption(f":material/rule: Rule `{found.rule}`. {escape(rule.looks_for)}")
        with st.popover("More about this reading", icon=":material/visibility:", type="tertiary"):
            explained_sentence(entry, found)
            if rule.example:
                st.caption("An example of what this rule reads, not from your article")
                st.markdown(f":small[:gray[*{escape(rule.example)}*]]")
        if fact.corrected:
            read = headline(found, wholes(entry.found.values()).get(found.fact_id))
            of = _claimed(found) if _CLAIMED & set(fact.corrected) else ""
            was = ", ".join(part for part in (read, inside_sentence(when(found)), of) if part)
            changed = corrected_fields(fact)
            st.caption(escape(f"The rule read: {was}. Corrected here: {changed}."))


def _sentence(article: Article, fact: Fact) -> tuple[Paragraph, ...]:
    """The fact's sentence alone: the text around it stands beside."""
    lines = paragraphs(article.text, [fact], marks=article.marks)
    around = paragraphs_around(lines, fact)
    own = (
        dataclasses.replace(
            paragraph,
            kind="text",
            pieces=tuple(piece for piece in paragraph.pieces if piece.sentences),
        )
        for paragraph in around
    )
    return tuple(paragraph for paragraph in own if paragraph.pieces)


def _overview(entry: Added, facts: Sequence[Fact], part: Part) -> None:
    """The facts of a part to choose from, and those rejected."""
    if not entry.found:
        nothing("No fact found", why_none(entry), "search_off")
        left_alone(entry)
        not_read(entry)
        return
    keys = (
        ""
        if is_narrow()
        else " Press J for the next, K for the one before, X to reject, U to undo."
    )
    st.caption(f"Choose a fact, here or in the text, to see what its rule saw.{keys}")
    part_steps(entry, part)
    listed = [fact for fact in facts if part.has(fact)]
    if listed:
        st.button(
            "Start with the first",
            key="review-first",
            icon=":material/play_arrow:",
            on_click=_begin,
            args=(listed[0].fact_id,),
            shortcut=None if is_narrow() else "J",
        )
    lines = headlines(listed, wholes(facts), {})
    with st.container(gap=None):
        for fact, words in zip(listed, lines, strict=True):
            mark = " · :orange[changes not saved]" if is_unsaved(fact.fact_id) else ""
            st.button(
                f"{escape(words)}{mark}",
                key=f"review-fact-{fact.fact_id}",
                icon=":material/edit:" if fact.corrected else material_icon(kind_entry(fact.kind)),
                type="tertiary",
                on_click=_begin,
                args=(fact.fact_id,),
                help=escape(quoted(fact, 240)),
                wrap=True,
            )
    _rejected([fact for fact in entry.rejected if part.has(fact)])
    left_alone(entry)
    not_read(entry)


def _begin(fact_id: str) -> None:
    """Choose a fact, and have all of its form in sight: its buttons are at the end."""
    choose_fact(fact_id)
    bring_into_sight(_REVIEW)


def _rejected(facts: Sequence[Fact]) -> None:
    if not facts:
        return
    st.markdown("**Rejected**")
    for fact in facts:
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.button(
                "Restore",
                key=f"restore-{fact.fact_id}",
                icon=":material/undo:",
                type="tertiary",
                on_click=restore,
                args=(fact.fact_id,),
                help=escape(quoted(fact, 240)),
            )
            st.caption(f"~~{escape(headline(fact))}~~")


def _after(fact: Fact, facts: Sequence[Fact]) -> str | None:
    """Id of the fact to go on with once this one is gone."""
    ids = [other.fact_id for other in facts]
    here = ids.index(fact.fact_id)
    left = ids[here + 1 :] or ids[:here][-1:]
    return left[0] if left else None
