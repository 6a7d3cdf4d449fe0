"""Movements from one place to another, as a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from geo.frames import require_columns
from geo.measured import has_label_point, label_point

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


def _point(code: str, points: Mapping[str, LonLat]) -> LonLat:
    if code in points:
        return points[code]
    return label_point(code) if has_label_point(code) else (np.nan, np.nan)
