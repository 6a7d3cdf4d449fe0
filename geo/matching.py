"""Which places and countries each fact is about, and which codes found no shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from geo.codes import CodeKind, codes_in, countries_of, drawn_code, kind_of
from geo.errors import ShapeError
from geo.gazetteer import country_table, elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geo.codes import Members

PLACE_FIELDS = ("places", "origin", "destination", "of")
ACTOR_FIELDS = ("actor", "claimant")
PLACE_COLUMNS = ("fact_id", "field", "named", "code", "via", "shape")
COUNTRY_COLUMNS = ("fact_id", "country", "field", "named", "via", "on_map")


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


def places_of_facts(facts: pd.DataFrame, members: Members | None = None) -> pd.DataFrame:
    """Every place of every fact, one row each; regions as their members.

    Args:
        facts: Facts with the columns ``fact_id``, ``places``, ``origin``, ``destination``, ``of``.
        members: Country codes by region code.

    Returns:
        Columns ``fact_id``; ``field``; ``named`` (the code in the fact); ``code`` (the one to
        draw); ``via`` (``itself``, ``member`` of a region, ``drawn_in`` the province around);
        ``shape`` (a :class:`~geo.codes.CodeKind`). Codes without a shape are rows too, with
        ``shape`` ``elsewhere`` or ``missing``. In the order of the facts, fields and codes.

    Raises:
        ShapeError: If a column is missing.
    """
    require_columns(facts, ("fact_id", *PLACE_FIELDS))
    rows: list[tuple[str, ...]] = []
    for fact_id, field, named in _cells(facts, PLACE_FIELDS):
        if kind_of(named, members or {}) is CodeKind.REGION:
            rows += [
                (fact_id, field, named, code, "member", str(kind_of(code, {})))
                for code in countries_of(named, members or {})
            ]
            continue
        code = drawn_code(named)
        via = "itself" if code == named else "drawn_in"
        rows.append((fact_id, field, named, code, via, str(kind_of(code, {}))))
    return pd.DataFrame(rows, columns=list(PLACE_COLUMNS)).drop_duplicates(ignore_index=True)


def country_facts(
    facts: pd.DataFrame,
    members: Members | None = None,
    actor_countries: Mapping[str, str | None] | None = None,
) -> pd.DataFrame:
    """Which facts concern which country, and by which field.

    Args:
        facts: Facts with the columns of :func:`places_of_facts`, ``actor`` and ``claimant``.
        members: Country codes by region code.
        actor_countries: Country code by actor code, None for an actor of no country. An actor
            that is not in it has no country, unless its code is that of a country.

    Returns:
        Columns ``fact_id``; ``country``; ``field`` (also ``actor`` and ``claimant``); ``named``;
        ``via`` (``itself``, ``province``, ``settlement``, ``border``, ``member`` or ``actor``);
        ``on_map`` (bool). In the order of the facts; a country may have several rows for one
        fact. Codes nobody knows give no row: :func:`unmatched_codes` reports them.

    Raises:
        ShapeError: If a column is missing.
    """
    require_columns(facts, ("fact_id", *PLACE_FIELDS, *ACTOR_FIELDS))
    rows = country_concerns(facts.itertuples(index=False), members, actor_countries)
    frame = pd.DataFrame(rows, columns=list(COUNTRY_COLUMNS))
    return frame.astype({"on_map": "bool"})


def country_concerns(
    facts: Iterable[Any],
    members: Members | None = None,
    actor_countries: Mapping[str, str | None] | None = None,
) -> list[Concern]:
    """As :func:`country_facts`, of facts that are objects: a frame costs more than the work.

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


def unmatched_codes(facts: pd.DataFrame, members: Members | None = None) -> UnmatchedCodes:
    """Every code of the facts that found no shape, with its fact and field.

    Args:
        facts: Facts with the columns of :func:`places_of_facts`.
        members: Country codes by region code.

    Raises:
        ShapeError: If a column is missing.
    """
    places = places_of_facts(facts, members)
    return UnmatchedCodes(
        missing=tuple(_reported(places, CodeKind.MISSING)),
        elsewhere=tuple(_reported(places, CodeKind.ELSEWHERE)),
    )


def require_columns(facts: pd.DataFrame, columns: Iterable[str]) -> None:
    """Refuse a frame that is not one of facts.

    Raises:
        ShapeError: Naming the first missing column.
    """
    for column in columns:
        if column not in facts.columns:
            found = ", ".join(str(name) for name in facts.columns) or "none"
            problem = f"no column {column!r}, found {found}"
            raise ShapeError("facts", problem, "Pass a frame with the columns of data.fact.FIELDS")


def _cells(facts: pd.DataFrame, fields: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for fact_id, *cells in facts[["fact_id", *fields]].itertuples(index=False, name=None):
        for field, cell in zip(fields, cells, strict=True):
            for code in codes_in(cell):
                yield str(fact_id), field, code


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


def _reported(places: pd.DataFrame, kind: CodeKind) -> Iterator[UnmatchedCode]:
    rows = places[places["shape"] == str(kind)]
    for fact_id, field, named, code in zip(
        rows["fact_id"], rows["field"], rows["named"], rows["code"], strict=True
    ):
        where = field if named == code else f"{field}, member of {named}"
        yield UnmatchedCode(code=code, fact_id=fact_id, field=where)
