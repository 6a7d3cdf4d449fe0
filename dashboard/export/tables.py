"""Facts as tables for spreadsheets, programs and data frames, every row with its source."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from dashboard.kinds import kind_entry
from dashboard.names import label
from dashboard.selection import Selection
from dashboard.wording import amount, claimant, subject
from data.article import Article
from data.fact import DTYPES, FIELDS, Fact, to_record

LEADING: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet run a cell, and the mark that disarms them."""

_READABLE: Final = ("kind_label", "amount", "subject", "claimant_name", "places_named")
_SOURCE: Final = (
    *("title", "publisher", "author", "url", "published", "published_basis", "licence"),
    "told_as",  # whose words the sentence is: the publisher's, or those of our brief
)
COLUMNS: Final = (
    *_READABLE,
    *FIELDS,
    "kind_definition",
    *(f"source_{name}" for name in _SOURCE),
    "link",
)
"""Columns of a table: what people read first, then the schema of a fact, then the source."""

PART: Final = "part"
"""Column of a table that has not all facts selected: how many of how many they are."""

Row = dict[str, Any]
"""A row of a table, by column; plain JSON values."""


def disarm(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    An apostrophe is put before every cell that starts with one of :data:`LEADING`. As that
    includes the apostrophe itself, :func:`rearm` gets the text back without a guess.
    """
    return f"'{cell}" if cell.startswith(LEADING) else cell


def rearm(cell: str) -> str:
    """The text that :func:`disarm` was given."""
    return cell.removeprefix("'")


def columns_of(part: str | None) -> tuple[str, ...]:
    """Columns of a table of all facts selected, or of a part of them."""
    return (*COLUMNS, PART) if part else COLUMNS


def row_of(fact: Fact, article: Article | None, base: str, part: str | None = None) -> Row:
    """A fact with everything needed to weigh it, by :func:`columns_of`.

    Args:
        fact: The fact.
        article: Where it comes from.
        base: Address of the dashboard, for the fact's own link.
        part: How many of the facts selected the table has, in words; None where it has all.
    """
    kind = kind_entry(fact.kind)
    row = to_record(fact)
    row["kind_label"] = kind.label
    row["kind_definition"] = kind.definition
    row["amount"] = amount(fact) or None
    row["subject"] = subject(fact) or None
    row["claimant_name"] = claimant(fact, article)
    row["places_named"] = [label(code) for code in fact.places]
    # a link to what one visitor added opens for nobody else
    mine = article is not None and article.provisional
    row["link"] = None if mine else Selection(fact=fact.fact_id).link(base)
    for name in _SOURCE:
        value = getattr(article, name, None)
        row[f"source_{name}"] = value.isoformat() if name == "published" and value else value
    row[PART] = part
    return {name: row[name] for name in columns_of(part)}


def rows_of(
    facts: Iterable[Fact], articles: Mapping[str, Article], base: str, part: str | None = None
) -> list[Row]:
    """A row for each fact, in the order given."""
    return [row_of(fact, articles.get(fact.article_id), base, part) for fact in facts]


def to_csv(rows: Iterable[Row], columns: Sequence[str] = COLUMNS) -> bytes:
    """Rows as CSV (RFC 4180).

    The file starts with a byte order mark: Excel needs it to read UTF-8, and pandas, R and
    LibreOffice skip it (Python's csv module: ``encoding="utf-8-sig"``). Text cells are
    disarmed; take one leading apostrophe off to get the text back. Lists are joined by
    ``; ``, missing values are empty.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def to_json(rows: Iterable[Row]) -> bytes:
    """Rows as a JSON list, each record with its ``source`` as an object of its own."""
    records = []
    for row in rows:
        record = {name: value for name, value in row.items() if not name.startswith("source_")}
        record["source"] = {name: row[f"source_{name}"] for name in _SOURCE}
        records.append(record)
    return json.dumps(records, ensure_ascii=False, indent=2).encode()


def to_parquet(rows: Iterable[Row], columns: Sequence[str] = COLUMNS) -> bytes:
    """Rows as Parquet: dates as dates, lists as lists, numbers as numbers. Text is not disarmed."""
    import pyarrow as pa
    from pyarrow import parquet

    table = pa.Table.from_pylist([_typed(row) for row in rows], schema=_schema(columns))
    stream = io.BytesIO()
    parquet.write_table(table, stream, compression="zstd")
    return stream.getvalue()


def _schema(columns: Sequence[str]) -> Any:
    import pyarrow as pa

    types = {"Float64": pa.float64(), "int64": pa.int64(), "bool": pa.bool_()}
    types |= {"datetime64[s]": pa.date32(), "object": pa.list_(pa.string())}
    own = {name: types.get(DTYPES[name], pa.string()) for name in FIELDS}
    own |= {"places_named": pa.list_(pa.string()), "source_published": pa.date32()}
    return pa.schema([(name, own.get(name, pa.string())) for name in columns])


def _typed(row: Row) -> Row:
    days = {name: row[name] for name in ("when_start", "when_end", "source_published")}
    numbers = {name: row[name] for name in FIELDS if DTYPES[name] == "Float64"}
    return (
        row
        | {name: dt.date.fromisoformat(text) if text else None for name, text in days.items()}
        | {name: None if value is None else float(value) for name, value in numbers.items()}
    )


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return disarm("; ".join(value))
    return disarm(value) if isinstance(value, str) else str(value)
