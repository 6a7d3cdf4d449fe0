"""Makes the seven layers of geo/shapes out of the source's provinces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import shapely

from geo.coverage import (
    canonical,
    check_coverage,
    clip,
    dissolve,
    drop_specks,
    label_point,
    simplify,
)
from geo.gazetteer import border_codes, country_table, province_table
from geo.lines import length_km, shared_line
from geo.shape_files import CRS, DISPLAY_WINDOW
from geo.source import name_provinces, unite_countries

if TYPE_CHECKING:
    from collections.abc import Sequence

TOLERANCE = 0.03
LONGEST_EDGE = 1.0
DECIMALS = 3
SMALLEST_ISLAND = 0.01
DISPLAY_GAP = 0.005
LENGTH_DECIMALS = 3
SURROUNDINGS = "other land"
EMPTY = shapely.MultiPolygon()


@dataclass(frozen=True, slots=True)
class DisplayLayers:
    """The layers for the screen, all cut from one simplified coverage."""

    countries: gpd.GeoDataFrame
    provinces: gpd.GeoDataFrame
    borders: gpd.GeoDataFrame
    surroundings: gpd.GeoDataFrame


def make_layers(states: gpd.GeoDataFrame) -> dict[str, gpd.GeoDataFrame]:
    """Make every layer.

    Args:
        states: What :func:`geo.source.read_states` returned.

    Returns:
        Frames by the keys of :data:`geo.shape_files.LAYERS`, rows ordered by code.

    Raises:
        ShapeError: If the source does not fit the tables of codes, or a result is no coverage.
    """
    provinces = name_provinces(states)
    countries = unite_countries(states)
    display = make_display(states, provinces, countries)
    return {
        "countries": _finished(countries, clockwise=False),
        "provinces": _finished(provinces, clockwise=False),
        "borders": cut_borders(countries, provinces),
        "countries_display": _finished(display.countries, clockwise=True),
        "provinces_display": _finished(display.provinces, clockwise=True),
        "borders_display": display.borders,
        "surroundings_display": _finished(display.surroundings, clockwise=True),
    }


def cut_borders(countries: gpd.GeoDataFrame, provinces: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Cut each border of the map into the pieces that run along one province.

    Args:
        countries: Columns ``code`` and ``geometry``.
        provinces: Columns ``code``, ``country`` and ``geometry``, sharing edges with the
            countries. The first country of a border code is the one whose provinces cut it.

    Returns:
        Columns ``code``, ``province``, ``length_km`` (geodesic, WGS 84) and ``geometry``,
        ordered by code and province; provinces that touch the border in a point are left out.
    """
    shapes = dict(zip(countries.code, countries.geometry, strict=True))
    rows = []
    for code in border_codes():
        home, neighbour = code.split("-")
        own = provinces[provinces.country == home]
        for province, shape in zip(own.code, own.geometry, strict=True):
            line = shared_line(shape, shapes[neighbour])
            if not line.is_empty:
                length = round(length_km(line), LENGTH_DECIMALS)
                rows.append((code, province, length, line))
    columns = ["code", "province", "length_km", "geometry"]
    return gpd.GeoDataFrame(rows, columns=columns, geometry="geometry", crs=CRS)


def make_display(
    states: gpd.GeoDataFrame, provinces: gpd.GeoDataFrame, countries: gpd.GeoDataFrame
) -> DisplayLayers:
    """Simplify once, as one coverage, and cut all display layers from it.

    Drawn provinces, countries and borders then coincide to the last digit.

    Raises:
        ShapeError: If the simplified polygons no longer fit together.
    """
    named = set(province_table())
    whole = countries[~countries.code.isin(named)]
    units = {unit for country in country_table().values() for unit in country.units}
    others = states[~states.adm0_a3.isin(units)].geometry.to_numpy()
    owners = [*provinces.country, *whole.code, *[SURROUNDINGS] * len(others)]
    pieces = np.concatenate([provinces.geometry.to_numpy(), whole.geometry.to_numpy(), others])
    pieces, owners = _simplified(pieces, owners)

    drawn_provinces = provinces.set_geometry(pieces[: len(provinces)], crs=CRS)
    united = dissolve(pieces, owners)
    drawn_countries = countries.set_geometry([united[code] for code in countries.code], crs=CRS)
    borders = cut_borders(drawn_countries, drawn_provinces).drop(columns="length_km")
    land = {"name": [SURROUNDINGS], "geometry": [united.get(SURROUNDINGS, EMPTY)]}
    return DisplayLayers(
        countries=_labelled(drawn_countries),
        provinces=_labelled(drawn_provinces),
        borders=borders,
        surroundings=gpd.GeoDataFrame(land, geometry="geometry", crs=CRS),
    )


def _simplified(pieces: Any, owners: Sequence[str]) -> tuple[Any, list[str]]:
    """The part of a coverage inside the window, simplified; pieces outside it are left out."""
    inside = clip(pieces, DISPLAY_WINDOW)
    seen = ~shapely.is_empty(inside)
    kept = [owner for owner, visible in zip(owners, seen, strict=True) if visible]
    check_coverage(inside[seen], kept, "shapes clipped to the display window")
    simpler = simplify(
        drop_specks(inside[seen], SMALLEST_ISLAND),
        tolerance=TOLERANCE,
        longest_edge=LONGEST_EDGE,
        decimals=DECIMALS,
    )
    check_coverage(simpler, kept, "shapes simplified for display", gap=DISPLAY_GAP)
    return simpler, kept


def _labelled(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    points = [label_point(shape) for shape in frame.geometry]
    return frame.assign(label_lon=[lon for lon, _ in points], label_lat=[lat for _, lat in points])


def _finished(frame: gpd.GeoDataFrame, *, clockwise: bool) -> gpd.GeoDataFrame:
    shapes = frame.geometry.to_numpy()
    return frame.set_geometry(canonical(shapes, clockwise=clockwise), crs=CRS)
