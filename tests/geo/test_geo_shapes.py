"""The real boundaries: every code right, every edge shared, every border where it belongs."""

from __future__ import annotations

import difflib
import itertools
import unicodedata
from typing import TYPE_CHECKING

import numpy as np
import pycountry
import pytest
import shapely

from data.lexicon.bounds import FILE, bounds
from geo.borders import border, border_pieces, borders
from geo.boundaries import countries, provinces, surroundings
from geo.coverage import check_coverage
from geo.errors import ShapeError
from geo.gazetteer import (
    HERE,
    border_codes,
    country_table,
    elsewhere,
    province_table,
    undrawn_provinces,
)
from geo.lines import length_km, shared_line
from geo.measured import has_label_point, label_point, measured
from geo.measuring import measure
from geo.shape_files import LAYERS, read_layer

if TYPE_CHECKING:
    import geopandas as gpd

WITH_PROVINCES = sorted(province_table())
# What English calls it is too far from the local name in ISO 3166-2 for letters to tell.
OTHER_LANGUAGE = {"TJ-GB", "TJ-RA"}


def subdivisions(country: str) -> dict[str, str]:
    alpha_2 = {item.alpha_3: item.alpha_2 for item in pycountry.countries}[country]
    return {item.code: item.name for item in pycountry.subdivisions if item.country_code == alpha_2}


def plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return letters.removesuffix(" city").removesuffix(" region")


def rings(frame: gpd.GeoDataFrame) -> list[shapely.LinearRing]:
    return [part.exterior for shape in frame.geometry for part in shapely.get_parts(shape)]


def test_countries_are_those_of_the_table() -> None:
    for display in (False, True):
        assert list(countries(display=display).index) == sorted(country_table())


def test_every_country_of_the_world_is_here_or_elsewhere() -> None:
    known = {country.alpha_3 for country in pycountry.countries}
    assert set(country_table()) | elsewhere() == known | {"XKX"}
    assert not set(country_table()) & elsewhere()


def test_afghanistan_has_34_provinces_of_different_codes_and_names() -> None:
    afghan = provinces("AFG")
    assert len(afghan) == afghan.index.nunique() == afghan.name.nunique() == 34
    assert afghan.name["AF-PAN"] == "Panjshir"
    assert afghan.name["AF-DAY"] == "Daykundi"
    assert {"Herat", "Helmand", "Paktia"} <= set(afghan.name)


@pytest.mark.parametrize("country", WITH_PROVINCES)
def test_codes_are_all_of_iso_3166_2(country: str) -> None:
    drawn = set(provinces(country).index)
    undrawn = {code for code, entry in undrawn_provinces().items() if entry.drawn_in in drawn}
    assert drawn | undrawn == set(subdivisions(country))
    assert not drawn & undrawn


@pytest.mark.parametrize("country", WITH_PROVINCES)
def test_names_are_closest_to_the_name_of_their_own_code(country: str) -> None:
    official = {code: plain(name) for code, name in subdivisions(country).items()}
    for code, name in provinces(country).name.items():
        if code in OTHER_LANGUAGE:
            continue
        likeness = {
            other: difflib.SequenceMatcher(None, plain(name), theirs).ratio()
            for other, theirs in official.items()
        }
        best = max(likeness.values())
        assert likeness[str(code)] == best, f"{code} {name}: {likeness}"


@pytest.mark.parametrize("display", [False, True])
def test_each_province_holds_its_own_town_and_no_other(display: bool) -> None:
    shapes = provinces(display=display).geometry
    towns = {code: p.at for group in province_table().values() for code, p in group.items()}
    towns |= {entry.drawn_in: entry.at for entry in undrawn_provinces().values()}
    for code, at in towns.items():
        assert list(shapes.index[shapes.contains(shapely.Point(at))]) == [code]


@pytest.mark.parametrize("display", [False, True])
def test_shapes_are_valid_and_fit_together(display: bool) -> None:
    for frame in (countries(display=display), provinces(display=display)):
        check_coverage(frame.geometry.to_numpy(), list(frame.index), "real")
        assert frame.crs == "EPSG:4326"
    for one, other in itertools.combinations(countries(display=display).geometry, 2):
        assert one.intersection(other).area == 0


@pytest.mark.parametrize("display", [False, True])
def test_provinces_make_up_their_country_to_the_last_vertex(display: bool) -> None:
    whole = countries(display=display).geometry
    for country in WITH_PROVINCES:
        united = shapely.coverage_union_all(provinces(country, display=display).geometry.to_numpy())
        assert shapely.equals_exact(united, whole[country], normalize=True)


def test_display_countries_share_edges_with_the_surroundings() -> None:
    land = [*countries(display=True).geometry, surroundings().geometry.iloc[0]]
    check_coverage(np.array(land, dtype=object), [str(n) for n in range(len(land))], "display")


def test_display_exteriors_run_clockwise_and_the_others_do_not() -> None:
    for frame in (countries(display=True), provinces(display=True), surroundings()):
        assert not any(ring.is_ccw for ring in rings(frame))
    assert all(ring.is_ccw for ring in rings(countries()))


def test_display_layer_is_light_and_short_edged() -> None:
    frame = countries(display=True)
    assert len(frame[["name", "geometry"]].to_json(separators=(",", ":"))) < 150_000
    for ring in rings(frame):
        steps = np.abs(np.diff(shapely.get_coordinates(ring), axis=0))
        assert steps.max() <= 1.001  # else a great circle strays from the parallel


def test_display_shapes_stay_close_to_the_full_ones() -> None:
    full, drawn = provinces().geometry, provinces(display=True).geometry
    for code, shape in full.items():
        vertices = shapely.points(shapely.get_coordinates(drawn[code]))
        assert shapely.distance(vertices, shape.boundary).max() < 0.01, code
        assert drawn[code].area == pytest.approx(shape.area, rel=0.2), code


@pytest.mark.parametrize("display", [False, True])
def test_borders_are_the_edges_both_countries_share(display: bool) -> None:
    shapes, lines = countries(display=display).geometry, borders(display=display).geometry
    for code, line in lines.items():
        home, neighbour = str(code).split("-")
        assert line.equals(shared_line(shapes[home], shapes[neighbour]))
        assert shapes[home].boundary.covers(line)
        assert shapes[neighbour].boundary.covers(line)


def test_border_pieces_run_along_their_province() -> None:
    shapes = provinces().geometry
    for piece in border_pieces().itertuples():
        assert shapes[piece.province].boundary.covers(piece.geometry)
        assert piece.length_km == pytest.approx(length_km(piece.geometry), abs=0.001)


def test_pieces_add_up_to_the_border() -> None:
    for code in border_codes():
        line = border(code)
        assert length_km(line.geometry) == pytest.approx(line.length_km, abs=0.01)
        assert sum(line.provinces.values()) == pytest.approx(line.length_km)


def test_the_ring_of_borders_is_the_whole_outline_of_afghanistan() -> None:
    outline = countries().geometry["AFG"].boundary
    assert borders().geometry.union_all().equals(outline)
    assert borders().length_km.sum() == pytest.approx(length_km(outline), abs=0.1)


def test_label_points_lie_in_their_shape() -> None:
    for frame in (countries(display=True), provinces(display=True)):
        for code, shape in frame.geometry.items():
            assert shape.contains(shapely.Point(label_point(str(code)))), code


def test_label_points_of_borders_and_undrawn_provinces() -> None:
    line = borders(display=True).geometry["AFG-TJK"]
    assert line.distance(shapely.Point(label_point("AFG-TJK"))) < 1e-9
    assert label_point("TM-S") == (58.38, 37.95)


@pytest.mark.parametrize(
    ("code", "message"),
    [("USA", "'USA': the country is not on this map"), ("AF-XXX", "'AF-XXX': no such shape")],
)
def test_a_code_without_a_label_point(code: str, message: str) -> None:
    assert not has_label_point(code)
    with pytest.raises(ShapeError, match=message):
        label_point(code)


def test_callers_get_copies() -> None:
    frame = countries()
    frame["name"] = "changed"
    assert countries().name["AFG"] == "Afghanistan"
    pieces = border_pieces()
    pieces["length_km"] = 0.0
    assert border_pieces().length_km.min() > 1
    changed = borders()
    changed["length_km"] = 0.0
    assert borders().length_km["AFG-CHN"] > 80


def test_what_is_measured_is_what_the_shapes_have() -> None:
    assert measured() == measure({name: read_layer(name) for name in LAYERS})


def test_what_is_drawn_is_documented() -> None:
    told = (HERE / "README.md").read_text(encoding="utf-8")
    drawn = f"{len(countries())} countries"
    assert f"| `countries` | {drawn}: " in told, f"the table of files in geo/README.md: {drawn}"
    every = f"{sum(map(len, province_table().values()))} provinces"
    assert f"| `provinces` | {every}: " in told, f"the table of files in geo/README.md: {every}"


@pytest.mark.parametrize("table", ["countries", "borders"])
def test_boxes_of_places_hold_what_is_drawn(table: str) -> None:
    shapes = countries() if table == "countries" else borders()
    boxes = bounds().countries if table == "countries" else bounds().borders
    assert set(shapes.index) <= boxes.keys(), f"[{table}] of {FILE.name}"
    for code, shape in shapes.geometry.items():
        west, south, east, north = shape.bounds
        box = boxes[code]
        holds = box.south <= south and north <= box.north and box.west <= west and east <= box.east
        assert holds, f"{FILE.name}: {table}.{code} is narrower than {west, south, east, north}"
