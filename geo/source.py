"""Reads Natural Earth's provinces and tells which is which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import geopandas as gpd
import shapely

from geo.coverage import check_coverage, round_coordinates
from geo.errors import ShapeError
from geo.gazetteer import HERE, Province, country_table, province_table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LAYER = "states_provinces"
COLUMNS = ("adm0_a3", "gn_name")
DECIMALS = 6
"""Vertices are kept to a millionth of a degree, some 0.1 m; the source is good to kilometres."""

_WHERE_FROM = (
    "Expected Natural Earth 1:10m as the GeoPackage world_map.gpkg of QGIS"
    " (Debian package qgis-common, usr/share/qgis/resources/data)"
)


def read_states(source: Path) -> gpd.GeoDataFrame:
    """Read the provinces of the world, rounded to :data:`DECIMALS`, as one coverage.

    Args:
        source: Path of ``world_map.gpkg``.

    Returns:
        Columns ``adm0_a3`` (country or territory), ``gn_name`` (missing for some) and
        ``geometry`` in EPSG:4326.

    Raises:
        ShapeError: If the file, its layer, a column or the CRS is not as expected, or the
            polygons do not share their edges.
    """
    if not source.is_file():
        raise ShapeError(source, "no such file", _WHERE_FROM)
    layers = _layers(source)
    if LAYER not in layers:
        found = ", ".join(sorted(layers)) or "none"
        raise ShapeError(source, f"no layer {LAYER!r}, found {found}", _WHERE_FROM)
    states = gpd.read_file(source, layer=LAYER)
    missing = [column for column in COLUMNS if column not in states.columns]
    if missing:
        found = ", ".join(states.columns)
        problem = f"no column {missing[0]!r}, found {found}"
        raise ShapeError(f"{source}: layer {LAYER}", problem, _WHERE_FROM)
    if states.crs is None or states.crs.to_epsg() != 4326:
        problem = f"CRS is {states.crs.name if states.crs else 'not given'}"
        raise ShapeError(f"{source}: layer {LAYER}", problem, "Expected EPSG:4326")
    states = states[[*COLUMNS, "geometry"]].set_geometry(
        round_coordinates(states.geometry.to_numpy(), DECIMALS), crs=4326
    )
    labels = [f"{unit} {name}" for unit, name in zip(states.adm0_a3, states.gn_name, strict=True)]
    check_coverage(states.geometry.to_numpy(), labels, f"{source}: layer {LAYER}")
    return states


def name_provinces(states: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Give every province of the countries in provinces.toml its code and English name.

    Args:
        states: What :func:`read_states` returned.

    Returns:
        Columns ``code``, ``country``, ``name``, ``geometry``, ordered by code.

    Raises:
        ShapeError: If a province has no code, a code has no or two provinces, or the town of a
            province lies outside it.
    """
    rows = []
    for country, provinces in province_table().items():
        own = states[states.adm0_a3.isin(country_table()[country].units)]
        _check_all_named(own, country, provinces.values())
        for code, province in provinces.items():
            shape = _shape_of(own, code, province)
            rows.append(
                {"code": code, "country": country, "name": province.name, "geometry": shape}
            )
    rows.sort(key=lambda row: str(row["code"]))
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=states.crs)


def unite_countries(states: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Dissolve the countries of countries.toml from their provinces.

    Dissolving makes shared edges certain. The GeoPackage's own layer of countries happens to
    share them too, which other editions of Natural Earth need not do: they keep countries in
    a file of their own.

    Args:
        states: What :func:`read_states` returned.

    Returns:
        Columns ``code``, ``name``, ``geometry``, ordered by code.

    Raises:
        ShapeError: If a unit of a country is not in the source.
    """
    rows = []
    for code, country in sorted(country_table().items()):
        absent = set(country.units) - set(states.adm0_a3)
        if absent:
            problem = f"{code} needs adm0_a3 {sorted(absent)[0]!r}, which the source lacks"
            raise ShapeError(HERE / "countries.toml", problem, "Correct its units")
        own = states[states.adm0_a3.isin(country.units)].geometry.to_numpy()
        shape = shapely.coverage_union_all(own)
        rows.append({"code": code, "name": country.name, "geometry": shape})
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=states.crs)


def _layers(source: Path) -> set[str]:
    try:
        return set(gpd.list_layers(source)["name"])
    except RuntimeError as error:
        raise ShapeError(source, f"not readable: {error}", _WHERE_FROM) from error


def _check_all_named(own: gpd.GeoDataFrame, country: str, provinces: Iterable[Province]) -> None:
    names = {province.source for province in provinces}
    for found in own.gn_name:
        if found not in names:
            problem = f"the source has a province {found!r} in {country} that no code names"
            raise ShapeError(HERE / "provinces.toml", problem, "Add it with its ISO 3166-2 code")


def _shape_of(own: gpd.GeoDataFrame, code: str, province: Province) -> Any:
    where = HERE / "provinces.toml"
    shapes = own[own.gn_name == province.source].geometry.to_numpy()
    if len(shapes) != 1:
        problem = f"{code} needs one province {province.source!r}, the source has {len(shapes)}"
        raise ShapeError(where, problem, "Give the gn_name of exactly one province")
    if not shapely.contains_xy(shapes[0], *province.at):
        problem = f"{code}: {province.town} at {list(province.at)} is outside {province.source!r}"
        raise ShapeError(where, problem, "Check which province the source means by that name")
    return shapes[0]
