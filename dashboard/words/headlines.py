"""Facts on one line: by itself, as a heading, and in a list where no other entry has the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

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
from dashboard.words.plain_text import excerpt
from dashboard.words.shares import of_shared

if TYPE_CHECKING:
    from data.article import Article
    from data.fact import Fact

_HELD_BY: Final[Mapping[str, str]] = {
    "capture": "taken by",
    "capture district": "taken by",
    "control": "held by",
    "hand over": "handed over to",
    "retake": "retaken by",
    "retake district": "retaken by",
}
"""What stands before whoever has the ground, by what was done."""

_OF_A_DISTRICT: Final = " district"
"""End of an action that is about a district of the place, and not the place."""

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
    held = f"{_HELD_BY.get(fact.action, '')} {holder}".strip() if holder else ""
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
    """The line of each fact; before those that tell the same, where, or else in which words.

    For example ``9 Jul 2021, TASS · Captures: Islam Qala, taken by Taliban``. Before, because a
    narrow list cuts what is behind.

    Args:
        facts: The entries, in their order.
        wholes: What counts are counted out of, by fact id.
        articles: By id.
    """
    told = [headline(fact, wholes.get(fact.fact_id)) for fact in facts]
    places = [(line, fact.article_id) for line, fact in zip(told, facts, strict=True)]
    like, like_here = Counter(told), Counter(places)
    lines = []
    for fact, (line, article) in zip(facts, places, strict=True):
        if like_here[line, article] > 1:
            lines.append(f"“{excerpt(fact.quote, _WORDS)}” · {line}")
        elif like[line] > 1:
            lines.append(f"{_source(articles.get(article))} · {line}")
        else:
            lines.append(line)
    return lines


def _source(article: Article | None) -> str:
    return f"{published(article, short=True)}, {publisher_of(article)}"
