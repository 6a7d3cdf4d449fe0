"""What was measured of the shapes when they were made: where labels stand, how long borders are.

Whoever only draws or words something does not have to wait for the shapes and a geometry library.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from data.entry import Entry
from geo.errors import REBUILD, ShapeError
from geo.gazetteer import (
    HERE,
    BorderCode,
    LonLat,
    border_codes,
    country_table,
    elsewhere,
    undrawn_provinces,
)
from geo.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "measured.toml"
"""Name of the file among the shapes."""


class Measured(Entry):
    """Schema of the file.

    Attributes:
        label_points: Longitude and latitude in degrees by code: inside a country or province as
            drawn on the screen, or halfway along a border as drawn there.
        border_km: Length of the map's own line by border: geodesic, WGS 84, kilometres.
    """

    label_points: dict[str, LonLat]
    border_km: dict[BorderCode, float]


@functools.cache
def measured(path: Path = HERE / "shapes" / FILE) -> Measured:
    """What was measured.

    Raises:
        ShapeError: If the file is missing or broken.
    """
    return read_table(path, Measured, REBUILD)


def border_km(code: str) -> float:
    """Length of a border as the map has it: geodesic, WGS 84, kilometres.

    Shorter than the published one, because the drawn line is generalised.

    Raises:
        ShapeError: If there is no such border on the map.
    """
    found = measured().border_km.get(code)
    if found is None:
        remedy = f"Known borders are {', '.join(border_codes())}"
        raise ShapeError(f"border {code!r}", "no such border on this map", remedy)
    return found


def label_point(code: str) -> tuple[float, float]:
    """Where a label for a code stands best on the display map.

    Args:
        code: A country, a province (also one that is not drawn, such as ``TM-S``) or a border.

    Returns:
        Longitude and latitude in degrees: inside the shape, or on the border halfway along it.

    Raises:
        ShapeError: If the code has no shape.
    """
    points = _label_points()
    if code in points:
        return points[code]
    where = f"code {code!r}"
    if code in elsewhere():
        raise ShapeError(where, "the country is not on this map", "Label it in words instead")
    if code in country_table():
        raise ShapeError(where, "a country of countries.toml that has no shape", REBUILD)
    raise ShapeError(where, "no such shape", "Use a code of a country, province or border here")


def has_label_point(code: str) -> bool:
    """Whether :func:`label_point` knows the code."""
    return code in _label_points()


@functools.cache
def _label_points() -> Mapping[str, tuple[float, float]]:
    undrawn = {code: entry.at for code, entry in undrawn_provinces().items()}
    return measured().label_points | undrawn
