"""Facts as tables for spreadsheets, programs and data frames, every row with its source."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from dashboard.export.rows import COLUMNS, SOURCE, TYPES, Row

LEADING: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet run a cell, and the mark that disarms them."""


def disarm(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    An apostrophe is put before every cell that starts with one of :data:`LEADING`. As that
    includes the apostrophe itself, :func:`rearm` gets the text back without a guess.
    """
    return f"'{cell}" if cell.startswith(LEADING) else cell


def rearm(cell: str) -> str:
    """The text that :func:`disarm` was given."""
    return cell.removeprefix("'")


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
        record["source"] = {name: row[f"source_{name}"] for name in SOURCE}
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
    return pa.schema([(name, types.get(TYPES.get(name, ""), pa.string())) for name in columns])


def _typed(row: Row) -> Row:
    days = {name: row[name] for name, type_ in TYPES.items() if type_ == "datetime64[s]"}
    numbers = {name: row[name] for name, type_ in TYPES.items() if type_ == "Float64"}
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
