"""The facts that pages, pictures and files show: read once, and again when a file changes."""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.holdings.catalogued import Catalogued
from dashboard.selection import Selection
from data.catalog import CATALOG, read_catalog
from data.corpus import Corpus, read_corpus
from data.errors import InputError

if TYPE_CHECKING:
    from dashboard.holdings import Holdings

CATALOG_VARIABLE: Final = "WITHDRAWAL_CATALOG"
"""Environment variable that names another catalogue file."""

STORE_VARIABLE: Final = "WITHDRAWAL_STORE"
"""Environment variable that names a store, which is shown instead of a catalogue."""

_READING: Final = threading.Lock()
"""Whoever comes while articles are read waits for them: two who read would take twice as long."""

Fingerprint = tuple[tuple[str, int, int], ...]


def catalog_path() -> Path:
    """The catalogue file in use."""
    return Path(os.environ.get(CATALOG_VARIABLE) or CATALOG)


def fingerprint(path: Path) -> Fingerprint:
    """Name, size and time of change of the catalogue, and of every file beside it or its files."""
    try:
        own = os.stat(path)  # noqa: PTH116  every run of a page waits for this
        folders = {str(path.parent), *_folders(path, own.st_size, own.st_mtime_ns)}
        return tuple(sorted(stat for folder in folders for stat in _stats(folder)))
    except OSError:
        return ()


@functools.lru_cache(maxsize=4)
def _folders(path: Path, _size: int, _changed: int) -> tuple[str, ...]:
    """The folders in which the files lie that a catalogue names; read again when it changes."""
    try:
        entries = read_catalog(path).entries
    except InputError:
        return ()
    files = [name for entry in entries for name in (entry.file, entry.corrections) if name]
    folders = {path.parent / Path(name).parent for name in files}
    return tuple(str(folder) for folder in folders if folder.is_dir())


def _stats(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file():
                stat = entry.stat()
                yield entry.path, stat.st_size, stat.st_mtime_ns


@functools.lru_cache(maxsize=4)
def _read(path: Path, files: Fingerprint) -> Catalogued:
    return Catalogued(read_corpus(path), (path, files))


def store_path() -> Path | None:
    """The store in use; None where a catalogue is."""
    named = os.environ.get(STORE_VARIABLE)
    return Path(named) if named else None


def holdings() -> Holdings:
    """All there is, and what could not be read. Shared between sessions: read only."""
    if store := store_path():
        from dashboard.holdings.opened import open_store  # slow to import, and only stores need it

        return open_store(store).holdings()
    path = catalog_path()
    with _READING:
        return _read(path, fingerprint(path))


def corpus(selection: Selection | None = None) -> Corpus:
    """What a selection, by default of everything, is drawn from. Shared: read only."""
    return holdings().corpus(selection or Selection())
