"""Reading: questions to a store, each answered from the columns and rows it needs, by DuckDB."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal

import duckdb
import pandas as pd
import pyarrow as pa

from data.article import Article
from data.fact import DTYPES, FIELDS, Fact
from data.store.manifest import Manifest, state_of
from data.store.queries import (
    CONFIG,
    WITHOUT_TEXT,
    Wanted,
    column_names,
    show_tables,
    unreadable,
)
from data.store.schema import ARTICLES, FACTS, article_of, fact_of

Counted = Literal["kind", "actor", "claimant", "article_id", "place"]

_REVIEWED: Final = ("corrected", "corrected_from")
CLAIM_COLUMNS: Final = tuple(name for name in FIELDS if name not in ("quote", "rule", *_REVIEWED))
"""What comparing claims reads of facts: all but the words."""

_COUNTED: Final[Mapping[Counted, str]] = {
    "kind": "[kind]",
    "actor": "[actor]",
    "claimant": "[claimant]",
    "article_id": "[article_id]",
    "place": "places",
}


class Store:
    """An open store. Any number of threads may ask; a store that is built anew is seen at once."""

    def __init__(self, path: Path) -> None:
        """Open a store.

        Args:
            path: Its folder.

        Raises:
            InputError: If it is no store, of another schema, or damaged.
        """
        self.path = path
        self._connection = duckdb.connect(config=CONFIG)
        self._lock = threading.Lock()
        self._state = state_of(path)
        self._manifest = Manifest.read(path)
        self._show(self._manifest)

    @property
    def manifest(self) -> Manifest:
        """What the store holds now.

        Raises:
            InputError: If it is no store any more.
        """
        self._refresh()
        return self._manifest

    @property
    def version(self) -> str:
        """What changes whenever the store does."""
        return "-".join(map(str, state_of(self.path)))

    def facts(
        self,
        wanted: Wanted | None = None,
        columns: Sequence[str] = FIELDS,
        *,
        limit: int | None = None,
        offset: int = 0,
    ) -> pd.DataFrame:
        """Facts as a frame, in the order of articles and text.

        Args:
            wanted: Which; all when None.
            columns: Columns of :data:`data.store.schema.FACTS`.
            limit: At most so many.
            offset: Leaving out so many before.

        Returns:
            The columns with the dtypes of :mod:`data.fact`.
        """
        table = self._facts(wanted, columns, limit, offset)
        frame: pd.DataFrame = table.to_pandas(date_as_object=False, types_mapper=_DTYPES.get)
        for name in columns:
            if DTYPES.get(name) == "object":
                frame[name] = [tuple(codes) for codes in frame[name]]
        typed: pd.DataFrame = frame.astype({n: DTYPES[n] for n in columns if n in DTYPES})
        return typed

    def fact_objects(self, wanted: Wanted | None = None, *, limit: int | None = None) -> list[Fact]:
        """Facts as objects, in the order of articles and text."""
        return [fact_of(row) for row in self._facts(wanted, FIELDS, limit, 0).to_pylist()]

    def fact(self, fact_id: str) -> Fact | None:
        """The fact of an id; None where there is none."""
        rows = self._rows(f"SELECT {column_names(FIELDS)} FROM facts WHERE fact_id = ?", [fact_id])
        return fact_of(rows[0]) if rows else None

    def count(self, wanted: Wanted | None = None) -> int:
        """How many facts are wanted."""
        condition, values = (wanted or Wanted()).condition()
        rows = self._rows(f"SELECT count(*) AS n FROM facts WHERE {condition}", values)
        return int(rows[0]["n"])

    def counts(self, of: Counted, wanted: Wanted | None = None) -> dict[str, int]:
        """How many of the wanted facts have each value of a column, most first; for filters."""
        condition, values = (wanted or Wanted()).condition()
        rows = self._rows(
            f"SELECT code, count(*) AS n FROM (SELECT unnest(list_distinct({_COUNTED[of]})) AS code"
            f" FROM facts WHERE {condition}) WHERE code IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1",
            values,
        )
        return {row["code"]: row["n"] for row in rows}

    def days(self, wanted: Wanted | None = None) -> tuple[dt.date, dt.date] | None:
        """First and last day on which the articles of the wanted facts were published."""
        condition, values = (wanted or Wanted()).condition()
        rows = self._rows(
            f"SELECT min(published) AS first, max(published) AS last FROM facts WHERE {condition}",
            values,
        )
        return (rows[0]["first"], rows[0]["last"]) if rows[0]["first"] else None

    def claim_facts(self, wanted: Wanted | None = None) -> pd.DataFrame:
        """What comparing claims needs of the wanted facts: :data:`CLAIM_COLUMNS`, and the day."""
        return self.facts(wanted, (*CLAIM_COLUMNS, "published"))

    def article(self, article_id: str) -> Article | None:
        """An article with its text; None where there is none."""
        found = self.articles([article_id], columns=ARTICLES.names)
        return found[0] if found else None

    def articles(
        self, ids: Iterable[str] | None = None, *, columns: Sequence[str] = ()
    ) -> list[Article]:
        """Articles in order, without their texts unless the columns name ``text``.

        Args:
            ids: Which; all when None.
            columns: Columns of :data:`data.store.schema.ARTICLES`; all but the text when empty.
        """
        condition, values = (
            ("true", []) if ids is None else ("list_contains(?, article_id)", [[*ids]])
        )
        rows = self._rows(
            f"SELECT {_known(columns or WITHOUT_TEXT, ARTICLES)} FROM articles WHERE {condition}",
            values,
        )
        return [article_of(row) for row in rows]

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()

    def _facts(
        self, wanted: Wanted | None, columns: Sequence[str], limit: int | None, offset: int
    ) -> pa.Table:
        condition, values = (wanted or Wanted()).condition()
        query = f"SELECT {_known(columns, FACTS)} FROM facts WHERE {condition}"
        if limit is not None or offset:
            query += " LIMIT ? OFFSET ?"
            values += [limit, offset]
        return self._answer(query, values)

    def _rows(self, query: str, values: list[Any]) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self._answer(query, values).to_pylist()
        return rows

    def _answer(self, query: str, values: list[Any]) -> pa.Table:
        """The answer to a query, from one version of the store, whatever is built meanwhile."""

        def asked() -> pa.Table:
            return self._connection.cursor().sql(query, params=values).to_arrow_table()

        self._refresh()
        try:
            return asked()
        except duckdb.Error as error:
            if not self._refresh():  # the files of the version before were just removed
                raise unreadable(self.path, error) from error
        try:
            return asked()
        except duckdb.Error as error:
            raise unreadable(self.path, error) from error

    def _refresh(self) -> bool:
        """Take up a new version of the store; whether there was one."""
        with self._lock:
            state = state_of(self.path)
            if state == self._state:
                return False
            manifest = Manifest.read(self.path)
            self._show(manifest)
            self._state, self._manifest = state, manifest
            return True

    def _show(self, manifest: Manifest) -> None:
        try:
            show_tables(self._connection, self.path, manifest)
        except duckdb.Error as error:
            raise unreadable(self.path, error) from error


_DTYPES: Final = {pa.string(): pd.StringDtype(na_value=float("nan"))}


def _known(columns: Sequence[str], schema: pa.Schema) -> str:
    for name in columns:
        if name not in schema.names:
            raise ValueError(f"no column {name!r}; there are {', '.join(schema.names)}")
    return column_names(columns)
