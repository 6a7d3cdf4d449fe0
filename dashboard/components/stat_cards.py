"""The row of cards: each a claim with who says it, where, when and of what."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.cards import Answer, CardSpec, answer, length_of_share, spread
from dashboard.components.bound_selection import choose_fact, choose_place, current
from dashboard.components.corpus_source import corpus
from dashboard.concerns import countries_named, in_view
from dashboard.names import label
from dashboard.plain_text import escape
from dashboard.wording import (
    amount,
    capitalised,
    hedge,
    number,
    published,
    publisher_of,
    subject,
)
from data.errors import InputError
from data.fact import Fact
from geo.borders import border


def stat_cards(specs: Sequence[CardSpec]) -> None:
    """Draw the cards side by side, as many to a row as the window holds."""
    facts = tuple(corpus().facts.values())
    with st.grid(len(specs), min_column_width=160, gap="xsmall"):
        for spec in specs:
            with st.container(border=True, height="stretch", gap="xxsmall", key=f"card-{spec.id}"):
                if spec.show == "countries":
                    _countries_card(spec, facts)
                else:
                    _claim_card(spec, answer(spec, facts, current().fact))


def _claim_card(spec: CardSpec, found: Answer) -> None:
    fact = found.claim
    if fact is None:
        _empty(spec)
        return
    faded = not in_view(fact, current())
    _title(spec, faded=faded)
    if spec.show == "length":
        lines = _length(fact, faded=faded)
    else:
        _value(amount(fact), faded=faded)
        lines = [_denominator(fact, faded=faded)]
    lines += _source(fact)
    if found.differing:
        apart = spread([fact, *found.differing])
        lines.append(escape(f"{len(found.differing) + 1} claims differ: {apart}"))
    _lines(lines, faded=faded)
    st.space("stretch")
    pressed = current().fact == fact.fact_id
    st.button(
        "Sentence shown" if pressed else "Show the sentence",
        key=f"card-{spec.id}-evidence",
        icon=":material/check:" if pressed else ":material/format_quote:",
        type="tertiary",
        on_click=choose_fact,
        args=(fact.fact_id,),
        help="Let go of it" if pressed else "Choose this fact everywhere on the page",
    )


def _title(spec: CardSpec, *, faded: bool) -> None:
    text = f":material/{spec.icon}: {escape(spec.label)}"
    st.markdown(f":small[:gray[{text}]]" if faded else f":small[**{text}**]")


def _value(text: str, *, faded: bool) -> None:
    body = escape(capitalised(text))
    st.markdown(f"## :gray[{body}]" if faded else f"## {body}", anchors=False)


def _lines(lines: Sequence[str], *, faded: bool) -> None:
    """Small lines of Markdown under each other; those of a card left out of view are grey."""
    shown = (f":small[:gray[{line}]]" if faded else f":small[{line}]" for line in lines)
    st.markdown("  \n".join(shown))


def _denominator(fact: Fact, *, faded: bool) -> str:
    where = [] if fact.of or fact.origin else [label(code) for code in fact.places]
    counted = escape(", ".join([capitalised(subject(fact)), *where]))
    colour = "gray" if faded else "orange"
    return f"{counted} :{colour}-badge[{escape(hedge(fact))}]" if fact.hedged else counted


def _length(fact: Fact, *, faded: bool) -> list[str]:
    """Draw the length a share means; what it was worked out from."""
    try:
        line = border(fact.of or "")
    except InputError as error:
        _value("Unknown", faded=faded)
        return [escape(f"The length of this border cannot be read: {error.problem}")]
    _value(f"≈ {length_of_share(fact, line.published_km)}", faded=faded)
    whole = f"{capitalised(amount(fact))} of {number(line.published_km, 'km')} (CIA World Factbook)"
    drawn = number(round(line.length_km), "km")
    on_map = f"{length_of_share(fact, line.length_km)} on this map’s line of {drawn}"
    return [escape(whole), escape(on_map)]


def _source(fact: Fact) -> list[str]:
    article = corpus().articles.get(fact.article_id)
    source = f"{publisher_of(article)}, {published(article, short=True)}"
    if not fact.attributed_to:
        return ["No claimant named; stated by", escape(source)]
    carried = f"{fact.reported_by}, in {source}" if fact.reported_by else source
    return [escape(f"Claimant: {fact.attributed_to}"), escape(carried)]


def _countries_card(spec: CardSpec, facts: Sequence[Fact]) -> None:
    named = countries_named(facts)
    if not named:
        _empty(spec)
        return
    _title(spec, faded=False)
    _value(str(len(named)), faded=False)
    which = ", ".join(label(code) for code in named)
    _lines([escape(which), "Each named as place, party or claimant"], faded=False)
    st.space("stretch")
    with st.popover("Choose a country", type="tertiary", icon=":material/public:"):
        for code, times in named.items():
            chosen = current().place == code
            st.button(
                f"{escape(label(code))} ({times})",
                key=f"country-{code}",
                icon=":material/check:" if chosen else None,
                type="tertiary",
                on_click=choose_place,
                args=(code,),
            )


def _empty(spec: CardSpec) -> None:
    _title(spec, faded=True)
    st.markdown("## :gray[–]", anchors=False)
    st.caption(escape(spec.empty))
