"""Layers as a GeoPackage, whole or not at all."""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
import tempfile
import threading
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError

from data.errors import InputError

if TYPE_CHECKING:
    import pandas as pd

_ONE_AT_A_TIME: Final = threading.Lock()
_ROOM: Final = 1_000_000
"""Bytes that are tried out to see why a file could not be written."""


def geopackage(
    layers: Mapping[str, pd.DataFrame],
    *,
    areas: Collection[str],
    as_of: dt.date | None,
    told: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """Layers as the bytes of a GeoPackage; the same layers give the same bytes.

    Args:
        layers: Frames with or without geometry, by name.
        areas: Names of those that hold polygons.
        as_of: The date the file says it was written on.
        told: What each layer holds, by its name.

    Raises:
        InputError: If there is no room for temporary files, through which GDAL writes.
    """
    date = f"{as_of or dt.date(1970, 1, 1)}T00:00:00.000Z"
    with _ONE_AT_A_TIME, _folder() as folder:
        path = folder / "view.gpkg"
        # GDAL would write the time of writing, and the setting is one for the whole process.
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": date})
        try:
            _write(path, layers, areas, told)
            return path.read_bytes()
        except (DataSourceError, DataLayerError):
            _try_out(folder, path)
            raise
        finally:
            pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _write(
    path: Path,
    layers: Mapping[str, pd.DataFrame],
    areas: Collection[str],
    told: Mapping[str, str],
) -> None:
    for layer, frame in layers.items():
        pyogrio.write_dataframe(
            frame,
            path,
            layer=layer,
            driver="GPKG",
            append=path.exists(),
            promote_to_multi=layer in areas,
            layer_options={"DESCRIPTION": told.get(layer, "")},
        )
    if rows_in(path) != {layer: len(frame) for layer, frame in layers.items()}:
        # What fails when a file is closed GDAL tells on standard error only.
        raise DataSourceError("the file has not all rows")


def rows_in(path: Path) -> dict[str, int]:
    """How many rows each layer of a GeoPackage has; none for one that is damaged."""
    try:
        with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
            names = database.execute("SELECT table_name FROM gpkg_contents").fetchall()
            return {
                name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
                for (name,) in names
            }
    except sqlite3.Error:
        return {}


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    try:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)
    except OSError as error:
        raise InputError(
            "temporary files",
            f"a GeoPackage cannot be written ({error.strerror})",
            "Make room for them, or start the program with TMPDIR set to another folder.",
        ) from error


def _try_out(folder: Path, path: Path) -> None:
    """Write as much as a file may have needed: GDAL does not say that a disk is full.

    Raises:
        OSError: If it cannot be written, with the reason.
    """
    path.unlink(missing_ok=True)
    (folder / "room").write_bytes(b"\0" * _ROOM)
