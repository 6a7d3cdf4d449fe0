"""Claims with their shapes as GeoJSON, read back by programs for maps."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import shapely
from shapely.geometry import shape

from dashboard.charts.parts.plotted import PlottedMark
from dashboard.export.geography import facts_to_geojson, frame_to_geojson, marks_to_geojson
from dashboard.export.rows import COLUMNS, Rows
from dashboard.view import View
from geo.borders import borders
from geo.boundaries import countries, provinces
from tests.dashboard.exported import BASE
from tests.dashboard.exported_shapes import (
    assert_follows_the_standard,
    behind,
    expected,
    features_of,
    frame_of,
    missing_as_none,
    same_shape,
    seed_marks,
    seed_view,
)
from tests.dashboard.made_up import a_fact, an_article


@pytest.fixture(scope="module")
def view() -> View:
    return seed_view()


@pytest.fixture(scope="module")
def marks() -> list[PlottedMark]:
    return seed_marks()


def test_a_map_is_read_as_the_shapes_it_draws(
    view: View, marks: list[PlottedMark], tmp_path: Path
) -> None:
    read = frame_of(tmp_path / "map.geojson", marks_to_geojson(marks, Rows.of(view, BASE)))
    assert read.crs == "EPSG:4326"
    drawn = behind(marks)
    assert len(read) == len(drawn) > len(marks)
    compared = set()
    for (mark, fact), (_, row) in zip(drawn, read.iterrows(), strict=True):
        assert (row["mark"], row["code"], row["fact_id"]) == (
            mark.columns["mark"],
            mark.columns["code"],
            fact.fact_id,
        )
        drawn_once = (row["code"], row.geometry.wkb)
        if drawn_once not in compared:
            assert same_shape(row.geometry, mark.geometry)
            compared.add(drawn_once)
        for name in ("value", "low", "high"):
            assert missing_as_none(row[name]) == getattr(fact, name)
    assert len(compared) == len(marks)


def test_facts_are_read_with_the_shapes_they_are_about(view: View, tmp_path: Path) -> None:
    content = facts_to_geojson(view.facts, Rows.of(view, BASE))
    read = frame_of(tmp_path / "facts.geojson", content)
    assert read.crs == "EPSG:4326"
    assert list(dict.fromkeys(read["fact_id"])) == [fact.fact_id for fact in view.facts]
    for _, row in read.iterrows():
        fact = view.corpus.facts[row["fact_id"]]
        for name in ("value", "low", "high"):
            assert missing_as_none(row[name]) == getattr(fact, name)
        about = {fact.of, fact.origin, fact.destination, *fact.places}
        assert missing_as_none(row["shape"]) in {*about, None}
        assert (row.geometry is None) == (missing_as_none(row["shape"]) is None)
    assert len(read.dropna(subset="shape")) > len(view.facts) / 2


@pytest.mark.parametrize(
    ("fields", "shapes"),
    [
        ({"places": ("TJK",)}, {"TJK": "MultiPolygon"}),
        ({"of": "AFG-TJK", "places": ("TJK",)}, {"AFG-TJK": "LineString", "TJK": "MultiPolygon"}),
        ({"origin": "AFG", "destination": "TJK"}, {"AFG": "Polygon", "TJK": "MultiPolygon"}),
        ({"places": ("TJK",), "destination": "TJK"}, {"TJK": "MultiPolygon"}),
        ({"places": ("MARS",)}, {None: None}),
        ({}, {None: None}),
    ],
)
def test_a_fact_has_a_feature_for_each_shape_and_none_twice(
    fields: dict[str, Any], shapes: dict[str | None, str | None]
) -> None:
    content = facts_to_geojson([a_fact(**fields)], Rows({"a": an_article()}, BASE))
    features = features_of(content)
    assert [each["properties"]["shape"] for each in features] == list(shapes)
    for feature in features:
        kind = shapes[feature["properties"]["shape"]]
        geometry = feature["geometry"]
        assert (geometry is None) == (kind is None)
        if geometry is not None and kind is not None:
            assert geometry["type"].removeprefix("Multi") == kind.removeprefix("Multi")
        assert feature["properties"]["quote"] == "Over 40 guards fled."


def test_a_town_is_a_point_where_it_lies() -> None:
    content = facts_to_geojson([a_fact(places=("AFG/kabul",))], Rows({}, BASE))
    (feature,) = features_of(content)
    assert feature["geometry"]["type"] == "Point"
    lon, lat = feature["geometry"]["coordinates"]
    assert shapely.Point(lon, lat).within(countries(display=True).geometry["AFG"])


def test_geojson_of_facts_and_of_marks_follows_the_standard(
    view: View, marks: list[PlottedMark]
) -> None:
    articles = view.corpus.articles
    for content in (
        facts_to_geojson(view.facts, Rows(articles, BASE)),
        marks_to_geojson(marks, Rows(articles, BASE)),
    ):
        for feature in features_of(content):
            assert_follows_the_standard(feature["geometry"])


@pytest.mark.parametrize("frame_of_shapes", [countries, provinces, borders])
def test_every_shape_there_is_follows_the_standard_and_stays_the_same(
    frame_of_shapes: Any,
) -> None:
    frame = frame_of_shapes(display=True)
    features = features_of(frame_to_geojson(frame))
    assert [each["properties"]["code"] for each in features] == list(frame.index)
    for feature, drawn in zip(features, frame.geometry, strict=True):
        assert_follows_the_standard(feature["geometry"])
        assert same_shape(shape(feature["geometry"]), drawn)


def test_rings_that_turn_the_wrong_way_are_turned() -> None:
    outer = [(60, 30), (60, 40), (70, 40), (70, 30)]
    hole = [(62, 32), (64, 32), (64, 34), (62, 34)]
    clockwise = shapely.Polygon(outer, [hole])
    assert not shapely.is_ccw(clockwise.exterior)
    mark = PlottedMark({"mark": "country", "code": "AFG"}, (a_fact(),), lambda: clockwise)
    (feature,) = features_of(marks_to_geojson([mark], Rows({}, BASE)))
    assert_follows_the_standard(feature["geometry"])
    assert shape(feature["geometry"]).equals(clockwise)


def test_every_feature_can_be_weighed_alone(view: View, marks: list[PlottedMark]) -> None:
    articles = view.corpus.articles
    for content in (
        facts_to_geojson(view.facts, Rows(articles, BASE)),
        marks_to_geojson(marks, Rows(articles, BASE)),
    ):
        features = features_of(content)
        assert len(features) > len(view.facts) / 2
        for feature in features:
            told = feature["properties"]
            fact = view.corpus.facts[told["fact_id"]]
            assert {name: told[name] for name in COLUMNS} == expected(view, fact)
            assert parse_qs(urlsplit(told["link"]).query) == {"fact": [fact.fact_id]}


def test_geojson_says_whose_boundaries_it_has() -> None:
    for content in (facts_to_geojson([], Rows({}, BASE)), marks_to_geojson([], Rows({}, BASE))):
        assert "Natural Earth" in json.loads(content)["boundaries"]
        assert features_of(content) == []
