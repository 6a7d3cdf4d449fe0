"""Wrapped text: lines of an e-mail or a transcript that were broken at a width, made whole again.

A sentence that goes on in the next line is one, whatever the line break in it: "approximately
19,000 people / were evacuated".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from data.lexicon import sentence_rules
from data.parse.text.sentence import CLOSING

_NARROWEST = 40
_WIDEST = 120
"""Characters of a line that was broken at a width: a longer one is a paragraph of its own."""

_LONG_WORD = 12
"""Characters by which a line may be longer than those that surely are broken ones."""

_FEWEST = 2
"""Lines broken beyond doubt from which on a full line of another paragraph is one, too."""

_MOST_ROOMY = 0.1
"""Share of the lines with room for the next word up to which a width may have broken a text."""

_GOES_ON = re.compile(r"\n[ ]*[a-zà-öø-ÿ]")
"""A sentence that goes on: no line of another kind begins with a small letter."""

_TAIL = 20
"""Characters at the end of a paragraph among which the sign is that ends its last sentence."""

_BLANK = re.compile(r"\n[ \t\r]*\n")
_BREAK = re.compile(r"\r?\n(?=[^\r\n])")
_FIRST_WORD = re.compile(r"[ ]*(\S{1,120})")
_NUMBERED = re.compile(r"(?:\d+|[a-z])[.)] ")
_CELLS = re.compile(r"[\t|]|\S {3,}\S")
_ENDS = (".", "!", "?", "…", ":")


def unwrapped(text: str) -> str:
    """The text with a space for each break that a width alone has put in it, of equal length.

    The breaks of any other text stay: there the next word would often have had room in the line.
    """
    if _GOES_ON.search(text) is None:
        return text
    paragraphs = [tuple(_breaks(text, *ends)) for ends in _paragraphs(text)]
    surely = [one for breaks in paragraphs if _goes_on(breaks) for one in breaks]
    width = max((one.length for one in surely), default=0)
    roomy = sum(not one.is_full(width) for one in surely)
    if roomy > len(surely) * _MOST_ROOMY:
        return text
    parts: list[str] = []
    first = 0
    for breaks in paragraphs:
        if len(surely) < _FEWEST and not _goes_on(breaks):
            continue
        for one in breaks:
            if one.length < width + _LONG_WORD and one.is_full(width):
                parts += text[first : one.start], " " * (one.stop - one.start)
                first = one.stop
    return "".join((*parts, text[first:]))


class _Break(NamedTuple):
    """The end of a line of running text that another one follows.

    Attributes:
        start: Offset of the line break.
        stop: Offset of the next line.
        length: Characters of the line.
        word: The first word of the next line.
        goes_on: The line ends within a sentence and the next one begins with a small letter.
    """

    start: int
    stop: int
    length: int
    word: str
    goes_on: bool

    def is_full(self, width: int) -> bool:
        """Whether the next line's first word had no room in the line."""
        return self.length + 1 + len(self.word) > width


def _goes_on(breaks: Iterable[_Break]) -> bool:
    return any(one.goes_on for one in breaks)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of several lines begin and end."""
    begin = 0
    for blank in _BLANK.finditer(text):
        if "\n" in text[begin : blank.start()]:
            yield begin, blank.start()
        begin = blank.end()
    yield begin, len(text)


def _breaks(text: str, begin: int, end: int) -> Iterator[_Break]:
    """The ends of a paragraph's lines as long as broken ones are, of no list and no table.

    A paragraph ends a sentence, as a list hardly ever does.
    """
    if not text[max(begin, end - _TAIL) : end].rstrip(f"{CLOSING} \r\n").endswith(_ENDS):
        return
    for found in _BREAK.finditer(text, begin, end):
        start, stop = found.span()
        if _NARROWEST <= start - begin <= _WIDEST and (word := _next_word(text, stop)):
            goes_on = word[0].islower() and not text.endswith(_ENDS, begin, start)
            if _CELLS.search(text, begin, start) is None:
                yield _Break(start, stop, start - begin, word, goes_on)
        begin = stop


def _next_word(text: str, start: int) -> str | None:
    """The word that a line begins with; None for one of a list."""
    found = _FIRST_WORD.match(text, start)
    if found is None or found[1][0] in sentence_rules().bullets:
        return None
    return None if _NUMBERED.match(text, found.start(1)) else found[1]
