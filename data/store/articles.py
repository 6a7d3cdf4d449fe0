"""Articles of a batch: each with the digest of all that its facts depend on besides the rules."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import pyarrow as pa

from data.article import Article
from data.errors import InputError, printable
from data.intake.articles import dated_if_untold, file_article, row_article
from data.intake.formats import format_of
from data.intake.ids import article_id_of
from data.intake.stored import Stored
from data.store.batch import Batch
from data.store.located import Located
from data.store.reaching import said
from data.store.source import Source
from data.store.tables import table_rows
from data.store.zip_members import zip_members


class Item(NamedTuple):
    """An article of a source that may not have been parsed yet.

    Attributes:
        digest: Sha256 of its content and of what is said about it.
        article: Makes the article; raises ``InputError`` where it cannot be read.
    """

    digest: str
    article: Callable[[], Article]


def items_of(source: Source, batch: Batch) -> Iterator[Item]:
    """What a batch holds, in order; one in memory at a time, of a table a few."""
    if batch.form == "catalog":
        yield from _of_catalog(source, batch)
    elif batch.form == "table":
        yield from _of_table(source, batch)
    else:
        archive = source.located(batch.file)
        contents = zip_members(archive, batch.members) if batch.file else _files(archive, batch)
        for member, stored in zip(batch.members, contents, strict=True):
            if isinstance(stored, InputError):
                yield _unreadable(stored)
            else:
                yield _of_file(source, stored, _name(batch, member))


def _name(batch: Batch, member: str) -> str:
    return f"{batch.file}/{member}" if batch.file and "/" in batch.file else member


def _files(root: Located, batch: Batch) -> Iterator[Stored | InputError]:
    for member in batch.members:
        found: Stored | InputError
        try:
            found = _file(root.below(member))
        except InputError as error:
            found = error
        yield found


def _file(place: Located) -> Stored:
    limit = format_of(place.name).limit
    try:
        content = place.content(limit + 1)
    except OSError as error:
        raise InputError(
            place.name, f"cannot be read ({said(error)})", "Name an article file that exists."
        ) from error
    if len(content) > limit:
        raise InputError(
            place.name,
            f"more than {limit:,} bytes, which no article has",
            "Give one article a file.",
        )
    return Stored(place.name, PurePosixPath(place.name).stem, content)


def _of_file(source: Source, stored: Stored, name: str) -> Item:
    sha256 = hashlib.sha256(stored.content).hexdigest()

    def article() -> Article:
        return dated_if_untold(file_article(stored, article_id_of(name)), source.published)

    return Item(_digest(stored.name, sha256, source.published), article)


def _of_table(source: Source, batch: Batch) -> Iterator[Item]:
    place = source.located(batch.file)
    twice = dict(batch.twice)
    number = batch.rows[0]
    problem = "the table ends before them"
    try:
        for row in table_rows(place, batch.rows):
            where = f"{batch.file}: row {number + 1}"
            yield _of_row(source, row, where, twice.get(number))
            number += 1
    except (InputError, pa.ArrowException, OSError) as error:
        problem = str(error).splitlines()[0][:200]
    if number < batch.rows[1]:
        where = f"{batch.file}: rows {number + 1} to {batch.rows[1]}"
        yield _unreadable(
            InputError(where, f"cannot be read ({problem})", "Write the table again.")
        )


def _of_row(source: Source, row: Mapping[str, Any], where: str, first: str | None) -> Item:
    digest = _digest(row, source.published)
    if first:
        return _unreadable(
            InputError(
                f"{where}, article_id",
                f"{str(row['article_id'])[:80]!r} is the id of {first} too",
                "Give each article an id of its own.",
            )
        )

    def article() -> Article:
        found = dataclasses.replace(
            row_article(row, where), sha256=digest, file=printable(where.rpartition(": row ")[0])
        )
        return dated_if_untold(found, source.published)

    return Item(digest, article)


def _of_catalog(source: Source, batch: Batch) -> Iterator[Item]:
    catalog = source.catalog()
    entries = {entry.id: entry for entry in catalog.entries}
    for member in batch.members:
        try:
            entry = entries[member]
            article = dataclasses.replace(catalog.article(entry), file=entry.file)
        except InputError as error:
            yield _unreadable(error)
        else:
            article = dated_if_untold(article, source.published)
            yield Item(_digest(vars(entry), source.published), functools.partial(_given, article))


def _given(article: Article) -> Article:
    return article


def _unreadable(error: InputError) -> Item:
    def article() -> Article:
        raise error

    return Item(_digest("unreadable", str(error)), article)


def _digest(*parts: object) -> str:
    plain = json.dumps(parts, sort_keys=True, default=str, ensure_ascii=True)
    return hashlib.sha256(plain.encode()).hexdigest()
