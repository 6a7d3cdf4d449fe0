"""Listing: which files there are below a folder, on whatever file system."""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from data.errors import InputError
from data.intake.formats import ARCHIVE, FORMATS, ending_of
from data.intake.left_out import LeftOut, is_expected
from data.store.reaching import Place, only_os_errors, protocols, said

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

TABLE: Final = ".parquet"

_FILES: Final = frozenset({ARCHIVE, TABLE, *FORMATS} - {""})
"""Endings of files."""


def is_folder(system: AbstractFileSystem, path: str) -> bool:
    """Whether a path is a folder; on the web, where any page may list others, by its name too.

    Raises:
        OSError: If it cannot be reached.
    """
    if _is_web(system) and ending_of(path.rstrip("/")) in _FILES:
        return False
    with only_os_errors():
        return bool(system.isdir(path))


def files_below(place: Place) -> Iterator[str | InputError]:
    """Names of files from a folder, by name, its own files first; links are not followed.

    Only the names of the folders on the way are held in memory.

    Raises:
        SourceGone: If the folder can no longer be reached.
    """
    system, root = place
    left_out = LeftOut(posixpath.basename(root.rstrip("/")) or root)
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            listed = place.ask(functools.partial(_listed, system, posixpath.join(root, folder)))
        except OSError as error:
            yield InputError(
                folder or root, f"cannot be read ({said(error)})", "Allow reading the folder."
            )
            continue
        below = []
        for entry in listed:
            name = posixpath.join(folder, posixpath.basename(entry["name"].rstrip("/")))
            if entry.get("islink") and system.isdir(entry["name"]):
                continue
            if entry["type"] == "directory":
                if not is_expected(PurePosixPath(name)):
                    below.append(name)
            elif _is_read(name, left_out):
                yield name
        folders += reversed(below)
    yield from left_out.error()


def _listed(system: AbstractFileSystem, folder: str) -> list[dict[str, Any]]:
    """What a folder holds, by name; of a page that lists files not its links that sort it."""
    entries = sorted(system.ls(folder, detail=True), key=lambda entry: str(entry["name"]))
    if _is_web(system):
        return [entry for entry in entries if not urlsplit(entry["name"]).query]
    return entries


def _is_web(system: AbstractFileSystem) -> bool:
    return "http" in protocols(system)


def _is_read(name: str, left_out: LeftOut) -> bool:
    if ending_of(name) == TABLE and not is_expected(PurePosixPath(name)):
        return True
    return not left_out.is_no_article(PurePosixPath(name))
