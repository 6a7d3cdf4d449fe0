"""The program as far as anything found out by it depends on it: its files and its libraries."""

from __future__ import annotations

import functools
import hashlib
import os
import sys
from collections.abc import Iterator
from importlib.metadata import version
from typing import Final

import dashboard
import data
import geo

LIBRARIES: Final = ("pydantic", "python-dateutil", "plotly", "streamlit")
"""Those that have a say in what is read, checked or drawn."""

_ENDINGS: Final = (".py", ".toml", ".geojson")


@functools.cache
def program() -> str:
    """Digest of the interpreter, the libraries, and every file of the program that has a say."""
    found = hashlib.sha256(sys.version.encode())
    for library in LIBRARIES:
        found.update(f"{library} {version(library)} ".encode())
    for package in (data, dashboard, geo):
        root = package.__path__[0]
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
