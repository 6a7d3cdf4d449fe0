"""Text for Plotly, which reads a little HTML: escaped, wrapped, and nothing else."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable
from typing import Final

from dashboard.kept import remembered
from dashboard.words.plain_text import flat

HOVER_WIDTH: Final = 52
"""Characters of a line in a hover label; longer lines leave the picture on a phone, where plotly.js
cuts off their first letters."""


@remembered
def escape_markup(text: str) -> str:
    """Text that Plotly shows exactly as it is.

    Plotly decodes entities and reads tags such as ``<b>``, ``<a href>`` and ``<br>`` in every
    text; article text must not be able to write any. ``%{x}`` in a hover template would be
    filled in too, so article text belongs in ``hovertext``, never in a template. Control
    characters and those that turn the writing direction are dropped.
    """
    return escaped(flat(text))


def escaped(line: str) -> str:
    """A line without what Plotly reads as markup, its white space as it is.

    Quotes stay: a text is no attribute, and plotly.js knows ``&amp;``, ``&lt;`` and ``&gt;`` but
    shows ``&quot;`` letter by letter.
    """
    return html.escape(line, quote=False)


@remembered
def wrap(text: str, width: int = HOVER_WIDTH) -> str:
    """Escaped text broken into lines of at most ``width`` characters, joined by ``<br>``.

    Words longer than a line are cut. Lines are cut before escaping, so that no entity is.
    """
    whole = flat(text)
    if len(whole) <= width:
        return escaped(whole)
    lines = textwrap.wrap(whole, width, break_on_hyphens=False)
    return "<br>".join(map(escaped, lines))


def shorten(text: str, length: int) -> str:
    """Plain text cut at a word to at most ``length`` characters; not escaped."""
    whole = flat(text)
    if len(whole) <= length:
        return whole
    head = whole[: length - 1].rpartition(" ")[0] or whole[: length - 1]
    return head.rstrip(" ,;:·") + "…"


def listed(names: Iterable[str], *, most: int = 3) -> str:
    """Names in a row, plain text: ``A, B, C and 5 more``."""
    known = list(dict.fromkeys(names))
    if len(known) > most + 1:
        return f"{', '.join(known[:most])} and {len(known) - most} more"
    return ", ".join(known)


def lines_in(markup: str) -> int:
    """How many lines a wrapped text has; none for an empty one."""
    return markup.count("<br>") + 1 if markup else 0
