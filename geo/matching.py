"""Which places and countries each fact is about, and which codes found no shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from geo.codes import CodeKind, codes_in, countries_of, kind_of
from geo.errors import ShapeError
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
        named: The code in that field.
        via: How it leads there: ``itself``, ``province``, ``settlement``, ``border``, ``member``
            or ``actor``.
        on_map: Whether the country is on the map.
    """

    fact_id: str
    country: str
    field: str
    named: str
    via: str
    on_map: bool


@dataclass(frozen=True, slots=True, order=True)
class UnmatchedCode:
    """A code of a fact for which there is no shape.

    Attributes:
        code: The code.
        fact_id: The fact.
        field: Its field that holds the code, or the region that has it as a member.
    """

    code: str
    fact_id: str
    field: str

    def __str__(self) -> str:
        """As in ``TJX (fact seed-3, destination)``."""
        return f"{self.code} (fact {self.fact_id}, {self.field})"


@dataclass(frozen=True, slots=True)
class UnmatchedCodes:
    """What became of the codes that found no shape.

    Attributes:
        missing: Codes nobody knows: a mistake in a fact, a lexicon or the shapes.
        elsewhere: Countries, and settlements in them, that are not on this map. No mistake.
    """

    missing: tuple[UnmatchedCode, ...]
    elsewhere: tuple[UnmatchedCode, ...]

    def raise_if_missing(self) -> None:
        """Refuse to go on with codes nobody knows.

        Raises:
            ShapeError: Naming all of them with their facts and fields.
        """
        if self.missing:
            listed = "; ".join(str(unmatched) for unmatched in self.missing)
            remedy = "Correct the fact or its lexicon entry, or add the shape"
            raise ShapeError("facts", f"no shape for {listed}", remedy)


def country_concerns(
    facts: Iterable[Any],
    members: Members | None = None,
    actor_countries: Mapping[str, str | None] | None = None,
) -> list[Concern]:
    """Which facts concern which country, and by which field; of a frame: geo.frames.

    Args:
        facts: With an attribute for each of the columns.
        members: Country codes by region code.
        actor_countries: Country code by actor code.
    """
    regions, actors, on_map = members or {}, actor_countries or {}, country_table()
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
                    own = Concern(str(fact.fact_id), country, field, named, via, country in on_map)
                    found[own] = None
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
