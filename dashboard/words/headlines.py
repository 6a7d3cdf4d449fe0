"""Facts on one line: by itself, as a heading, and in a list where no other entry has the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from dashboard.words.actions import words_held
from dashboard.words.facts import (
    amount_of,
    capitalised,
    counted_words,
    published,
    publisher_of,
    who,
)
from dashboard.words.fates import fate
from dashboard.words.ground import ground_holder
from dashboard.words.kinds import kind_entry
from dashboard.words.names import label
from dashboard.words.noun_forms import behind_number
from dashboard.words.plain_text import excerpt, excerpt_around
from dashboard.words.shares import of_shared

if TYPE_CHECKING:
    from data.article import Article
    from data.fact import Fact

_OF_A_DISTRICT: Final = " district"
"""End of an action that is about a district of the place, and not the place."""

_QUOTES: Final = '"“”'
"""What a sentence may begin or end with, and does not bring into quotation marks of ours."""

_WORDS: Final = 40
"""Characters of a sentence that tell it from another."""


def headline(fact: Fact, whole: float | None = None) -> str:
    """A fact on one line: kind, amount, who, where.

    For example ``Personnel: over 1,000 Afghan government troops · Afghanistan to Tajikistan``.

    Args:
        fact: The fact.
        whole: What its count is out of, where that is known.
    """
    return f"{kind_entry(fact.kind).label}: {_told(fact, whole)}"


def title(fact: Fact, whole: float | None = None) -> str:
    """A fact as a heading below its kind: how much of what, or else who and where.

    For example ``Over 1,000 Afghan government troops``, ``Islam Qala, taken by Taliban``. Arguments
    as for :func:`headline`.
    """
    if not fact.has_number:
        return capitalised(_told(fact, whole))
    whom = of_shared(fact) or counted_words(fact)
    told = (amount_of(fact, whole), " ".join(part for part in (whom, fate(fact)) if part))
    return capitalised(_between(fact).join(part for part in told if part))


def _told(fact: Fact, whole: float | None) -> str:
    if share := of_shared(fact):
        claim = " ".join(part for part in (amount_of(fact, whole), share) if part)
        return " · ".join(part for part in (claim, who(fact)) if part)
    where, holder = _where(fact), ground_holder(fact)
    where = "" if where == who(fact) else where
    held = f"{words_held().get(fact.action, '')} {holder}".strip() if holder else ""
    if fact.kind == "capture" and held and where:
        return f"{where}, {held}"
    claim = " · ".join(part for part in (_counted(fact, whole), held) if part)
    return " · ".join(part for part in (claim, where) if part) or fact.action


def _counted(fact: Fact, whole: float | None) -> str:
    """How much, and of what, unless that is ground in somebody's hand, which the kind says."""
    amount, whom = amount_of(fact, whole), "" if ground_holder(fact) else who(fact)
    whom = behind_number(whom, fact)
    told = " ".join(part for part in (whom, fate(fact)) if part)
    return _between(fact).join(part for part in (amount, told) if part)


def _between(fact: Fact) -> str:
    return " · " if names_party(fact) else " "


def names_party(fact: Fact) -> bool:
    """Whether its words name who pays or gets what is counted: of money, which is not of people."""
    return fact.kind == "money"


def _where(fact: Fact) -> str:
    if fact.origin and fact.destination:
        return f"{label(fact.origin)} to {label(fact.destination)}"
    places = ", ".join(label(code) for code in fact.places)
    return f"a district of {places}" if fact.action.endswith(_OF_A_DISTRICT) else places


def headlines(
    facts: Sequence[Fact], wholes: Mapping[str, float], articles: Mapping[str, Article]
) -> list[str]:
    """The line of each fact, behind it where it is told, if that is in several articles.

    For example ``Captures: Islam Qala, taken by Taliban · 9 Jul 2021, TASS``. Those of one article
    that tell the same are told apart by their words.

    Args:
        facts: The entries, in their order.
        wholes: What counts are counted out of, by fact id.
        articles: By id.
    """
    told = [headline(fact, wholes.get(fact.fact_id)) for fact in facts]
    several = len({fact.article_id for fact in facts}) > 1
    alike: dict[tuple[str, str], list[str]] = {}
    for fact, line in zip(facts, told, strict=True):
        alike.setdefault((line, fact.article_id), []).append(fact.quote)
    lines = []
    for fact, line in zip(facts, told, strict=True):
        same = alike[line, fact.article_id]
        parts = [
            line,
            _source(articles.get(fact.article_id)) if several else "",
            f"“{_own_words(fact.quote, same).strip(_QUOTES)}”" if len(same) > 1 else "",
        ]
        lines.append(" · ".join(part for part in parts if part))
    return lines


def _own_words(quote: str, same: Sequence[str]) -> str:
    """Words of a sentence that others do not have there, which may begin as it does."""
    start = excerpt(quote, _WORDS)
    others = [other for other in same if other != quote and excerpt(other, _WORDS) == start]
    if not others:
        return start
    shared = max(_alike_up_to(quote, other) for other in others)
    first = quote.rfind(" ", 0, shared) + 1
    end = quote.find(" ", first)
    return excerpt_around(quote, first, len(quote) if end < 0 else end, _WORDS)


def _alike_up_to(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _source(article: Article | None) -> str:
    return f"{published(article, short=True)}, {publisher_of(article)}"
