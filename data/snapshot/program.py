"""The program as far as anything found out by it depends on it: its files and its libraries."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from typing import Final

_ENDINGS: Final = (".py", ".toml", ".json", ".geojson")
_INSTALLED: Final = ".dist-info"


def digest(folders: Iterable[str]) -> str:
    """Digest of the interpreter, what is installed, and every file of ours that has a say.

    Args:
        folders: Folders of packages.
    """
    found = hashlib.sha256(sys.version.encode())
    found.update(" ".join(_installed()).encode("utf-8", "surrogateescape"))
    for root in folders:
        for file in sorted(_files(root)):
            with open(file, "rb") as opened:  # noqa: PTH123  there are hundreds
                content = opened.read()
            found.update(f"{os.path.relpath(file, root)} {len(content)} ".encode())
            found.update(content)
    return found.hexdigest()


def _installed() -> list[str]:
    """Every distribution, with its version, by the folder that tells of it.

    ``importlib.metadata`` would tell, too, and takes longer to import than a text to be read.
    """
    folders = (path for path in sys.path if os.path.isdir(path))  # noqa: PTH112
    names = (name for path in folders for name in os.listdir(path))  # noqa: PTH208
    return sorted(name for name in names if name.endswith(_INSTALLED))


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path)
            elif entry.name.endswith(_ENDINGS):
                yield entry.path
