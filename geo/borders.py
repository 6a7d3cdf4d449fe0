"""The line Afghanistan shares with each neighbour: its shape, its length, its provinces."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import geopandas as gpd

from geo.errors import REBUILD, ShapeError
from geo.gazetteer import border_codes, published_lengths
from geo.lines import join_lines
from geo.measured import label_point
from geo.shape_files import CRS, read_layer

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Border:
    """The border of two countries.

    Attributes:
        code: The two alpha-3 codes in alphabetical order, e.g. ``AFG-TJK``.
        geometry: LineString or MultiLineString in degrees (EPSG:4326), full detail.
        length_km: The map's own length: geodesic, WGS 84, kilometres. Shorter than the
            published one, because the drawn line is generalised.
        published_km: Length as published, kilometres.
        published_source: Title and publisher of the published length.
        provinces: Kilometres (the map's own) by code of the Afghan province they run along.
        midpoint: Longitude and latitude in degrees of the point halfway along the line as
            drawn on the screen.
    """

    code: str
    geometry: Any
    length_km: float
    published_km: float
    published_source: str
    provinces: Mapping[str, float]
    midpoint: tuple[float, float]


@functools.cache
def border(code: str) -> Border:
    """A border of Afghanistan by its code.

    Raises:
        ShapeError: If there is no such border on the map, or its shape file cannot be used.
    """
    if code not in border_codes():
        remedy = f"Known borders are {', '.join(border_codes())}"
        raise ShapeError(f"border {code!r}", "no such border on this map", remedy)
    pieces = _pieces_of(code, display=False)
    lengths = published_lengths()
    return Border(
        code=code,
        geometry=join_lines(list(pieces.geometry)),
        length_km=float(pieces.length_km.sum()),
        published_km=lengths.km[code],
        published_source=f"{lengths.title} ({lengths.publisher})",
        provinces=MappingProxyType(
            {str(p): float(km) for p, km in zip(pieces.province, pieces.length_km, strict=True)}
        ),
        midpoint=label_point(code),
    )


def borders(*, display: bool = False) -> gpd.GeoDataFrame:
    """All borders of the map, one row each.

    Args:
        display: Lines as drawn, edges of the display countries, instead of full detail. The
            lengths are those of the full lines either way.

    Returns:
        Index ``code`` (sorted); columns ``length_km``, ``published_km``, ``provinces`` (tuple
        of codes), ``label_lon``, ``label_lat`` (degrees, halfway along) and ``geometry``.
        EPSG:4326. The caller's own copy.

    Raises:
        ShapeError: If the shape file is missing, changed or incomplete.
    """
    return _all_borders(display=display).copy()


def border_pieces(*, display: bool = False) -> gpd.GeoDataFrame:
    """The borders cut by Afghan province, one row per border and province along it.

    Args:
        display: Lines as drawn, without lengths, instead of full detail.

    Returns:
        Columns ``code``, ``province``, ``geometry`` and, in full detail, ``length_km``
        (geodesic, WGS 84). EPSG:4326.

    Raises:
        ShapeError: If the shape file is missing, changed or incomplete.
    """
    return read_layer("borders_display" if display else "borders")


def _pieces_of(code: str, *, display: bool) -> gpd.GeoDataFrame:
    pieces = border_pieces(display=display)
    found = pieces[pieces.code == code]
    if found.empty:
        raise ShapeError(f"border {code!r}", "no row in the shape file", REBUILD)
    return found


@functools.cache
def _all_borders(*, display: bool) -> gpd.GeoDataFrame:
    rows = []
    for code in border_codes():
        line = border(code)
        drawn = join_lines(list(_pieces_of(code, display=True).geometry))
        rows.append(
            {
                "code": code,
                "length_km": line.length_km,
                "published_km": line.published_km,
                "provinces": tuple(line.provinces),
                "label_lon": line.midpoint[0],
                "label_lat": line.midpoint[1],
                "geometry": drawn if display else line.geometry,
            }
        )
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=CRS).set_index("code")
