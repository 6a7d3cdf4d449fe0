"""The commands that read articles and print what is in them, each article's lines as it is read."""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from data.article import Article
from data.catalog import CATALOG, Catalog, read_catalog
from data.countries import article_countries, countries_json
from data.dates import article_dates, date_json
from data.errors import InputError, printable
from data.explain import explain_in_words
from data.fact import to_json
from data.intake import read_path
from data.mentions import article_mentions, mention_json
from data.review import reviewed_facts


def _extract(options: argparse.Namespace) -> int:
    return _for_each(options, lambda article: [to_json(fact) for fact in reviewed_facts(article)])


def _explain(options: argparse.Namespace) -> int:
    return _for_each(options, lambda article: list(explain_in_words(article)))


def _mentions(options: argparse.Namespace) -> int:
    return _for_each(
        options, lambda article: [mention_json(mention) for mention in article_mentions(article)]
    )


def _countries(options: argparse.Namespace) -> int:
    return _for_each(options, lambda article: [countries_json(article_countries(article))])


def _dates(options: argparse.Namespace) -> int:
    return _for_each(options, lambda article: [date_json(date) for date in article_dates(article)])


def _for_each(options: argparse.Namespace, lines: Callable[[Article], list[str]]) -> int:
    """Print the lines of each article; report each that cannot be read and go on."""
    listed = any(_may_be_listed(path) for path in options.paths)
    catalog = _catalog_if_readable() if listed else None
    failed = int(listed and catalog is None)
    read: dict[str, Path] = {}
    for path in options.paths:
        for article in read_path(path, published=options.published, catalog=catalog):
            is_first = not read
            try:
                _print_lines(article, path, read, options.published, lines)
            except InputError as error:
                print(f"error: {error}", file=sys.stderr)
                failed = 1
            if is_first and read:
                gc.freeze()  # the word lists are loaded by now, and never garbage
    return failed


def _print_lines(
    article: Article | InputError,
    path: Path,
    read: dict[str, Path],
    published: dt.date | None,
    lines: Callable[[Article], list[str]],
) -> None:
    if isinstance(article, InputError):
        raise article
    _refuse_twice(article, path, read)
    _note_date(article, path, published)
    if article.partly_read:
        _note(article.file or path, article.partly_read)
    for line in lines(article):
        print(line)


def _refuse_twice(article: Article, path: Path, read: dict[str, Path]) -> None:
    other = read.setdefault(article.article_id, path)
    if other is not path:
        raise InputError(
            article.file or path,
            f"its article id {article.article_id!r} is that of one in {other} too",
            "Give each article once, or rename one of the files.",
        )


def _note_date(article: Article, path: Path, published: dt.date | None) -> None:
    """Say when a date given is not used, and when there is none."""
    if published and published != article.published:
        known = f"published {article.published} by the catalogue"
        _note(article.file or path, f"{known}; --published is not used")
    elif article.published is None:
        _note(
            article.file or path,
            "no publication date known, so words such as 'on Thursday' stay undated; give it "
            "with --published YYYY-MM-DD",
        )


def _note(path: str | Path, text: str) -> None:
    print(f"note: {printable(str(path))}: {text}", file=sys.stderr)


def _may_be_listed(path: Path) -> bool:
    """Whether the catalogue may list a file or one in a folder: it is read only then."""
    folder, asked = os.path.realpath(CATALOG.parent), os.path.realpath(path)
    return os.path.commonpath([folder, asked]) in {folder, asked}


def _catalog_if_readable() -> Catalog | None:
    try:
        return read_catalog(CATALOG)
    except InputError as error:
        print(f"error: {error}", file=sys.stderr)
        return None


READING_COMMANDS: Final = (
    ("extract", _extract, "print the facts of articles, one JSON line a fact"),
    ("explain", _explain, "print, span by span, which rule produced what and what was left alone"),
    ("mentions", _mentions, "print countries, regions and actors named, one JSON line each"),
    ("countries", _countries, "print which countries each article names, one JSON line an article"),
    ("dates", _dates, "print calendar expressions and the days they mean, one JSON line each"),
)
"""Commands, as they are called, that read articles; what each does, and what for."""
