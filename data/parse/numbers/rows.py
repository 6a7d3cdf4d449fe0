"""Rows: numbers one behind the other, which stand in a table."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from data.parse.numbers.quantity import Quantity
from data.parse.words.tokens import Token

_LONG_ROW: Final = 8
_ROW_SIGNS: Final = frozenset(",;|/")
"""What stands between two numbers of a row."""


def in_rows(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> set[int]:
    """Where numbers of long rows start, which stand in a table: nobody lists so many in a sentence.

    Args:
        tokens: The sentence.
        quantities: Its number expressions, in text order.
    """
    if len(quantities) < _LONG_ROW:
        return set()
    found: set[int] = set()
    row = [quantities[0].first]
    for before, after in itertools.pairwise(quantities):
        between = tokens[before.outer_stop : after.outer_first]
        if not (len(between) == 1 and between[0].norm in _ROW_SIGNS):
            row = []
        row.append(after.first)
        if len(row) == _LONG_ROW:
            found.update(row)
        elif len(row) > _LONG_ROW:
            found.add(after.first)
    return found
