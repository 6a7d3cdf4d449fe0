"""Claims with their shapes, read back by programs for maps and for databases."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from dashboard.charts.catalogue import CHARTS
from dashboard.charts.plotted import Mark
from dashboard.export.geography import (
    facts_to_geojson,
    frame_to_geojson,
    marks_to_geojson,
    marks_to_geopackage,
)
from dashboard.export.tables import COLUMNS, row_of
from dashboard.selection import Selection
from dashboard.view import View
from data.corpus import Corpus, read_corpus
from data.fact import DTYPES, Fact
from geo.borders import borders
from geo.boundaries import countries, provinces
from tests.dashboard.made_up import a_fact, a_number, an_article
from tests.dashboard.test_export_tables import HOSTILE
from tests.seed_only import SEED_ONLY

BASE: Final = "https://example.org/withdrawal"
TELLING: Final = (
    *("quote", "claimant_name", "source_publisher", "source_title", "source_url"),
    *("source_licence", "kind_definition", "of", "link"),
)
"""Columns without which a row could not be weighed."""

ROUNDED: Final = 0.00001
LAYERS: Final = {"countries": "country", "borders": "border", "movements": "movement"}


@pytest.fixture(scope="module")
def view() -> View:
    return View(read_corpus(SEED_ONLY))


@pytest.fixture(scope="module")
def marks(view: View) -> list[Mark]:
    marks = list(CHARTS["region-map"].marks(view))
    assert {mark.columns["mark"] for mark in marks} == set(LAYERS.values())
    return marks


def packed(view: View, marks: list[Mark], readme: str = "What this is.") -> bytes:
    return marks_to_geopackage(marks, view.corpus.articles, BASE, readme=readme, as_of=view.as_of)


@pytest.fixture(scope="module")
def package(view: View, marks: list[Mark], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("package") / "view.gpkg"
    path.write_bytes(packed(view, marks, "Read – “me” first.\n\tThen the rest."))
    return path


@pytest.fixture
def database(package: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(package)
    yield connection
    connection.close()


def features_of(content: bytes) -> list[dict[str, Any]]:
    collection = json.loads(content)
    assert collection["type"] == "FeatureCollection"
    features: list[dict[str, Any]] = collection["features"]
    assert {feature["type"] for feature in features} <= {"Feature"}
    return features


def frame_of(path: Path, content: bytes) -> gpd.GeoDataFrame:
    path.write_bytes(content)
    return gpd.read_file(path, engine="pyogrio")


def expected(view: View, fact: Fact) -> dict[str, Any]:
    return row_of(fact, view.corpus.articles[fact.article_id], BASE)


def behind(marks: list[Mark]) -> list[tuple[Mark, Fact]]:
    return [(mark, fact) for mark in marks for fact in mark.facts]


def missing_as_none(cell: Any) -> Any:
    return None if pd.isna(cell) else cell


def same_shape(read: BaseGeometry, drawn: BaseGeometry) -> bool:
    """Whether two shapes are one but for the rounding; a layer may make one part a collection."""
    kinds = {part.geom_type for each in (read, drawn) for part in shapely.get_parts(each)}
    same_parts = shapely.get_num_geometries(read) == shapely.get_num_geometries(drawn)
    return len(kinds) == 1 and same_parts and shapely.hausdorff_distance(read, drawn) <= ROUNDED


def assert_follows_the_standard(geometry: Mapping[str, Any] | None) -> None:
    """RFC 7946: degrees of longitude and latitude, exteriors counter-clockwise, holes clockwise."""
    if geometry is None:
        return
    told = shape(geometry)
    west, south, east, north = told.bounds
    assert -180 <= west <= east <= 180
    assert -90 <= south <= north <= 90
    assert told.is_valid, shapely.is_valid_reason(told)
    for part in shapely.get_parts(told):
        if part.geom_type == "Polygon":
            assert shapely.is_ccw(part.exterior)
            assert not any(shapely.is_ccw(ring) for ring in part.interiors)


def test_a_map_is_read_as_the_shapes_it_draws(
    view: View, marks: list[Mark], tmp_path: Path
) -> None:
    read = frame_of(tmp_path / "map.geojson", marks_to_geojson(marks, view.corpus.articles, BASE))
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
    content = facts_to_geojson(view.facts, view.corpus.articles, BASE)
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
    content = facts_to_geojson([a_fact(**fields)], {"a": an_article()}, BASE)
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
    content = facts_to_geojson([a_fact(places=("AFG/kabul",))], {}, BASE)
    (feature,) = features_of(content)
    assert feature["geometry"]["type"] == "Point"
    lon, lat = feature["geometry"]["coordinates"]
    assert shapely.Point(lon, lat).within(countries(display=True).geometry["AFG"])


def test_geojson_of_facts_and_of_marks_follows_the_standard(view: View, marks: list[Mark]) -> None:
    articles = view.corpus.articles
    for content in (
        facts_to_geojson(view.facts, articles, BASE),
        marks_to_geojson(marks, articles, BASE),
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
    mark = Mark({"mark": "country", "code": "AFG"}, (a_fact(),), clockwise)
    (feature,) = features_of(marks_to_geojson([mark], {}, BASE))
    assert_follows_the_standard(feature["geometry"])
    assert shape(feature["geometry"]).equals(clockwise)


def test_every_feature_can_be_weighed_alone(view: View, marks: list[Mark]) -> None:
    articles = view.corpus.articles
    for content in (
        facts_to_geojson(view.facts, articles, BASE),
        marks_to_geojson(marks, articles, BASE),
    ):
        features = features_of(content)
        assert len(features) > len(view.facts) / 2
        for feature in features:
            told = feature["properties"]
            fact = view.corpus.facts[told["fact_id"]]
            assert {name: told[name] for name in COLUMNS} == expected(view, fact)
            assert parse_qs(urlsplit(told["link"]).query) == {"fact": [fact.fact_id]}


def test_geojson_says_whose_boundaries_it_has() -> None:
    for content in (facts_to_geojson([], {}, BASE), marks_to_geojson([], {}, BASE)):
        assert "Natural Earth" in json.loads(content)["boundaries"]
        assert features_of(content) == []


def test_a_geopackage_is_whole_and_has_its_layers(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"GPKG"),)
    contents = dict(database.execute("SELECT table_name, data_type FROM gpkg_contents").fetchall())
    assert contents == {
        **dict.fromkeys(LAYERS, "features"),
        "facts": "attributes",
        "readme": "attributes",
    }
    assert database.execute("SELECT text FROM readme").fetchall() == [
        ("Read – “me” first.\n\tThen the rest.",)
    ]


def test_a_geopackage_says_as_of_when_it_is_and_not_when_it_was_written(
    database: sqlite3.Connection,
) -> None:
    changes = database.execute("SELECT DISTINCT last_change FROM gpkg_contents").fetchall()
    assert [day[:10] for (day,) in changes] == ["2021-07-09"]


@pytest.mark.parametrize(("layer", "kind"), LAYERS.items())
def test_a_layer_is_read_as_the_marks_it_holds(
    package: Path, view: View, marks: list[Mark], layer: str, kind: str
) -> None:
    read = gpd.read_file(package, layer=layer, engine="pyogrio")
    assert pyogrio.read_info(package, layer=layer)["crs"] == "EPSG:4326"
    drawn = behind([mark for mark in marks if mark.columns["mark"] == kind])
    assert len(read) == len(drawn) > 0
    for (mark, fact), (_, row) in zip(drawn, read.iterrows(), strict=True):
        assert row["code"] == mark.columns["code"]
        assert row["shows"] == mark.columns["shows"]
        assert same_shape(row.geometry, mark.geometry)
        told = expected(view, fact)
        for name in (*TELLING, "value", "low", "high", "hedged", "when_start", "when_end"):
            assert missing_as_none(row[name]) == told[name], name
        assert row["places"] == "; ".join(fact.places)


def test_the_facts_of_a_geopackage_are_those_that_the_map_shows(
    database: sqlite3.Connection, view: View, marks: list[Mark]
) -> None:
    names = [name for name in COLUMNS if name not in {"places", "places_named", "corrected"}]
    quoted = ", ".join(f'"{name}"' for name in names)
    rows = database.execute(f"SELECT {quoted} FROM facts").fetchall()  # noqa: S608 - our columns
    shown = dict.fromkeys(fact.fact_id for _, fact in behind(marks))
    wanted = [expected(view, view.corpus.facts[fact_id]) for fact_id in shown]
    assert rows == [tuple(row[name] for name in names) for row in wanted]


SQL_TYPES: Final = {"Float64": "REAL", "int64": "INTEGER", "bool": "BOOLEAN"}


@pytest.mark.parametrize(
    "facts",
    [
        [],
        [a_fact(places=("TJK",))],
        [a_number("a-1", 40, origin="AFG", destination="TJK")],
        [a_number("a-1", 66.7, unit="percent", of="AFG-TJK", kind="control_share")],
    ],
    ids=["nothing", "no number", "a whole number", "a share"],
)
def test_columns_have_the_same_types_whatever_is_in_view(tmp_path: Path, facts: list[Fact]) -> None:
    view = View(Corpus({"a": an_article()}, {fact.fact_id: fact for fact in facts}))
    path = tmp_path / "view.gpkg"
    path.write_bytes(packed(view, list(CHARTS["region-map"].marks(view))))
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    layers = [name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")]
    assert {"facts", "readme"} <= set(layers)
    assert (set(layers) > {"facts", "readme"}) == bool(facts)
    for layer in set(layers) - {"readme"}:
        columns = connection.execute(f"PRAGMA table_info({layer})").fetchall()
        types = {name: kind for _, name, kind, *_ in columns if name in COLUMNS}
        assert types == {name: SQL_TYPES.get(DTYPES.get(name, ""), "TEXT") for name in COLUMNS}
    connection.close()


def test_text_is_exactly_as_published(tmp_path: Path) -> None:
    texts = {f"a-{place}": text for place, text in enumerate(HOSTILE)}
    articles = {
        each: an_article(article_id=each, title=text, publisher=text)
        for each, text in texts.items()
    }
    moved = {"origin": "AFG", "destination": "TJK"}
    facts = {
        each: a_number(each, 40, article_id=each, quote=text, end=1, attributed_to=text, **moved)
        for each, text in texts.items()
    }
    view = View(Corpus(articles, facts))
    marks = list(CHARTS["region-map"].marks(view))
    features = [
        *features_of(facts_to_geojson(facts.values(), articles, BASE)),
        *features_of(marks_to_geojson(marks, articles, BASE)),
    ]
    told = [[feature["properties"] for feature in features]]
    path = tmp_path / "view.gpkg"
    path.write_bytes(packed(view, marks, "".join(HOSTILE)))
    for layer in ("countries", "movements", "facts"):
        frame = pyogrio.read_dataframe(path, layer=layer, read_geometry=False)
        told.append(frame.to_dict("records"))
    for rows in told:
        assert {row["fact_id"] for row in rows} == set(texts)
        for row in rows:
            said = (row["quote"], row["attributed_to"], row["claimant_name"])
            source = (row["source_title"], row["source_publisher"])
            assert {*said, *source} == {texts[row["fact_id"]]}
    assert pyogrio.read_dataframe(path, layer="readme")["text"].tolist() == ["".join(HOSTILE)]


def test_the_layer_of_facts_has_countries_with_how_many_name_them(tmp_path: Path) -> None:
    view = View(read_corpus(SEED_ONLY), Selection(layer="facts"))
    path = tmp_path / "view.gpkg"
    path.write_bytes(packed(view, list(CHARTS["region-map"].marks(view))))
    layers = [name for name, _ in pyogrio.list_layers(path)]
    assert layers == ["countries", "facts", "readme"]
    read = pyogrio.read_dataframe(path, layer="countries", read_geometry=False)
    shown = read.groupby("code").agg({"shows": "first", "fact_id": "nunique"})
    # Behind a country are also the facts that name its region, which do not name the country.
    assert (shown["shows"].astype(int) <= shown["fact_id"]).all()
    assert shown["shows"].astype(int).max() > 0


def test_same_input_same_bytes(view: View, marks: list[Mark]) -> None:
    articles = view.corpus.articles
    assert packed(view, marks) == packed(view, marks)
    facts = [facts_to_geojson(view.facts, articles, BASE) for _ in range(2)]
    assert facts[0] == facts[1]
    drawn = [marks_to_geojson(marks, articles, BASE) for _ in range(2)]
    assert drawn[0] == drawn[1]
