"""What a card of the overview says, in plain words: the same on the page and in the report."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from dashboard.cards.content import length_of_share
from dashboard.corpus.folders import without_folders
from dashboard.words.claims import (
    amounts_as_worded,
    claims_counted,
    in_own_words,
    others_stood,
    parts_told,
    said,
    said_by_all,
    spoken_of,
)
from dashboard.words.facts import (
    capitalised,
    claimant,
    claimant_named,
    counted,
    day,
    number,
    published,
    session_mark,
    source_of,
)
from dashboard.words.plain_text import excerpt
from data.errors import InputError
from geo.gazetteer import published_lengths
from geo.measured import border_km

_MOST_NAMED: Final = 2
_LONGEST_NAME: Final = 34

if TYPE_CHECKING:
    from dashboard.cards.content import Answer, CardSpec
    from data.article import Article
    from data.claims.claim import Claim
    from data.fact import Fact


@dataclasses.dataclass(frozen=True, slots=True)
class CardWords:
    """The words of a card; plain text.

    Attributes:
        value: The amount claimed, or from the lowest to the highest of those that stand.
        lines: What it is a share of or counts, who says so, and where and when it was published.
        explained: How a length was worked out; empty where there is none.
    """

    value: str
    lines: tuple[str, ...]
    explained: str = ""


def card_words(
    spec: CardSpec,
    found: Answer,
    articles: Mapping[str, Article],
    wholes: Mapping[str, float],
    *,
    in_part: bool = False,
) -> CardWords:
    """The words of a card that has claims to show.

    Args:
        spec: The card.
        found: What claims answer to it; at least one.
        articles: By id.
        wholes: What counts are counted out of, by fact id.
        in_part: Whether there are more facts than those the claims were made of.
    """
    facts = found.facts
    length, explained = _length(spec, facts)
    lines = [
        spec.of + (f": {length}" if length else ""),
        *_counting(facts, wholes),
        *_sources(found, articles, in_part=in_part),
    ]
    return CardWords(capitalised(said_by_all(facts)), tuple(lines), explained)


def claim_line(
    claim: Claim,
    articles: Mapping[str, Article],
    wholes: Mapping[str, float],
    *,
    in_part: bool = False,
) -> str:
    """One claim of a card's list: amount, claimant, the day it speaks of, and when that was told.

    For example ``85% · Russian Foreign Ministry · 9 Jul 2021 · carried by 2``, or ``30% · Pentagon
    · 1 to 10 Jun 2021, published 29 Jun 2021``.
    """
    fact = claim.fact
    article = articles.get(fact.article_id)
    mark = session_mark(article) if fact.attributed_to else ""  # else it is named with it
    parts = [
        capitalised(said(fact, wholes)),
        claimant(fact, article) + mark,
        _spoken_of_and_published(claim),
        f"carried by {len(claim.sources)}{_shown(in_part)}" if len(claim.sources) > 1 else "",
    ]
    return " · ".join(part for part in parts if part)


def _spoken_of_and_published(claim: Claim) -> str:
    """The day a claim speaks of and, where it is another, that of its first publication."""
    if claim.published is None:
        return "date unknown"
    about, told = spoken_of(claim), day(claim.published, short=True)
    return about if about == told else f"{about}, published {told}"


def _counting(facts: Sequence[Fact], wholes: Mapping[str, float]) -> Sequence[str]:
    """What claims say beside the amount: of several, which are parts, and which are in words."""
    if len(facts) > 1:
        return [told for told in (parts_told(facts), amounts_as_worded(facts)) if told]
    full = said(facts[0], wholes)
    return [capitalised(full)] if full != in_own_words(facts[0]) else []


def _shown(in_part: bool) -> str:
    """What stands behind a number of what is shown where there is more."""
    return " shown" if in_part else ""


def _sources(found: Answer, articles: Mapping[str, Article], *, in_part: bool) -> list[str]:
    shown = found.shown
    last = f"last figure given {day(found.day)}" if found.lapsed and found.day else ""
    beside = capitalised(others_stood([claim.fact for claim in found.beside]))
    if len(shown) > 1:
        when = f"as of {day(found.day)}" if found.day else ""
        claims = claims_counted([claim.fact for claim in shown], _shown(in_part))
        told = f"{claims}, {last}" if last else f"{claims} stand {when}".strip()
        return [line for line in (told, beside, _names(shown)) if line]
    claim, fact = shown[0], found.facts[0]
    article = articles.get(fact.article_id)
    source = f"{source_of(article)}, {published(article, short=True)}"
    by = fact.reported_by if fact.reported_by != claimant_named(fact) else None
    more = len(claim.sources) - 1
    carried = f" and {counted(more, 'other source')}{_shown(in_part)}" if more else ""
    before = (capitalised(last), beside) if last and not found.chosen else ()
    return [
        *filter(None, before),
        f"Claimant: {claimant_named(fact) or 'none named'}",
        f"{by}, in {source}{carried}" if by else source + carried,
    ]


def _names(claims: Sequence[Claim]) -> str:
    """Who makes several claims: ``Claimants: Moscow; Tashkent · 1 without a claimant``."""
    named = list(dict.fromkeys(who for c in claims if (who := claimant_named(c.fact))))
    unnamed = sum(not claim.fact.attributed_to for claim in claims)
    more = len(named) - _MOST_NAMED
    parts = [
        "; ".join(excerpt(name, _LONGEST_NAME) for name in named[:_MOST_NAMED]),
        f"{more} more" if more > 0 else "",
        f"{unnamed} without a claimant" if unnamed and named else "",
    ]
    told = " · ".join(part for part in parts if part) or "none named"
    return f"{'Claimants' if len(named) > 1 else 'Claimant'}: {told}"


def _length(spec: CardSpec, facts: Sequence[Fact]) -> tuple[str, str]:
    """The length that shares of a border mean, and how it was worked out."""
    if spec.border is None:
        return "", ""
    try:
        drawn_km, lengths = border_km(spec.border), published_lengths()
    except InputError as error:
        return "", f"The length of this border cannot be read: {without_folders(error.problem)}"
    published_km, book = lengths.km[spec.border], lengths.title.partition(",")[0]
    whole, drawn = number(published_km, "km"), number(round(drawn_km), "km")
    explained = (
        f"The claim gives the share only. The length is worked out here from {whole} ({book}); "
        f"on this map’s line of {drawn} it would be {length_of_share(facts, drawn_km)}."
    )
    length = length_of_share(facts, published_km)
    is_limit = not length[:1].isdigit()
    return f"{'' if is_limit else '≈ '}{length} of {whole}", explained
