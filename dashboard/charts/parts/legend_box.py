"""The box of a legend: where it stands, its title, and how much room its entries take."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.parts.layout import EDGE
from dashboard.charts.parts.markup import escape_markup
from dashboard.charts.parts.text_width import text_width

if TYPE_CHECKING:
    from dashboard.charts.parts.layout import Words
    from dashboard.palette import Palette

# Of letters, of rows and of symbols with what is around them, in pixels.
_SIZE, _ROW, _SYMBOL = 12, 19, 45

KEY_TITLE: Final = 18
"""Pixels that the title of a legend takes above its entries."""

_INSET: Final = 8
"""Pixels by which a legend's title would stand left of all other words."""


def legend(
    words: Words,
    colours: Palette,
    height: int,
    *,
    down: int = 4,
    entry: int,
    size: int = _SIZE,
) -> dict[str, Any]:
    """A legend under the subtitle that breaks into as many rows as the width asks for.

    Args:
        words: What stands above it.
        colours: The palette.
        height: Of the whole picture, in pixels.
        down: Pixels between the subtitle and the legend.
        entry: Pixels for the text of each entry: see :func:`entry_width`.
        size: Of the text, in pixels.
    """
    return {
        "orientation": "h",
        "xref": "container",
        "yref": "container",
        "x": 0,
        "y": 1 - (words.head_height + down) / height,
        "xanchor": "left",
        "yanchor": "top",
        "font": {"size": size, "color": colours.text},
        "bgcolor": "rgba(0,0,0,0)",
        "itemclick": False,
        "itemdoubleclick": False,
        "itemsizing": "constant",
        "tracegroupgap": 0,
        "entrywidth": entry,
        "entrywidthmode": "pixels",
    }


def entry_width(names: Sequence[str]) -> int:
    """Pixels for the text of a legend's entry: the longest name in the widest font."""
    return math.ceil(max((text_width(name, _SIZE) for name in names), default=0))


def legend_width(names: Sequence[str]) -> int:
    """Pixels for a legend with one entry under the other."""
    return _SYMBOL + 5 + entry_width(names)


def legend_height(names: Sequence[str], width: int) -> int:
    """Pixels for a legend of entries as wide as the longest."""
    if not names:
        return 0
    columns = max(1, (width - 2 * EDGE) // (_SYMBOL + entry_width(names)))
    return 8 + _ROW * -(-len(names) // columns)


def key_title(words: str, colours: Palette, width: int) -> dict[str, Any]:
    """What colours or sizes mean, above a legend's entries; part of its layout.

    Args:
        words: What they mean.
        colours: The palette.
        width: Of the chart, in pixels.
    """
    font = {"size": 11, "color": colours.quiet_text}
    title = {"text": escape_markup(words), "side": "top", "font": font}
    return {"title": title, "x": _INSET / width, "indentation": -_INSET}
