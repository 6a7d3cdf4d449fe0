"""Rows for the scorer, from what tools answer in their own terms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

Row = dict[str, Any]

KIND_OF_UNIT = {"percent": "control_share", "money": "money", "length": "border_length"}
"""The kind that a unit suggests most; a tool that knows units knows no kinds."""

COMMONEST_KIND = "personnel"
"""Said of every plain count: the likeliest of the kinds that are left."""


def number_row(
    start: int,
    text: str,
    value: float | None,
    *,
    low: float | None = None,
    high: float | None = None,
    unit: str = "",
    qualifier: str | None = None,
) -> Row:
    """A number with its span; fractions in words become percent, as the annotations have them."""
    share = not any(character.isdigit() for character in text)
    if value is not None and share and 0 < value < 1:
        value, unit = round(100 * value, 1), "percent"
    return {
        "start": start,
        "end": start + len(text),
        "value": value,
        "low": low,
        "high": high,
        "kind": KIND_OF_UNIT.get(unit, COMMONEST_KIND),
        "qualifier": qualifier,
    }


def range_row(start: int, text: str, low: float, high: float, *, unit: str = "") -> Row:
    """Two numbers that are the ends of one range."""
    return number_row(start, text, None, low=low, high=high, unit=unit)


def date_row(start: int, end: int, first: dt.date | None, last: dt.date | None) -> Row:
    """A calendar expression with the days it means."""
    return {
        "start": start,
        "end": end,
        "res_start": first.isoformat() if first else None,
        "res_end": last.isoformat() if last else None,
    }


def without(rows: Iterable[Row], excluded: Sequence[Row]) -> list[Row]:
    """The rows that share no character with an excluded one."""
    return [
        row
        for row in rows
        if not any(
            row["start"] < other["end"] and other["start"] < row["end"] for other in excluded
        )
    ]


def longest_first(rows: Iterable[Row]) -> list[Row]:
    """Of rows that overlap only the longest, of equally long ones the first."""
    kept: list[Row] = []
    for row in sorted(rows, key=lambda row: row["start"] - row["end"]):
        kept += without([row], kept)
    return kept
