"""quantulum3: quantities with units."""

from __future__ import annotations

import datetime as dt
import warnings
from typing import Any

from tests.accuracy.peers import Record, dateparser
from tests.accuracy.peers.rows import Row, number_row, range_row, without

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # no classifier of ambiguous units: units are not scored
    from quantulum3 import parser

_UNITS = {"percentage": "percent"}
_ENTITIES = {"currency": "money", "length": "length"}


def search(text: str, published: dt.date) -> list[Any]:  # noqa: ARG001 - has no use for dates
    """Every quantity."""
    return quantities(text)


def quantities(text: str) -> list[Any]:
    """Every quantity in a text or a piece of one."""
    return list(parser.parse(text))


def record(found: list[Any], text: str, published: dt.date) -> Record:
    """Numbers; its own unit tells durations and ages, dateparser tells the dates it takes apart."""
    rows = [
        row_of(quantity)
        for quantity in found
        if quantity.unit.entity.name != "time" and quantity.surface.lower() != "one"
    ]
    return {"numbers": without(rows, dateparser.dates(text, published))}


def row_of(quantity: Any, start: int | None = None) -> Row:
    """A quantity as a row; ``start`` is where the parsed piece stands in the text."""
    unit = _UNITS.get(quantity.unit.name) or _ENTITIES.get(quantity.unit.entity.name, "")
    begin = quantity.span[0] if start is None else start
    scale = 12 if quantity.unit.name == "dozen" else 1
    value = scale * quantity.value
    if spread := quantity.uncertainty:
        return range_row(begin, quantity.surface, value - spread, value + spread, unit=unit)
    return number_row(begin, quantity.surface, value, unit=unit)
