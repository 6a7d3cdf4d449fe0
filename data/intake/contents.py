"""Contents: what a file itself tells, before anybody adds to it."""

from __future__ import annotations

import dataclasses
import datetime as dt

from data.clues import Clues


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The text of a file and what the file says about it; fields as in :class:`Article`."""

    text: str
    title: str
    publisher: str | None = None
    url: str | None = None
    published: dt.date | None = None
    published_basis: str | None = None
    marks: tuple[tuple[int, int], ...] = ()
    clues: Clues | None = None
    unread: str | None = None
