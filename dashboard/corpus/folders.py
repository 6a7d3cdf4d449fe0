"""Folders of this machine, which messages to the public leave out; the log has them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import dashboard
from data.catalog import catalog_path

_PROJECT: Final = Path(dashboard.__path__[0]).parent
_FOLDERS: Final = re.compile(r"(?<![\w/:.<])(?:[A-Za-z]:)?[/\\](?:[^\s/\\:'\"<>]+[/\\])+")


def without_folders(text: str) -> str:
    """A message without the folders of this machine: files of the project from its root.

    >>> without_folders("/srv/app/articles/one.txt: line 3")
    'one.txt: line 3'
    """
    for folder in (_PROJECT, catalog_path().parent):
        text = text.replace(f"{folder}/", "")
    return _FOLDERS.sub("", text)
