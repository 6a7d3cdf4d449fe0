"""The evidence panel: the words behind a claim, and everything needed to weigh them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Final, Literal

import streamlit as st

from dashboard.charts.catalogue import drawn_by
from dashboard.components.browser.addresses import link_to_fact
from dashboard.components.evidence.around_sentence import around_sentence
from dashboard.components.evidence.other_tellings import fact_button, other_tellings
from dashboard.components.messages.messages import problem
from dashboard.components.messages.nothing_in_view import nothing_in_view
from dashboard.components.parts.badges import badge, session_badge
from dashboard.components.parts.labelled_rows import labelled_rows
from dashboard.components.parts.marked_text import marked_text
from dashboard.components.parts.steps import steps_of_mark
from dashboard.components.session.bound_selection import (
    chosen_on_chart,
    clicked_here,
    current,
    led_to_words,
)
from dashboard.components.session.corpus import corpus
from dashboard.components.taking_away.copy_link import copy_link
from dashboard.observability.conditions import tell_unusable
from dashboard.selecting.concerns import in_view
from dashboard.view import View
from dashboard.words.bounds import bounds
from dashboard.words.facts import (
    brief_note,
    capitalised,
    corrected_fields,
    counted,
    counted_words,
    day,
    hedge,
    number,
    published,
    publisher_of,
    source_of,
    subject,
)
from dashboard.words.ground import ground_holder
from dashboard.words.headlines import headlines, names_party, title
from dashboard.words.kinds import kind_entry, material_icon, theme_colour
from dashboard.words.names import either, label
from dashboard.words.passage import paragraphs, paragraphs_around
from dashboard.words.plain_text import escape
from dashboard.words.shares import shared
from dashboard.words.whereabouts import claimed, happened, where
from data.article import Article
from data.claims.carriers import carrier_of
from data.claims.wholes import wholes
from data.errors import InputError
from data.fact import Fact

_LIST_FIRST: Final = 12
"""Facts of a long list that are there at first."""

_LIST_FEW: Final = 16
"""Facts up to which a list is not long."""

_LIST_FEW_OF_ARTICLE: Final = 200
"""Beside an article, whose readers want them, and which has so many only if it is very long."""

_LIST_HEIGHT: Final = 600
_LIST_ALL: Final = "list-all"


def evidence_panel(
    facts: Sequence[Fact],
    fallback: Fact | None = None,
    note: str = "",
    *,
    of: int | None = None,
    beside_article: bool = False,
) -> None:
    """The chosen fact's evidence; else the fallback's; else the facts in view to choose from.

    Args:
        facts: The facts in view.
        fallback: Whose evidence to show while no fact is chosen; None for the list.
        note: Why the fallback is shown.
        of: How many facts pass the filters, where not all of them are in view.
        beside_article: Whether the article is on the page, and needs no link.
    """
    chosen = corpus().fact(current().fact or "")
    if chosen:
        _evidence(chosen, _later(chosen), beside_article=beside_article)
    elif fallback:
        _evidence(fallback, note, beside_article=beside_article)
    else:
        _list(facts, len(facts) if of is None else of, beside_article=beside_article)


def _later(fact: Fact) -> str:
    """That a chosen fact came out after the day that everything else is as of; or nothing."""
    article, asked = corpus().articles.get(fact.article_id), current().day
    if asked is None or article is None or not article.published or article.published <= asked:
        return ""
    return f"Published later than {day(asked)}: what else is on the page did not know it yet."


def _evidence(fact: Fact, note: str = "", *, beside_article: bool) -> None:
    steps_of_mark(fact.fact_id)
    article = _article_of(fact)
    _heading(fact, article, note)
    if article and article.text:
        own = corpus().facts_of(fact.article_id)
        lines = paragraphs(article.text, own, article.heading, article.marks)
        around = paragraphs_around(lines, fact)
        marked_text(
            around,
            {other.fact_id: other for other in own},
            key="evidence-passage",
            label="The sentence in its paragraph",
            chosen=fact.fact_id,
            follow=clicked_here(),
            stay=chosen_on_chart() is not None,
            led=led_to_words(),
            visible=[
                other.fact_id
                for other in own
                if in_view(other, current(), {article.article_id: article})
            ],
        )
    if note_of_brief := brief_note(article):
        st.caption(escape(note_of_brief))
    _ways_on(fact, article, beside_article=beside_article)
    _details(fact, article)
    with st.container(horizontal=True, gap="small"):
        other_tellings(fact)
        if article and article.published_basis:
            with st.popover("How the date is known", icon=":material/event:", type="tertiary"):
                st.text(article.published_basis)


def _article_of(fact: Fact) -> Article | None:
    """The article of a fact; without its text, and with the reason, where that cannot be read."""
    try:
        return corpus().article(fact.article_id)
    except InputError as error:
        tell_unusable(error.where)
        problem(error, "The text of the article cannot be read now, but for this sentence.")
        st.text(fact.quote)
        return corpus().articles.get(fact.article_id)


def _heading(fact: Fact, article: Article | None, note: str) -> None:
    kind = kind_entry(fact.kind)
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        badge(
            kind.label,
            icon=material_icon(kind),
            colour=theme_colour(kind),
            explanation=kind.definition,
        )
        if fact.hedged:
            badge(
                capitalised(hedge(fact)),
                icon=":material/help:",
                colour="orange",
                explanation="The text itself doubts it.",
            )
        else:
            st.empty()  # takes the badge of the fact before away at once, not after the run
        if article and article.provisional:
            session_badge()
        else:
            st.empty()
        if fact.corrected:
            badge(
                "Corrected",
                icon=":material/edit:",
                colour="gray",
                explanation=escape(f"A reviewer has corrected the {corrected_fields(fact)}."),
            )
        else:
            st.empty()
    st.markdown(f"#### {escape(title(fact, _whole(fact)))}", anchors=False)
    if note:
        st.caption(note)


def _whole(fact: Fact) -> float | None:
    """What a count is out of, as far as it or another telling of its claim says so."""
    told = View.of(corpus(), current()).wholes_claimed.get(fact.fact_id)
    return told or _own_whole(fact)


def _own_whole(fact: Fact) -> float | None:
    return wholes(corpus().facts_of(fact.article_id)).get(fact.fact_id)


def _details(fact: Fact, article: Article | None) -> None:
    elsewhere, text = around_sentence(article, fact), article.prose if article else ""
    rows = {"Claimant": claimed(fact, elsewhere, text)}
    if fact.reported_by:
        rows["Carried by"] = fact.reported_by
    rows["Published"] = f"{source_of(article)}, {published(article)}"
    rows["Happened"] = happened(fact, elsewhere, text)
    if (place := where(fact, elsewhere, text)) not in shared(fact):
        rows["Where"] = place
    if share_of := shared(fact):
        rows["Share of"] = share_of
    elif holder := ground_holder(fact):
        if fact.has_number and (counted_what := counted_words(fact)):
            rows["Counted"] = counted_what
        rows["Held or taken by"] = holder
    elif fact.has_number and subject(fact):
        rows["Party" if names_party(fact) else "Counted"] = subject(fact)
    if whole := _whole(fact):
        told = "" if _own_whole(fact) else ", as another telling of this claim says"
        rows["Out of"] = number(whole) + told
    if carrier := carrier_of(fact):
        rows["Flown out by"] = carrier.label + (", a part of all" if carrier.part else "")
    if bounds(fact):
        rows["Bounds"] = bounds(fact)
    labelled_rows(rows, alt="What is known about this claim")


def _ways_on(fact: Fact, article: Article | None, *, beside_article: bool) -> None:
    here = dataclasses.replace(drawn_by(current(), ()), fact=fact.fact_id, chart=None, article=None)
    own = article is not None and article.provisional
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if article and not beside_article:
            st.page_link(
                "views/article.py",
                label="Read it in the article",
                icon=":material/article:",
                query_params=here.to_query(),
            )
        if own:
            st.page_link(
                "views/add_article.py",
                label="Review it",
                icon=":material/rule:",
                query_params=here.to_query(),
            )
        if article and article.url:
            what = "the report at" if article.brief else "at"
            label_text = f"Open {what} {escape(publisher_of(article))}"
            st.page_link(article.url, label=label_text, icon=":material/open_in_new:")
        of = "this claim; it opens in this session only" if own else "this claim"
        copy_link(link_to_fact(fact.fact_id), key="evidence-link", of=of, label=None)


def _list(facts: Sequence[Fact], of: int, *, beside_article: bool) -> None:
    named = [label(code) for code in current().countries]
    place = ", ".join(named)
    st.markdown(f"#### {escape(f'About {place}' if place else 'Facts')}", anchors=False)
    if not facts:
        nothing_in_view(of_article=beside_article)
        return
    where = f" with {either(named)} as place, party or claimant" if place else ""
    shown_of = f"{len(facts):,} of " if len(facts) < of else ""
    told = f"{shown_of}{counted(of, 'fact')}{where}"
    st.caption(escape(f"{told}. Choose one to see its sentence."))
    is_long = len(facts) > (_LIST_FEW_OF_ARTICLE if beside_article else _LIST_FEW)
    if is_long:
        # Hundreds of buttons take longer than all else on the page, and few readers want them.
        # Above: it stays there when the list grows, and no entry comes under the pointer.
        st.toggle(f"List {'all ' if not shown_of else ''}{len(facts):,}", key=_LIST_ALL)
    every = not is_long or st.session_state.get(_LIST_ALL)
    shown = facts if every else facts[:_LIST_FIRST]
    # A long list scrolls within the panel, or it would push the page apart; beside an article the
    # whole panel does, and on a phone, where it comes last, nothing but the page.
    height: Literal["content"] | int = (
        _LIST_HEIGHT if is_long and every and not beside_article else "content"
    )
    with st.container(gap=None, height=height):
        known = View.of(corpus(), current()).wholes_claimed
        lines = headlines(shown, known, corpus().articles)
        for fact, words in zip(shown, lines, strict=True):
            fact_button(fact, words, key=f"listed-{fact.fact_id}")
