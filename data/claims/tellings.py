"""Which telling speaks where an article tells one claim several times: one rule for all views."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from data.claims.claimants import refers_back
from data.fact import Fact


def best_telling(facts: Iterable[Fact]) -> Fact:
    """The telling that stands for one claim, whatever order they come in.

    One that carries the text's own doubt, so that the doubt is not lost; of those one with a
    claimant, and with one whose words name somebody outside their sentence; of those the fullest
    sentence; of those the first in the text.

    Args:
        facts: At least one; tellings of one claim.
    """
    return min(facts, key=_rank)


def best_first(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts that share a mark, claim by claim, of each claim the best telling first.

    Clicks on the mark go through them in this order. Claims, and the other tellings of a claim,
    keep the order given.
    """
    claims: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        claims.setdefault((fact.article_id, fact.fact_group), []).append(fact)
    return tuple(fact for told in claims.values() for fact in _led_by_the_best(told))


def _led_by_the_best(told: Sequence[Fact]) -> Iterable[Fact]:
    best = best_telling(told)
    return (best, *(fact for fact in told if fact is not best))


def _rank(fact: Fact) -> tuple[object, ...]:
    return (
        not fact.hedged,
        fact.attributed_to is None,
        fact.attributed_to is not None and refers_back(fact.attributed_to),
        -len(fact.quote),
        fact.article_id,
        fact.start,
        fact.fact_id,
    )
