"""What the tests of exported shapes share: the seed article on the map, and how to read it back."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from dashboard.charts.catalogue import CHARTS
from dashboard.charts.parts.plotted import PlottedMark
from dashboard.export.geography import marks_to_geopackage
from dashboard.export.rows import Rows
from dashboard.view import View
from data.corpus import read_corpus
from data.fact import Fact
from tests.dashboard.exported import BASE
from tests.seed_only import SEED_ONLY

ROUNDED: Final = 0.00001
LAYERS: Final = {"countries": "country", "borders": "border", "movements": "movement"}


@functools.cache
def seed_view() -> View:
    """All that the seed article tells."""
    return View(read_corpus(SEED_ONLY))


@functools.cache
def seed_marks() -> list[PlottedMark]:
    """What the map of :func:`seed_view` draws."""
    marks = list(CHARTS["region-map"].marks(seed_view()))
    assert {mark.columns["mark"] for mark in marks} == set(LAYERS.values())
    return marks


def packed(view: View, marks: list[PlottedMark], readme: str = "What this is.") -> bytes:
    return marks_to_geopackage(marks, Rows.of(view, BASE), readme=readme, as_of=view.as_of)


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
    return Rows.of(view, BASE).row(fact)


def behind(marks: list[PlottedMark]) -> list[tuple[PlottedMark, Fact]]:
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
