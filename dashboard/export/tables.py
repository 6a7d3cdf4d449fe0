"""Facts as files: CSV for spreadsheets, JSON for programs, every row with its source."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from dashboard.kinds import kind_entry
from dashboard.names import label
from dashboard.wording import amount, claimant, subject
from data.article import Article
from data.fact import FIELDS, Fact, to_record

CSV_NAME: Final = "withdrawal-facts.csv"
JSON_NAME: Final = "withdrawal-facts.json"

LEADING: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet run a cell, and the mark that disarms them."""

_READABLE: Final = ("kind_label", "amount", "subject", "claimant_name", "places_named")
_SOURCE: Final = ("title", "publisher", "url", "published", "published_basis", "licence")
COLUMNS: Final = (
    *_READABLE,
    *FIELDS,
    "kind_definition",
    *(f"source_{name}" for name in _SOURCE),
)
"""Columns of the CSV: what people read first, then the schema of a fact, then the source."""


def disarm(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    An apostrophe is put before every cell that starts with one of :data:`LEADING`. As that
    includes the apostrophe itself, :func:`rearm` gets the text back without a guess.
    """
    return f"'{cell}" if cell.startswith(LEADING) else cell


def rearm(cell: str) -> str:
    """The text that :func:`disarm` was given."""
    return cell.removeprefix("'")


def to_csv(facts: Iterable[Fact], articles: Mapping[str, Article]) -> bytes:
    """Facts as CSV (RFC 4180), one row a fact.

    The file starts with a byte order mark: Excel needs it to read UTF-8, and pandas, R and
    LibreOffice skip it (Python's csv module: ``encoding="utf-8-sig"``). Text cells are
    disarmed; take one leading apostrophe off to get the text back. Lists are joined by
    ``; ``, missing values are empty.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for fact in facts:
        row = _row(fact, articles.get(fact.article_id))
        writer.writerow([_cell(row[column]) for column in COLUMNS])
    return stream.getvalue().encode("utf-8-sig")


def to_json(facts: Iterable[Fact], articles: Mapping[str, Article]) -> bytes:
    """Facts as a JSON list, each record with its ``source`` and the definition of its kind."""
    records = []
    for fact in facts:
        row = _row(fact, articles.get(fact.article_id))
        record = {name: row[name] for name in (*FIELDS, *_READABLE, "kind_definition")}
        record["source"] = {name: row[f"source_{name}"] for name in _SOURCE}
        records.append(record)
    return json.dumps(records, ensure_ascii=False, indent=2).encode()


def _row(fact: Fact, article: Article | None) -> dict[str, Any]:
    kind = kind_entry(fact.kind)
    row = to_record(fact)
    row["kind_label"] = kind.label
    row["kind_definition"] = kind.definition
    row["amount"] = amount(fact) or None
    row["subject"] = subject(fact) or None
    row["claimant_name"] = claimant(fact, article)
    row["places_named"] = [label(code) for code in fact.places]
    for name in _SOURCE:
        value = getattr(article, name, None)
        row[f"source_{name}"] = value.isoformat() if name == "published" and value else value
    return row


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return disarm("; ".join(value))
    return disarm(value) if isinstance(value, str) else str(value)
