"""Shelf: a store as it was when it was opened, kept by DuckDB in order of publication.

Parts of a store hold articles in an order that suits building. A page shows what is newest, counts
what there is by kind, actor or country, and does so for many readers at once; so the facts are
sorted once, by DuckDB, in its own memory and, beyond that, on disk. Texts stay in the store.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal

import duckdb
import pyarrow as pa

from data.article import Article
from data.fact import FIELDS, Fact
from data.store.manifest import Manifest, state_of
from data.store.queries import CONFIG, DAYS, Wanted, column_names, unreadable
from data.store.schema import ARTICLES, FACTS, article_of, fact_of

Counted = Literal["kind", "actor"]

_SAMES: Final = "code_group IN (SELECT id FROM code_groups WHERE list_has_any(codes, ?))"
"""Which facts name a code: facts that name the same codes are one group, and groups are few."""

_MOST_COUNTS: Final = 512
"""Answers that are kept: readers who go from day to day ask for some on each."""

_SHOWN: Final = tuple(name for name in ARTICLES.names if name not in ("text", "marks"))
_COUNTED: Final[Mapping[Counted, str]] = {
    "kind": "SELECT kind, count(*) FROM facts WHERE {} GROUP BY 1",
    "actor": "SELECT unnest(list_distinct([actor, claimant])) AS code, sum(n) FROM (SELECT actor,"
    " claimant, count(*) AS n FROM facts WHERE {} GROUP BY ALL) GROUP BY 1",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Newest:
    """The newest of the facts that are wanted.

    Attributes:
        facts: In the order of articles and text.
        of: How many are wanted.
        since: The day from which on they were published; None where all that are wanted are there.
    """

    facts: tuple[Fact, ...]
    of: int
    since: dt.date | None


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
        self._spill = tempfile.TemporaryDirectory(prefix="shelf-")
        self._connection = duckdb.connect(config={**CONFIG, "temp_directory": self._spill.name})
        self._counted = functools.lru_cache(_MOST_COUNTS)(self._count_by)
        try:
            self._sort()
        except duckdb.Error as error:
            raise unreadable(path, error) from error

    def newest(self, wanted: Wanted, most: int) -> Newest:
        """The newest facts that are wanted: whole days of publication, as many as fit.

        Where not even the last day fits, it is the first ``most`` facts of that day. What has no
        day of publication is older than everything else.
        """
        condition, values = wanted.condition(_SAMES)
        days = self._rows(
            f"SELECT published, count(*) FROM facts WHERE {condition}"
            " GROUP BY 1 ORDER BY 1 DESC NULLS LAST",
            values,
        )
        of, since, taken = sum(count for _, count in days), None, 0
        for day, count in days:
            if taken and taken + count > most:
                break
            since, taken = day, taken + count
        if taken < of and since:
            condition, values = f"({condition}) AND published >= ?", [*values, since]
        query = f"SELECT {column_names(FIELDS)} FROM facts WHERE {condition} ORDER BY place LIMIT ?"
        rows = self._table(query, [*values, most]).to_pylist()
        return Newest(tuple(map(fact_of, rows)), of, since if len(rows) < of else None)

    def count(self, wanted: Wanted, among: Sequence[str] | None = None) -> int:
        """How many facts are wanted.

        Args:
            wanted: Which.
            among: Ids of the only facts that count; None for all.
        """
        condition, values = wanted.condition(_SAMES)
        if among is not None:
            condition, values = f"{condition} AND list_contains(?, fact_id)", [*values, [*among]]
        return int(self._rows(f"SELECT count(*) FROM facts WHERE {condition}", values)[0][0])

    def counts(self, of: Counted, day: dt.date | None = None) -> dict[str, int]:
        """How many facts, published up to a day, there are of each kind or actor."""
        rows = self._counted(_COUNTED[of], day)
        return {code: int(count) for code, count in rows if code is not None}

    def code_groups(self, day: dt.date | None = None) -> Sequence[tuple[tuple[str, ...], int]]:
        """Which codes facts name together, with how many facts, published up to a day, do."""
        query = "SELECT code_group, count(*) FROM facts WHERE {} GROUP BY 1"
        counts = dict(self._counted(query, day))
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
        ((first, last),) = self._counted(query, day)
        return None if first is None else (first, last)

    def fact(self, fact_id: str) -> Fact | None:
        """The fact of an id; None where there is none."""
        return next(iter(self._facts("fact_id = ?", [fact_id])), None)

    def facts_of(self, article_id: str) -> tuple[Fact, ...]:
        """All facts of an article, in text order."""
        return self._facts("article_id = ?", [article_id])

    def articles(self, ids: Iterable[str]) -> dict[str, Article]:
        """Articles by id, in the store's order, without their texts."""
        query = f"SELECT {column_names(_SHOWN)} FROM articles WHERE list_contains(?, article_id)"
        rows = self._table(f"{query} ORDER BY place", [[*ids]]).to_pylist()
        return {row["article_id"]: article_of(row) for row in rows}

    def has_article(self, article_id: str) -> bool:
        """Whether there is an article of an id."""
        return bool(self._rows("SELECT 1 FROM articles WHERE article_id = ? LIMIT 1", [article_id]))

    def article(self, article_id: str) -> Article | None:
        """An article with its text, read from the store; None where there is none.

        Raises:
            InputError: If the store cannot be read any more.
        """
        rows = self._rows("SELECT part FROM article_files WHERE article_id = ?", [article_id])
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
        query = "SELECT article_id, facts FROM articles WHERE list_contains(?, article_id)"
        return dict(self._rows(query, [[*ids]]))

    def _count_by(self, query: str, day: dt.date | None) -> list[Any]:
        condition, values = Wanted(day=day).condition()
        return self._rows(query.format(condition), values)

    def _facts(self, condition: str, values: list[Any]) -> tuple[Fact, ...]:
        query = f"SELECT {column_names(FIELDS)} FROM facts WHERE {condition} ORDER BY place"
        return tuple(map(fact_of, self._table(query, values).to_pylist()))

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
        for table, schema in (("articles", ARTICLES), ("facts", FACTS)):
            if files := self.manifest.files(self.path, table):
                self._connection.read_parquet(files, filename=True).create_view(f"stored_{table}")
                continue
            self._connection.register("nothing", schema.empty_table())
            run(f"CREATE TABLE stored_{table} AS SELECT *, '' AS filename FROM nothing")
        run(
            "CREATE TEMP TABLE coded AS SELECT * EXCLUDE (filename), row_number() OVER () AS place,"
            ' list_sort(list_distinct(list_concat(places, [origin, destination, "of", actor,'
            " claimant]))) AS codes FROM stored_facts"
        )
        run(
            "CREATE TABLE code_groups AS SELECT row_number() OVER () AS id, codes"
            " FROM (SELECT DISTINCT codes FROM coded)"
        )
        run(
            "CREATE TABLE facts AS SELECT coded.* EXCLUDE (codes), id AS code_group FROM coded"
            " JOIN code_groups USING (codes) ORDER BY published DESC NULLS LAST, place"
        )
        run("DROP TABLE coded")
        run(
            f"CREATE TABLE articles AS SELECT {column_names(_SHOWN)}, row_number() OVER () AS place"
            " FROM stored_articles"
        )
        run(
            "CREATE TABLE article_files AS SELECT article_id, filename AS file FROM stored_articles"
        )
