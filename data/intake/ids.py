"""Ids: a short name for each article, from the name of its file."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final

_LONGEST: Final = 80
_OTHER = re.compile(r"[^a-z0-9]+")


def slug_of(stem: str, sha256: str) -> str:
    """A name made of ``a-z``, ``0-9`` and hyphens; from the content's hash when none is left."""
    plain = unicodedata.normalize("NFKD", stem[: 4 * _LONGEST]).encode("ascii", "ignore").decode()
    return _OTHER.sub("-", plain.lower())[:_LONGEST].strip("-") or sha256[:12]


def article_id_of(name: str) -> str:
    """The id of a file's article, by the file's name alone, whatever else the source holds.

    A plain name keeps it: ``kunduz-falls.txt`` is ``kunduz-falls``. One in a folder, of another
    format or with other letters gets ten characters of its hash, so that no two are the same.

    >>> article_id_of("a-1.txt"), article_id_of("2021/A 1.html")
    ('a-1', '2021-a-1-d90ab10c0c')
    """
    stem = str(PurePosixPath(name).with_suffix(""))
    digest = hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()
    slug = slug_of(stem, digest)
    return slug if f"{slug}.txt" == name else f"{slug}-{digest[:10]}"


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
