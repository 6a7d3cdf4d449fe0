"""Movements from one place to another, and the curve of the arrow that shows one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from geo.boundaries import has_label_point, label_point
from geo.matching import require_columns

if TYPE_CHECKING:
    from collections.abc import Mapping

LonLat = tuple[float, float]

_TOLD = ("kind", "action", "who", "value", "low", "high", "unit", "qualifier")
_ENDS = ("start_lon", "start_lat", "end_lon", "end_lat")


def movements(facts: pd.DataFrame, points: Mapping[str, LonLat] | None = None) -> pd.DataFrame:
    """Facts that tell of a movement, one row per group of facts that tell the same one.

    Args:
        facts: Facts with the columns ``fact_id``, ``fact_group``, ``origin``, ``destination``,
            ``kind``, ``action``, ``who``, ``value``, ``low``, ``high``, ``unit``, ``qualifier``.
        points: Longitude and latitude in degrees by code, for settlements and whatever else
            has no label point here.

    Returns:
        Columns ``fact_group``, ``origin``, ``destination``; the kind, action, words and number
        of the first fact of the group; ``fact_ids`` (tuple); ``start_lon``, ``start_lat``,
        ``end_lon``, ``end_lat`` in degrees; ``drawable``: whether both ends are on the map and
        apart. A movement that cannot be drawn is a row too, with missing coordinates.

    Raises:
        ShapeError: If a column is missing.
    """
    group = ["fact_group", "origin", "destination"]
    require_columns(facts, ["fact_id", *group, *_TOLD])
    moving = facts[facts["origin"].notna() & facts["destination"].notna()]
    grouped = moving.groupby(group, sort=False, dropna=False)
    rows = grouped[list(_TOLD)].nth(0)
    found = moving.loc[rows.index, group].join(rows).reset_index(drop=True)
    found["fact_ids"] = [tuple(ids) for _, ids in grouped["fact_id"]]
    starts = [_point(code, points or {}) for code in found["origin"]]
    ends = [_point(code, points or {}) for code in found["destination"]]
    corners = [(*start, *end) for start, end in zip(starts, ends, strict=True)]
    places = pd.DataFrame(corners, columns=list(_ENDS), dtype="float64")
    drawable = places.notna().all(axis=1) & (found["origin"] != found["destination"])
    return found.join(places).assign(drawable=drawable.astype("bool"))


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


def _point(code: str, points: Mapping[str, LonLat]) -> LonLat:
    if code in points:
        return points[code]
    return label_point(code) if has_label_point(code) else (np.nan, np.nan)
