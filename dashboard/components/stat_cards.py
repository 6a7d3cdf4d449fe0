"""The row of cards: each a claim with who says it, where, when and of what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from dashboard.cards import Answer, CardSpec, answer, length_of_share
from dashboard.components.addresses import link_to_fact
from dashboard.components.bound_selection import choose_fact, choose_place, current
from dashboard.components.copy_link import copy_link
from dashboard.components.session_corpus import corpus
from dashboard.components.window_width import window_width
from dashboard.concerns import countries_named, in_view
from dashboard.names import label
from dashboard.plain_text import escape, excerpt
from dashboard.wording import (
    amount,
    capitalised,
    claimant,
    counted,
    hedge,
    number,
    published,
    session_mark,
    source_of,
    spread,
    subject,
)
from data.errors import InputError
from data.fact import Fact
from geo.borders import border

_ALL_IN_A_ROW: Final = 1080
"""Pixels of the window from which all cards stand side by side."""


def stat_cards(specs: Sequence[CardSpec]) -> None:
    """Draw the cards: all in a row where the window is wide, one to a row on a phone."""
    facts = tuple(corpus().facts.values())
    a_row = len(specs) if window_width() >= _ALL_IN_A_ROW else 3
    for first in range(0, len(specs), a_row):
        row = specs[first : first + a_row]
        for spec, column in zip(row, st.columns(len(row), gap="xsmall"), strict=True):
            with column.container(
                border=True,
                height="stretch",
                vertical_alignment="distribute",
                gap="xxsmall",
                key=f"card-{spec.id}",
            ):
                if spec.show == "countries":
                    _countries_card(spec, facts)
                else:
                    _claim_card(spec, answer(spec, facts, current().fact))


def _claim_card(spec: CardSpec, found: Answer) -> None:
    fact = found.claim
    if fact is None:
        _empty(spec)
        return
    faded = not in_view(fact, current(), corpus().articles)
    value, lines = _length(fact) if spec.show == "length" else _amount(fact, faded=faded)
    lines += _source(fact)
    if found.differing:
        apart = spread([fact, *found.differing])
        lines.append(f"**{escape(f'{len(found.differing) + 1} claims differ: {apart}')}**")
    if found.elsewhere:
        more = counted(len(found.elsewhere), "claim")
        lines.append(escape(f"{more} about other places not included"))
    _stat(spec, value, lines, faded=faded)
    pressed = current().fact == fact.fact_id
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        st.button(
            "Hide the sentence" if pressed else "Show the sentence",
            key=f"card-{spec.id}-evidence",
            icon=":material/close:" if pressed else ":material/format_quote:",
            type="tertiary",
            on_click=choose_fact,
            args=(fact.fact_id,),
            help=f"{'Let go of' if pressed else 'Choose'} this fact everywhere on the page",
        )
        if others := (*found.differing, *found.elsewhere):
            _other_claims(spec, others)
        copy_link(
            link_to_fact(fact.fact_id), key=f"card-{spec.id}-link", of="this claim", label=None
        )


def _other_claims(spec: CardSpec, facts: Sequence[Fact]) -> None:
    """A list of the claims that say something else, to choose from."""
    with st.popover(f"{len(facts)} more", type="tertiary", icon=":material/call_split:"):
        for fact in facts:
            said = " ".join(part for part in (capitalised(amount(fact)), subject(fact)) if part)
            article = corpus().articles.get(fact.article_id)
            mark = session_mark(article) if fact.attributed_to else ""  # else it is named with it
            who = f"{said}. {claimant(fact, article)}{mark}"
            st.button(
                escape(who),
                key=f"card-{spec.id}-other-{fact.fact_id}",
                type="tertiary",
                on_click=choose_fact,
                args=(fact.fact_id,),
                help=escape(excerpt(fact.quote, 240)),
            )


def _stat(spec: CardSpec, value: str, lines: Sequence[str], *, faded: bool) -> None:
    """Draw label, value and small lines of Markdown; grey on a card left out of view."""
    with st.container(gap=None):
        title, body = f":material/{spec.icon}: {escape(spec.label)}", escape(value)
        st.metric(
            f":gray[{title}]" if faded else f"**{title}**",
            f":gray[{body}]" if faded else body,
        )
        shown = "  \n".join(lines)
        st.markdown(f":small[:gray[{shown}]]" if faded else f":small[{shown}]")


def _amount(fact: Fact, *, faded: bool) -> tuple[str, list[str]]:
    """The amount; what exactly is counted, with the text's own doubt."""
    where = [] if fact.of or fact.origin else [label(code) for code in fact.places]
    whom = escape(", ".join([capitalised(subject(fact)), *where]))
    colour = "gray" if faded else "orange"
    doubt = f" :{colour}-badge[{escape(hedge(fact))}]" if fact.hedged else ""
    return capitalised(amount(fact)), [whom + doubt]


def _length(fact: Fact) -> tuple[str, list[str]]:
    """The length a share means; what it was worked out from."""
    try:
        line = border(fact.of or "")
    except InputError as error:
        return "Unknown", [escape(f"The length of this border cannot be read: {error.problem}")]
    book = line.published_source.partition(",")[0]
    whole = f"{capitalised(amount(fact))} of {number(line.published_km, 'km')} ({book})"
    drawn = number(round(line.length_km), "km")
    on_map = f"{length_of_share(fact, line.length_km)} on this map’s line of {drawn}"
    return f"≈ {length_of_share(fact, line.published_km)}", [escape(whole), escape(on_map)]


def _source(fact: Fact) -> list[str]:
    article = corpus().articles.get(fact.article_id)
    source = f"{source_of(article)}, {published(article, short=True)}"
    carried = f"{fact.reported_by}, in {source}" if fact.reported_by else source
    return [escape(f"Claimant: {fact.attributed_to or 'none named'}"), escape(carried)]


def _countries_card(spec: CardSpec, facts: Sequence[Fact]) -> None:
    named = countries_named(facts)
    if not named:
        _empty(spec)
        return
    which = ", ".join(label(code) for code in named)
    lines = [escape(which), "Each named as place, party or claimant"]
    _stat(spec, str(len(named)), lines, faded=False)
    with st.popover("Choose a country", type="tertiary", icon=":material/public:"):
        for code, times in named.items():
            chosen = code in current().countries
            st.button(
                f"{escape(label(code))} ({times})",
                key=f"country-{code}",
                icon=":material/check:" if chosen else None,
                type="tertiary",
                on_click=choose_place,
                args=(code,),
            )


def _empty(spec: CardSpec) -> None:
    _stat(spec, "–", [escape(spec.empty)], faded=True)
