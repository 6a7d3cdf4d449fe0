"""The facts that pages, pictures and files show: read once, and again when a file changes.

What the last start read is taken up where no file has changed since (:mod:`dashboard.snapshot`).
"""

from __future__ import annotations

import dataclasses
import functools
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.holdings.catalogued import Catalogued
from dashboard.last_good import LastGood
from dashboard.observability.conditions import tell_unusable
from dashboard.selecting.selection import Selection
from dashboard.snapshot import catalogue
from data.catalog import catalog_path, read_catalog
from data.corpus import Corpus, read_corpus
from data.errors import InputError

if TYPE_CHECKING:
    from dashboard.holdings import Holdings

STORE_VARIABLE: Final = "WITHDRAWAL_STORE"
"""Environment variable that names a store, which is shown instead of a catalogue."""

Fingerprint = tuple[tuple[str, int, int], ...]


def fingerprint(path: Path) -> Fingerprint:
    """Name, size and time of change of the catalogue and of every file that it names."""
    own = _stat(str(path))
    return (own, *(_stat(file) for file in _named(path, *own[1:])))


@functools.lru_cache(maxsize=4)
def _named(path: Path, _size: int, _changed: int) -> tuple[str, ...]:
    """The files that a catalogue names; read again when it changes. None of one that is broken.

    Not all that lies beside them: a log that is written there would look like a change for ever.
    """
    return tuple(os.path.join(path.parent, file) for file in _listed(path))  # noqa: PTH118  many


def _listed(path: Path) -> tuple[str, ...]:
    try:
        entries = read_catalog(path).entries
    except InputError:
        return ()
    return tuple(name for entry in entries for name in (entry.file, entry.corrections) if name)


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


def _read(path: Path, files: _Files) -> Catalogued:
    corpus, before = _recalled(path) or _read_anew(path)
    held = Catalogued(corpus, (path, files), before)
    for problem in held.problems:
        tell_unusable(problem.where)
    return held


def _recalled(path: Path) -> tuple[Corpus, catalogue.Snapshot] | None:
    kept = catalogue.recall(path)
    return catalogue.taken_up(kept) if kept else None


def _read_anew(path: Path) -> tuple[Corpus, catalogue.Snapshot]:
    before = catalogue.before_reading(path, _listed(path))
    return read_corpus(path), before


def keep_for_next_start() -> None:
    """Keep what was read of the catalogue, and worked out of it, where the last start had not."""
    if store_path():
        return
    held = _catalogued(catalog_path()).now()
    if held.snapshot:
        catalogue.keep(catalog_path(), held.snapshot, held.corpus(Selection()))


def is_kept() -> bool:
    """Whether the next start finds what was read of the catalogue; a store needs no reading."""
    return store_path() is not None or catalogue.recall(catalog_path()) is not None


@functools.lru_cache(maxsize=4)
def _catalogued(path: Path) -> LastGood[_Files, Catalogued]:
    return LastGood(
        state=lambda: _Files(fingerprint(path)),
        read=lambda files: _read(path, files),
        nothing=Catalogued(Corpus({}, {})),
        where=path,
        whole=lambda held: not held.problems,
    )


def store_path() -> Path | None:
    """The store in use; None where a catalogue is."""
    named = os.environ.get(STORE_VARIABLE)
    return Path(named) if named else None


def holdings() -> Holdings:
    """All there is, and what could not be read. Shared between sessions: read only."""
    if store := store_path():
        from dashboard.holdings.opened import open_store  # slow to import, and only stores need it

        return open_store(store).now()
    return _catalogued(catalog_path()).now()


def corpus(selection: Selection | None = None) -> Corpus:
    """What a selection, by default of everything, is drawn from. Shared: read only."""
    return holdings().corpus(selection or Selection())
