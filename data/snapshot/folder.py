"""The folder of snapshots, and how a file in it is written and read: whole, and our own, or not."""

from __future__ import annotations

import functools
import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

Problem = Literal["damaged", "foreign", "unwritable"]
Told = Callable[[Problem], None]
"""Who is told why what was kept cannot be used, or nothing can be kept."""

VARIABLE: Final = "WITHDRAWAL_CACHE"
"""Environment variable that names the folder, or says that nothing is kept."""

OFF: Final = "off"
MOST: Final = 12
"""Snapshots in the folder: of several catalogues, and of a version that is gone back to."""

_FORMAT: Final = b"withdrawal snapshot 2"
_SUFFIX: Final = ".snapshot"
_OTHERS_WRITE: Final = 0o022
_OF_SYSTEM: Final = {"darwin": ("Library", "Caches")}


def folder() -> Path | None:
    """Where snapshots are kept: the user's folder for such, unless set; None for nowhere."""
    named = os.environ.get(VARIABLE, "").strip()
    if named:
        return None if named.casefold() == OFF else Path(named)
    of_user = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if not of_user:
        home = os.path.expanduser("~")  # noqa: PTH111  Path.home() raises where there is none
        if not os.path.isabs(home):  # noqa: PTH117
            return None
        of_user = os.path.join(home, *_OF_SYSTEM.get(sys.platform, (".cache",)))  # noqa: PTH118
    return Path(of_user) / "withdrawal-dashboard"


def file_of(what: str, program: str) -> Path | None:
    """The file of a snapshot that a version of the program makes; None where none is kept.

    Args:
        what: What it is of.
        program: Digest of the version (:func:`data.snapshot.program.digest`).
    """
    where = folder()
    if where is None:
        return None
    named = hashlib.sha256(f"{program} {what}".encode("utf-8", "surrogateescape"))
    return where / f"{named.hexdigest()[:32]}{_SUFFIX}"


def read(path: Path, tell: Told) -> bytes | None:
    """What :func:`write` was given; None for a file that is not so, which is told."""
    try:
        if _is_foreign(path.parent) or _is_foreign(path):
            tell("foreign")
            return None
        return unpacked(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError):
        tell("damaged")
        return None


def write(path: Path, content: bytes, tell: Told) -> None:
    """Keep something, if that can be done; else it is told why not."""
    from data.store.durable import write_durably  # few starts keep anything

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists() and not os.access(path.parent, os.W_OK):
            return  # prepared when an image was built, and read-only since
        if _is_foreign(path.parent):
            tell("foreign")
            return
        write_durably(path, packed(content))
        _remove_oldest(path.parent)
    except OSError:
        _tell_unwritable(path.parent, tell)


@functools.cache
def _tell_unwritable(_folder: Path, tell: Told) -> None:
    tell("unwritable")


def packed(content: bytes) -> bytes:
    """Content with a hash, by which a file that is damaged is told from a whole one."""
    return b"\n".join([_FORMAT, hashlib.sha256(content).hexdigest().encode(), content])


def unpacked(whole: bytes) -> bytes:
    """What :func:`packed` packed.

    Raises:
        ValueError: If a byte of it is missing or another.
    """
    form, digest, content = whole.split(b"\n", 2)
    if form != _FORMAT or digest != hashlib.sha256(content).hexdigest().encode():
        raise ValueError("not as it was written")
    return content


def _is_foreign(path: Path) -> bool:
    """Whether somebody else could have written it."""
    state = path.stat()
    if not hasattr(os, "getuid"):
        return False
    return state.st_uid != os.getuid() or bool(state.st_mode & _OTHERS_WRITE)


def _remove_oldest(where: Path) -> None:
    """Remove what was kept longest ago, and what a killed process left unfinished."""
    from data.store.durable import TEMPORARY

    found = (*where.glob(f"*{_SUFFIX}"), *where.glob(f"{TEMPORARY}*"))
    files = sorted(found, key=lambda file: file.stat().st_mtime)
    for file in files[:-MOST]:
        file.unlink(missing_ok=True)
