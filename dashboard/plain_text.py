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
