"""Grouping: which facts of an article tell the same thing again."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Sequence

from data.fact import Fact


def group_facts(facts: Sequence[Fact]) -> list[Fact]:
    """The facts with ``fact_group`` set to the id of the first telling of each.

    Numbers are the same claim when kind, number, bounds, unit, action, movement, denominator and
    actor agree; claims without a number when kind, actor, action and places agree. Two that are
    dated to days that do not overlap are different happenings, whatever else agrees: 1,000 who fled
    on Monday are not the 1,000 of Friday. A sum or a length that is given in another unit in
    brackets is one claim in two expressions.
    """
    groups: dict[Hashable, list[Fact]] = {}
    grouped: list[Fact] = []
    for fact in facts:
        told = groups.setdefault(_key(fact), [])
        first = next((other for other in told if _agree(fact, other)), fact)
        told.append(fact)
        group = first.fact_group
        if first is fact and grouped and _is_conversion(fact, grouped[-1]):
            group = grouped[-1].fact_group
        new = group != fact.fact_group
        grouped.append(dataclasses.replace(fact, fact_group=group) if new else fact)
    return grouped


def _is_conversion(fact: Fact, before: Fact) -> bool:
    """Whether a sum or a length stands in brackets behind the same in another unit."""
    if fact.kind != before.kind or fact.kind not in _MEASURED or fact.unit == before.unit:
        return False
    if fact.sentence_start != before.sentence_start:
        return False
    between = fact.quote[before.end - fact.sentence_start : fact.start - fact.sentence_start]
    opened = between.strip()
    return opened.startswith("(") and ")" not in opened and len(opened) <= _LONGEST_OPENING


_MEASURED = frozenset({"money", "border_length"})
_LONGEST_OPENING = 12
"""Most characters of "(about" between a number and the same in another unit."""


def _key(fact: Fact) -> Hashable:
    if fact.has_number:
        number = (fact.value, fact.low, fact.high, fact.unit, fact.qualifier)
        return (fact.kind, number, fact.action, fact.origin, fact.destination, fact.of)
    return (fact.kind, fact.actor, fact.action, frozenset(fact.places))


def _agree(one: Fact, other: Fact) -> bool:
    """Whether neither days nor actors tell two facts apart.

    An actor that one of them names does not, where they have the same words: "5,300 people were
    evacuated", "X evacuated 5,300 people".
    """
    same = one.actor == other.actor
    unnamed = None in {one.actor, other.actor} and one.who == other.who
    return (same or unnamed) and _dates_agree(one, other)


def _dates_agree(one: Fact, other: Fact) -> bool:
    if one.when_start is None or other.when_start is None:
        return True
    if one.when_end is None or other.when_end is None:
        return True
    return one.when_start <= other.when_end and other.when_start <= one.when_end
