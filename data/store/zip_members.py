"""ZIP members: the files of an archive of our own, however many, in batches."""

from __future__ import annotations

import functools
import zipfile
from collections.abc import Iterable, Iterator

from data.errors import InputError
from data.intake.left_out import LeftOut
from data.intake.stored import Stored
from data.intake.zip_archive import path_of, read_member
from data.store.batch import Batch, cut
from data.store.located import Located
from data.store.reaching import said
from data.zip_file import ZIP_DAMAGE, not_whole


def zip_batches(place: Located, part_size: int) -> Iterator[Batch | InputError]:
    """Batches of an archive's files by name, and what is wrong with names.

    The archive is one that whoever builds has chosen, so that its size is not bounded as that of
    an upload; each of its files is.

    Raises:
        InputError: If it is no archive.
    """
    names = sorted(
        member.filename for member in _opened(place).infolist() if not member.filename.endswith("/")
    )
    name = place.name
    left_out = LeftOut(name)
    kept: list[str] = []
    for before, member in zip([None, *names], names, strict=False):
        if member == before:
            yield InputError(f"{name}: {member}", "stands in the archive twice", "Remove one.")
        elif not left_out.is_no_article(path_of(member)):
            kept.append(member)
    for members in cut(kept, str, part_size):
        yield Batch("zip", name, tuple(members), start=members[0])
    yield from left_out.error()


def zip_members(place: Located, members: Iterable[str]) -> Iterator[Stored | InputError]:
    """Files of an archive, or what is wrong with each."""
    try:
        archive = _opened(place)
    except InputError as error:
        yield from (error for _ in members)
        return
    for member in members:
        found: Stored | InputError
        try:
            found = read_member(archive, archive.getinfo(member), place.name)
        except KeyError:
            found = InputError(
                f"{place.name}: {member}", "is gone from the archive", "Build again."
            )
        except InputError as error:
            found = error
        yield found


def _opened(place: Located) -> zipfile.ZipFile:
    """The archive, opened once for all batches that follow each other."""
    try:
        return _open(place, place.state())
    except OSError as error:
        raise InputError(place.name, f"cannot be read ({said(error)})", "Build again.") from error
    except ZIP_DAMAGE as error:
        raise not_whole(place.name) from error


@functools.lru_cache(maxsize=1)
def _open(place: Located, state: str) -> zipfile.ZipFile:  # noqa: ARG001  a changed file is another
    return zipfile.ZipFile(place.open())
