"""Left out: files of a folder or an archive that hold no article, said once for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from data.errors import InputError
from data.intake.formats import ARCHIVE, FORMATS, ending_of

_NAMED: Final = 3
_OF_SYSTEMS: Final = frozenset({"__MACOSX", "Thumbs.db", "catalog.toml", "catalog-entries.toml"})
_OF_REVIEWS: Final = ".corrections.toml"
"""How files end that the catalogue reads beside the articles."""

_OF_PAGES: Final = "_files"
"""How browsers end the name of the folder with a saved page's pictures and scripts."""


class LeftOut:
    """What was passed over so far.

    Hidden files, what systems add to folders and archives, the catalogue with its corrections and
    the folders that browsers save beside a page are expected and need no word; any other file of
    a format that is not read does.
    """

    def __init__(self, place: str) -> None:
        """Start with nothing passed over.

        Args:
            place: The folder or archive, for the message.
        """
        self._place = place
        self._names: list[str] = []
        self._count = 0

    def is_no_article(self, path: PurePath) -> bool:
        """Whether to pass over a file, noting it if a person might miss it."""
        if is_expected(path):
            return True
        ending = ending_of(path.name)
        if ending in FORMATS or ending == ARCHIVE:
            return False
        self._count += 1
        if len(self._names) < _NAMED:
            self._names.append(path.name)
        return True

    def error(self) -> Iterator[InputError]:
        """One error for all that was passed over and might be missed; none for nothing."""
        if self._count:
            names = ", ".join(self._names) + (", ..." if self._count > _NAMED else "")
            known = ", ".join(ending for ending in FORMATS if ending)
            files = (
                "1 file of another format was"
                if self._count == 1
                else (f"{self._count:,} files of other formats were")
            )
            yield InputError(
                self._place,
                f"{files} not read: {names}",
                f"Articles are files that end in {known}.",
            )


def is_expected(path: PurePath) -> bool:
    """Whether a file or folder is known to hold no article, by its names."""
    return any(
        (part.startswith(".") and part != "..")
        or part in _OF_SYSTEMS
        or part.endswith((_OF_PAGES, _OF_REVIEWS))
        for part in path.parts
    )
