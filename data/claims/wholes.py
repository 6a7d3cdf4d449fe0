"""The whole that a count is counted out of: "212 of 419 districts"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
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
