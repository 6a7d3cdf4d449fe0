"""Words in rows as they go to the browser, with how wide the columns must be to show them."""

from __future__ import annotations

import array
import dataclasses
import datetime as dt
import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import streamlit as st

from dashboard.charts.parts.text_width import text_width
from dashboard.words.facts import day

if TYPE_CHECKING:
    from data.fact import Fact

_SHORT: Final = 2**15
"""Rows from which two bytes no longer count them."""

_LETTER: Final = 11
"""Pixels of letters that are as wide in the widest font as those of the table, which has the page's
own of 12.25."""

_PADDING: Final = 18
"""Pixels that a cell keeps free at both sides, and its border."""

_NARROWEST: Final = 75
"""Pixels of a column whose title is read beside the sign of its help."""

SORT_BY: Final = "To sort by: the amount, or the lower end of a range."
"""Help of a column of numbers beside the words that bound them."""

RANGE_END: Final = (
    "The upper end of a range, whose lower end is the number. Empty: no range is told."
)
"""Help of the column beside it."""

_FIRST_DAY: Final = dt.date(1970, 1, 1)
"""From which days are counted on their way to the browser."""


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
    days: Mapping[str, Sequence[dt.date | None]] = MappingProxyType({}),
) -> WordTable:
    """A table as it goes to the browser: words that stand in many rows are in it once.

    Without pandas, which would be a third of a second of the first page after a start.

    Args:
        columns: Names of all columns in their order.
        rows: The words by column.
        numbers: What columns hold that are sorted as numbers, row by row; see
            :func:`number_column`.
        days: The same for days; see :func:`day_column`.
    """
    words = {
        name: [row[name] for row in rows]
        for name in columns
        if name not in numbers and name not in days
    }
    sent: dict[str, pa.Array] = {name: _sent_once(each) for name, each in words.items()}
    sent |= {name: _as_numbers(each) for name, each in numbers.items()}
    sent |= {name: _as_days(each) for name, each in days.items()}
    told = words | {name: _written(each) for name, each in numbers.items()}
    told |= {
        name: [day(date, short=True) if date else "" for date in each]
        for name, each in days.items()
    }
    made = pa.Table.from_arrays([sent[name] for name in columns], names=list(columns))
    return WordTable(made, {name: _width(set(told[name])) for name in columns})


def number_column(title: str, about: str) -> Any:
    """A column that is sorted by number."""
    return st.column_config.NumberColumn(title, format="localized", help=about)


def day_column(title: str, about: str | None = None) -> Any:
    """A column that is sorted by day, and written as days are everywhere: ``9 Jul 2021``."""
    return st.column_config.DateColumn(title, format="D MMM YYYY", help=about)


def sorting_number(fact: Fact) -> float | None:
    """What a fact is sorted by: words such as "over" and "90% to 100%" have no order."""
    ends = (fact.low if fact.qualifier == "range" else fact.value, fact.low, fact.high)
    return next((end for end in ends if end is not None), None)


def numbers_of(facts: Sequence[Fact]) -> dict[str, Sequence[float | None]]:
    """The columns of numbers of some facts: one, and a second where any of them is a range."""
    ends = [fact.high if fact.value is None and fact.low is not None else None for fact in facts]
    told: dict[str, Sequence[float | None]] = {"number": [sorting_number(each) for each in facts]}
    return told | ({"to": ends} if any(end is not None for end in ends) else {})


def _written(numbers: Iterable[float | None]) -> list[str]:
    """Numbers as the browser writes them."""
    return ["" if number is None else f"{number:,.10g}" for number in numbers]


def _as_numbers(column: Sequence[float | None]) -> pa.Array:
    values = array.array("d", (number or 0.0 for number in column))
    return _of_bytes(pa.float64(), values, [number is not None for number in column])


def _as_days(column: Sequence[dt.date | None]) -> pa.Array:
    values = array.array("i", ((date - _FIRST_DAY).days if date else 0 for date in column))
    return _of_bytes(pa.date32(), values, [date is not None for date in column])


def _of_bytes(kind: pa.DataType, values: array.array[Any], known: Sequence[bool]) -> pa.Array:
    """A column of values, some of them missing; made of its bytes, as below."""
    bits = bytearray(math.ceil(len(known) / 8))
    for place, there in enumerate(known):
        bits[place // 8] |= there << place % 8
    return pa.Array.from_buffers(
        kind, len(known), [pa.py_buffer(bytes(bits)), pa.py_buffer(values)]
    )


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
