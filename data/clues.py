"""Clues: what a source shows beside its text that hints at who published it, and when.

They are guesses, for a person to confirm: nothing here is taken for known.
"""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What a source hints at.

    Attributes:
        publisher: Who seems to have published it; None where nothing says so.
        publisher_words: Where that was read, in words for people.
        date_lines: Lines near the headline that give a date, in the order of the page.
        month_first: How the source writes a date in figures, as its other dates or its language
            tell: 07/06 is 6 July if true, 7 June if false; None where nothing tells.
    """

    publisher: str | None = None
    publisher_words: str = ""
    date_lines: tuple[str, ...] = ()
    month_first: bool | None = None
