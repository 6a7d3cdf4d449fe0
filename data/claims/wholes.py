"""The whole that a count is counted out of: "212 of 419 districts"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from data.claims.claim import Claim
    from data.fact import Fact

TOTAL: Final = "total"
"""Action of a fact that gives the whole."""


def wholes(facts: Iterable[Fact]) -> Mapping[str, float]:
    """The whole of each count whose sentence gives one, by fact id.

    Args:
        facts: All facts of the articles in question, totals among them.
    """
    known = tuple(facts)
    totals = {
        (fact.article_id, fact.sentence_start, fact.kind): fact.value
        for fact in known
        if fact.action == TOTAL and fact.value is not None
    }
    found: dict[str, float] = {}
    for fact in known:
        whole = totals.get((fact.article_id, fact.sentence_start, fact.kind))
        if fact.action != TOTAL and whole is not None:
            found[fact.fact_id] = whole
    return found


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
