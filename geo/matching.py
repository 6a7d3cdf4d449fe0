"""Which countries each fact concerns, and by which of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from geo.codes import CodeKind, codes_in, countries_of, kind_of
from geo.gazetteer import country_table, elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.codes import Members

PLACE_FIELDS = ("places", "origin", "destination", "of")
ACTOR_FIELDS = ("actor", "claimant")


class Concern(NamedTuple):
    """That a fact concerns a country.

    Attributes:
        fact_id: The fact.
        country: ISO 3166-1 alpha-3 code.
        field: The field of the fact that leads to the country.
        via: How it leads there: ``itself``, ``province``, ``settlement``, ``border``, ``member``
            or ``actor``.
    """

    fact_id: str
    country: str
    field: str
    via: str


def country_concerns(
    facts: Iterable[Any],
    members: Members | None = None,
    actor_countries: Mapping[str, str | None] | None = None,
) -> list[Concern]:
    """Which facts concern which country, and by which field.

    Args:
        facts: Objects with the attributes ``fact_id`` and those of :data:`PLACE_FIELDS` and
            :data:`ACTOR_FIELDS`.
        members: Country codes by region code.
        actor_countries: Country code by actor code, None for an actor of no country. An actor
            that is not in it has no country, unless its code is that of a country.
    """
    regions, actors = members or {}, actor_countries or {}
    ways: dict[tuple[bool, str], tuple[str, tuple[str, ...]]] = {}
    found: dict[Concern, None] = {}
    for fact in facts:
        for field in (*PLACE_FIELDS, *ACTOR_FIELDS):
            acts = field in ACTOR_FIELDS
            for named in codes_in(getattr(fact, field)):
                if (acts, named) not in ways:
                    ways[acts, named] = _way(named, regions, actors, acts=acts)
                via, countries = ways[acts, named]
                for country in countries:
                    found[Concern(str(fact.fact_id), country, field, via)] = None
    return list(found)


def _way(
    named: str, regions: Members, actors: Mapping[str, str | None], *, acts: bool
) -> tuple[str, tuple[str, ...]]:
    """How a code leads to countries, and to which."""
    if acts:
        return "actor", _countries_of_actor(named, actors)
    return _via(kind_of(named, regions)), countries_of(named, regions)


def _via(kind: CodeKind) -> str:
    if kind in (CodeKind.COUNTRY, CodeKind.ELSEWHERE):
        return "itself"
    return "member" if kind is CodeKind.REGION else str(kind)


def _countries_of_actor(actor: str, actor_countries: Mapping[str, str | None]) -> tuple[str, ...]:
    if actor in actor_countries:
        return codes_in(actor_countries[actor])
    return (actor,) if actor in country_table() or actor in elsewhere() else ()
