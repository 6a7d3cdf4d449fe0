"""Who agrees with whom on the chosen day, and which claims contradict each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal

import streamlit as st

from dashboard.components.browser.window_width import is_narrow
from dashboard.components.parts.long_list import how_much, shows_all
from dashboard.components.session.bound_selection import choose_fact, current
from dashboard.words.claims import claims_counted, parts_told, said_by_all_of, said_of, spoken_of
from dashboard.words.facts import (
    NO_CLAIMANT,
    capitalised,
    claimant_named,
    counted,
    day,
    listed,
    source_of,
)
from dashboard.words.passage import quoted
from dashboard.words.plain_text import escape, excerpt
from data import lexicon
from data.claims.comparable import comparable
from data.claims.standing import claimed_range, stands_for

if TYPE_CHECKING:
    from data.article import Article
    from data.claims.claim import Claim
    from data.claims.standing import Standing

_MOST_PAIRS: Final = 8
_MOST_SOURCES: Final = 3
_LIST: Final = "standing-claims"

_FIRST: Final = 12
"""Claims of a long list that are there at first."""

_FEW: Final = 16
"""Claims up to which a list is not long."""

_UNLIKE: Final = "; not all count the same"
"""What is said of claims of which some can not be compared with others."""

Alone = Literal["disagrees", "unlike"]
_ALONE: Final[Mapping[Alone | None, tuple[str, str]]] = {
    "disagrees": ("Agrees with no other", "Agree with no other"),
    "unlike": ("Counts what no other does", "Count what no other does"),
}
"""Headings of a claim that agrees with no other, and of several: others may count what it does."""

_HEIGHT: Final = 600
"""Pixels of a long list."""

_RULES: Final = """
**One claim, several sources.** Two articles carry one claim where kind, number, bounds, unit and
action are the same, the claimant too as far as both name one (who speaks for a government counts
as that government), and nothing speaks against it: another denominator, other places, another
direction, other people, “two more” against a total, or days that hardly overlap. A headline says in
short what its article says.
Where a text gives no day, the publications must lie within {news} days of each other. So 1,000 is
not 1,037, a share of a border is no share of a country, and 5 July is not 7 July.

**What stands.** Of each claimant counts what they said about the latest day they spoke of,
for {stands} days ({totals} for totals, which grow) after it was last told: after the publication,
or after an earlier day that the article speaks of; a government and all who speak for it are one.
A claimant who changes the figure has made a new claim. “Earlier in June” may be its first day, and
replaces nothing later. Of totals that grow only those of the latest day stand. Claims without a
claimant count as one claimant a source. Once nothing stands any more, what stood last is shown,
with the last day on which it was given, and beside it what else stood on that day.

**Agreeing.** Claims agree where some number satisfies all of them. “Over 1,000” and “1,037” of one
time agree; 70% and 85% do not. “About” is taken to allow {about} either way. Claims that count
different things neither agree nor contradict: soldiers and civilians, the dead of two sides, the
passengers of two governments, a part and its whole, counts whose days are more than {within}
apart, totals that begin on different days. A part is told beside its whole, and is no second claim
of it.
Nothing is averaged, and nobody wins.
"""


def standing_claims(
    stood: Standing,
    asked: dt.date,
    wholes: Mapping[str, float],
    articles: Mapping[str, Article],
    *,
    in_part: bool = False,
) -> None:
    """Draw the groups that agree and the pairs that do not; each claim opens its sentence.

    Args:
        stood: What stands.
        asked: The day that was asked for; what stands may have stood before.
        wholes: What counts are counted out of, by fact id.
        articles: By id.
        in_part: Whether there are more facts than those the claims were made of.
    """
    with st.container(horizontal=True, vertical_alignment="center"):
        when = "Last given on" if stood.lapsed else "On"
        st.markdown(f"#### {when} {day(stood.day)}", anchors=False, width="stretch")
        _rules()
    if stood.lapsed:
        days = stands_for(stood.claims[0].measure)
        st.caption(f"None stands on {day(asked)} any more: a claim does for {days} days.")
    facts = [claim.fact for claim in stood.claims]
    camps, pairs = stood.camps, stood.contradictions
    claims = claims_counted(facts, " shown" if in_part else "")
    words = f"**{escape(capitalised(said_by_all_of(facts)))}**, from {claims}, {_verdict(stood)}."
    st.markdown(words, width="stretch")
    if part := parts_told(facts):
        st.caption(escape(f"{part}."))
    _camps(camps, len(facts), wholes, articles)
    if pairs:
        _contradictions(pairs, wholes)
    _stood_beside(stood, wholes, articles)


def _stood_beside(
    stood: Standing, wholes: Mapping[str, float], articles: Mapping[str, Article]
) -> None:
    """Draw what stood on the day and lapsed before what was given last."""
    if not stood.beside:
        return
    others = counted(len(stood.beside), "other claim")
    st.caption(f"{others} stood on {day(stood.day)}, and lapsed earlier")
    with st.container(gap="xsmall" if is_narrow() else None):
        in_order = sorted(stood.beside, key=lambda claim: claimed_range(claim.fact))
        for claim in in_order[:_FIRST]:
            _claim(claim, wholes, articles, key="beside")
    if (more := len(stood.beside) - _FIRST) > 0:
        st.caption(f"and {more:,} more, in the table below")


def _verdict(stood: Standing) -> str:
    """Whether the claims agree, and whether they can be compared at all."""
    pairs = len(stood.contradictions)
    if len(stood.claims) == 1:
        if not stood.lapsed:
            return "which stands alone"
        return "the last to lapse" if stood.beside else "which stood alone"
    if pairs:
        return f"{counted(pairs, 'pair')} contradict{'' if stood.compared else _UNLIKE}"
    if stood.apart:
        return "which count different things"
    return "which all agree" if stood.compared else f"none of which contradict{_UNLIKE}"


def _camps(
    camps: Sequence[Sequence[Claim]],
    of: int,
    wholes: Mapping[str, float],
    articles: Mapping[str, Article],
) -> None:
    """Draw the groups that agree: of very many claims the first, and all if they are asked for."""
    is_long = of > _FEW
    every = shows_all(_LIST)
    drawn = list(_in_sight(camps, of if every or not is_long else _FIRST, current().fact))
    # A long list scrolls within the panel, or it would push the page apart.
    with st.container(border=False, height=_HEIGHT if is_long and every else "content"):
        in_sight = [camp for _, camp, _ in drawn]
        for place, (number, _, claims) in enumerate(drawn):
            with st.container(gap="xsmall" if is_narrow() else None):
                if len(camps) > 1 and (heading := _heading(place, in_sight)):
                    st.caption(heading)
                for claim in claims:
                    _claim(claim, wholes, articles, key=f"camp-{number}")
    if is_long:
        shown = len({claim.claim_id for _, _, claims in drawn for claim in claims})
        how_much(_LIST, shown, of, noun="claim", first=_FIRST, about="From the lowest up")


def _heading(place: int, camps: Sequence[Sequence[Claim]]) -> str:
    """What stands above a group; claims that are alone in the same way, in a row, share it."""
    if len(camps[place]) > 1:
        return f"{len(camps[place])} that agree"
    alone = _alone(camps[place], camps)
    if place and _alone(camps[place - 1], camps) == alone:
        return ""
    several = place + 1 < len(camps) and _alone(camps[place + 1], camps) == alone
    one, more = _ALONE[alone]
    return more if several else one


def _alone(camp: Sequence[Claim], camps: Sequence[Sequence[Claim]]) -> Alone | None:
    """In which way a claim is alone; None for a group of several."""
    if len(camp) > 1:
        return None
    others = (claim for other in camps for claim in other if claim is not camp[0])
    return "disagrees" if any(comparable(camp[0], claim) for claim in others) else "unlike"


def _in_sight(
    camps: Sequence[Sequence[Claim]], most: int, chosen: str | None
) -> Iterator[tuple[int, Sequence[Claim], Sequence[Claim]]]:
    """Groups with their places, and those of each that are drawn: the first, and the chosen.

    A claim that agrees with several others stands in the group of each, and takes room once.
    """
    first: set[str] = set()
    for number, camp in enumerate(camps):
        new = [claim.claim_id for claim in camp if claim.claim_id not in first]
        first.update(new[: most - len(first)])
        claims = [
            claim
            for claim in camp
            if claim.claim_id in first or claim.telling(chosen).fact_id == chosen
        ]
        if claims:
            yield number, camp, claims


def _claim(
    claim: Claim, wholes: Mapping[str, float], articles: Mapping[str, Article], *, key: str
) -> None:
    fact = claim.telling(current().fact)
    sources = [source_of(articles.get(name)) for name in claim.sources]
    about = f", {when}" if (when := spoken_of(claim)) else ""
    amount, who = capitalised(said_of(fact, wholes)), claimant_named(fact) or NO_CLAIMANT
    # Who carries it stands behind it, or below where there is no room: no line is centred.
    gap: Literal["xxsmall", "xsmall"] = "xxsmall" if is_narrow() else "xsmall"
    with st.container(horizontal=True, gap=gap, vertical_alignment="center"):
        st.button(
            f"**{escape(amount)}** · {escape(who)}",
            key=f"{key}-{claim.fact.fact_id}",
            type="secondary" if current().fact == fact.fact_id else "tertiary",
            on_click=choose_fact,
            args=(fact.fact_id,),
            help=escape(quoted(fact, 240)),
        )
        st.caption(escape(listed(sources, _MOST_SOURCES) + about), width="content")


def _contradictions(pairs: tuple[tuple[Claim, Claim], ...], wholes: Mapping[str, float]) -> None:
    st.caption("Contradictions")
    lines = [
        f"{escape(_short(low, wholes))} :gray[against] {escape(_short(high, wholes))}"
        for low, high in pairs[:_MOST_PAIRS]
    ]
    if len(pairs) > _MOST_PAIRS:
        lines.append(f":gray[and {counted(len(pairs) - _MOST_PAIRS, 'more pair')}]")
    st.markdown("\n".join(f"- {line}" for line in lines))


def _short(claim: Claim, wholes: Mapping[str, float]) -> str:
    fact = claim.telling(current().fact)
    who = claimant_named(fact) or NO_CLAIMANT.lower()
    return f"{said_of(fact, wholes)} ({excerpt(who, 48)})"


def _rules() -> None:
    rules = lexicon.comparing()
    with st.popover("How claims are joined", icon=":material/help:", type="tertiary"):
        st.markdown(
            _RULES.format(
                news=rules.news_lasts,
                stands=rules.stands_for,
                totals=rules.totals_stand_for,
                within=counted(rules.comparable_within, "day"),
                about=f"{rules.about_allows:.0%}",
            )
        )
