"""The row of cards: what is claimed on each measure, how it came about, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Literal

import streamlit as st

from dashboard.cards.content import Answer, CardSpec, answer
from dashboard.cards.words import card_words, claim_line
from dashboard.components.browser.addresses import link_to_card, link_to_fact
from dashboard.components.browser.menus import close_menu, menu
from dashboard.components.browser.window_width import is_narrow, window_width
from dashboard.components.cards.card_trend import Trend, card_trend
from dashboard.components.session.bound_selection import choose_fact, current
from dashboard.components.taking_away.copy_link import copy_link
from dashboard.kept import kept
from dashboard.words.facts import counted, hedge
from dashboard.words.passage import quoted
from dashboard.words.plain_text import escape

if TYPE_CHECKING:
    from dashboard.view import View
    from data.claims.claim import Claim

_ALL_IN_A_ROW: Final = 1080
"""Pixels of the window from which all cards stand side by side."""

_ON_A_PHONE: Final = 272
"""Pixels of a card there: the edge of the next one is in sight, and says that there are more."""

_MOST_LISTED: Final = 24
"""Claims in the list of a card; the page of claims has all."""


def stat_cards(specs: Sequence[CardSpec], view: View) -> None:
    """Draw the cards: all in a row where the window is wide; on a phone the row is swiped."""
    if is_narrow():
        with st.container(horizontal=True, wrap=False, gap="xsmall", key="cards"):
            for spec in specs:
                _framed(spec, view, _ON_A_PHONE)
        return
    a_row = len(specs) if window_width() >= _ALL_IN_A_ROW else 3
    for first in range(0, len(specs), a_row):
        row = specs[first : first + a_row]
        # As many columns in the last row as in the first: a card is no more for being there.
        for spec, column in zip(row, st.columns(a_row, gap="xsmall"), strict=False):
            with column:
                _framed(spec, view, "stretch")


def _framed(spec: CardSpec, view: View, width: int | Literal["stretch"]) -> None:
    with st.container(
        border=True,
        width=width,
        height="stretch",
        vertical_alignment="distribute",
        gap="xxsmall",
        key=f"card-{spec.id}",
    ):
        _card(spec, view)


def _card(spec: CardSpec, view: View) -> None:
    key = (spec.id, view.filtered.selection, view.selection.fact)
    found, faded = kept(view.corpus, "cards", key, lambda: _answer(spec, view))
    if not found.claims:
        _stat(spec, "–", [spec.empty], None, faded=True)
        return
    in_part = (view.unfiltered if faded else view).part is not None
    said = card_words(spec, found, view.corpus.articles, view.wholes_claimed, in_part=in_part)
    trend = Trend(found.trend, view.corpus.articles)
    # At the top: what is at the foot of all cards comes next.
    with st.container(gap="xxsmall", key="chosen-card" if found.chosen else None):
        _stat(spec, said.value, said.lines, trend, faded=faded, explained=said.explained)
        if doubted := next((fact for fact in found.facts if fact.hedged), None):
            words = hedge(doubted)
            st.markdown(f":orange-badge[{escape(words)}]")
    _ways_on(spec, found, view, faded=faded)


def _answer(spec: CardSpec, view: View) -> tuple[Answer, bool]:
    """What claims say to a card's question, and whether filters leave all of them out."""
    chosen = view.selection.fact
    found = answer(spec, view.claims_in_view, view.as_of, chosen)
    faded = not found.claims
    return answer(spec, view.claims, view.as_of, chosen) if faded else found, faded


def _stat(
    spec: CardSpec,
    value: str,
    lines: Sequence[str],
    trend: Trend | None,
    *,
    faded: bool,
    explained: str = "",
) -> None:
    """Draw label, value, trend and small lines; grey on a card left out of view."""
    with st.container(gap=None):
        title, body, about = escape(spec.label), escape(value), escape(explained) or None
        st.metric(
            # The button of the help is announced by this as it is written.
            f":gray[{title}]" if faded else title,
            f":gray[{body}]" if faded else body,
            icon=f":material/{spec.icon}:",
            help=None if faded else about,
        )
        if trend:
            card_trend(trend, faded=faded)
        shown = "  \n".join(escape(line) for line in lines)
        st.markdown(
            f":small[:gray[{shown}]]" if faded else f":small[{shown}]",
            help=about if faded else None,
        )


def _ways_on(spec: CardSpec, found: Answer, view: View, *, faded: bool) -> None:
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        if len(found.claims) > 1:
            _list(spec, found, view)  # first, so that choosing from it does not move it
        if len(found.claims) == 1 or found.chosen:
            _sentence(spec, found.shown[0])
        link, of = _link(found, faded=faded)
        copy_link(link, key=f"card-{spec.id}-link", of=of, label=None)


def _link(found: Answer, *, faded: bool) -> tuple[str, str]:
    """The link by which a card opens as it is, and what it leads to."""
    if len(found.shown) > 1:
        return link_to_card(None), "this card"
    fact = found.facts[0].fact_id
    # Filters that leave the claim out would leave out its evidence, too.
    return link_to_fact(fact) if faded else link_to_card(fact), "this claim"


def _sentence(spec: CardSpec, claim: Claim) -> None:
    pressed = any(fact.fact_id == current().fact for fact in claim.facts)
    st.button(
        "Hide the sentence" if pressed else "Show the sentence",
        key=f"card-{spec.id}-evidence",
        icon=":material/close:" if pressed else ":material/format_quote:",
        type="tertiary",
        on_click=choose_fact,
        args=(current().fact if pressed else claim.fact.fact_id,),
        help=f"{'Let go of' if pressed else 'Choose'} this fact everywhere on the page",
    )


def _list(spec: CardSpec, found: Answer, view: View) -> None:
    """All claims to choose from: those that stand first, then the others, latest first."""
    standing = {claim.claim_id for claim in found.standing}
    earlier = [claim for claim in reversed(found.claims) if claim.claim_id not in standing]
    label = counted(len(found.claims), "claim")
    with menu(label, icon=":material/format_quote:", key=_list_key(spec)) as opened:
        if not opened:
            return
        first = "Last given" if found.lapsed else "Standing"
        for title, claims in ((first, found.standing), ("Before", earlier[:_MOST_LISTED])):
            if claims:
                st.caption(title)
            for claim in claims:
                fact = claim.fact
                line = claim_line(
                    claim, view.corpus.articles, view.wholes_claimed, in_part=view.part is not None
                )
                st.button(
                    escape(line),
                    key=f"card-{spec.id}-claim-{fact.fact_id}",
                    type="tertiary",
                    on_click=_choose_from_list,
                    args=(spec, fact.fact_id),
                    help=escape(quoted(fact, 240)),
                )


def _list_key(spec: CardSpec) -> str:
    return f"{spec.id}-list"


def _choose_from_list(spec: CardSpec, fact_id: str) -> None:
    """Choose a claim, and close the list, which would cover its evidence."""
    close_menu(_list_key(spec))
    choose_fact(fact_id)
