"""Columns: which column of a table in plain text a number stands in: "Kunduz | 12 | 30"."""

from __future__ import annotations

from typing import Final

from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_BAR: Final = "|"
_FEWEST_BARS: Final = 2
"""Bars in a heading that make it that of several columns of figures."""


def is_cell(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is a cell of a row, which goes on with no other cell."""
    lower, first, stop = reading.lower, quantity.outer_first, quantity.outer_stop
    opens = first == 0 or lower[first - 1] == _BAR
    closes = stop == len(lower) or lower[stop] == _BAR
    return opens and closes and _BAR in reading.norms


def has_columns(heading: Reading) -> bool:
    """Whether a heading names several columns: "Province | Killed | Wounded"."""
    return _BAR in heading.norms and heading.lower.count(_BAR) >= _FEWEST_BARS


def head_of_column(heading: Reading, reading: Reading, quantity: Quantity) -> range:
    """The words of a heading above a cell of a row; none where the row has other columns."""
    bars = [index for index, norm in enumerate(heading.lower) if norm == _BAR]
    if not is_cell(reading, quantity) or reading.lower.count(_BAR) != len(bars):
        return range(0)
    column = reading.lower[: quantity.first].count(_BAR)
    edges = [-1, *bars, len(heading.lower)]
    return range(edges[column] + 1, edges[column + 1])
