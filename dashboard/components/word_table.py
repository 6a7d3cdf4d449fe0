"""Words in rows as they go to the browser, with how wide the columns must be to show them."""

from __future__ import annotations

import array
import dataclasses
import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
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


def words_in_rows(
    columns: Sequence[str],
    rows: Sequence[Mapping[str, str]],
    numbers: Mapping[str, Sequence[float | None]] = MappingProxyType({}),
) -> WordTable:
    """A table as it goes to the browser: words that stand in many rows are in it once.

    Without pandas, which would be a third of a second of the first page after a start.

    Args:
        columns: Names of all columns in their order.
        rows: The words by column.
        numbers: What columns hold that are sorted as numbers, row by row.
    """
    words = {name: [row[name] for row in rows] for name in columns if name not in numbers}
    sent = {name: _sent_once(each) for name, each in words.items()}
    sent |= {name: _as_numbers(each) for name, each in numbers.items()}
    told = words | {name: _written(each) for name, each in numbers.items()}
    made = pa.Table.from_arrays([sent[name] for name in columns], names=list(columns))
    return WordTable(made, {name: _width(set(told[name])) for name in columns})


def _written(numbers: Iterable[float | None]) -> list[str]:
    """Numbers as the browser writes them."""
    return ["" if number is None else f"{number:,.10g}" for number in numbers]


def _as_numbers(column: Sequence[float | None]) -> pa.Array:
    """A column of numbers, some of them missing; made of its bytes, as below."""
    known = bytearray(math.ceil(len(column) / 8))
    for place, number in enumerate(column):
        known[place // 8] |= (number is not None) << place % 8
    values = array.array("d", (number or 0.0 for number in column))
    buffers = [pa.py_buffer(bytes(known)), pa.py_buffer(values)]
    return pa.Array.from_buffers(pa.float64(), len(column), buffers)


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
