"""Text from articles, shown as it is where Streamlit would read Markdown."""

from __future__ import annotations

import re
from typing import Final

WORD_JOINER: Final = "\u2060"
"""Invisible and without width. It parts characters that Streamlit replaces after parsing."""

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_WHITE = re.compile(r"\s+")

# Streamlit replaces these in text that Markdown has already been parsed into, where a
# backslash is gone: emoji and icon shortcodes (":material/x:"), bare links
# ("https://", "www."), mail addresses, and arrows (" -> ", " >= ", " -- ").
_AFTER_PARSING = re.compile(r":(?=\S)|@|(?i:www)(?=\.)|[<>~-](?=[<>=-])")


def escape(text: str) -> str:
    r"""Text for a Markdown body or label that shows exactly its characters.

    Every ASCII punctuation mark gets a backslash. What Streamlit replaces only after
    parsing is parted by :data:`WORD_JOINER`. Runs of white space become one space, because a
    line break or an indent would start a block.

    >>> escape("*bold* $5")
    '\\*bold\\* \\$5'
    """
    flat = _WHITE.sub(" ", text).strip()
    parted = _AFTER_PARSING.sub(lambda match: match[0] + WORD_JOINER, flat)
    return _PUNCTUATION.sub(r"\\\1", parted)


def excerpt(text: str, length: int) -> str:
    """The start of a text on one line, cut at a word, with an ellipsis where it was cut."""
    flat = _WHITE.sub(" ", text).strip()
    if len(flat) <= length:
        return flat
    head, _, _ = flat[: length - 1].rpartition(" ")
    return (head or flat[: length - 1]).rstrip(",;:") + "…"


def excerpt_around(text: str, start: int, end: int, length: int) -> str:
    """A text on one line in which some words stay, with an ellipsis wherever it was cut.

    It begins with the text if there is room for it, and else at a word shortly before what stays.

    Args:
        text: The text.
        start: Offset of the first character that stays.
        end: Offset one past the last.
        length: Most characters, if what stays is not longer.
    """
    flat = _WHITE.sub(" ", text).strip()
    first = len(_WHITE.sub(" ", text[:start]).lstrip())
    last = len(_WHITE.sub(" ", text[:end]).lstrip())
    if len(flat) <= length:
        return flat
    begin = 0
    if last >= length:
        room = max(0, length - (last - first)) // 2
        _, _, before = flat[max(0, first - room) : first].partition(" ")
        begin = first - len(before)
    finish = flat.rfind(" ", last, begin + length - 1)
    if len(flat) < begin + length:
        finish = len(flat)
    shown = flat[begin : max(finish, last)]
    dots = "…" if max(finish, last) < len(flat) else ""
    return ("…" if begin else "") + (shown.rstrip(",;: ") if dots else shown) + dots
