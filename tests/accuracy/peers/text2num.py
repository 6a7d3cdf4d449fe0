"""text2num: numbers in words."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from typing import Any

from text_to_num import find_numbers

from tests.accuracy.peers import Record, dateparser
from tests.accuracy.peers.rows import number_row, without

_TOKEN = re.compile(r"[\d.,]*\d|[^\W\d_]+|[^\w\s]")


@dataclasses.dataclass(frozen=True, slots=True)
class Word:
    """A token in the form that the tool asks for."""

    written: str
    start: int

    def text(self) -> str:
        """The word as written."""
        return self.written

    def nt_separated(self, previous: Word) -> bool:  # noqa: ARG002
        """Nothing but the words themselves parts two numbers."""
        return False

    def not_a_number_part(self) -> bool:
        """Whether something else tells that it is none."""
        return False


def search(text: str, published: dt.date) -> tuple[list[Word], list[Any]]:  # noqa: ARG001
    """Words, and numbers with the words they consist of."""
    words = [Word(token[0], token.start()) for token in _TOKEN.finditer(text)]
    return words, find_numbers(words, "en", 0)


def record(found: tuple[list[Word], list[Any]], text: str, published: dt.date) -> Record:
    """Cardinal numbers outside dates."""
    words, numbers = found
    rows = []
    for number in numbers:
        first, last = words[number.start], words[number.end - 1]
        piece = text[first.start : last.start + len(last.written)]
        if not number.is_ordinal and piece.lower() != "one":
            rows.append(number_row(first.start, piece, number.value))
    return {"numbers": without(rows, dateparser.dates(text, published))}
