"""Command line: ``python -m data extract PATH...``, ``build`` and ``check``."""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import data
from data import lexicon
from data.article import EARLIEST
from data.catalog import catalog_path, read_catalog
from data.errors import InputError
from data.plurals import counted
from data.reading_commands import READING_COMMANDS
from data.review import reviewed_facts
from data.snapshot.checked import take_up
from data.snapshot.program import digest
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
    return (*(name for name, _, _ in READING_COMMANDS), "build", "check")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description=_SUMMARY)
    commands = parser.add_subparsers(title="commands", required=True)
    for name, run, summary in READING_COMMANDS:
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
        catalog = read_catalog(catalog_path())
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


def _run_process() -> int:
    """Run one command and end: what earlier processes have checked is not checked again."""
    gc.set_threshold(_NEW_OBJECTS)
    checked = take_up(digest(data.__path__))
    status = main()
    checked.keep()
    return status


if __name__ == "__main__":
    sys.exit(_run_process())
