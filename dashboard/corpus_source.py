"""The facts that pages, pictures and files show: read once, and again when a file changes."""

from __future__ import annotations

import dataclasses
import functools
import os
from pathlib import Path
from typing import Final

from dashboard.last_good import LastGood
from dashboard.observability.conditions import tell_catalogue
from data.catalog import CATALOG, read_catalog
from data.corpus import Corpus, read_corpus
from data.errors import InputError

CATALOG_VARIABLE: Final = "WITHDRAWAL_CATALOG"
"""Environment variable that names another catalogue file."""

Fingerprint = tuple[tuple[str, int, int], ...]


def catalog_path() -> Path:
    """The catalogue file in use."""
    return Path(os.environ.get(CATALOG_VARIABLE) or CATALOG)


def fingerprint(path: Path) -> Fingerprint:
    """Name, size and time of change of the catalogue and of every file that it names."""
    own = _stat(str(path))
    return (own, *(_stat(file) for file in _named(path, *own[1:])))


@functools.lru_cache(maxsize=4)
def _named(path: Path, _size: int, _changed: int) -> tuple[str, ...]:
    """The files that a catalogue names; read again when it changes. None of one that is broken.

    Not all that lies beside them: a log that is written there would look like a change for ever.
    """
    try:
        entries = read_catalog(path).entries
    except InputError:
        return ()
    files = (name for entry in entries for name in (entry.file, entry.corrections) if name)
    return tuple(str(path.parent / file) for file in files)


def _stat(file: str) -> tuple[str, int, int]:
    try:
        stat = os.stat(file)  # noqa: PTH116  every run of a page waits for this
    except OSError:
        return file, -1, 0
    return file, stat.st_size, stat.st_mtime_ns


@dataclasses.dataclass(frozen=True, slots=True)
class _Files:
    """The files that a corpus is read from, as they are at a moment."""

    stats: Fingerprint

    @property
    def changed(self) -> float:
        """When the last of them was changed, in seconds since the epoch."""
        return max((changed for _, _, changed in self.stats), default=0) / 1e9


def _with_problem(corpus: Corpus, problem: InputError) -> Corpus:
    return dataclasses.replace(corpus, problems=(*corpus.problems, problem))


def _told(corpus: Corpus) -> Corpus:
    """What was read, told in the log and the metrics."""
    counts = {
        "articles": len(corpus.articles),
        "facts": len(corpus.facts),
        "unreadable": len(corpus.problems),
    }
    tell_catalogue(**counts)
    return corpus


@functools.lru_cache(maxsize=4)
def _catalogued(path: Path) -> LastGood[_Files, Corpus]:
    return LastGood(
        state=lambda: _Files(fingerprint(path)),
        read=lambda _: _told(read_corpus(path)),
        problems=lambda corpus: corpus.problems,
        with_problem=_with_problem,
    )


def corpus() -> Corpus:
    """All articles and facts, and what could not be read. Shared between sessions: read only."""
    return _catalogued(catalog_path()).now()
