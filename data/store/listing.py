"""Listing: which files there are below a folder, on whatever file system."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from data.errors import InputError
from data.intake.formats import ARCHIVE, FORMATS, ending_of
from data.intake.left_out import LeftOut, is_expected
from data.store.located import only_os_errors, protocols, said

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


def why_missing(system: AbstractFileSystem, path: str) -> str | None:
    """Why there is nothing at a path; None where there is something."""
    try:
        with only_os_errors():
            if system.exists(path):
                return None
            system.info(path)  # says why, where the question before only says no
    except FileNotFoundError as error:
        reason = error.__cause__
        if reason is None or getattr(reason, "status", None) == HTTPStatus.NOT_FOUND:
            return "does not exist"
        return f"cannot be reached ({str(reason)[:200]})"
    except OSError as error:
        return f"cannot be reached ({said(error)})"
    return "does not exist"


def files_below(system: AbstractFileSystem, root: str) -> Iterator[str | InputError]:
    """Names of files from the root, by name, a folder's own files first; links are not followed.

    Only the names of the folders on the way are held in memory.
    """
    left_out = LeftOut(posixpath.basename(root.rstrip("/")) or root)
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            listed = _listed(system, posixpath.join(root, folder))
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
    with only_os_errors():
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
