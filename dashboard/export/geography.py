"""Facts and marks with their shapes: GeoJSON for the web, GeoPackage for QGIS."""

from __future__ import annotations

import datetime as dt
import functools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import geopandas as gpd
import pandas as pd
import shapely

from dashboard.export.geopackage import geopackage
from dashboard.export.rows import PART, TYPES, Row, Rows
from data import lexicon
from geo.borders import borders
from geo.boundaries import countries, provinces

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from dashboard.charts.parts.plotted import PlottedMark
    from data.fact import Fact

CRS: Final = "EPSG:4326"
DE_FACTO: Final = "Natural Earth 1:10m, public domain; de facto lines"
_DECIMALS: Final = 5
"""Of a degree: about a metre, less than the shapes are exact."""

_REMEMBERED: Final = 512
"""Shapes whose JSON is remembered: more than there are of countries, provinces and borders."""

_LAYERS: Final[Mapping[str, str]] = {
    "country": "countries",
    "province": "provinces",
    "border": "borders",
    "crossing": "crossings",
    "movement": "movements",
}
_JOINED: Final = "facts_of_features"
_TOLD: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        _LAYERS.values(),
        "One feature for each mark of the map; facts_of_features says which facts are behind it.",
    ),
    "facts": "Every fact that the map shows, once, with its sentence and source.",
    _JOINED: "Joins layer and feature, or its code, to fact_id of facts.",
    "readme": "What this file holds, and under which licences.",
}
"""What programs for maps say of each layer."""

_AREAS: Final = frozenset({"countries", "provinces"})
_TYPED: Final[Mapping[str, Any]] = {
    name: dtype.lower() for name, dtype in TYPES.items() if dtype in ("Float64", "int64", "bool")
}
"""Types of columns that are no text, whatever of them a view happens to hold."""


def facts_to_geojson(facts: Iterable[Fact], rows: Rows) -> bytes:
    """Facts as GeoJSON (RFC 7946), a feature for each fact with each shape it is about.

    A fact without a shape has one feature without geometry. Properties are those of a table,
    and ``shape`` with the code of the shape.

    Args:
        facts: The facts.
        rows: How a fact becomes properties.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    features = []
    for fact in facts:
        row = rows.row(fact)
        found = dict(_shapes_of(fact))
        features += [_feature({"shape": code} | row, shape) for code, shape in found.items()]
        if not found:
            features.append(_feature({"shape": None} | row, None))
    return _collection(features, rows.part)


def marks_to_geojson(marks: Sequence[PlottedMark], rows: Rows) -> bytes:
    """A map's marks as GeoJSON (RFC 7946), a feature for each mark with each fact behind it.

    One without a fact has one feature, whose other properties are null.
    """
    nothing: Row = dict.fromkeys(rows.columns)
    features = [
        _feature({**mark.columns, **row}, mark.geometry)
        for mark in marks
        for row in (rows.all(mark.facts) or [nothing])
    ]
    return _collection(features, rows.part)


def frame_to_geojson(frame: gpd.GeoDataFrame) -> bytes:
    """Shapes as GeoJSON (RFC 7946), a feature for each row with its code and its columns.

    Args:
        frame: Indexed by code, in EPSG:4326.
    """
    told = json.loads(pd.DataFrame(frame.drop(columns=frame.geometry.name)).to_json(orient="index"))
    return _collection(
        [_feature({"code": code} | told[code], shape) for code, shape in frame.geometry.items()]
    )


def marks_to_geopackage(
    marks: Sequence[PlottedMark], rows: Rows, *, readme: str, as_of: dt.date | None
) -> bytes:
    """A map's marks as a GeoPackage: a layer for each kind of mark, the facts, a read-me.

    ``countries`` and ``provinces`` hold polygons; ``borders`` whole borders, because which
    stretch a share means nobody said; ``crossings`` points; ``movements`` arrows from where to
    where, which are no routes. Each mark is one feature. Which facts are behind it is in
    ``facts_of_features``, and their words and sources in ``facts``: tables without geometry, as
    is ``readme``. The same input gives the same bytes.

    Args:
        marks: The marks.
        rows: How a fact becomes a row.
        readme: What the file holds and under which licences.
        as_of: The date the file says it was written on.

    Raises:
        InputError: If there is no room for temporary files.
        LookupError: If there is no layer for a kind of mark.
    """
    if unknown := {mark.columns["mark"] for mark in marks} - _LAYERS.keys():
        raise LookupError(f"no layer for marks of a {min(unknown)}: give it one in _LAYERS")
    facts = {fact.fact_id: fact for mark in marks for fact in mark.facts}
    layers: dict[str, pd.DataFrame] = {}
    joined: list[Row] = []
    for kind, layer in _LAYERS.items():
        own = [mark for mark in marks if mark.columns["mark"] == kind]
        if own:
            layers[layer] = _layer(own, rows)
            joined += _joined(layer, own)
    layers["facts"] = _flat(rows.all(facts.values()), rows.columns)
    layers[_JOINED] = pd.DataFrame(joined, columns=["layer", "feature", "code", "fact_id"])
    layers["readme"] = pd.DataFrame({"text": [readme]})
    return geopackage(layers, areas=_AREAS, as_of=as_of, told=_TOLD)


def _layer(marks: Sequence[PlottedMark], rows: Rows) -> gpd.GeoDataFrame:
    """A feature for each mark: what it shows, how many facts are behind it, its number."""
    told = [
        {
            "feature": number,
            **mark.columns,
            "facts": len(mark.facts),
            **({PART: rows.part} if rows.part else {}),
        }
        for number, mark in enumerate(marks, start=1)
    ]
    shapes = [mark.geometry for mark in marks]
    return gpd.GeoDataFrame(pd.DataFrame(told), geometry=shapes, crs=CRS)


def _joined(layer: str, marks: Sequence[PlottedMark]) -> Iterator[Row]:
    for number, mark in enumerate(marks, start=1):
        for fact in mark.facts:
            code = mark.columns["code"]
            yield {"layer": layer, "feature": number, "code": code, "fact_id": fact.fact_id}


def _flat(rows: Sequence[Row], columns: Sequence[str]) -> pd.DataFrame:
    """Rows without lists, which a GeoPackage has no type for, and with the same types always."""
    flat = [
        {name: "; ".join(cell) if isinstance(cell, list) else cell for name, cell in row.items()}
        for row in rows
    ]
    return pd.DataFrame(flat, columns=list(columns), dtype="object").astype(dict(_TYPED))


def _shapes_of(fact: Fact) -> Iterator[tuple[str, BaseGeometry]]:
    codes = [fact.of, fact.origin, fact.destination, *fact.places]
    for code in dict.fromkeys(code for code in codes if code):
        if (shape := _shape(code)) is not None:
            yield code, shape


@functools.cache
def _shape(code: str) -> BaseGeometry | None:
    for town in (lexicon.cities().get(code), lexicon.crossings().get(code)):
        if town is not None:
            return shapely.Point(town.lon, town.lat)
    for frame in (countries(display=True), provinces(display=True), borders(display=True)):
        if code in frame.index:
            return frame.geometry[code]
    return None


def _feature(properties: Row, shape: BaseGeometry | None) -> str:
    geometry = "null" if shape is None else _geometry(shapely.to_wkb(shape))
    words = json.dumps(properties, ensure_ascii=False)
    return f'{{"type": "Feature", "properties": {words}, "geometry": {geometry}}}'


@functools.lru_cache(maxsize=_REMEMBERED)
def _geometry(shape: bytes) -> str:
    """A shape as JSON; a country's is that of hundreds of features.

    Args:
        shape: As WKB.
    """
    turned = shapely.orient_polygons(shapely.from_wkb(shape), exterior_cw=False)
    rounded = shapely.transform(turned, lambda points: points.round(_DECIMALS))
    return str(shapely.to_geojson(rounded))


def _collection(features: Sequence[str], part: str | None = None) -> bytes:
    about = {"type": "FeatureCollection", "boundaries": DE_FACTO} | ({PART: part} if part else {})
    start = json.dumps(about, ensure_ascii=False).removesuffix("}")
    return f'{start}, "features": [{", ".join(features)}]}}'.encode()
