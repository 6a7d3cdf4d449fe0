"""Makes the file of the map's shapes: ``python -m dashboard.charts.region.shape_making``.

Nobody waits for this when the dashboard starts. After a change of the shapes, or of the frame and
the arrows in ``region.toml``, the file has to be made again; a test says so.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

import shapely

from dashboard.charts.region.frame import region
from dashboard.charts.region.shape_files import FOLDER, LAND, collection, name_of, touch
from dashboard.charts.region.told_lines import way_path
from dashboard.charts.region.told_places import HOME
from geo.borders import borders
from geo.boundaries import countries, provinces, surroundings

DECIMALS: Final = 2
"""Of a degree: one kilometre, a tenth of a pixel on the largest map."""

_HAIR: Final = 0.02
"""Degrees on either side of a border's line: a shape, as Plotly paints no lines of a file, and
narrower than the thinnest outline that is drawn around it."""

_REACH: Final = 0.4
"""Degrees on either side of a line that can be pointed at and tapped: six pixels on a screen."""

_TIDY: Final = 0.03
"""Degrees that the outline of what is only pointed at may be off."""


def made() -> bytes:
    """The content of the file.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    features = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": shape}
        for code, shape in _shapes().items()
    ]
    return json.dumps(collection(features), separators=(",", ":")).encode()


def main() -> int:
    """Make the file, in place of the one that is there."""
    content = made()
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("region-*.geojson"):
        old.unlink()
    (FOLDER / name_of(content)).write_bytes(content)
    return 0


def _shapes() -> Mapping[str, dict[str, Any]]:
    found = {LAND: _cut(surroundings().geometry.iloc[0])}
    for frame in (countries(display=True), provinces(HOME, display=True)):
        shapes = zip(frame.index, frame.geometry, strict=True)
        found |= {str(code): _cut(shape) for code, shape in shapes}
    lines = borders(display=True)
    for code, line in zip(lines.index, lines.geometry, strict=True):
        found[str(code)] = _polygons(line.buffer(_HAIR, cap_style="flat", join_style="mitre"))
        found[touch(str(code))] = _around(line)
    for way in region().ways:
        found[way] = _around(shapely.LineString(way_path(*region().ends(way))))
    return found


def _around(line: Any) -> dict[str, Any]:
    """The shape around a line that can be pointed at."""
    return _polygons(line.buffer(_REACH, quad_segs=1).simplify(_TIDY))


def _cut(shape: Any) -> dict[str, Any]:
    """A shape as GeoJSON, cut to the frame."""
    box = region().shapes
    return _polygons(shapely.clip_by_rect(shape, box.west, box.south, box.east, box.north))


def _polygons(shape: Any) -> dict[str, Any]:
    """A shape as GeoJSON, rounded, exteriors clockwise.

    Rounding can make a polygon touch itself, which no screen minds; turning it into a valid one
    could move an edge that two countries share.
    """
    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    rings = [
        [_rounded(ring, clockwise=turn) for turn, ring in _rings(polygon)] for polygon in polygons
    ]
    return {"type": "MultiPolygon", "coordinates": [polygon for polygon in rings if polygon[0]]}


def _rings(polygon: Any) -> Sequence[tuple[bool, Any]]:
    return [(True, polygon.exterior), *((False, hole) for hole in polygon.interiors)]


def _rounded(ring: Any, *, clockwise: bool) -> list[list[float]]:
    points = list(ring.coords)
    if shapely.is_ccw(ring) == clockwise:
        points.reverse()
    short = [[round(x, DECIMALS), round(y, DECIMALS)] for x, y in points]
    kept = [short[0], *(b for a, b in itertools.pairwise(short) if a != b)]
    return kept if len(kept) > 3 else []


if __name__ == "__main__":
    sys.exit(main())
