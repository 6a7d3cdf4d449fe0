"""What a chart draws, as rows of data files: each mark with each fact behind it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from data.fact import Fact


@dataclasses.dataclass(frozen=True, slots=True)
class PlottedMark:
    """A mark of a chart.

    Attributes:
        columns: What is said of the mark itself, by column.
        facts: The facts behind it; none where it shows that nobody says anything.
        shape: Makes its shape in EPSG:4326, which only files of the map need; None on a chart that
            is no map.
    """

    columns: Mapping[str, Any]
    facts: tuple[Fact, ...]
    shape: Callable[[], BaseGeometry] | None = None

    @property
    def geometry(self) -> BaseGeometry | None:
        """Its shape; None on a chart that is no map.

        Raises:
            ShapeError: If the shapes cannot be used.
        """
        return self.shape() if self.shape else None


def facts_of(marks: Iterable[PlottedMark]) -> dict[str, Fact]:
    """The facts behind marks by id, each once."""
    return {fact.fact_id: fact for mark in marks for fact in mark.facts}
