"""ZIP archive: the files of a bounded archive, one at a time, by names that are never paths."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, Final

from data.errors import InputError, MemberError
from data.intake.formats import ARCHIVE, ending_of, format_of
from data.intake.left_out import LeftOut
from data.intake.limits import Limits
from data.intake.stored import Stored
from data.zip_file import ZIP_DAMAGE, open_zip

_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED: Final = 0x1
_REMEDY: Final = f"Unpack it and give the folder, or pack a smaller {ARCHIVE}."


def files_in_archive(stream: BinaryIO, name: str) -> Iterator[Stored | InputError]:
    """The articles' files of an archive in the order of their names, and what is wrong with others.

    Nothing is unpacked to disk, and the archive is refused as a whole before anything is unpacked
    if it is too large by what its directory says; no file yields more than that.

    Args:
        stream: The archive.
        name: What to call it in messages.

    Raises:
        InputError: If the archive is broken or too large.
    """
    if stream.seek(0, 2) > Limits.MAX_ARCHIVE_BYTES:
        raise InputError(name, f"more than {Limits.MAX_ARCHIVE_BYTES:,} bytes", _REMEDY)
    with open_zip(stream, name, Limits.MAX_ARTICLES) as archive:
        members = [member for member in archive.infolist() if not member.filename.endswith("/")]
        _check_size(members, name)
        left_out = LeftOut(name)
        for member in sorted(members, key=lambda member: member.filename):
            if left_out.is_no_article(path_of(member.filename)):
                continue
            try:
                yield read_member(archive, member, name)
            except InputError as error:
                yield error
        yield from left_out.error()


def path_of(member: str) -> PurePosixPath:
    """Where a member stands in its archive, by a name that some packers write with backslashes."""
    return PurePosixPath(member.replace("\\", "/"))


def _check_size(members: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if unpacked > Limits.MAX_TOTAL_BYTES:
        raise InputError(name, f"unpacks to more than {Limits.MAX_TOTAL_BYTES:,} bytes", _REMEDY)
    if unpacked > Limits.MAX_BYTES and unpacked > Limits.MAX_RATIO * packed:
        raise InputError(
            name, f"unpacks to more than {Limits.MAX_RATIO} times its size: a ZIP bomb", _REMEDY
        )


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: str) -> Stored:
    """A file of an archive, which is not trusted.

    Args:
        archive: The archive.
        member: The file.
        place: What messages call the archive.

    Raises:
        InputError: If it is locked, damaged, too large, or no plain file inside the archive.
    """
    path = path_of(member.filename)
    if _leads_out(path):
        said = "its name leads out of the archive"
        raise MemberError(place, member.filename, said, "Pack the files again.")
    name = f"{place}: {path}"
    _check_member(member, path, name)
    limit = format_of(str(path)).limit
    if member.file_size > limit:
        raise InputError(
            name, f"more than {limit:,} bytes, which no article has", "Give one article a file."
        )
    try:
        with archive.open(member) as stream:
            content = stream.read(limit)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(name, f"cannot be read ({reason})", "Read it again.") from error
    except ZIP_DAMAGE as error:
        raise InputError(name, "is damaged in the archive", "Pack the files again.") from error
    return Stored(name, path.stem, content)


def _leads_out(path: PurePosixPath) -> bool:
    """Whether a name is none of a file inside an archive."""
    return not path.name or path.is_absolute() or ".." in path.parts or ":" in path.parts[0]


def _check_member(member: zipfile.ZipInfo, path: PurePosixPath, name: str) -> None:
    mode = member.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise InputError(name, "is a link or a device, not a file", "Pack the file itself.")
    if ending_of(path.name) == ARCHIVE:
        raise InputError(name, "is an archive in an archive", "Unpack it and give it by itself.")
    if member.flag_bits & _ENCRYPTED:
        raise InputError(name, "is locked with a password", "Pack it without one.")
    if member.compress_type not in _METHODS:
        raise InputError(name, "is packed in an unusual way", "Pack the files as plain ZIP.")
