"""Matching: annotated and found rows paired one to one."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from tests.accuracy.annotation import Span

Row = TypeVar("Row", bound=Span)


@dataclasses.dataclass(frozen=True, slots=True)
class Matching(Generic[Row]):
    """A text's annotated rows beside the found ones.

    Attributes:
        pairs: Annotated and found, sharing a character and fit for each other.
        missed: Annotated and not found.
        surplus: Found and not annotated.
    """

    pairs: tuple[tuple[Row, Row], ...]
    missed: tuple[Row, ...]
    surplus: tuple[Row, ...]


def match(
    annotated: Sequence[Row],
    found: Sequence[Row],
    *,
    fits: Callable[[Row, Row], bool],
    preference: Callable[[Row, Row], Any],
) -> Matching[Row]:
    """Pair rows one to one, pairs of the lowest preference first.

    Args:
        annotated: What a person found.
        found: What a tool found.
        fits: Whether an annotated and a found row that share a character may be a pair.
        preference: What to sort possible pairs by, best first.
    """
    candidates = sorted(
        (preference(gold, row), i, j)
        for i, gold in enumerate(annotated)
        for j, row in enumerate(found)
        if gold.overlap(row) > 0 and fits(gold, row)
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in candidates:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return Matching(
        tuple((annotated[i], found[j]) for i, j in partner.items()),
        tuple(gold for i, gold in enumerate(annotated) if i not in partner),
        tuple(row for j, row in enumerate(found) if j not in taken),
    )
