"""Grouping: which facts of an article tell the same thing again."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Sequence

from data.fact import Fact


def group_facts(facts: Sequence[Fact]) -> list[Fact]:
    """The facts with ``fact_group`` set to the id of the first telling of each.

    Numbers are the same claim when kind, number, bounds, unit, action, movement and denominator
    agree; claims without a number when kind, actor, action and places agree. Two that are dated
    to days that do not overlap are different happenings, whatever else agrees: 1,000 who fled on
    Monday are not the 1,000 of Friday.
    """
    groups: dict[Hashable, list[Fact]] = {}
    grouped = []
    for fact in facts:
        told = groups.setdefault(_key(fact), [])
        first = next((other for other in told if _dates_agree(fact, other)), fact)
        told.append(fact)
        new = first.fact_group != fact.fact_group
        grouped.append(dataclasses.replace(fact, fact_group=first.fact_group) if new else fact)
    return grouped


def _key(fact: Fact) -> Hashable:
    if fact.has_number:
        number = (fact.value, fact.low, fact.high, fact.unit, fact.qualifier)
        return (fact.kind, number, fact.action, fact.origin, fact.destination, fact.of, fact.actor)
    return (fact.kind, fact.actor, fact.action, frozenset(fact.places))


def _dates_agree(one: Fact, other: Fact) -> bool:
    if one.when_start is None or other.when_start is None:
        return True
    if one.when_end is None or other.when_end is None:
        return True
    return one.when_start <= other.when_end and other.when_start <= one.when_end
