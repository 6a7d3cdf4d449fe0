"""Polygons that fit together without gaps or overlaps: rounding, dissolving, simplifying.

A coverage is an array of polygons whose shared edges have the same vertices on both sides.
Every function here takes a coverage in degrees and gives one back, or raises.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo.errors import ShapeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

Geometries = Any
"""A numpy array of shapely geometries; shapely has no types to say it better."""
NARROWEST_GAP = 1e-4
"""Degrees, some 10 m. Natural Earth has narrower straits than 0.001 degree, off Macau."""


def check_coverage(
    polygons: Geometries, labels: Sequence[str], where: str, *, gap: float = NARROWEST_GAP
) -> None:
    """Refuse polygons that are empty, invalid, overlap or do not share their edges exactly.

    Args:
        polygons: The coverage.
        labels: What each polygon is, for the message.
        where: File or stage, for the message.
        gap: In degrees: a narrower gap between two polygons is an edge they fail to share, a
            wider one is water.

    Raises:
        ShapeError: Naming the first polygon at fault.
    """
    for polygon, label in zip(polygons, labels, strict=True):
        if polygon is None or polygon.is_empty:
            raise ShapeError(where, f"{label} has no shape", "Every row needs a polygon")
        if not polygon.is_valid:
            problem = f"{label} is invalid: {shapely.is_valid_reason(polygon)}"
            raise ShapeError(where, problem, "Repair the polygon in the source")
    invalid = shapely.coverage_invalid_edges(polygons, gap_width=gap)
    for edges, label in zip(invalid, labels, strict=True):
        if not edges.is_empty:
            lon, lat = shapely.get_coordinates(edges)[0]
            problem = f"{label} does not share its edge with a neighbour near {lon:.4f}, {lat:.4f}"
            raise ShapeError(where, problem, "Neighbours must have the same vertices")


def round_coordinates(polygons: Geometries, decimals: int) -> Geometries:
    """Round every vertex, the same way on both sides of a shared edge.

    ``shapely.set_precision`` works on one polygon at a time and may move an edge of one and not
    of its neighbour, so vertices are rounded one by one and repeated ones dropped.
    """

    def rounded(coordinates: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.round(coordinates, decimals) + 0.0

    return shapely.remove_repeated_points(shapely.transform(polygons, rounded))


def dissolve(polygons: Geometries, groups: Sequence[str]) -> dict[str, Any]:
    """Unite the polygons of each group along their shared edges.

    Returns:
        One polygon or multipolygon by group, groups in alphabetical order.
    """
    names = np.asarray(groups, dtype=object)
    return {
        str(name): shapely.coverage_union_all(polygons[names == name])
        for name in sorted(set(groups))
    }


def clip(polygons: Geometries, window: tuple[float, float, float, float]) -> Geometries:
    """Cut the polygons at a window; what only touches it becomes empty.

    Args:
        polygons: The coverage.
        window: West, south, east, north in degrees.
    """
    cut = shapely.intersection(polygons, shapely.box(*window))
    return np.array([_only_polygons(shape) for shape in cut], dtype=object)


def simplify(
    polygons: Geometries, *, tolerance: float, longest_edge: float, decimals: int
) -> Geometries:
    """Simplify for a screen, keeping shared edges shared.

    Args:
        polygons: The coverage.
        tolerance: In degrees: bends whose triangle is smaller than its square go.
        longest_edge: In degrees. A map projection draws an edge as a great circle, which
            strays from the parallel a clipped shape ends on, so long edges are divided.
        decimals: Of a degree, in the result.
    """
    simpler = shapely.coverage_simplify(polygons, tolerance)
    return round_coordinates(shapely.segmentize(simpler, longest_edge), decimals)


def drop_specks(polygons: Geometries, smallest: float) -> Geometries:
    """Drop islands too small to see.

    Only parts that touch no other polygon go, for an exclave's absence would leave a hole in
    the country around it; the largest part of a shape always stays.

    Args:
        polygons: The coverage.
        smallest: Area in square degrees below which an island goes.
    """
    tree = shapely.STRtree(polygons)
    kept = []
    for index, shape in enumerate(polygons):
        parts = shapely.get_parts(shape)
        largest = int(np.argmax(shapely.area(parts)))
        keep = [
            part
            for number, part in enumerate(parts)
            if number == largest
            or part.area >= smallest
            or any(other != index for other in tree.query(part, predicate="intersects"))
        ]
        kept.append(shapely.multipolygons(keep) if len(keep) > 1 else keep[0])
    return np.array(kept, dtype=object)


def canonical(polygons: Geometries, *, clockwise: bool) -> Geometries:
    """Bring rings and parts into a fixed order and direction.

    Args:
        polygons: Any polygons.
        clockwise: Direction of exteriors. Clockwise is what d3, and so plotly's geo maps, take
            as the inside; RFC 7946 and GeoParquet have it the other way round.
    """
    return shapely.orient_polygons(shapely.normalize(polygons), exterior_cw=clockwise)


def label_point(polygon: Any, decimals: int = 2) -> tuple[float, float]:
    """Where a label stands best: the centre of the largest circle inside the largest part.

    Args:
        polygon: A polygon or multipolygon.
        decimals: Of a degree, in the result.

    Returns:
        Longitude and latitude in degrees, inside the polygon.
    """
    parts = shapely.get_parts(polygon)
    largest = parts[int(np.argmax(shapely.area(parts)))]
    south, north = largest.bounds[1], largest.bounds[3]
    shrink = float(np.cos(np.radians((south + north) / 2)))
    squeezed = shapely.transform(largest, lambda xy: xy * [shrink, 1.0])
    circle = shapely.maximum_inscribed_circle(squeezed, tolerance=0.01)
    x, y = shapely.get_coordinates(circle)[0]
    return round(float(x) / shrink, decimals), round(float(y), decimals)


def _only_polygons(shape: Any) -> Any:
    """The polygons of what a clip leaves, which may hold stray points and lines."""
    parts = shapely.get_parts(shape)
    polygons = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
    return polygons[0] if len(polygons) == 1 else shapely.multipolygons(polygons)
