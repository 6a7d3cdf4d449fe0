"""Articles: a file or a table's row as an article, and the day it was published."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from typing import Any

from data.article import EARLIEST, MAX_BYTES, Article, decode, title_of
from data.errors import DefectError, InputError, printable
from data.intake.contents import Contents
from data.intake.fields import address_of, day_of, line_of
from data.intake.formats import format_of
from data.intake.stored import Stored

_ID = re.compile(r"[^\s,\x00-\x1f\x7f-\x9f]{1,200}")


def file_article(stored: Stored, article_id: str) -> Article:
    """The article of a file.

    Raises:
        InputError: If the file cannot be read, or holds more text than any article has; a
            ``DefectError`` if what reads its format fails on it.
    """
    said = _read(stored)
    if len(said.text.encode()) > MAX_BYTES:
        raise InputError(
            stored.name,
            f"more than {MAX_BYTES:,} bytes of text, which no article has",
            "Give one article a file.",
        )
    return Article(
        article_id=article_id,
        text=said.text,
        title=said.title,
        publisher=said.publisher,
        url=said.url,
        published=said.published,
        published_basis=said.published_basis,
        sha256=hashlib.sha256(stored.content).hexdigest(),
        file=printable(stored.name),
        marks=said.marks,
        clues=said.clues,
        unread=said.unread,
    )


def _read(stored: Stored) -> Contents:
    """What is in a file; one that its reader did not foresee must not stop the rest."""
    read = format_of(stored.name).read
    try:
        return read(stored.content, stored.name)
    except (InputError, MemoryError):
        raise
    except Exception as error:
        remedy = "Report it with the file, and paste its text."
        raise DefectError(stored.name, "its reader fails on it", remedy, error) from error


def dated(article: Article, published: dt.date | None) -> Article:
    """The article with the day that the command line gives, if it gives one."""
    if published is None:
        return article
    basis = "given on the command line"
    return dataclasses.replace(article, published=published, published_basis=basis)


def dated_if_untold(article: Article, published: dt.date | None) -> Article:
    """The article with the day that the command line gives, where it tells none itself."""
    return article if article.published else dated(article, published)


def row_article(row: Mapping[str, Any], where: str) -> Article:
    """The article of a row.

    Args:
        row: Values by column.
        where: The table and the row, for errors.

    Raises:
        InputError: If it names the column and the value that cannot be used.
    """
    article_id = _id_of(row, where)
    text = row["text"]
    if text is None:
        raise InputError(f"{where}, text", "is empty", "Give the article's text.")
    content = text.encode("utf-8", "surrogatepass")
    if len(content) > MAX_BYTES:
        raise InputError(
            f"{where}, text",
            f"more than {MAX_BYTES:,} bytes, which no article has",
            "Give one article a row.",
        )
    decode(content, f"{where}, text")
    url = row.get("url")
    if url and not address_of(url):
        raise InputError(
            f"{where}, url",
            f"{url[:80]!r} is no web address",
            "It begins with https:// or http://.",
        )
    published = _day_of(row.get("published"), where)
    basis = line_of(row.get("published_basis")) or "from the table's column published"
    return Article(
        article_id=article_id,
        text=text,
        title=line_of(row.get("title")) or line_of(title_of(text)) or article_id,
        publisher=line_of(row.get("publisher")),
        author=line_of(row.get("author")),
        url=address_of(url),
        published=published,
        published_basis=basis if published else None,
        licence=line_of(row.get("licence")),
        file=where,
    )


def _id_of(row: Mapping[str, Any], where: str) -> str:
    value = row["article_id"]
    found = "" if value is None else str(value)
    if not _ID.fullmatch(found):
        raise InputError(
            f"{where}, article_id",
            f"{found[:80]!r} is no id",
            "Give up to 200 characters without blanks or commas.",
        )
    return found


def _day_of(value: object, where: str) -> dt.date | None:
    if value is None or value == "":
        return None
    day = day_of(value.isoformat() if isinstance(value, dt.date) else value)
    if day is None:
        raise InputError(
            f"{where}, published",
            f"{str(value)[:40]!r} is no day from {EARLIEST} on",
            "Write it as 2021-07-09, or leave it empty where it is not known.",
        )
    return day
