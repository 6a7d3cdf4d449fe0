"""The program as far as anything found out by it depends on it: its files and its libraries."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Final

_ENDINGS: Final = (".py", ".toml", ".geojson")


def digest(folders: Iterable[str], libraries: Iterable[str]) -> str:
    """Digest of the interpreter, of libraries, and of every file of ours that has a say.

    Args:
        folders: Folders of packages.
        libraries: Names of distributions that are installed.
    """
    found = hashlib.sha256(sys.version.encode())
    for library in libraries:
        found.update(f"{library} {version(library)} ".encode())
    for root in folders:
        for file in sorted(_files(root)):
            with open(file, "rb") as opened:  # noqa: PTH123  there are hundreds
                content = opened.read()
            found.update(f"{os.path.relpath(file, root)} {len(content)} ".encode())
            found.update(content)
    return found.hexdigest()


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path)
            elif entry.name.endswith(_ENDINGS):
                yield entry.path
