"""Words in rows as they go to the browser, with how wide the columns must be to show them."""

from __future__ import annotations

import array
import dataclasses
import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import pyarrow as pa

from dashboard.charts.text_width import text_width

_SHORT: Final = 2**15
"""Rows from which two bytes no longer count them."""

_LETTER: Final = 11
"""Pixels of letters that are as wide in the widest font as those of the table, which has the page's
own of 12.25."""

_PADDING: Final = 18
"""Pixels that a cell keeps free at both sides, and its border."""

_NARROWEST: Final = 75
"""Pixels of a column whose title is read beside the sign of its help."""


@dataclasses.dataclass(frozen=True, slots=True)
class WordTable:
    """Rows of words.

    Attributes:
        rows: As they are sent.
        widths: Pixels of each column in which nothing is cut.
    """

    rows: pa.Table
    widths: Mapping[str, int]


def words_in_rows(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> WordTable:
    """A table as it goes to the browser: words that stand in many rows are in it once.

    Without pandas, which would be a third of a second of the first page after a start.
    """
    words = {name: [row[name] for row in rows] for name in columns}
    made = pa.Table.from_arrays([_sent_once(each) for each in words.values()], names=list(columns))
    return WordTable(made, {name: _width(set(each)) for name, each in words.items()})


def _width(words: Iterable[str]) -> int:
    """Pixels of a column for its longest words."""
    widest = max((text_width(each, _LETTER) for each in words), default=0)
    return max(_NARROWEST, math.ceil(widest) + _PADDING)


def _sent_once(column: Sequence[str]) -> pa.DictionaryArray:
    """A column as places in the list of the words that stand in it.

    Made of its bytes: anything that takes a list looks for a pandas object, and imports pandas.
    """
    places = {word: place for place, word in enumerate(dict.fromkeys(column))}
    words = [word.encode() for word in places]
    ends = array.array("i", itertools.accumulate(map(len, words), initial=0))
    buffers = [None, pa.py_buffer(ends), pa.py_buffer(b"".join(words))]
    short = len(words) < _SHORT
    which = array.array("h" if short else "i", (places[word] for word in column))
    return pa.DictionaryArray.from_arrays(
        pa.Array.from_buffers(
            pa.int16() if short else pa.int32(), len(column), [None, pa.py_buffer(which)]
        ),
        pa.Array.from_buffers(pa.string(), len(words), buffers),
    )
