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
"""Kinds of which the words may know better than the rules."""

INSTEAD: Final = TOLD | {"personnel"}
"""Kinds that the words may put in their place: nobody is dead but by a rule."""

_REMEDY: Final = "`make learn` writes it"

Row = tuple[int, ...]
"""One figure for each kind: natural logarithms of odds, in hundredths."""


@dataclasses.dataclass(frozen=True, slots=True)
class KindWeights:
    """What ``kind_weights.json`` holds.

    Attributes:
        start: How often each kind is told, whatever stands around.
        told: By the kind that the rules say: how often it was each.
        traits: By where it stands, as :mod:`data.parse.likelihood.surroundings` names places, and
            by word: how much that speaks for each.
    """

    start: Row
    told: Mapping[str, Row]
    traits: Mapping[str, Mapping[str, Row]]


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
        weights = KindWeights(
            _row("start", found["start"]),
            _rows(found["told"]),
            {place: _rows(words) for place, words in found["traits"].items()},
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(file, f"cannot be used: {error!r}", _REMEDY) from error
    if set(weights.told) != TOLD:
        raise InputError(file, f"told has {sorted(weights.told)}, not {sorted(TOLD)}", _REMEDY)
    return weights


def _rows(found: Mapping[str, Any]) -> dict[str, Row]:
    return {name: _row(name, row) for name, row in found.items()}


def _row(name: str, found: Any) -> Row:
    if len(found) != len(KINDS) or set(map(type, found)) != {int}:
        raise ValueError(f"{name}: {found} is not a whole number for each of {len(KINDS)} kinds")
    return tuple(found)
