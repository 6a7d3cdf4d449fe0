"""Commands: ``python -m data build`` and ``python -m data check STORE``."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from pathlib import Path
from typing import Final

from data.errors import InputError, printable
from data.plurals import counted
from data.store.build import build, part_size_of
from data.store.cluster import on_cluster
from data.store.manifest import MANIFEST, Manifest, problems
from data.store.progress import Progress
from data.store.record import ERRORS
from data.store.source import Source
from data.store.workers import Runner, here, on_processes

COMPLETE: Final = 0
SOME_UNREAD: Final = 1
NOT_BUILT: Final = 3
INTERRUPTED: Final = 130


def run_build(options: argparse.Namespace) -> int:
    """Build a store.

    Returns:
        0 when every article was read, 1 when the store is complete but for articles that
        ``errors.jsonl`` names, 3 when there is no new store, 130 when it was interrupted.
    """
    store: Path = options.out
    progress = Progress(options.progress)
    try:
        source = Source(options.source, options.published)
        size = options.part_size or part_size_of(store)
        manifest = build(
            dataclasses.replace(source, part_size=size), store, _runner(options), progress
        )
    except InputError as error:
        print(f"error: {error}", file=sys.stderr)
        return NOT_BUILT
    except OSError as error:
        where = error.filename or store
        print(
            f"error: {where}: cannot be written or read ({error.strerror or error}). "
            "Put that right and run the same build again: it goes on where it stopped.",
            file=sys.stderr,
        )
        return NOT_BUILT
    except KeyboardInterrupt:
        print("stopped; the same build goes on where this one stopped", file=sys.stderr)
        return INTERRUPTED
    finally:  # the next build reads only what has changed, and would not tell of them again
        for line in progress.partly_read:
            print(f"note: {printable(line)}", file=sys.stderr)
    if manifest.unread:
        print(
            f"note: {counted(manifest.unread, 'article')} could not be read: {store / ERRORS}",
            file=sys.stderr,
        )
    return SOME_UNREAD if manifest.unread else COMPLETE


def run_check(store: Path) -> int:
    """Compare every byte of a store with its manifest.

    Returns:
        0 when it is as it was built, 1 when it is not.
    """
    try:
        manifest = Manifest.read(store)
        found = list(problems(store, manifest))
    except InputError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    for problem in found:
        print(f"error: {problem}", file=sys.stderr)
    if not found:
        print(
            f"{store}: {counted(manifest.articles, 'article')}, {counted(manifest.facts, 'fact')} "
            f"in {counted(len(manifest.parts), 'part')} are as they were built"
        )
    if left := manifest.unnamed(store):
        others = f", nor {_others(len(left) - 1)}" if len(left) > 1 else ""
        print(
            f"note: {left[0]}: is no part of the store{others}. A build that has not ended leaves "
            f"such files, and the next one removes them; until then, read what {MANIFEST} names "
            "and no whole folders.",
            file=sys.stderr,
        )
    return int(bool(found))


def _runner(options: argparse.Namespace) -> Runner:
    if options.scheduler:
        return on_cluster(options.scheduler)
    return on_processes(options.workers) if options.workers > 1 else here


def _others(number: int) -> str:
    return "is 1 other" if number == 1 else f"are {number:,} others"
