"""Durable files: there whole or not at all, whatever moment the machine stops at.

A file is written under a temporary name, forced to disk, then renamed; the folder is forced to disk
too, so that the name survives. What a killed process leaves is named ``.tmp-...``.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

TEMPORARY: Final = ".tmp-"
"""How names of unfinished files begin."""


class HashedFile:
    """An unfinished file that knows the hash and the number of bytes written to it so far."""

    def __init__(self, stream: BinaryIO) -> None:
        """Start with what is open for writing and empty."""
        self._stream = stream
        self._digest = hashlib.sha256()
        self.bytes = 0
        self.closed = False
        self.given_up = False

    @property
    def sha256(self) -> str:
        """Hex digest of what was written."""
        return self._digest.hexdigest()

    def write(self, content: bytes) -> int:
        """Append bytes."""
        view = memoryview(content)
        if self.given_up:  # a library that ends its file after an error has nowhere to write
            return view.nbytes
        self._digest.update(view)
        self.bytes += view.nbytes
        return self._stream.write(view)

    def tell(self) -> int:
        """Bytes written so far."""
        return self.bytes

    def flush(self) -> None:
        """Hand everything to the system."""
        if not self.given_up:
            self._stream.flush()

    def close(self) -> None:
        """Nothing: whoever opened the file closes it."""


@contextlib.contextmanager
def unfinished(folder: Path) -> Iterator[tuple[Path, HashedFile]]:
    """A temporary file in a folder, on disk when the block ends; removed if the block fails.

    Yields:
        Its path, which the block's caller renames with :func:`finish`, and the open file.
    """
    handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=folder)
    path = Path(name)
    with os.fdopen(handle, "wb") as stream:
        hashed = HashedFile(stream)
        try:
            yield path, hashed
            stream.flush()
            os.fsync(stream.fileno())
        except BaseException:
            hashed.given_up = True
            path.unlink(missing_ok=True)
            raise


def finish(path: Path, final: Path) -> None:
    """Give an unfinished file its name, replacing what had it."""
    path.chmod(0o644)
    path.replace(final)
    sync_folder(final.parent)


def write_durably(path: Path, content: bytes) -> None:
    """Replace a file's content: readers and a machine that stops see the old or the new one."""
    with unfinished(path.parent) as (temporary, stream):
        stream.write(content)
    finish(temporary, path)


def sync_folder(folder: Path) -> None:
    """Force a folder's names to disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
