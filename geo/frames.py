"""Facts as frames: each with its places, its countries and the parts that these play."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from geo.codes import CodeKind, codes_in, countries_of, drawn_code, kind_of
from geo.errors import ShapeError
from geo.matching import (
    ACTOR_FIELDS,
    PLACE_FIELDS,
    UnmatchedCode,
    UnmatchedCodes,
    country_concerns,
)
from geo.parts import parts_played

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geo.codes import Members

PLACE_COLUMNS = ("fact_id", "field", "named", "code", "via", "shape")
COUNTRY_COLUMNS = ("fact_id", "country", "field", "named", "via", "on_map")
PART_COLUMNS = ("code", "name", "part", "label", "on_map", "fact_ids", "all_fact_ids")


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


def country_parts(
    facts: pd.DataFrame,
    members: Members | None = None,
    actor_countries: Mapping[str, str | None] | None = None,
) -> pd.DataFrame:
    """Every country's part in the story.

    Args:
        facts: Facts with the columns of :func:`country_facts`, ``kind`` and
            ``action``; those of the selected dates, for instance.
        members: Country codes by region code.
        actor_countries: Country code by actor code, see :func:`country_facts`.

    Returns:
        One row for every country of the map and every other country the facts name, ordered by
        code: ``code``; ``name`` (missing for countries elsewhere); ``part`` and ``label``;
        ``on_map`` (bool); ``fact_ids`` (tuple: the facts that give it the part);
        ``all_fact_ids`` (tuple: all that concern it). To draw it, join the display countries
        on ``code``.

    Raises:
        ShapeError: If a column is missing or parts.toml cannot be used.
    """
    require_columns(facts, ("fact_id", *PLACE_FIELDS, *ACTOR_FIELDS, "kind", "action"))
    rows = parts_played(facts.itertuples(index=False), members, actor_countries)
    return pd.DataFrame(rows, columns=list(PART_COLUMNS)).astype({"on_map": "bool"})


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


def _reported(places: pd.DataFrame, kind: CodeKind) -> Iterator[UnmatchedCode]:
    rows = places[places["shape"] == str(kind)]
    for fact_id, field, named, code in zip(
        rows["fact_id"], rows["field"], rows["named"], rows["code"], strict=True
    ):
        where = field if named == code else f"{field}, member of {named}"
        yield UnmatchedCode(code=code, fact_id=fact_id, field=where)
