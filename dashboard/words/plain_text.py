"""Text from articles, shown as it is where Streamlit would read Markdown."""

from __future__ import annotations

import re
from typing import Final

WORD_JOINER: Final = "\u2060"
"""Invisible and without width. It parts characters that Streamlit replaces after parsing."""

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_WHITE = re.compile(r"\s+")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
)

# Streamlit replaces these in text that Markdown has already been parsed into, where a
# backslash is gone: emoji and icon shortcodes (":material/x:"), bare links
# ("https://", "www."), mail addresses, and arrows (" -> ", " >= ", " -- ").
_AFTER_PARSING = re.compile(r":(?=\S)|@|(?i:www)(?=\.)|[<>~-](?=[<>=-])")


def flat(text: str) -> str:
    """A text on one line, without control characters and those that turn the direction.

    One of these in an article would let a cell, a label or a terminal be read backwards.
    """
    return _WHITE.sub(" ", steady(text)).strip()


def steady(text: str) -> str:
    """Text with its white space, without what :func:`flat` leaves out besides."""
    return _INVISIBLE.sub("", text)


def escape(text: str) -> str:
    r"""Text for a Markdown body or label that shows exactly its characters.

    Every ASCII punctuation mark gets a backslash. What Streamlit replaces only after
    parsing is parted by :data:`WORD_JOINER`. Runs of white space become one space, because a
    line break or an indent would start a block; what :func:`flat` leaves out is left out.

    >>> escape("*bold* $5")
    '\\*bold\\* \\$5'
    """
    parted = _AFTER_PARSING.sub(lambda match: match[0] + WORD_JOINER, flat(text))
    return _PUNCTUATION.sub(r"\\\1", parted)


def excerpt(text: str, length: int) -> str:
    """The start of a text on one line, cut at a word, with an ellipsis where it was cut."""
    line = flat(text)
    if len(line) <= length:
        return line
    head, _, _ = line[: length - 1].rpartition(" ")
    return (head or line[: length - 1]).rstrip(",;:") + "…"


def excerpt_around(text: str, start: int, end: int, length: int) -> str:
    """A text on one line in which some words stay, with an ellipsis wherever it was cut.

    It begins with the text if there is room for it, and else at a word shortly before what stays.

    Args:
        text: The text.
        start: Offset of the first character that stays.
        end: Offset one past the last.
        length: Most characters, if what stays is not longer.
    """
    line = flat(text)
    first = _length(text[:start])
    last = _length(text[:end])
    if len(line) <= length:
        return line
    begin = 0
    if last >= length:
        room = max(0, length - (last - first)) // 2
        _, _, before = line[max(0, first - room) : first].partition(" ")
        begin = first - len(before)
    finish = line.rfind(" ", last, begin + length - 1)
    if len(line) < begin + length:
        finish = len(line)
    shown = line[begin : max(finish, last)]
    dots = "…" if max(finish, last) < len(line) else ""
    return ("…" if begin else "") + (shown.rstrip(",;: ") if dots else shown) + dots


def _length(before: str) -> int:
    """Characters of the start of a text on one line, with the space it ends with."""
    return len(_WHITE.sub(" ", steady(before)).lstrip())
