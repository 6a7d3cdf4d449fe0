"""Countries and provinces as GeoDataFrames, keyed by code."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from geo.errors import ShapeError
from geo.gazetteer import border_codes, elsewhere, undrawn_provinces
from geo.shape_files import read_layer

if TYPE_CHECKING:
    from collections.abc import Mapping

    import geopandas as gpd


def countries(*, display: bool = False) -> gpd.GeoDataFrame:
    """The countries on the map.

    Args:
        display: The simplified shapes for a screen, clipped to 40-100 E and 20-60 N, exteriors
            clockwise, with label points. Without it the full shapes, for measuring.

    Returns:
        Index ``code`` (ISO 3166-1 alpha-3, sorted); columns ``name``, ``geometry``, and for
        display ``label_lon``, ``label_lat`` in degrees. EPSG:4326. The caller's own copy.

    Raises:
        ShapeError: If the shape file is missing, changed or incomplete.
    """
    return read_layer("countries_display" if display else "countries").set_index("code")


def provinces(country: str | None = None, *, display: bool = False) -> gpd.GeoDataFrame:
    """The provinces on the map: those of AFG, KGZ, TJK, TKM and UZB.

    Args:
        country: Only the provinces of this country; none at all for a country without.
        display: As for :func:`countries`.

    Returns:
        Index ``code`` (ISO 3166-2, sorted); columns ``country``, ``name``, ``geometry``, and
        for display ``label_lon``, ``label_lat`` in degrees. EPSG:4326. The caller's own copy.

    Raises:
        ShapeError: If the shape file is missing, changed or incomplete.
    """
    name = "provinces_display" if display else "provinces"
    frame = read_layer(name).set_index("code")
    return frame if country is None else frame[frame.country == country]


def surroundings() -> gpd.GeoDataFrame:
    """All other land in the display window, as one neutral shape to draw underneath.

    Returns:
        One row; columns ``name`` and ``geometry``. EPSG:4326, exterior clockwise.

    Raises:
        ShapeError: If the shape file is missing, changed or incomplete.
    """
    return read_layer("surroundings_display")


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
    raise ShapeError(where, "no such shape", "Use a code of a country, province or border here")


def has_label_point(code: str) -> bool:
    """Whether :func:`label_point` knows the code."""
    return code in _label_points()


@functools.cache
def _label_points() -> Mapping[str, tuple[float, float]]:
    from geo.borders import border

    points: dict[str, tuple[float, float]] = {}
    for frame in (countries(display=True), provinces(display=True)):
        points |= {
            str(code): (float(lon), float(lat))
            for code, lon, lat in zip(frame.index, frame.label_lon, frame.label_lat, strict=True)
        }
    points |= {code: entry.at for code, entry in undrawn_provinces().items()}
    return points | {code: border(code).midpoint for code in border_codes()}
