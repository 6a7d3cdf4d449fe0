"""The facts that pages, pictures and files show: read once, and again when a file changes."""

from __future__ import annotations

import functools
import os
from pathlib import Path
from typing import Final

from data.catalog import CATALOG
from data.corpus import Corpus, read_corpus

CATALOG_VARIABLE: Final = "WITHDRAWAL_CATALOG"
"""Environment variable that names another catalogue file."""

Fingerprint = tuple[tuple[str, int, int], ...]


def catalog_path() -> Path:
    """The catalogue file in use."""
    return Path(os.environ.get(CATALOG_VARIABLE) or CATALOG)


def fingerprint(path: Path) -> Fingerprint:
    """Name, size and time of change of the catalogue and of every file beside it."""
    try:
        files = sorted(file for file in path.parent.iterdir() if file.is_file())
        stats = [(file.name, file.stat()) for file in files]
    except OSError:
        return ()
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)


@functools.lru_cache(maxsize=4)
def _read(path: Path, files: Fingerprint) -> Corpus:  # noqa: ARG001  files is part of the key
    return read_corpus(path)


def corpus() -> Corpus:
    """All articles and facts, and what could not be read. Shared between sessions: read only."""
    path = catalog_path()
    return _read(path, fingerprint(path))
