"""Facts x shapes, loud about facts that found no shape.

The way in for whoever has facts as a frame: what :mod:`geo.frames` and :mod:`geo.movements` compute
is here by name, beside the claims about a border.
"""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from geo.borders import border, borders
from geo.curve import curve
from geo.frames import (
    country_facts,
    country_parts,
    places_of_facts,
    require_columns,
    unmatched_codes,
)
from geo.gazetteer import border_codes
from geo.matching import UnmatchedCode, UnmatchedCodes
from geo.movements import movements
from geo.parts import parts
from geo.shape_files import CRS

__all__ = [
    "UnmatchedCode",
    "UnmatchedCodes",
    "border_claims",
    "country_facts",
    "country_parts",
    "curve",
    "movements",
    "parts",
    "places_of_facts",
    "unmatched_codes",
]

_TOLD = ("fact_id", "fact_group", "article_id", "kind", "actor", "claimant", "qualifier", "unit")
_BOUNDS = ("value", "low", "high")


def border_claims(facts: pd.DataFrame, *, display: bool = True) -> gpd.GeoDataFrame:
    """Claims about a border as a whole, such as a share of it, one row per fact.

    A share belongs to the whole line: which stretch is meant, the fact does not say.

    Args:
        facts: Facts with the columns ``fact_id``, ``fact_group``, ``article_id``, ``kind``,
            ``actor``, ``claimant``, ``qualifier``, ``unit``, ``of``, ``value``, ``low``, ``high``.
        display: Lines as drawn on the screen, instead of full detail.

    Returns:
        The facts whose ``of`` is a border of the map (:func:`unmatched_codes` reports other
        borders), in their order, with those columns;
        ``value``, ``low`` and ``high`` as floats; ``published_km`` and ``map_km`` (length of the
        whole border); for each of the three numbers, where the unit is percent,
        ``<number>_published_km`` and ``<number>_map_km``; ``label_lon`` and ``label_lat`` in
        degrees, halfway along; ``geometry`` in EPSG:4326.

    Raises:
        ShapeError: If a column is missing, the border shapes cannot be used, or a share is not
            between 0 and 100 percent.
    """
    columns = [*_TOLD, "of", *_BOUNDS]
    require_columns(facts, columns)
    claims = facts.loc[facts["of"].isin(border_codes()), columns].reset_index(drop=True)
    for bound in _BOUNDS:
        claims[bound] = claims[bound].astype("Float64").astype("float64")
        claims = claims.join(_share_lengths(claims, bound))
    lines = borders(display=display).rename(columns={"length_km": "map_km"})
    wanted = ["published_km", "map_km", "label_lon", "label_lat", "geometry"]
    return gpd.GeoDataFrame(claims.join(lines[wanted], on="of"), geometry="geometry", crs=CRS)


def _share_lengths(claims: pd.DataFrame, bound: str) -> pd.DataFrame:
    rows = []
    for code, unit, percent in zip(claims["of"], claims["unit"], claims[bound], strict=True):
        if unit != "percent" or pd.isna(percent):
            rows.append((float("nan"), float("nan")))
            continue
        length = border(str(code)).share_km(float(percent))
        rows.append((length.published_km, length.map_km))
    names = [f"{bound}_published_km", f"{bound}_map_km"]
    return pd.DataFrame(rows, columns=names, dtype="float64")
