"""TOML files that fit their schema when they were read last: as they are, they need no check."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from dashboard.observability.conditions import tell_snapshot
from dashboard.snapshot import folder
from dashboard.snapshot.content import as_bytes, from_bytes
from data.toml_file import ask_first

_WHAT: Final = "checked files"


class CheckedFiles:
    """What files say, by their path and bytes. Thread-safe.

    Each is kept in bytes of its own, and made of them when it is asked for: a start needs some.
    """

    def __init__(self, kept: Mapping[str, tuple[str, bytes]]) -> None:
        """Know what :meth:`keep` has kept."""
        self._lock = threading.Lock()
        self._kept = dict(kept)
        self._new = False

    def recall(self, path: Path, content: bytes) -> object | None:
        """What a file says; None where it has not been checked as it is."""
        digest, said = self._kept.get(str(path), ("", b""))
        return _unpacked(said) if digest == _digest(content) else None

    def remember(self, path: Path, content: bytes, said: object) -> None:
        """Take in what a file says that fits its schema."""
        with self._lock:
            self._kept[str(path)] = (_digest(content), as_bytes(said))
            self._new = True

    def keep(self) -> None:
        """Keep all for the next start, if there is anything new."""
        path = folder.file_of(_WHAT)
        with self._lock:
            content = as_bytes(self._kept) if self._new else b""
            self._new = False
        if path and content:
            folder.write(path, content)


def take_up() -> CheckedFiles:
    """What the last start kept, which is asked before any file is checked from now on."""
    path = folder.file_of(_WHAT)
    content = folder.read(path) if path else None
    kept = {} if content is None else _unpacked(content)
    if not isinstance(kept, dict):
        tell_snapshot("damaged")
        kept = {}
    checked = CheckedFiles(kept)
    ask_first(checked)
    return checked


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _unpacked(content: bytes) -> object | None:
    """What bytes say; None for any that are not ours."""
    try:
        said: object = from_bytes(content)
    except Exception:  # bytes of any kind may be in there
        return None
    return said
