"""Makes geo/shapes again from Natural Earth: ``python -m geo.build SOURCE.gpkg [--out FOLDER]``.

The same source and the same versions of the libraries (the locked ones; each sidecar names
them) give the same bytes: rows, rings, vertices and columns have a fixed order, coordinates and
lengths a fixed number of decimals, and nothing that is written depends on the day or the machine.
"""

from __future__ import annotations

import argparse
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import shapely

from geo.errors import ShapeError
from geo.layers import make_layers
from geo.measuring import measure, write_measured
from geo.shape_files import CRS, LAYERS, SHAPES, Sidecar, sha256, write_layer, write_sidecar
from geo.source import read_states

if TYPE_CHECKING:
    from collections.abc import Sequence

SOURCE = "Natural Earth 1:10m Admin 1 - States, Provinces, as world_map.gpkg of QGIS"
SOURCE_VERSION = "Natural Earth 4.1.0 in QGIS 3.22 (Debian package qgis-common)"
SOURCE_URL = "https://www.naturalearthdata.com/downloads/10m-cultural-vectors/"
LICENCE = "public domain (https://www.naturalearthdata.com/about/terms-of-use/)"


def build(source: Path, out: Path = SHAPES) -> list[Sidecar]:
    """Make every shape file and its sidecar, and measure the shapes.

    Args:
        source: Path of ``world_map.gpkg``.
        out: Folder to write to; made if it does not exist. Nothing is written before all
            layers are made and checked.

    Returns:
        The sidecars, in the order written.

    Raises:
        ShapeError: If the source is not what it should be or does not fit the tables of codes.
    """
    layers = make_layers(read_states(source))
    origin = sha256(source)
    out.mkdir(parents=True, exist_ok=True)
    sidecars = []
    for name, frame in layers.items():
        path = write_layer(name, frame, out)
        sidecar = _describe(name, path, rows=len(frame), origin=origin)
        write_sidecar(sidecar, out)
        sidecars.append(sidecar)
    write_measured(measure(layers), out)
    return sidecars


def _describe(name: str, path: Path, *, rows: int, origin: str) -> Sidecar:
    libraries = {library: version(library) for library in ("geopandas", "pyarrow", "shapely")}
    return Sidecar(
        file=path.name,
        title=LAYERS[name].title,
        source=SOURCE,
        source_version=SOURCE_VERSION,
        source_url=SOURCE_URL,
        source_sha256=origin,
        licence=LICENCE,
        crs=CRS,
        rows=rows,
        sha256=sha256(path),
        notes=LAYERS[name].notes,
        built_with=libraries | {"geos": shapely.geos_version_string},
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 when the files are written, 1 with one message otherwise."""
    parser = argparse.ArgumentParser(prog="python -m geo.build", description=__doc__)
    parser.add_argument("source", type=Path, help="world_map.gpkg of QGIS (Natural Earth 1:10m)")
    parser.add_argument("--out", type=Path, default=SHAPES, help="folder to write to")
    options = parser.parse_args(arguments)
    try:
        sidecars = build(options.source, options.out)
    except ShapeError as error:
        print(error, file=sys.stderr)
        return 1
    for sidecar in sidecars:
        print(f"{sidecar.rows:4d} rows  {sidecar.sha256[:12]}  {options.out / sidecar.file}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
