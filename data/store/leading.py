"""Leading facts: those that tell something first that claims over time or the map are made of.

An archive tells the same again and again. A series of claims needs each of them once, and a map of
captures each capture: the facts by which it was first told. They lead, however old they are. What
says no day of its own may be news again: the first of each week leads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import duckdb
import pyarrow as pa

from data import lexicon
from data.claims.captures import CAPTURE, provinces_taken
from data.claims.measures import measure_of
from data.fact import FIELDS, Fact
from data.store.queries import column_names
from data.store.schema import fact_of

_CLOSURE: Final = "closure"
_FIRST_TELLINGS: Final = (
    "FROM facts WHERE list_contains(?, kind) OR coalesce(origin, destination) IS NOT NULL"
    " QUALIFY row_number() OVER (PARTITION BY kind, value, low, high, unit, action, actor, places,"
    ' origin, destination, "of", when_start, when_end, coalesce(claimant, attributed_to),'
    " CASE WHEN when_end IS NULL THEN date_trunc('week', published) END"
    " ORDER BY published, place) = 1"
)


def mark_leading(connection: duckdb.DuckDBPyConnection) -> None:
    """Make a table ``leads`` of the leading facts: ``place``, and what ``matter`` each leads on.

    Args:
        connection: Has the table ``facts``, with the column ``place``.
    """
    measured = {kind for measure in lexicon.measures().values() for kind in measure.kinds}
    kinds = sorted({*measured, CAPTURE, _CLOSURE})
    query = f"SELECT place, {column_names(FIELDS)} {_FIRST_TELLINGS}"
    places: list[int] = []
    matters: list[str] = []
    for batch in connection.cursor().sql(query, params=[kinds]).to_arrow_reader():
        for row in batch.to_pylist():
            for matter in _matters(fact_of(row)):
                places.append(row["place"])
                matters.append(matter)
    found = {"place": pa.array(places, pa.int64()), "matter": pa.array(matters, pa.string())}
    connection.register("found", pa.table(found))
    connection.execute("CREATE TABLE leads AS SELECT place, matter FROM found")
    connection.unregister("found")


def _matters(fact: Fact) -> Iterator[str]:
    """What a fact tells of: a measure, a share, a province or crossing, a movement."""
    if (measure := measure_of(fact)) is not None:
        yield measure.id
    elif fact.of and fact.has_number:
        yield f"of {fact.of}"
    if fact.kind == CAPTURE:
        yield from provinces_taken(fact)
    if fact.kind in (CAPTURE, _CLOSURE):
        yield from (code for code in fact.places if code in lexicon.crossings())
    if fact.origin and fact.destination:
        yield f"{fact.origin} to {fact.destination}"
