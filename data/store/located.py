"""Located: a file of a source, on whatever file system."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple, cast

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer
    from fsspec import AbstractFileSystem

_BLOCK: Final = 1_048_576
_BLOCKS: Final = 16
"""Bytes fetched at once of a remote file, and how many such blocks an open file keeps.

Columns of a table are read in turns: each needs a block of its own, and no more than that.
"""


class Located(NamedTuple):
    """A file.

    Attributes:
        system: The file system it is on.
        path: Its path there.
        name: What messages and a store call it: its name from the source's root.
    """

    system: AbstractFileSystem
    path: str
    name: str

    def open(self) -> BinaryIO:
        """The file, open for reading and seeking.

        Of a server that sends only whole files it is copied to the disk first.

        Raises:
            OSError: If it cannot be reached.
        """
        if is_local(self.system):
            return cast("BinaryIO", self.system.open(self.path, "rb"))
        cache = {"cache_type": "blockcache", "cache_options": {"maxblocks": _BLOCKS}}
        with only_os_errors():
            file = self.system.open(self.path, "rb", block_size=_BLOCK, **cache)
            if not _seeks(file):
                file.close()
                file = _copied(self.system, self.path)
        return cast("BinaryIO", io.BufferedReader(_Remote(file)))

    def content(self, limit: int) -> bytes:
        """The file's first bytes, at most so many.

        Raises:
            OSError: If it cannot be reached.
        """
        with only_os_errors(), self.system.open(self.path, "rb") as file:
            return cast("bytes", file.read(limit))

    def state(self) -> str:
        """What tells the file from itself after a change, as far as its system says.

        Raises:
            OSError: If it cannot be reached.
        """
        with only_os_errors():
            return str(sorted(self.system.info(self.path).items(), key=str))


def is_local(system: AbstractFileSystem) -> bool:
    """Whether a file system is that of this machine."""
    return "file" in protocols(system)


def protocols(system: AbstractFileSystem) -> tuple[str, ...]:
    """What addresses on a file system begin with."""
    return (system.protocol,) if isinstance(system.protocol, str) else tuple(system.protocol)


def said(error: OSError) -> str:
    """What an error says, in a line; of one with a path only the reason."""
    return (error.strerror or str(error) or type(error).__name__).splitlines()[0][:200]


@contextlib.contextmanager
def only_os_errors() -> Iterator[None]:
    """Make whatever a file system's library raises an ``OSError`` that says it."""
    try:
        yield
    except OSError:
        raise
    except Exception as error:  # each library has errors of its own, which nobody imports here
        raise OSError(errno.EIO, f"{type(error).__name__}: {error}") from error


class _Remote(io.RawIOBase):
    """A remote file whose failures are ``OSError``s, and which closes with its reader."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        with only_os_errors():
            read = self._file.read(len(view))
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
