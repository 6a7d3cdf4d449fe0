"""Headings: the line above a list that each of its lines goes on with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from data.parse.lazy import remembered
from data.parse.reading import Reading
from data.parse.readings import Readings

_BEFORE_ITEM = re.compile(r"\s*(?:[-–—*•·‣▪]|\(?\d{1,2}[.)])\s+")
"""What stands before the words of a list line: a bullet, or its number."""

_LONGEST_ITEM = 90
"""Most characters of a line of a list."""

_MOST_ITEMS = 60
"""Most lines of a list."""

_LINE_ENDS = "\r\n\u2028\u2029"
_QUOTES = "\"'”’»)]"
_CLOSING = (".", "!", "?", "…")

Line = Literal["marked", "plain", "inner"]


def heading_of(reading: Reading) -> Reading | None:
    """The line above the list that a sentence is a line of; None where it is none.

    A line of a list has a bullet or a number in front, or is a few words without a full stop in a
    row of such lines.
    """
    if not _is_short(reading):
        return None
    line = _line(reading)
    if line == "inner" or (line == "plain" and _is_closed(reading)):
        return None
    place = _headings(reading.whole)[reading.at]
    return reading.whole[place] if place is not None else None


@remembered
def _headings(readings: Readings) -> Sequence[int | None]:
    """For each sentence the index of the heading that it stands under as a line of a list."""
    found: list[int | None] = []
    heading: int | None = None
    items = 0
    for at, reading in enumerate(readings):
        if _is_enumerator(reading):
            found.append(None)
            continue
        line = _line(reading)
        closed = _is_closed(reading)
        bare = line == "plain" and not closed and _is_short(reading)
        goes_on = heading is not None and items < _MOST_ITEMS
        if bare and heading is not None and not items and is_figure(readings[heading]):
            goes_on = False  # "Injured: 4" below "Dead: 12"
        if goes_on and (line == "marked" or (bare and reading.may_count)):
            items += 1
            found.append(heading)
            continue
        found.append(None)
        if line == "inner" and items:
            continue  # a second sentence of an item
        opens = not closed and _ends_line(reading)
        heading, items = (at, 0) if opens else (None, 0)
    return found


def _line(reading: Reading) -> Line:
    """How a sentence stands in its line: behind a mark, at its beginning, or further on."""
    start = reading.sentence.start
    before = reading.text[max(0, start - _LONGEST_MARK) : start]
    for sign in _LINE_ENDS:
        before = before.rpartition(sign)[2]
    if not before.strip(" \t#\ufeff\xa0"):
        return "plain"
    return "marked" if _BEFORE_ITEM.fullmatch(before) else "inner"


_LONGEST_MARK = 12


def _is_enumerator(reading: Reading) -> bool:
    """Whether a sentence is no more than the number of a line: "1."."""
    start, end = reading.sentence.start, reading.sentence.end
    return end - start <= _LONGEST_ENUMERATOR and reading.text[start : end - 1].isdecimal()


_LONGEST_ENUMERATOR = 3


def is_figure(reading: Reading) -> bool:
    """Whether a line is a label with its number: "Dead: 12"."""
    lower = reading.lower
    if ":" not in lower:
        return False
    return any(
        quantity.outer_first > 0
        and lower[quantity.outer_first - 1] == ":"
        and not any(token.is_word for token in reading.tokens[quantity.outer_stop :])
        for quantity in reading.quantities[-1:]
    )


def _is_short(reading: Reading) -> bool:
    return reading.sentence.end - reading.sentence.start <= _LONGEST_ITEM


def _is_closed(reading: Reading) -> bool:
    end = reading.sentence.end
    return reading.text[max(0, end - _LONGEST_MARK) : end].rstrip(_QUOTES).endswith(_CLOSING)


def _ends_line(reading: Reading) -> bool:
    end = reading.sentence.end
    behind = reading.text[end : end + _LONGEST_MARK].lstrip(" \t")
    return behind[:1] in {"", *_LINE_ENDS}
