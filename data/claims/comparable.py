"""Which claims of one measure count the same, so that they can agree or contradict.

Soldiers killed are not civilians killed, nor those of another army; what one government flew out is
not what another did, nor a part of all flights what all of them did, and a total of Monday is no
answer to one of Friday. Each measure of ``lexicon/measures.toml`` says which of its claims can be
compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from data import lexicon
from data.claims.carriers import is_part
from data.claims.counted import counts_alike, is_further, names_a_kind

if TYPE_CHECKING:
    from data.claims.claim import Claim
    from data.fact import Fact

_PEOPLE = "people"


def counts_a_part(fact: Fact) -> bool:
    """Whether a fact counts a part of what others do, or only what comes on top of a part.

    Neither some planes' passengers nor "dozens of others" besides those counted before are a whole.
    """
    return is_part(fact) or is_further(fact)


def comparable(one: Claim, other: Claim) -> bool:
    """Whether two claims of one measure count the same."""
    measure = one.measure
    if measure is None:
        return True
    if one.claimant is not None and one.claimant == other.claimant and _share_a_source(one, other):
        return False
    if is_part(one.fact) != is_part(other.fact) or is_further(one.fact) != is_further(other.fact):
        return False
    if measure.unit == _PEOPLE and not _counts_the_people_of(one.fact, other.fact):
        return False
    match measure.compare:
        case "own":
            return one.claimant is not None and one.claimant == other.claimant
        case "period":
            return one.fact.when_start == other.fact.when_start and _about_one_day(one, other)
        case "day":
            return _about_one_day(one, other)
        case _:
            return True


def comparable_groups(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims in groups of which each can be compared with each, every claim in one of them."""
    groups: list[list[Claim]] = []
    for claim in claims:
        fitting = (group for group in groups if all(comparable(claim, own) for own in group))
        group = next(fitting, None)
        if group is None:
            groups.append([claim])
        else:
            group.append(claim)
    return groups


def _share_a_source(one: Claim, other: Claim) -> bool:
    """Whether an article carries both: what somebody tells apart in one breath is two things."""
    return not set(one.sources).isdisjoint(other.sources)


def _counts_the_people_of(one: Fact, other: Fact) -> bool:
    """Whether two facts count the same people: neither others of a kind, nor another side's."""
    if not counts_alike(one.who, other.who):
        return False
    sides = {fact.actor for fact in (one, other) if fact.actor}
    return len(sides) < 2 or not names_a_kind(one.who)


def _about_one_day(one: Claim, other: Claim) -> bool:
    """Whether claims can be of one day: of those between which each may lie, any two are near.

    A running total is of its last day; "earlier this week" is any day of it.
    """
    if one.day is None or other.day is None:
        return True
    apart = max(one.first_day or one.day, other.first_day or other.day) - min(one.day, other.day)
    return apart.days <= lexicon.comparing().comparable_within
