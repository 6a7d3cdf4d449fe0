"""Command line: ``python -m data extract PATH...``, ``build`` and ``check``."""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from data import lexicon
from data.article import EARLIEST, Article
from data.catalog import CATALOG, Catalog, read_catalog
from data.countries import article_countries, countries_json
from data.dates import article_dates, date_json
from data.errors import InputError, printable
from data.explain import explain_in_words
from data.fact import to_json
from data.intake import read_path
from data.mentions import article_mentions, mention_json
from data.plurals import counted
from data.review import reviewed_facts
from data.store.progress import STYLES

_SUMMARY = "Read news texts into facts, each with its sentence."

_BUILD = "read an archive of articles into a store of Parquet files"

_NEW_OBJECTS = 100_000
"""Objects made before the garbage collector looks for those that refer to each other in a circle.

Python's own 700 are made with every few sentences, and looking costs a tenth of the time. So many
are those of a few long articles and take some 15 MB.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 when all went well, 1 when any input could not be used.
    """
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # JSON is UTF-8 whatever the locale says
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"error: the output cannot be written ({error.strerror})", file=sys.stderr)
        return 1
    return status


def command_names() -> tuple[str, ...]:
    """Names of the commands there are."""
    return (*(name for name, _, _ in _READING_COMMANDS), "build", "check")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description=_SUMMARY)
    commands = parser.add_subparsers(title="commands", required=True)
    for name, run, summary in _READING_COMMANDS:
        command = commands.add_parser(name, help=summary, description=summary)
        command.add_argument(
            "paths",
            nargs="+",
            type=Path,
            metavar="PATH",
            help="a text, Markdown, HTML or PDF file, or a folder or .zip of such files",
        )
        command.add_argument(
            "--published",
            type=_date,
            metavar="DATE",
            help="publication date (YYYY-MM-DD) of articles that have none in the catalogue",
        )
        command.set_defaults(run=run)
    _add_build(commands.add_parser("build", help=_BUILD, description=_BUILD))
    check = commands.add_parser("check", help="check every article and word list, or a store")
    check.add_argument("store", nargs="?", type=Path, metavar="STORE", help="a store to check")
    check.set_defaults(run=_check)
    return parser


def _add_build(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "source", metavar="SOURCE", help="a folder, .zip or .parquet; a path or fsspec address"
    )
    command.add_argument(
        "--out",
        required=True,
        type=_folder,
        metavar="STORE",
        help="folder of this machine to write",
    )
    command.add_argument(
        "--published", type=_date, metavar="DATE", help="publication date where none is known"
    )
    command.add_argument(
        "--workers", type=_count, default=1, metavar="N", help="processes on this machine"
    )
    command.add_argument(
        "--scheduler", metavar="ADDRESS", help="a Dask scheduler, such as tcp://10.0.0.1:8786"
    )
    command.add_argument("--progress", choices=STYLES, default="text", help="on standard error")
    command.add_argument(
        "--part-size", type=_count, metavar="N", help="articles of a part on average"
    )
    command.set_defaults(run=_build)


def _folder(text: str) -> Path:
    if "://" in text:
        raise argparse.ArgumentTypeError(
            f"{text!r} is an address; a store is a folder of this machine: its files are renamed "
            "and locked, which addresses cannot. Name a folder and copy the finished store"
        )
    return Path(text)


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 on")
    return int(text)


def _date(text: str) -> dt.date:
    try:
        day = dt.datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a date has no zone
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no date; write it as YYYY-MM-DD, such as 2021-07-09"
        ) from None
    if day < EARLIEST:
        raise argparse.ArgumentTypeError(
            f"{text!r} is before {EARLIEST}; leave it out where the day is not known"
        )
    return day


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


def _build(options: argparse.Namespace) -> int:
    from data.store.command import run_build  # Parquet, DuckDB: not for reading a text

    return run_build(options)


def _check(options: argparse.Namespace) -> int:
    if options.store is not None:
        from data.store.command import run_check

        return run_check(options.store)
    return _check_catalog()


def _broken_word_lists() -> list[str]:
    """What is wrong with the lexicon, each file once: others name what it lists."""
    told: dict[str, None] = {}
    for read in lexicon.READERS:
        try:
            read()
        except InputError as error:
            told[f"error: {error}"] = None
    return list(told)


def _check_catalog() -> int:
    if broken := _broken_word_lists():
        print(*broken, sep="\n", file=sys.stderr)
        print("note: articles are read once the word lists can be", file=sys.stderr)
        return 1
    failed = 0
    try:
        catalog = read_catalog(CATALOG)
    except InputError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    for entry in catalog.entries:
        try:
            facts = reviewed_facts(catalog.article(entry))
        except InputError as error:
            print(f"error: {error}", file=sys.stderr)
            failed = 1
        else:
            print(f"{entry.id}: {entry.file} is unchanged, {counted(len(facts), 'fact')}")
    return failed


_READING_COMMANDS = (
    ("extract", _extract, "print the facts of articles, one JSON line a fact"),
    ("explain", _explain, "print, span by span, which rule produced what and what was left alone"),
    ("mentions", _mentions, "print countries, regions and actors named, one JSON line each"),
    ("countries", _countries, "print which countries each article names, one JSON line an article"),
    ("dates", _dates, "print calendar expressions and the days they mean, one JSON line each"),
)

if __name__ == "__main__":
    gc.set_threshold(_NEW_OBJECTS)
    sys.exit(main())
