"""Geometry of what the map shows, in EPSG:4326: for files, as the page has shapes of its own."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import shapely

from geo.borders import borders
from geo.boundaries import countries, provinces

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
    made: BaseGeometry = shapely.Point(at)
    return made


def line(path: Sequence[tuple[float, float]]) -> BaseGeometry:
    """A line through longitudes and latitudes."""
    made: BaseGeometry = shapely.LineString(path)
    return made


@functools.cache
def _countries() -> Any:
    return countries(display=True).geometry


@functools.cache
def _provinces() -> Any:
    return provinces(display=True).geometry


@functools.cache
def _borders() -> Any:
    return borders(display=True).geometry
