"""TOML files that fit their schema when they were read last: as they are, they need no check."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from data.snapshot import folder
from data.snapshot.content import as_bytes, from_bytes
from data.toml_file import ask_first

_WHAT: Final = "checked files"


class CheckedFiles:
    """What files say, by their path and bytes. Thread-safe.

    Each is kept in bytes of its own, and made of them when it is asked for: a start needs some.
    """

    def __init__(self, file: Path | None, tell: folder.Told) -> None:
        """Know what :meth:`keep` has kept.

        Args:
            file: Where; None where nothing is kept.
            tell: Is told what cannot be used or kept.
        """
        self._file, self._tell = file, tell
        self._lock = threading.Lock()
        self._kept = dict(self._taken_up())
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
        with self._lock:
            content = as_bytes(self._kept) if self._new else b""
            self._new = False
        if self._file and content:
            folder.write(self._file, content, self._tell)

    def _taken_up(self) -> Mapping[str, tuple[str, bytes]]:
        content = folder.read(self._file, self._tell) if self._file else None
        kept = {} if content is None else _unpacked(content)
        if not isinstance(kept, dict):
            self._tell("damaged")
            return {}
        return kept


def take_up(program: str, tell: folder.Told = lambda _problem: None) -> CheckedFiles:
    """What the last start kept, which is asked before any file is checked from now on.

    Args:
        program: Digest of all that has a say in what a file says.
        tell: Is told what cannot be used or kept.
    """
    checked = CheckedFiles(folder.file_of(_WHAT, program), tell)
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
