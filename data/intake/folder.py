"""Folder: the files below a folder that hold articles, in a stable order."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from data.errors import InputError
from data.intake.left_out import LeftOut, is_expected


def files_in_folder(folder: Path) -> Iterator[Path | InputError]:
    """The articles' files and archives below a folder, by name, a folder's own files first.

    Links to folders are not followed: they may lead round in a circle.

    Yields:
        Files, and an error for each folder that cannot be opened; at last one for all files
        that are of no format.
    """
    unreadable: list[OSError] = []
    left_out = LeftOut(str(folder))
    for place, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not is_expected(Path(name)))
        for name in sorted(files):
            path = Path(place, name)
            if not left_out.is_no_article(Path(name)) and (path.is_file() or path.is_symlink()):
                yield path
        while unreadable:
            error = unreadable.pop()
            yield InputError(
                error.filename, f"cannot be read ({error.strerror})", "Allow reading the folder."
            )
    yield from left_out.error()
