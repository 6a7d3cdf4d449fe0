"""How wide words are in the widest font that a picture may be drawn in, and lines that fit."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Final

from dashboard.charts.parts.markup import escaped
from dashboard.kept import remembered
from dashboard.words.plain_text import flat
from data.entry import Entry
from data.toml_file import read_toml

LETTERS: Final = Path(__file__).with_name("letter_widths.toml")

_EM: Final = 1000
"""The font's size in the units of letter_widths.toml; no letter is taken to be wider."""


class _Letters(Entry):
    """Schema of letter_widths.toml: letters by their width in thousandths of the font's size."""

    regular: dict[str, str]
    bold: dict[str, str]


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Pixels that a plain text of one line takes at most.

    Args:
        text: The text.
        size: Of the font, in pixels.
        bold: Whether it is bold.

    Raises:
        InputError: If letter_widths.toml is missing or broken.
    """
    widths = _widths(bold)
    return sum(widths.get(letter, _EM) for letter in text) * size / _EM


@remembered
def fitted(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """Escaped text in lines that fit into a room whatever font they are drawn in.

    Words longer than a line are cut. Lines are cut before escaping, so that no entity is.

    Args:
        text: Plain text.
        size: Of the font, in pixels.
        room: Pixels for a line.
        bold: Whether it is bold.

    Returns:
        Markup, lines joined by ``<br>``.

    Raises:
        InputError: If letter_widths.toml is missing or broken.
    """
    lines: list[str] = []
    line = ""
    for word in flat(text).split(" "):
        longer = f"{line} {word}" if line else word
        if text_width(longer, size, bold=bold) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, size, room, bold=bold)
        lines += full
    return "<br>".join(map(escaped, (*lines, line)))


def _pieces(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    """A word, cut wherever it would be wider than a line; a letter is never left out."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


@functools.cache
def _widths(bold: bool) -> dict[str, int]:
    letters = read_toml(LETTERS, _Letters)
    by_width = letters.bold if bold else letters.regular
    return {letter: int(width) for width, own in by_width.items() for letter in own}
