"""ZIP file: opened only where its directory is small, as all of that is read into memory."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

from data.errors import InputError

ZIP_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,  # encrypted, or packed in a way that the standard library does not know
    ValueError,
)
"""What the standard library raises for bytes that are no archive, or no whole one."""

_FILE_BYTES: Final = 1_000
"""Most bytes that the directory may spend on a file: its name and attributes."""

_END: Final = b"PK\x05\x06"
_END_LENGTH: Final = 22
_LONGEST_COMMENT: Final = 65_535
_LOCATOR: Final = b"PK\x06\x07"
_LOCATOR_LENGTH: Final = 20
_LARGE_END: Final = b"PK\x06\x06"
_LARGE_END_LENGTH: Final = 56


def open_zip(stream: BinaryIO, name: str, most_files: int) -> zipfile.ZipFile:
    """An archive of bounded directory; what its files unpack to is for the caller to bound.

    Args:
        stream: The archive, which is not trusted; it stays open.
        name: What to call it in messages.
        most_files: Files it may hold.

    Raises:
        InputError: If it is no whole archive, or holds more files.
        OSError: If the stream cannot be read.
    """
    for files, directory in _directories(stream):
        if files > most_files or directory > most_files * _FILE_BYTES:
            raise _too_many(name, most_files)
    try:
        archive = zipfile.ZipFile(stream)
    except ZIP_DAMAGE as error:
        raise not_whole(name) from error
    if len(archive.infolist()) > most_files:  # it holds as many as it does, whatever a record says
        archive.close()
        raise _too_many(name, most_files)
    return archive


def not_whole(name: str) -> InputError:
    """What is said of a file that cannot be opened as an archive."""
    return InputError(name, "is not a ZIP archive, or not a whole one", "Pack the files again.")


def _too_many(name: str, most_files: int) -> InputError:
    return InputError(
        name,
        f"more than {most_files:,} files in one archive",
        "Unpack it and give the folder, or pack a smaller .zip.",
    )


def _directories(stream: BinaryIO) -> Iterator[tuple[int, int]]:
    """How many files, and bytes of a directory, each record at an archive's end tells of.

    Of a ZIP64 archive the further record counts, whatever the usual one says, and readers differ
    in where they look for it.
    """
    size = stream.seek(0, 2)
    begin = max(0, size - _END_LENGTH - _LONGEST_COMMENT - _LOCATOR_LENGTH)
    stream.seek(begin)
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_LENGTH:
        return
    files, directory = struct.unpack_from("<HI", tail, at + 10)
    yield files, directory
    locator = at - _LOCATOR_LENGTH
    if locator < 0 or not tail.startswith(_LOCATOR, locator):
        return
    (told,) = struct.unpack_from("<Q", tail, locator + 8)
    for where in (told, begin + locator - _LARGE_END_LENGTH):
        if 0 <= where < size:
            stream.seek(where)
            record = stream.read(_LARGE_END_LENGTH)
            if record.startswith(_LARGE_END) and len(record) == _LARGE_END_LENGTH:
                files, directory = struct.unpack_from("<QQ", record, 32)
                yield files, directory
