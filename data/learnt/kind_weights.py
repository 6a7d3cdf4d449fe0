"""Kind weights: how much each word near a number speaks for each kind of fact."""

from __future__ import annotations

import dataclasses
import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from data.errors import InputError

FILE: Final = Path(__file__).with_name("kind_weights.json")

KINDS: Final = ("casualties", "displaced", "evacuated", "other_count", "personnel")
"""Kinds that are told apart by words, in the order of all rows."""

TOLD: Final = frozenset({"displaced", "evacuated", "other_count"})
"""Kinds of which the words may know better; who is a soldier or dead, the rules do."""

INSTEAD: Final = TOLD | {"personnel"}
"""Kinds that the words may put in their place."""

Row = tuple[int, ...]
"""One figure for each kind: natural logarithms of odds, in hundredths."""


@dataclasses.dataclass(frozen=True, slots=True)
class KindWeights:
    """What ``kind_weights.json`` holds.

    Attributes:
        start: How often each kind is told, whatever stands around.
        told: By the kind that the rules say: how often it was each.
        traits: By what stands around a number, as :mod:`data.parse.likelihood.surroundings`
            names it: how much that speaks for each.
    """

    start: Row
    told: Mapping[str, Row]
    traits: Mapping[str, Row]


@functools.cache
def kind_weights() -> KindWeights:
    """The weights.

    Raises:
        InputError: If the file is missing or is not what ``make learn`` writes.
    """
    return read_kind_weights(FILE)


def read_kind_weights(file: Path) -> KindWeights:
    """The weights in a file.

    Raises:
        InputError: If it is missing or is not what ``make learn`` writes.
    """
    try:
        found = json.loads(file.read_text("utf-8"))
        weights = KindWeights(tuple(found["start"]), _rows(found["told"]), _rows(found["traits"]))
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(file, f"cannot be read: {error!r}", "Run `make learn`.") from error
    if set(weights.told) != TOLD:
        raise InputError(
            file, f"told: {sorted(weights.told)}, not {sorted(TOLD)}", "Run `make learn`."
        )
    for name, row in {"start": weights.start, **weights.told, **weights.traits}.items():
        if len(row) != len(KINDS) or not all(type(figure) is int for figure in row):
            raise InputError(
                file, f"{name}: {row} is no whole number for each kind", "Run `make learn`."
            )
    return weights


def _rows(found: Mapping[str, Any]) -> dict[str, Row]:
    return {name: tuple(row) for name, row in found.items()}
