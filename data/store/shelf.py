"""Shelf: a store as it was when it was opened, kept by DuckDB in order of publication.

Parts of a store hold articles in an order that suits building. A page shows what is newest, counts
what there is by kind, actor or country, and does so for many readers at once; so the facts are
sorted once, by DuckDB, in its own memory and, beyond that, on disk. Texts stay in the store.
"""

from __future__ import annotations

import datetime as dt
import functools
import shutil
import tempfile
import weakref
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal

import duckdb
import pyarrow as pa

from data.article import Article
from data.fact import FIELDS, Fact
from data.store.leading import mark_leading
from data.store.manifest import Manifest, state_of
from data.store.queries import (
    CONFIG,
    DAYS,
    WITHOUT_TEXT,
    Wanted,
    column_names,
    show_tables,
    unreadable,
)
from data.store.schema import ARTICLES, article_of, fact_of

Counted = Literal["kind", "actor"]

_NAMES_A_CODE: Final = "code_group IN (SELECT id FROM code_groups WHERE list_has_any(codes, ?))"
"""Whether a fact does: facts that name the same codes are one group, and groups are few."""

_BY_GROUP: Final = "SELECT code_group, count(*) FROM facts WHERE {} GROUP BY 1"
_MOST_COUNTS: Final = 512
"""Answers that are kept: readers who go from day to day ask for some on each."""

_SHOWN: Final = column_names(WITHOUT_TEXT)
_POSITIONED: Final = f"{column_names(FIELDS)}, position"
_COUNTED: Final[Mapping[Counted, str]] = {
    "kind": "SELECT kind, count(*) FROM facts WHERE {} GROUP BY 1",
    "actor": "SELECT unnest(list_distinct([actor, claimant])) AS code, sum(n) FROM (SELECT actor,"
    " claimant, count(*) AS n FROM facts WHERE {} GROUP BY ALL) GROUP BY 1",
}


class Shelf:
    """Facts of a store, newest first. Any number of threads may ask."""

    def __init__(self, path: Path) -> None:
        """Sort a store's facts: some seconds for a million.

        Args:
            path: Its folder.

        Raises:
            InputError: If it is no store, of another schema, or damaged.
        """
        self.path = path
        self.version = state_of(path)
        self.manifest = Manifest.read(path)
        spill = tempfile.mkdtemp(prefix="shelf-")
        weakref.finalize(self, shutil.rmtree, spill, ignore_errors=True)
        self._connection = duckdb.connect(config={**CONFIG, "temp_directory": spill})
        self._counted = functools.lru_cache(_MOST_COUNTS)(self._count_by)
        try:
            self._sort()
        except duckdb.Error as error:
            raise unreadable(path, error) from error

    def all_of(self, wanted: Wanted) -> dict[int, Fact]:
        """All facts that are wanted, by their positions in the order of articles and text."""
        condition, values = wanted.condition(_NAMES_A_CODE)
        query = f"SELECT {_POSITIONED} FROM facts WHERE {condition} ORDER BY position"
        return self._positioned(query, values)

    def pick(self, wanted: Wanted, newest: int, leading: int) -> dict[int, Fact]:
        """Of the wanted facts that lead the newest, and the newest on each matter.

        What has no day of publication is older than everything else.

        Args:
            wanted: Which facts.
            newest: How many, whatever they lead on.
            leading: How many on each matter; see :mod:`data.store.leading`.

        Returns:
            Facts by their positions in the order of articles and text.
        """
        condition, values = wanted.condition(_NAMES_A_CODE)
        order = "published DESC NULLS LAST, position"
        query = (
            "WITH wanted AS (SELECT position, published, matter FROM facts JOIN leads"
            f" USING (position) WHERE {condition}) SELECT {_POSITIONED} FROM facts"
            " WHERE position IN ((SELECT position FROM (SELECT DISTINCT position, published"
            f" FROM wanted) ORDER BY {order} LIMIT ?) UNION SELECT position FROM wanted"
            f" QUALIFY row_number() OVER (PARTITION BY matter ORDER BY {order}) <= ?)"
            " ORDER BY position"
        )
        return self._positioned(query, [*values, newest, leading])

    def count(self, wanted: Wanted) -> int:
        """How many facts are wanted."""
        return int(self._counted("SELECT count(*) FROM facts WHERE {}", wanted)[0][0])

    def counts(self, of: Counted, day: dt.date | None = None) -> dict[str, int]:
        """How many facts, published up to a day, there are of each kind or actor."""
        rows = self._counted(_COUNTED[of], Wanted(day=day))
        return {code: int(count) for code, count in rows if code is not None}

    def code_groups(self, wanted: Wanted) -> Sequence[tuple[tuple[str, ...], int]]:
        """Which codes facts name together, with how many of the wanted facts do."""
        counts = dict(self._counted(_BY_GROUP, wanted))
        return [(codes, counts[group]) for group, codes in self._groups.items() if group in counts]

    @functools.cached_property
    def codes(self) -> frozenset[str]:
        """Every code that any fact names."""
        return frozenset(code for codes in self._groups.values() for code in codes)

    @functools.cached_property
    def places(self) -> frozenset[str]:
        """Every code that some fact names as a place or as a denominator."""
        query = 'SELECT DISTINCT unnest(list_append(places, "of")) FROM facts'
        return frozenset(code for (code,) in self._rows(query) if code is not None)

    @functools.cached_property
    def published(self) -> Mapping[dt.date, tuple[int, int]]:
        """How many articles and how many facts were published on each day, in order of days."""
        rows = self._rows(
            "SELECT published, count(*), sum(facts) FROM articles"
            " WHERE published IS NOT NULL GROUP BY 1 ORDER BY 1"
        )
        return {day: (articles, int(facts)) for day, articles, facts in rows}

    def days(self, day: dt.date | None = None) -> tuple[dt.date, dt.date] | None:
        """First and last day that facts, published up to a day, are about; None without any."""
        query = f"SELECT min({DAYS[0]}), max({DAYS[1]}) FROM facts WHERE {{}}"
        ((first, last),) = self._counted(query, Wanted(day=day))
        return None if first is None else (first, last)

    def fact(self, fact_id: str) -> Fact | None:
        """The fact of an id; None where there is none."""
        return next(iter(self.positioned(fact_id).values()), None)

    def positioned(self, fact_id: str) -> dict[int, Fact]:
        """The fact of an id by its position; empty where there is none."""
        return self._positioned(f"SELECT {_POSITIONED} FROM facts WHERE fact_id = ?", [fact_id])

    def facts_of(self, article_id: str) -> tuple[Fact, ...]:
        """All facts of an article, in text order."""
        query = f"SELECT {_POSITIONED} FROM facts WHERE article_id = ? ORDER BY position"
        return tuple(self._positioned(query, [article_id]).values())

    def articles(self, ids: Iterable[str]) -> dict[str, Article]:
        """Articles by id, in the store's order, without their texts."""
        query = f"SELECT {_SHOWN} FROM articles WHERE article_id IN (SELECT unnest(?))"
        rows = self._table(f"{query} ORDER BY position", [[*ids]]).to_pylist()
        return {row["article_id"]: article_of(row) for row in rows}

    def has_article(self, article_id: str) -> bool:
        """Whether there is an article of an id."""
        return bool(self._rows("SELECT 1 FROM articles WHERE article_id = ? LIMIT 1", [article_id]))

    def article(self, article_id: str) -> Article | None:
        """An article with its text, read from the store; None where there is none.

        Raises:
            InputError: If the store cannot be read any more.
        """
        rows = self._rows("SELECT part FROM article_parts WHERE article_id = ?", [article_id])
        if not rows:
            return None
        query = f"SELECT {column_names(ARTICLES.names)} FROM read_parquet(?) WHERE article_id = ?"
        try:
            found = self._table(query, [rows[0][0], article_id]).to_pylist()
        except duckdb.Error as error:
            raise unreadable(self.path, error) from error
        return article_of(found[0])

    def facts_in(self, ids: Iterable[str]) -> dict[str, int]:
        """How many facts some articles have, by their ids."""
        query = "SELECT article_id, facts FROM articles WHERE article_id IN (SELECT unnest(?))"
        return dict(self._rows(query, [[*ids]]))

    def _count_by(self, query: str, wanted: Wanted) -> list[Any]:
        condition, values = wanted.condition(_NAMES_A_CODE)
        return self._rows(query.format(condition), values)

    def _positioned(self, query: str, values: list[Any]) -> dict[int, Fact]:
        rows = self._table(query, values).to_pylist()
        return {row["position"]: fact_of(row) for row in rows}

    def _rows(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        return self._connection.cursor().execute(query, values).fetchall()

    def _table(self, query: str, values: Sequence[Any]) -> pa.Table:
        return self._connection.cursor().sql(query, params=list(values)).to_arrow_table()

    @functools.cached_property
    def _groups(self) -> Mapping[int, tuple[str, ...]]:
        rows = self._rows("SELECT id, codes FROM code_groups")
        return {group: tuple(codes) for group, codes in rows}

    def _sort(self) -> None:
        run = self._connection.execute
        run("SET enable_progress_bar = false")
        show_tables(self._connection, self.path, self.manifest, "stored_")
        run(
            "CREATE TEMP TABLE coded AS SELECT * EXCLUDE (filename),"
            " row_number() OVER () AS position,"
            ' list_sort(list_distinct(list_concat(places, [origin, destination, "of", actor,'
            " claimant]))) AS codes FROM stored_facts"
        )
        run(
            "CREATE TABLE code_groups AS SELECT row_number() OVER () AS id, codes"
            " FROM (SELECT DISTINCT codes FROM coded)"
        )
        run(
            "CREATE TABLE facts AS SELECT coded.* EXCLUDE (codes), id AS code_group FROM coded"
            " JOIN code_groups USING (codes) ORDER BY published DESC NULLS LAST, position"
        )
        run("DROP TABLE coded")
        mark_leading(self._connection)
        run(
            f"CREATE TABLE articles AS SELECT {_SHOWN}, row_number() OVER () AS position"
            " FROM stored_articles"
        )
        run(
            "CREATE TABLE article_parts AS SELECT article_id, filename AS part FROM stored_articles"
        )
