"""Countries and provinces as GeoDataFrames, keyed by code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.shape_files import read_layer

if TYPE_CHECKING:
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
