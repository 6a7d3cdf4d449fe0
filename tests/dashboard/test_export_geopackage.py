"""Claims with their shapes as GeoPackage, read back by programs for maps and for databases."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import geopandas as gpd
import pyogrio
import pytest

from dashboard.charts.catalogue import CHARTS
from dashboard.charts.parts.plotted import PlottedMark
from dashboard.export.rows import COLUMNS, TYPES
from dashboard.selecting.selection import Selection
from dashboard.view import View
from data.corpus import Corpus, read_corpus
from data.fact import Fact
from tests.dashboard.exported_shapes import (
    LAYERS,
    behind,
    expected,
    packed,
    same_shape,
    seed_marks,
    seed_view,
)
from tests.dashboard.made_up import a_fact, a_number, an_article
from tests.seed_only import SEED_ONLY

TELLING: Final = (
    *("quote", "claimant_name", "source_publisher", "source_title", "source_url"),
    *("source_licence", "kind_definition", "of", "link"),
)
"""Columns without which a row could not be weighed."""


@pytest.fixture(scope="module")
def view() -> View:
    return seed_view()


@pytest.fixture(scope="module")
def marks() -> list[PlottedMark]:
    return seed_marks()


@pytest.fixture(scope="module")
def package(view: View, marks: list[PlottedMark], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("package") / "view.gpkg"
    path.write_bytes(packed(view, marks, "Read – “me” first.\n\tThen the rest."))
    return path


@pytest.fixture
def database(package: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(package)
    yield connection
    connection.close()


def test_a_geopackage_is_whole_and_has_its_layers(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"GPKG"),)
    contents = dict(database.execute("SELECT table_name, data_type FROM gpkg_contents").fetchall())
    assert contents == {
        **dict.fromkeys(LAYERS, "features"),
        "facts": "attributes",
        "facts_of_features": "attributes",
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
    package: Path, marks: list[PlottedMark], layer: str, kind: str
) -> None:
    read = gpd.read_file(package, layer=layer, engine="pyogrio")
    assert pyogrio.read_info(package, layer=layer)["crs"] == "EPSG:4326"
    drawn = [mark for mark in marks if mark.columns["mark"] == kind]
    assert len(read) == len(drawn) > 0
    for mark, (_, row) in zip(drawn, read.iterrows(), strict=True):
        assert row["code"] == mark.columns["code"]
        assert row["shows"] == mark.columns["shows"]
        assert row["facts"] == len(mark.facts)
        assert same_shape(row.geometry, mark.geometry)
    if kind in ("country", "border"):
        assert read["code"].is_unique


@pytest.mark.parametrize("layer", LAYERS)
def test_the_facts_behind_a_feature_join_it_with_their_words(
    database: sqlite3.Connection, view: View, marks: list[PlottedMark], layer: str
) -> None:
    drawn = [mark for mark in marks if mark.columns["mark"] == LAYERS[layer]]
    columns = (*TELLING, "value", "low", "high", "hedged", "when_start", "when_end")
    names = ", ".join(f'facts."{name}"' for name in columns)
    for number, mark in enumerate(drawn, start=1):
        told = database.execute(
            f"SELECT facts.fact_id, joined.code, {names} FROM facts_of_features AS joined "  # noqa: S608 - our columns
            "JOIN facts USING (fact_id) WHERE joined.layer = ? AND joined.feature = ? "
            "ORDER BY joined.fid",
            (layer, number),
        ).fetchall()
        assert [row[0] for row in told] == [fact.fact_id for fact in mark.facts]
        assert {row[1] for row in told} == {mark.columns["code"]}
        for fact, row in zip(mark.facts, told, strict=True):
            wanted = expected(view, fact)
            assert list(row[2:]) == [wanted[name] for name in columns]


def test_the_facts_of_a_geopackage_are_those_that_the_map_shows(
    database: sqlite3.Connection, view: View, marks: list[PlottedMark]
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
    tables = {"facts", "facts_of_features", "readme"}
    assert tables <= set(layers)
    assert (set(layers) > tables) == bool(facts)
    columns = connection.execute("PRAGMA table_info(facts)").fetchall()
    types = {name: kind for _, name, kind, *_ in columns if name in COLUMNS}
    assert types == {name: SQL_TYPES.get(TYPES.get(name, ""), "TEXT") for name in COLUMNS}
    connection.close()


def test_the_layer_of_facts_has_countries_with_how_many_name_them(tmp_path: Path) -> None:
    view = View(read_corpus(SEED_ONLY), Selection(layer="facts"))
    path = tmp_path / "view.gpkg"
    path.write_bytes(packed(view, list(CHARTS["region-map"].marks(view))))
    layers = [name for name, _ in pyogrio.list_layers(path)]
    assert layers == ["countries", "facts", "facts_of_features", "readme"]
    shown = pyogrio.read_dataframe(path, layer="countries", read_geometry=False)
    assert shown["code"].is_unique
    # Behind a country are also the facts that name its region, which do not name the country.
    assert (shown["shows"].astype(int) <= shown["facts"]).all()
    assert shown["shows"].astype(int).max() > 0
