"""Claimants: who says so, and for which government an institution or an official speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from data import lexicon
from data.actor_codes import country_of, government, is_government

if TYPE_CHECKING:
    from data.fact import Fact

_SPEAKERS: Final = frozenset({"person", "institution", "military"})
"""Types of actors that speak for the country they belong to."""


def claimant_key(fact: Fact) -> str | None:
    """Who says so, for comparing: the actor's code, else the words; None where nobody is named."""
    if fact.claimant or fact.attributed_to is None:
        return fact.claimant
    return fact.attributed_to.casefold().removeprefix("the ")


def refers_back(words: str) -> bool:
    """Whether words for somebody say who it is only together with what stands before them.

    The families of "citizens and their families" are those of the citizens.

    >>> refers_back("their delegation in Moscow"), refers_back("the movement")
    (True, True)
    >>> refers_back("Latif Mansur"), refers_back("citizens and members of their families")
    (False, False)
    """
    plain = " ".join(words.casefold().replace("’", "'").split())
    if plain.removeprefix("the ") in lexicon.comparing().nameless:
        return True
    said = plain.replace(",", " and").split()
    theirs = lexicon.grammar().third_person_possessives
    if theirs.isdisjoint(said):
        return False
    first = next(at for at, word in enumerate(said) if word in theirs)
    return "and" not in said[:first]


def government_behind(claimant: str) -> str | None:
    """The government that an institution or an official speaks for; None for all others.

    >>> government_behind("tjk-border-service"), government_behind("sergei-lavrov")
    ('tjk-government', 'rus-government')
    """
    country = country_spoken_for(claimant)
    if country is None or is_government(claimant):
        return None
    return government(country)


def country_spoken_for(claimant: str) -> str | None:
    """The country whose government, institution or official somebody is; None for all others."""
    if (actor := lexicon.actors().get(claimant)) is not None:
        return actor.country if actor.type in _SPEAKERS else None
    return country_of(claimant)
