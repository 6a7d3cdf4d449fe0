"""How far the amounts of several facts are apart, in the words of those at both ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard.words.bounds import Bound, bound_of, is_open_range, short_bound
from dashboard.words.facts import number, open_end

if TYPE_CHECKING:
    from data.fact import Fact


def spread(facts: Sequence[Fact]) -> str:
    """How far claims are apart: from the lowest number any of them gives to the highest.

    An end keeps the bound of the claim that reaches furthest from it, in short: ``90% to over
    95%``, ``nearly 8,300 to roughly 13,400``.
    """
    ends = [
        (end, fact)
        for fact in facts
        for end in (fact.value, fact.low, fact.high)
        if end is not None
    ]
    if not ends:
        return ""
    low, high = (pick(end for end, _ in ends) for pick in (min, max))
    highest = _end(high, [fact for end, fact in ends if end == high], ("over", "at_least"))
    lowest = _end(low, [fact for end, fact in ends if end == low], ("under", "up_to"))
    if low == high:
        return highest if any(fact.high is None for _, fact in ends) else lowest
    return f"{lowest} to {highest}"


def _end(number_: float, facts: Sequence[Fact], beyond: Sequence[str]) -> str:
    """An end of a spread; in the words of a claim that goes beyond it, or if no claim is exact."""
    unit = next((fact.unit for fact in facts if fact.unit), None)
    open_ended = [f for f in facts if f.qualifier in beyond or _ends_open(f, number_, beyond)]
    bounded = [fact for fact in facts if fact.value is not None and bound_of(fact) != Bound()]
    worded = open_ended or (bounded if len(bounded) == len(facts) else [])
    speaks = min(worded, key=lambda fact: bound_of(fact).close, default=None)
    if speaks and is_open_range(speaks):
        return open_end(speaks)
    return (short_bound(speaks) if speaks else Bound()).around(number(number_, unit))


def _ends_open(fact: Fact, end: float, beyond: Sequence[str]) -> bool:
    """Whether a number is the upper end of a range that is no limit, where that is asked for."""
    return "over" in beyond and is_open_range(fact) and end == fact.value
