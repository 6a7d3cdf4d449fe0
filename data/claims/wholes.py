"""The whole that a count is counted out of: "212 of 419 districts"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from data import lexicon

if TYPE_CHECKING:
    from data.claims.claim import Claim
    from data.fact import Fact

TOTAL: Final = "total"
"""Action of a fact that gives the whole."""

_GROUND: Final = "count"
"""Unit of what is held or taken in part, and never as many as there are by being told of."""

_OUT_OF: Final = re.compile(
    r"(?P<part>[\w.,-]*\w)\s+(?:(?:(?P<noun>(?:\w+\s+){0,2})out\s+)?of)\s+"
    r"(?:(?:the|its|all|(?:\S+\s+)?\S+['\u2019]s)\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""What stands before the whole: "20 of", "nine of the country's", "20 capitals out of"."""


def is_whole(fact: Fact) -> bool:
    """Whether a number of places is what another is counted out of: "34" in "20 of 34".

    By its action, or by the words before it where these tell of no action. Of people it may be
    both: "10 of the 13 who died" tells a toll.
    """
    if fact.action == TOTAL:
        return True
    if fact.unit != _GROUND or not fact.has_number:
        return False
    found = _OUT_OF.search(fact.quote[: fact.start - fact.sentence_start])
    if found is None or not _is_number(found["part"]):
        return False
    noun = (found["noun"] or "").casefold().split()  # not "five men driven out of 20 districts"
    return not noun or noun[-1] in _ground_words()


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word.casefold() in _number_words()


@functools.cache
def _number_words() -> frozenset[str]:
    return frozenset(lexicon.numbers().words) | {"one"}


@functools.cache
def _ground_words() -> frozenset[str]:
    """Last words of what is counted out of a whole: "capitals", "centres"."""
    nouns = (noun for noun in lexicon.nouns().noun if noun.kind in lexicon.kinds_with("ground"))
    words = (word.split()[-1] for noun in nouns for word in (*noun.words, *noun.plurals))
    return frozenset(form for word in words for form in (word, f"{word}s"))


def wholes(facts: Iterable[Fact]) -> Mapping[str, float]:
    """The whole of each count whose sentence gives one, by fact id.

    Args:
        facts: All facts of the articles in question, totals among them.
    """
    known = tuple(facts)
    totals = {
        (fact.article_id, fact.sentence_start, fact.kind): fact
        for fact in known
        if fact.action == TOTAL and fact.value is not None
    }
    found: dict[str, float] = {}
    for fact in known:
        whole = totals.get((fact.article_id, fact.sentence_start, fact.kind))
        if whole is None or whole.value is None or fact.action == TOTAL:
            continue
        if not _counts_others(fact, whole):
            found[fact.fact_id] = whole.value
    return found


def _counts_others(fact: Fact, whole: Fact) -> bool:
    """Whether it counts people of another word: "40 million people, 10 million children"."""
    if fact.unit != "people" or not fact.who or not whole.who:
        return False
    words = (set(text.casefold().split()) for text in (fact.who, whole.who))
    return set.isdisjoint(*words)


def wholes_claimed(claims: Iterable[Claim], told: Mapping[str, float]) -> Mapping[str, float]:
    """The whole of each count whose claim gives one in any telling, by fact id.

    A headline says "174 districts" and the sentence below "174 of 400". Where the tellings of a
    claim differ, each keeps its own, and those without have none.

    Args:
        claims: All claims in question.
        told: What sentences give, see :func:`wholes`.
    """
    found = dict(told)
    for claim in claims:
        given = {told[fact.fact_id] for fact in claim.facts if fact.fact_id in told}
        if len(given) == 1:
            found |= dict.fromkeys((fact.fact_id for fact in claim.facts), given.pop())
    return found
