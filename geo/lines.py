"""The line two polygons share: finding it, measuring it, halving it."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from pyproj import Geod

WGS84 = Geod(ellps="WGS84")


def shared_line(one: Any, other: Any) -> Any:
    """The line along which two polygons touch.

    Args:
        one: A polygon of a coverage.
        other: Another polygon of the same coverage, so that shared edges have the same vertices.

    Returns:
        A LineString, a MultiLineString where the line is interrupted, or an empty
        MultiLineString where the polygons meet in points at most. Vertices and parts come in
        a fixed order.
    """
    touching = shapely.get_parts(shapely.intersection(one.boundary, other.boundary))
    return join_lines([part for part in touching if part.geom_type == "LineString"])


def join_lines(lines: list[Any]) -> Any:
    """Join pieces end to end into as few lines as there can be, in a fixed order."""
    pieces = shapely.multilinestrings(shapely.get_parts(np.array(lines, dtype=object)))
    merged = shapely.line_merge(pieces)
    return shapely.normalize(merged)


def length_km(line: Any) -> float:
    """Geodesic length on the WGS 84 ellipsoid, in kilometres.

    Args:
        line: A line in degrees (EPSG:4326).
    """
    return float(WGS84.geometry_length(line)) / 1000


def midpoint(line: Any) -> tuple[float, float]:
    """The point halfway along a line, measured in kilometres and not in degrees.

    Args:
        line: A line in degrees; of an interrupted one the longest part counts.

    Returns:
        Longitude and latitude in degrees, on the line.
    """
    longest = max(shapely.get_parts(line), key=length_km)
    lon, lat = shapely.get_coordinates(longest).T
    steps = np.asarray(WGS84.line_lengths(lon, lat))
    travelled = np.concatenate([[0.0], np.cumsum(steps)])
    half = travelled[-1] / 2
    return float(np.interp(half, travelled, lon)), float(np.interp(half, travelled, lat))
