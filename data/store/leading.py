"""Leading facts: those that tell something first.

An archive tells the same again and again. A reader needs it once: the fact by which it was first
told leads, however old it is. What says no day of its own may be news again: the first of each week
leads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import duckdb
import pyarrow as pa

from data import lexicon
from data.claims.captures import CAPTURE, CLOSURE, provinces_taken
from data.claims.measures import measure_of
from data.fact import FIELDS, Fact
from data.store.queries import column_names
from data.store.schema import fact_of

_SAME: Final = (
    'hash(kind, value, low, high, unit, action, actor, places, origin, destination, "of",'
    " lower(who), when_start, when_end, coalesce(claimant, attributed_to),"
    " CASE WHEN when_end IS NULL THEN date_trunc('week', published) END)"
)
"""What facts that tell the same share."""

_FIRST_TELLINGS: Final = (
    "CREATE TABLE leads AS SELECT position, 'kind ' || kind AS matter FROM ("
    "SELECT position, published, kind, same, row_number() OVER ("
    "PARTITION BY same, article_id ORDER BY position) AS nth"
    f" FROM (SELECT position, published, kind, article_id, {_SAME} AS same FROM facts))"
    " QUALIFY row_number() OVER (PARTITION BY same, nth ORDER BY published, position) = 1"
)
"""What one article tells twice, in other words, leads twice: it may be two claims."""


def mark_leading(connection: duckdb.DuckDBPyConnection) -> None:
    """Make a table ``leads`` of the leading facts: ``position``, and what ``matter`` each leads on.

    Each leads on its kind, and on what claims over time and the map ask for.

    Args:
        connection: Has the table ``facts``, with the column ``position``.
    """
    connection.execute(_FIRST_TELLINGS)
    measured = {kind for measure in lexicon.measures().values() for kind in measure.kinds}
    kinds = sorted({*measured, CAPTURE, CLOSURE})
    query = (
        f"SELECT position, {column_names(FIELDS)} FROM facts JOIN leads USING (position)"
        " WHERE list_contains(?, kind) OR coalesce(origin, destination) IS NOT NULL"
    )
    positions: list[int] = []
    matters: list[str] = []
    for batch in connection.cursor().sql(query, params=[kinds]).to_arrow_reader():
        for row in batch.to_pylist():
            for matter in _matters(fact_of(row)):
                positions.append(row["position"])
                matters.append(matter)
    found = {"position": pa.array(positions, pa.int64()), "matter": pa.array(matters, pa.string())}
    connection.register("found", pa.table(found))
    connection.execute("INSERT INTO leads SELECT position, matter FROM found")
    connection.unregister("found")


def _matters(fact: Fact) -> Iterator[str]:
    """What a fact tells of: a measure, a share, a province or crossing, a movement."""
    if (measure := measure_of(fact)) is not None:
        yield measure.id
    elif fact.of and fact.has_number:
        yield f"of {fact.of}"
    if fact.kind == CAPTURE:
        yield from provinces_taken(fact)
    if fact.kind in (CAPTURE, CLOSURE):
        yield from (code for code in fact.places if code in lexicon.crossings())
    if fact.origin and fact.destination:
        yield f"{fact.origin} to {fact.destination}"
