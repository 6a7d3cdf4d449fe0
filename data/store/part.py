"""Part: the articles of one batch and their facts as two Parquet files and a record.

A part depends on its batch and the rules alone, whoever makes it and after whatever was before:
the same bytes. So parts can be made in any order, on any machine, and again after a kill.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from data.errors import DefectError, InputError
from data.review import reviewed_facts
from data.store.articles import Item, items_of
from data.store.batch import Batch
from data.store.durable import HashedFile, finish, unfinished, write_durably
from data.store.record import (
    TABLES,
    PartRecord,
    StoredFile,
    Unread,
    read_record,
    record_path,
)
from data.store.rules import rules_digest
from data.store.schema import ARTICLES, FACTS, SCHEMA_VERSION, article_row, facts_table
from data.store.source import Source

_GROUP_CHARACTERS: Final = 4_000_000
_GROUP_ARTICLES: Final = 1_000
"""Of a row group: what a part holds in memory at a time, with the facts some 60 MB."""

_ONE_AT_A_TIME: Final = threading.Lock()
"""Of threads of one worker: they would share open tables and archives, and gain no time."""


class Outcome(NamedTuple):
    """What came of a part.

    Attributes:
        record: The part.
        kept: Articles whose facts were there already.
        partly_read: What was missing in articles that were read now, a line each.
    """

    record: PartRecord
    kept: int
    partly_read: tuple[str, ...] = ()


def build_part(source: Source, batch: Batch, store: Path, rules: str) -> Outcome:
    """Make a part of a store, or find that it is there.

    Args:
        source: What is read.
        batch: Which of it.
        store: Folder of the store.
        rules: Digest of the rules that whoever asks has.

    Raises:
        InputError: If the rules here are others.
        OSError: If the store cannot be written.
    """
    if rules != rules_digest():
        raise InputError(
            "the worker",
            f"reads by the rules {rules_digest()[:12]}, this build by {rules[:12]}",
            "Install the same version of the project on every machine.",
        )
    with _ONE_AT_A_TIME:
        return _built(source, batch, store, rules)


def _built(source: Source, batch: Batch, store: Path, rules: str) -> Outcome:
    record = read_record(store, batch.part)
    if record is not None and not record.unread:
        digests = (item.digest for item in items_of(source, batch))
        if _digest(rules, digests) == record.digest:
            return Outcome(record, record.articles)
    return _written(source, batch, store, _Facts(store, record, rules))


class _Facts:
    """The facts that a part had before, by article."""

    def __init__(self, store: Path, record: PartRecord | None, rules: str) -> None:
        self._rules = rules
        self._at: dict[str, tuple[int, int]] = {}
        if record is None or record.rules != rules:
            return
        articles, facts = (store / file.name for file in record.files)
        with contextlib.suppress(pa.ArrowException, OSError):  # damaged: everything is read again
            table = pq.read_table(articles, columns=["article_id", "source_digest", "facts"])
            self._facts = pq.read_table(facts, schema=FACTS)
            at = 0
            for row in table.to_pylist():
                self._at[f"{row['article_id']} {row['source_digest']}"] = at, row["facts"]
                at += row["facts"]

    @property
    def rules(self) -> str:
        """Digest of the rules."""
        return self._rules

    def of(self, article_id: str, digest: str) -> pa.Table | None:
        """The facts of an article that is as it was; None for any other."""
        found = self._at.get(f"{article_id} {digest}")
        return None if found is None else self._facts.slice(*found)


class _Tables:
    """The two tables of a part while they grow, a row group at a time."""

    def __init__(self, articles: HashedFile, facts: HashedFile) -> None:
        self._writers = [
            pq.ParquetWriter(file, schema, compression="zstd", compression_level=3)
            for file, schema in ((articles, ARTICLES), (facts, FACTS))
        ]
        self._rows: list[dict[str, Any]] = []
        self._facts: list[pa.Table] = []
        self._characters = 0
        self.articles = self.facts = 0

    def add(self, row: dict[str, Any], facts: pa.Table) -> None:
        """Add an article and its facts."""
        self._rows.append(row)
        self._facts.append(facts)
        self._characters += len(row["text"])
        if self._characters >= _GROUP_CHARACTERS or len(self._rows) >= _GROUP_ARTICLES:
            self._write()

    def close(self) -> None:
        """Write what is left and the tables' ends."""
        self._write()
        for writer in self._writers:
            writer.close()

    def _write(self) -> None:
        if not self._rows:
            return
        articles = pa.Table.from_pylist(self._rows, schema=ARTICLES)
        facts = pa.concat_tables(self._facts).combine_chunks()
        for writer, table in zip(self._writers, (articles, facts), strict=True):
            writer.write_table(table, row_group_size=max(table.num_rows, 1))
        self.articles += articles.num_rows
        self.facts += facts.num_rows
        self._rows, self._facts, self._characters = [], [], 0


def _written(source: Source, batch: Batch, store: Path, before: _Facts) -> Outcome:
    digests: list[str] = []
    unread: list[Unread] = []
    partly: list[str] = []
    kept = 0
    with contextlib.ExitStack() as stack:
        opened = [stack.enter_context(unfinished(store / table)) for table in TABLES]
        tables = _Tables(*(file for _, file in opened))
        for item in items_of(source, batch):
            digests.append(item.digest)
            try:
                kept += _add(item, tables, before, partly)
            except InputError as error:
                unread.append(Unread.of(error))
        tables.close()
    digest = _digest(before.rules, digests)
    files = []
    for table, (path, file) in zip(TABLES, opened, strict=True):
        name = f"{table}/{batch.part}-{digest[:16]}.parquet"
        finish(path, store / name)
        files.append(StoredFile(name, file.bytes, file.sha256))
    record = PartRecord(
        batch.part,
        digest,
        before.rules,
        tables.articles,
        tables.facts,
        tuple(files),
        tuple(unread),
    )
    write_durably(record_path(store, batch.part), record.json().encode())
    return Outcome(record, kept, tuple(partly))


def _add(item: Item, tables: _Tables, before: _Facts, partly: list[str]) -> bool:
    """Add an article with its facts, and what of it was not read; whether they were known."""
    article = item.article()
    if article.partly_read:
        partly.append(f"{article.file or article.article_id}: {article.partly_read}")
    known = before.of(article.article_id, item.digest)
    facts = known
    if facts is None:
        try:
            found = reviewed_facts(article)
        except (InputError, MemoryError):
            raise
        except Exception as error:  # one text that the rules did not foresee must not stop the rest
            where = article.file or article.article_id
            raise DefectError(
                where, "the rules fail on it", "Report it with the text.", error
            ) from error
        facts = facts_table(found, [article.published] * len(found))
    tables.add(article_row(article, item.digest, facts.num_rows), facts)
    return known is not None


def _digest(rules: str, digests: Iterable[str]) -> str:
    whole = hashlib.sha256(json.dumps([SCHEMA_VERSION, rules]).encode())
    for digest in digests:
        whole.update(bytes.fromhex(digest))
    return whole.hexdigest()
