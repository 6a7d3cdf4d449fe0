"""Ids: a short name for each article, from the name of its file."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LONGEST: Final = 80
_OTHER = re.compile(r"[^a-z0-9]+")


def slug_of(stem: str, sha256: str) -> str:
    """A name made of ``a-z``, ``0-9`` and hyphens; from the content's hash when none is left."""
    plain = unicodedata.normalize("NFKD", stem[: 4 * _LONGEST]).encode("ascii", "ignore").decode()
    return _OTHER.sub("-", plain.lower())[:_LONGEST].strip("-") or sha256[:12]


class Ids:
    """Ids given so far; an id asked for again gets a number: ``index``, ``index-2``."""

    def __init__(self) -> None:
        """Start with none."""
        self._given: set[str] = set()
        self._last: dict[str, int] = {}

    def new(self, wanted: str) -> str:
        """The id, or the id with the lowest number that is free."""
        number, free = self._last.get(wanted, 1), wanted
        while free in self._given:
            number += 1
            free = f"{wanted}-{number}"
        self._last[wanted] = number
        self._given.add(free)
        return free
