"""Geometry of what the map shows, in EPSG:4326: for files, as the page has shapes of its own."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

# What holds geometry takes longer to import than a chart to draw: only files of the map need it.

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def country(code: str) -> BaseGeometry:
    """A country as drawn.

    Raises:
        ShapeError: If the shapes cannot be used; so for every function below.
    """
    return _countries()[code]


def province(code: str) -> BaseGeometry:
    """A province as drawn."""
    return _provinces()[code]


def border(code: str) -> BaseGeometry:
    """The line of a border as drawn."""
    return _borders()[code]


def point(at: tuple[float, float]) -> BaseGeometry:
    """A point by longitude and latitude."""
    import shapely

    made: BaseGeometry = shapely.Point(at)
    return made


def line(path: Sequence[tuple[float, float]]) -> BaseGeometry:
    """A line through longitudes and latitudes."""
    import shapely

    made: BaseGeometry = shapely.LineString(path)
    return made


@functools.cache
def _countries() -> Any:
    from geo.boundaries import countries

    return countries(display=True).geometry


@functools.cache
def _provinces() -> Any:
    from geo.boundaries import provinces

    return provinces(display=True).geometry


@functools.cache
def _borders() -> Any:
    from geo.borders import borders

    return borders(display=True).geometry
