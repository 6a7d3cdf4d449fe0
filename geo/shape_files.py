"""The files of geo/shapes: what each holds, reading them with their checks, writing them."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
from pyarrow import ArrowInvalid

from data.entry import Entry
from data.toml_file import toml_table
from geo.errors import REBUILD, ShapeError
from geo.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

SHAPES = Path(__file__).parent / "shapes"
CRS = "EPSG:4326"
DISPLAY_WINDOW = (40.0, 20.0, 100.0, 60.0)
"""West, south, east, north of the display layers, in degrees."""


@dataclass(frozen=True, slots=True)
class Layer:
    """What one shape file holds.

    Attributes:
        title: One line for a reader of its sidecar.
        columns: Column names in order; the last is ``geometry``.
        notes: What to know before using it.
    """

    title: str
    columns: tuple[str, ...]
    notes: tuple[str, ...]


_DE_FACTO = (
    "Boundaries are de facto as Natural Earth draws them: Crimea with Russia, Aksai Chin and the"
    " Paracel Islands with China, Kashmir along the lines of control. This is no statement about"
    " any claim. The Siachen Glacier belongs to no country here. Taiwan, Hong Kong and Macau have"
    " codes of their own and are not part of CHN."
)
_GENERALISED = (
    "QGIS generalised the lines of Natural Earth 1:10m further (GRASS v.generalize), by up to a"
    " few kilometres. Vertices are rounded to 0.000001 degree and otherwise as there."
)
_DISPLAY = (
    "For screens only, never for measuring: clipped to 40-100 E, 20-60 N, simplified as one"
    " coverage (0.03 degree) and rounded to 0.001 degree, so that the edges of all *_display files"
    " coincide. Islands under 0.01 square degree that touch nothing are left out. Exteriors run"
    " clockwise, which plotly needs and RFC 7946 forbids."
)
_NOT_DRAWN = (
    "The source has no shape for Ashgabat (TM-S, inside TM-A) and Osh city (KG-GO, inside KG-O):"
    " 66 of the 68 codes of ISO 3166-2 are here."
)
_LENGTHS = (
    "One row per border and Afghan province along it. length_km is geodesic on WGS 84 and shorter"
    " than published lengths, because the line is generalised."
)

LAYERS: Mapping[str, Layer] = {
    "countries": Layer(
        "Countries, dissolved from their provinces",
        ("code", "name", "geometry"),
        (_DE_FACTO, _GENERALISED),
    ),
    "provinces": Layer(
        "Provinces of AFG, KGZ, TJK, TKM and UZB",
        ("code", "country", "name", "geometry"),
        (
            _GENERALISED,
            _NOT_DRAWN,
        ),
    ),
    "borders": Layer(
        "Borders of Afghanistan with its six neighbours, cut by Afghan province",
        ("code", "province", "length_km", "geometry"),
        (
            _LENGTHS,
            _GENERALISED,
        ),
    ),
    "countries_display": Layer(
        "Countries for the screen, dissolved from the display provinces",
        ("code", "name", "label_lon", "label_lat", "geometry"),
        (_DISPLAY, _DE_FACTO),
    ),
    "provinces_display": Layer(
        "Provinces for the screen",
        ("code", "country", "name", "label_lon", "label_lat", "geometry"),
        (_DISPLAY,),
    ),
    "borders_display": Layer(
        "Borders for the screen: shared edges of the display shapes",
        ("code", "province", "geometry"),
        (_DISPLAY,),
    ),
    "surroundings_display": Layer(
        "All other land in the window, as one neutral shape",
        ("name", "geometry"),
        (_DISPLAY, "Holds the Siachen Glacier. Has no code, because no fact is ever joined to it."),
    ),
}


class Sidecar(Entry):
    """What the ``.toml`` beside a shape file says of it.

    Attributes:
        file: Name of the shape file.
        title: What it holds.
        source: Whose data it is.
        source_version: Their version.
        source_url: Where they publish it.
        source_sha256: Hash of the file it was made from.
        licence: Licence of the source.
        crs: Coordinate reference system.
        rows: Number of rows.
        sha256: Hash of the shape file.
        notes: What to know before using it.
        built_with: Version by library; other versions may write other bytes.
    """

    file: str
    title: str
    source: str
    source_version: str
    source_url: str
    source_sha256: str
    licence: str
    crs: str
    rows: int
    sha256: str
    notes: tuple[str, ...]
    built_with: dict[str, str]


def sha256(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_sidecar(name: str, folder: Path = SHAPES) -> Sidecar:
    """The sidecar of a layer.

    Raises:
        ShapeError: If it is missing or broken.
    """
    return read_table(folder / f"{name}.toml", Sidecar, REBUILD)


def read_layer(name: str, folder: Path = SHAPES) -> gpd.GeoDataFrame:
    """Read one shape file, checked against its sidecar.

    Args:
        name: Key of :data:`LAYERS`.
        folder: Where the files are.

    Returns:
        A frame of the caller's own, with the columns of the layer in EPSG:4326. The file is
        read once per process.

    Raises:
        ShapeError: If the file or its sidecar is missing, a byte has changed, or a column, the
            CRS or the number of rows is not what it should be.
    """
    return _read_checked(name, folder).copy()


@functools.cache
def _read_checked(name: str, folder: Path) -> gpd.GeoDataFrame:
    path = folder / f"{name}.parquet"
    if not path.is_file():
        raise ShapeError(path, "the shape file is missing", REBUILD)
    sidecar = read_sidecar(name, folder)
    found = sha256(path)
    if found != sidecar.sha256:
        problem = f"sha256 is {found}, but {path.with_suffix('.toml').name} says {sidecar.sha256}"
        raise ShapeError(path, problem, REBUILD)
    try:
        frame = gpd.read_parquet(path)
    except (ArrowInvalid, ValueError) as error:
        raise ShapeError(path, f"not readable as GeoParquet: {error}", REBUILD) from error
    for column in LAYERS[name].columns:
        if column not in frame.columns:
            problem = f"no column {column!r}, found {', '.join(frame.columns)}"
            raise ShapeError(path, problem, REBUILD)
    if frame.crs != CRS:
        found = frame.crs.name if frame.crs else "not given"
        raise ShapeError(path, f"CRS is {found}, not {CRS}", REBUILD)
    if len(frame) != sidecar.rows:
        problem = f"{len(frame)} rows, but its sidecar says {sidecar.rows}"
        raise ShapeError(path, problem, REBUILD)
    return frame


def write_layer(name: str, frame: gpd.GeoDataFrame, folder: Path) -> Path:
    """Write one shape file, the same bytes for the same frame and the same libraries.

    Args:
        name: Key of :data:`LAYERS`.
        frame: Its columns, in the order to be written.
        folder: Where to.

    Returns:
        Path of the file.
    """
    path = folder / f"{name}.parquet"
    frame[list(LAYERS[name].columns)].to_parquet(
        path, index=False, compression="zstd", schema_version="1.1.0", write_covering_bbox=False
    )
    return path


def write_sidecar(sidecar: Sidecar, folder: Path) -> None:
    """Write a sidecar, keys in the order of :class:`Sidecar`."""
    fields = dict(vars(sidecar))
    libraries = fields.pop("built_with")
    path = (folder / sidecar.file).with_suffix(".toml")
    path.write_text(f"{toml_table(fields)}\n[built_with]\n{toml_table(libraries)}", "utf-8")
