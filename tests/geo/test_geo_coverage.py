"""Squares drawn by hand: what they share, how long it is, what simplifying leaves of it."""

from __future__ import annotations

import math
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.coverage import (
    canonical,
    check_coverage,
    clip,
    dissolve,
    drop_specks,
    label_point,
    round_coordinates,
    simplify,
)
from geo.errors import ShapeError
from geo.layers import cut_borders
from geo.lines import length_km, midpoint, shared_line

WEST = shapely.Polygon([(0, 0), (1, 0), (1, 1), (1, 2), (0, 2)])
SOUTH_EAST = shapely.box(1, 0, 2, 1)
NORTH_EAST = shapely.box(1, 1, 2, 2)
SQUARES = np.array([WEST, SOUTH_EAST, NORTH_EAST], dtype=object)
LABELS = ["west", "south-east", "north-east"]


def meridian_km(south: float, north: float) -> float:
    """Length of a meridian arc by numeric integration of the ellipse's radius of curvature."""
    a, f = 6378.137, 1 / 298.257223563
    e2 = f * (2 - f)
    steps = 20_000
    width = math.radians(north - south) / steps
    middles = [math.radians(south) + (step + 0.5) * width for step in range(steps)]
    return math.fsum(
        a * (1 - e2) / float((1 - e2 * math.sin(lat) ** 2) ** 1.5) * width for lat in middles
    )


def test_squares_share_the_edge_that_was_drawn() -> None:
    line = shared_line(WEST, SOUTH_EAST)
    assert line.equals(shapely.LineString([(1, 0), (1, 1)]))
    assert shared_line(SOUTH_EAST, NORTH_EAST).equals(shapely.LineString([(1, 1), (2, 1)]))


def test_a_shared_corner_is_no_line() -> None:
    assert shared_line(shapely.box(0, 0, 1, 1), shapely.box(1, 1, 2, 2)).is_empty
    assert shared_line(shapely.box(0, 0, 1, 1), shapely.box(5, 5, 6, 6)).is_empty


def test_an_interrupted_line_stays_in_parts() -> None:
    comb = shapely.Polygon([(0, 0), (1, 0), (1, 1), (0.5, 1), (0.5, 2), (1, 2), (1, 3), (0, 3)])
    wall = shapely.Polygon([(1, 0), (2, 0), (2, 3), (1, 3), (1, 2), (1, 1)])
    line = shared_line(comb, wall)
    assert line.geom_type == "MultiLineString"
    assert line.length == pytest.approx(2)


def test_length_is_geodesic() -> None:
    line = shared_line(WEST, SOUTH_EAST)
    assert length_km(line) == pytest.approx(meridian_km(0, 1), rel=1e-7)
    assert length_km(line) == pytest.approx(110.574, abs=0.001)  # a degree at the equator
    north = shapely.LineString([(70, 37), (70, 38)])
    assert length_km(north) == pytest.approx(meridian_km(37, 38), rel=1e-7)


@settings(deadline=None)
@given(st.floats(-89, 88), st.floats(0.01, 1))
def test_length_agrees_with_the_meridian_integral(south: float, height: float) -> None:
    line = shapely.LineString([(10, south), (10, south + height)])
    a, f = 6378.137, 1 / 298.257223563
    e2 = f * (2 - f)
    radius = a * (1 - e2) / (1 - e2 * math.sin(math.radians(south + height / 2)) ** 2) ** 1.5
    assert length_km(line) == pytest.approx(radius * math.radians(height), rel=1e-5)


def test_midpoint_halves_the_kilometres_and_not_the_degrees() -> None:
    bent = shapely.LineString([(0, 60), (2, 60), (2, 61)])
    lon, lat = midpoint(bent)
    first = shapely.LineString([(0, 60), (lon, lat)])
    assert lat == pytest.approx(60)
    assert length_km(first) == pytest.approx(length_km(bent) / 2, rel=1e-3)
    assert lon > 1.9  # by degrees it would be 1.5


def test_midpoint_of_an_interrupted_line_is_on_its_longest_part() -> None:
    parts = shapely.MultiLineString([[(0, 0), (0, 1)], [(10, 0), (10, 4)]])
    assert midpoint(parts) == pytest.approx((10, 2), abs=0.01)


def test_borders_are_cut_by_province() -> None:
    """AFG has two provinces one above the other, TJK lies east of both."""
    countries = gpd.GeoDataFrame(
        {"code": ["CHN", "IRN", "PAK", "TJK", "TKM", "UZB"]},
        geometry=[shapely.box(9, n, 10, n + 1) for n in range(3)]
        + [shapely.Polygon([(1, 0), (2, 0), (2, 3), (1, 3), (1, 1)])]
        + [shapely.box(12, 0, 13, 1), shapely.box(-1, 3, 0, 4)],
        crs=4326,
    )
    provinces = gpd.GeoDataFrame(
        {"code": ["AF-BDS", "AF-KDZ", "UZ-TK"], "country": ["AFG", "AFG", "UZB"]},
        geometry=[shapely.box(0, 0, 1, 1), shapely.box(0, 1, 1, 3), shapely.box(2, 0, 3, 3)],
        crs=4326,
    )
    borders = cut_borders(countries, provinces)
    assert list(borders.code) == ["AFG-TJK", "AFG-TJK"]  # UZB touches in a corner only
    assert list(borders.province) == ["AF-BDS", "AF-KDZ"]
    assert list(borders.length_km) == pytest.approx(
        [meridian_km(0, 1), meridian_km(1, 3)], abs=0.001
    )
    assert borders.geometry.iloc[1].equals(shapely.LineString([(1, 1), (1, 3)]))


def test_a_coverage_passes() -> None:
    check_coverage(SQUARES, LABELS, "here")


@pytest.mark.parametrize(
    ("third", "message"),
    [
        (shapely.box(0.9, 1, 2, 2), "does not share its edge with a neighbour near"),
        (shapely.Polygon(), "north-east has no shape"),
        (None, "north-east has no shape"),
        (shapely.Polygon([(1, 1), (2, 2), (2, 1), (1, 2)]), "north-east is invalid: Self-inter"),
    ],
)
def test_what_is_no_coverage_is_refused(third: Any, message: str) -> None:
    with pytest.raises(ShapeError, match=f"^here: .*{message}"):
        check_coverage(np.array([WEST, SOUTH_EAST, third], dtype=object), LABELS, "here")


def test_a_crack_is_refused_and_a_strait_is_not() -> None:
    one, labels = shapely.box(0, 0, 1, 1), ["one", "other"]
    strait = np.array([one, shapely.box(1.001, 0, 2, 1)], dtype=object)
    check_coverage(strait, labels, "here")
    crack = np.array([one, shapely.box(1.00005, 0, 2, 1)], dtype=object)
    with pytest.raises(ShapeError, match="one does not share its edge"):
        check_coverage(crack, labels, "here")


def test_dissolving_keeps_the_area_and_loses_the_inner_edge() -> None:
    united = dissolve(SQUARES, ["A", "B", "B"])
    assert list(united) == ["A", "B"]
    assert united["B"].equals(shapely.box(1, 0, 2, 2))


def test_rounding_moves_both_sides_of_an_edge_alike() -> None:
    moved = shapely.transform(SQUARES, lambda xy: xy + 0.123456789)
    rounded = round_coordinates(moved, 3)
    check_coverage(rounded, LABELS, "rounded")
    assert shapely.get_coordinates(rounded).min() == 0.123


def test_clipping_keeps_polygons_only() -> None:
    cut = clip(SQUARES, (1.0, 0.5, 5.0, 1.0))
    assert cut[0].is_empty  # touches the window along its edge
    assert cut[1].equals(shapely.box(1, 0.5, 2, 1))
    assert cut[2].is_empty


def wavy_pair() -> Any:
    wave = [(1 + 0.02 * math.sin(20 * t), 2 * t) for t in np.linspace(0, 1, 200)]
    left = shapely.Polygon([(0, 0), *wave, (0, 2)])
    right = shapely.Polygon([*wave, (2, 2), (2, 0)])
    return np.array([left, right], dtype=object)


def test_simplified_polygons_still_share_their_edge() -> None:
    pair = wavy_pair()
    simpler = simplify(pair, tolerance=0.1, longest_edge=0.5, decimals=3)
    check_coverage(simpler, ["left", "right"], "simplified")
    assert shapely.get_num_coordinates(simpler).sum() < shapely.get_num_coordinates(pair).sum() / 4
    edges = shapely.get_coordinates(simpler[0])
    assert np.hypot(*np.diff(edges, axis=0).T).max() <= 0.5 + 1e-9


def test_the_corner_where_three_meet_survives_simplifying() -> None:
    """A polygon simplified alone would cut off the corner of its two neighbours."""
    corner = (1.01, 1)
    west = shapely.Polygon([(0, 0), (1, 0), corner, (1, 2), (0, 2)])
    south_east = shapely.Polygon([(1, 0), (2, 0), (2, 1), corner])
    north_east = shapely.Polygon([corner, (2, 1), (2, 2), (1, 2)])
    three = np.array([west, south_east, north_east], dtype=object)
    simpler = simplify(three, tolerance=0.5, longest_edge=9, decimals=3)
    check_coverage(simpler, LABELS, "simpler", gap=0.02)
    assert shapely.area(simpler).sum() == pytest.approx(4)


def test_specks_go_and_exclaves_stay() -> None:
    exclave = shapely.box(0.4, 0.4, 0.41, 0.41)
    around = shapely.Polygon(shapely.box(0, 0, 1, 1).exterior, [exclave.exterior])
    owner = shapely.multipolygons([shapely.box(3, 3, 4, 4), exclave, shapely.box(6, 6, 6.01, 6.01)])
    kept = drop_specks(np.array([owner, around], dtype=object), smallest=0.01)
    assert [part.area for part in kept[0].geoms] == pytest.approx([1, 0.0001])
    assert kept[1].equals(around)


def test_the_last_island_of_a_shape_stays_however_small() -> None:
    tiny = shapely.box(0, 0, 0.001, 0.001)
    assert drop_specks(np.array([tiny], dtype=object), smallest=1)[0].equals(tiny)


@pytest.mark.parametrize("clockwise", [True, False])
def test_canonical_form_does_not_depend_on_how_it_was_drawn(clockwise: bool) -> None:
    one = shapely.Polygon([(0, 0), (1, 0), (1, 1), (0, 1)])
    same = shapely.Polygon([(1, 1), (1, 0), (0, 0), (0, 1)])
    forms = canonical(np.array([one, same], dtype=object), clockwise=clockwise)
    assert forms[0].wkb == forms[1].wkb
    assert forms[0].exterior.is_ccw is not clockwise


@settings(deadline=None)
@given(st.floats(-60, 60), st.floats(0.2, 5), st.floats(0.2, 5))
def test_label_point_is_inside(lat: float, width: float, height: float) -> None:
    hook = shapely.Polygon(
        [
            (0, lat),
            (width, lat),
            (width, lat + height),
            (width * 0.7, lat + height),
            (width * 0.7, lat + height * 0.3),
            (0, lat + height * 0.3),
        ]
    )
    assert hook.contains(shapely.Point(label_point(hook, decimals=6)))


def test_label_point_is_on_the_largest_part() -> None:
    parts = shapely.multipolygons([shapely.box(0, 0, 1, 1), shapely.box(5, 0, 9, 4)])
    assert label_point(parts) == pytest.approx((7, 2), abs=0.02)
