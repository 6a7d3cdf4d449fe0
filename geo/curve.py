"""The curve of an arrow that shows a movement on a map."""

from __future__ import annotations

import math

LonLat = tuple[float, float]


def curve(start: LonLat, end: LonLat, *, bend: float = 0.18, steps: int = 32) -> list[LonLat]:
    """A gently curved line between two points, for an arrow on a map.

    A quadratic curve that bows to the left of its direction, so that movements there and back
    do not cover each other.

    Args:
        start: Longitude and latitude in degrees.
        end: Longitude and latitude in degrees, not across the 180th meridian.
        bend: How far it bows, as a fraction of the distance; 0 is straight.
        steps: Number of segments.

    Returns:
        ``steps + 1`` points, longitude and latitude in degrees; the first and the last are
        exactly ``start`` and ``end``.

    Raises:
        ValueError: If ``steps`` is below 1.
    """
    if steps < 1:
        raise ValueError(f"steps {steps}: a line has at least one segment")
    shrink = math.cos(math.radians((start[1] + end[1]) / 2))
    east, north = (end[0] - start[0]) * shrink, end[1] - start[1]
    # The curve passes halfway between the chord and its control point, hence twice the bend.
    control_lon = (start[0] + end[0]) / 2 - 2 * bend * north / shrink
    control_lat = (start[1] + end[1]) / 2 + 2 * bend * east
    inner = [
        (
            _bezier(start[0], control_lon, end[0], step / steps),
            _bezier(start[1], control_lat, end[1], step / steps),
        )
        for step in range(1, steps)
    ]
    return [start, *inner, end]


def _bezier(first: float, control: float, last: float, t: float) -> float:
    return (1 - t) ** 2 * first + 2 * (1 - t) * t * control + t**2 * last
