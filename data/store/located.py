"""Located: a file of a source, on whatever file system."""

from __future__ import annotations

import functools
import io
import os
import posixpath
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple, cast

from data.store.reaching import Place, is_local

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer
    from fsspec import AbstractFileSystem

_BLOCK: Final = 1_048_576
_BLOCKS: Final = 16
"""Bytes fetched at once of a remote file, and how many such blocks an open file keeps.

Columns of a table are read in turns: each needs a block of its own, and no more than that.
"""


class Located(NamedTuple):
    """A file of a source.

    Attributes:
        source: Where the source is.
        path: The file's path on the source's file system.
        name: What messages and a store call it: its name from the source's root.
    """

    source: Place
    path: str
    name: str

    def below(self, name: str) -> Located:
        """A file in this folder, which is the source's root."""
        return Located(self.source, posixpath.join(self.path, name), name)

    def open(self) -> BinaryIO:
        """The file, open for reading and seeking.

        Of a server that sends only whole files it is copied to the disk first.

        Raises:
            SourceGone: If the source cannot be reached.
            OSError: If only the file cannot be.
        """
        file = self.source.ask(self._opened)
        if is_local(self.source.system):
            return file
        return cast("BinaryIO", io.BufferedReader(_Remote(self.source, file)))

    def content(self, limit: int) -> bytes:
        """The file's first bytes, at most so many.

        Raises:
            SourceGone: If the source cannot be reached.
            OSError: If only the file cannot be.
        """

        def read() -> bytes:
            with self.source.system.open(self.path, "rb") as file:
                return cast("bytes", file.read(limit))

        return self.source.ask(read)

    def state(self) -> str:
        """What tells the file from itself after a change, as far as its system says.

        Raises:
            SourceGone: If the source cannot be reached.
            OSError: If only the file cannot be.
        """

        def info() -> str:
            system = self.source.system
            system.invalidate_cache(posixpath.dirname(self.path))  # what a listing said may be old
            return str(sorted(system.info(self.path).items(), key=str))

        return self.source.ask(info)

    def _opened(self) -> BinaryIO:
        system = self.source.system
        if is_local(system):
            return cast("BinaryIO", system.open(self.path, "rb"))
        cache = {"cache_type": "blockcache", "cache_options": {"maxblocks": _BLOCKS}}
        file = system.open(self.path, "rb", block_size=_BLOCK, **cache)
        if _seeks(file):
            return cast("BinaryIO", file)
        file.close()
        return _copied(system, self.path)


class _Remote(io.RawIOBase):
    """A file that a source is asked for piece by piece, and which closes with its reader."""

    def __init__(self, source: Place, file: BinaryIO) -> None:
        self._source = source
        self._file = file

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        read = self._source.ask(functools.partial(self._file.read, len(view)))
        view[: len(read)] = read
        return len(read)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def close(self) -> None:
        self._file.close()
        super().close()


def _seeks(file: BinaryIO) -> bool:
    """Whether the end of a file can be read without what comes before."""
    try:
        file.seek(-1, os.SEEK_END)
        file.read(1)
        file.seek(0)
    except ValueError:  # HTTP servers need not serve ranges, and fsspec finds out when it asks
        return False
    return True


def _copied(system: AbstractFileSystem, path: str) -> BinaryIO:
    handle, name = tempfile.mkstemp(prefix="withdrawal-")
    os.close(handle)
    copy = Path(name)
    try:
        system.get_file(path, name)
        return copy.open("rb")
    finally:
        copy.unlink()
