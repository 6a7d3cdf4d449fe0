"""Building from a source: the same bytes each time, and clear errors.

Natural Earth is not in the repository, so the source here is drawn: one Voronoi cell around the
known town of every province, which makes a coverage with shared edges. WORLD_MAP_GPKG may name
the real ``world_map.gpkg``; the committed files are then built again and compared byte for byte.
"""

from __future__ import annotations

import os
from importlib.metadata import version
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from geo.build import build, main
from geo.errors import ShapeError
from geo.gazetteer import country_table, province_table
from geo.measured import FILE, label_point
from geo.shape_files import DISPLAY_WINDOW, LAYERS, SHAPES, read_layer, read_sidecar
from geo.source import LAYER, name_provinces, read_states, unite_countries

WHOLE = {
    "CHN": (85.0, 36.0), "IND": (78.0, 23.0), "IRN": (54.0, 32.0), "KAB": (63.5, 46.0),
    "KAZ": (68.0, 48.0), "MNG": (99.0, 47.0), "PAK": (68.0, 28.0), "RUS": (70.0, 58.0),
}  # fmt: skip


def whole_units() -> dict[str, tuple[float, float]]:
    """Units without provinces here, each with a point in it: where no other is given, its label's.

    A country that comes onto the map needs no entry of its own.
    """
    drawn = [(code, entry) for code, entry in country_table().items() if not entry.provinces]
    units = {unit: code for code, entry in drawn for unit in entry.units if unit not in WHOLE}
    return WHOLE | {unit: label_point(code) for unit, code in units.items()}


def drawn_states() -> gpd.GeoDataFrame:
    rows = [
        (country, province.source, shapely.Point(province.at))
        for country, provinces in province_table().items()
        for province in provinces.values()
    ]
    rows += [(unit, f"All of {unit}", shapely.Point(at)) for unit, at in whole_units().items()]
    towns = shapely.multipoints([town for _, _, town in rows])
    cells = shapely.get_parts(
        shapely.voronoi_polygons(towns, extend_to=shapely.box(35, 15, 110, 65))
    )
    tree = shapely.STRtree(cells)
    shapes = [cells[tree.query(town, predicate="intersects")[0]] for _, _, town in rows]
    columns = {"adm0_a3": [row[0] for row in rows], "gn_name": [row[1] for row in rows]}
    return gpd.GeoDataFrame(columns, geometry=shapes, crs=4326)


def write(states: gpd.GeoDataFrame, path: Path, layer: str = LAYER) -> Path:
    states.to_file(path, layer=layer, driver="GPKG")
    return path


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(drawn_states(), tmp_path_factory.mktemp("source") / "world.gpkg")


@pytest.fixture(scope="module")
def states(source: Path) -> gpd.GeoDataFrame:
    return read_states(source)


@pytest.fixture(scope="module")
def built(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built")
    build(source, out)
    return out


def content(folder: Path, pattern: str = "*") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob(pattern))}


def test_building_twice_gives_the_same_bytes(source: Path, built: Path, tmp_path: Path) -> None:
    build(source, tmp_path)
    assert content(tmp_path) == content(built)
    assert set(content(built)) == {
        FILE,
        *(f"{name}.{end}" for name in LAYERS for end in ("parquet", "toml")),
    }


def test_the_order_of_the_source_does_not_matter(built: Path, tmp_path: Path) -> None:
    turned = drawn_states().sample(frac=1, random_state=1).reset_index(drop=True)
    turned["geometry"] = [shapely.reverse(shape) for shape in turned.geometry]
    build(write(turned, tmp_path / "turned.gpkg"), tmp_path / "out")
    assert content(tmp_path / "out", "*.parquet") == content(built, "*.parquet")


def test_what_was_built_reads_back(built: Path) -> None:
    for name in LAYERS:
        frame = read_layer(name, built)
        assert tuple(frame.columns) == LAYERS[name].columns
        assert len(frame) == read_sidecar(name, built).rows > 0
    assert read_sidecar("countries", built).built_with["shapely"] == version("shapely")


def test_units_of_a_country_are_united(states: gpd.GeoDataFrame) -> None:
    countries = unite_countries(states).set_index("code").geometry
    for town in (WHOLE["KAZ"], WHOLE["KAB"]):
        assert countries["KAZ"].contains(shapely.Point(town))
    assert "MNG" not in countries


def test_display_layers_end_at_the_window(built: Path) -> None:
    bounds = read_layer("countries_display", built).total_bounds
    assert tuple(bounds) == pytest.approx(DISPLAY_WINDOW)
    land = read_layer("surroundings_display", built).geometry.iloc[0]
    assert land.contains(shapely.Point(WHOLE["MNG"]))


def test_nothing_is_written_when_the_source_is_wrong(tmp_path: Path) -> None:
    poor = write(drawn_states().iloc[1:], tmp_path / "poor.gpkg")
    with pytest.raises(ShapeError):
        build(poor, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_command_line(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(source), "--out", str(tmp_path)]) == 0
    assert "  66 rows" in capsys.readouterr().out
    assert main([str(tmp_path / "none.gpkg"), "--out", str(tmp_path)]) == 1
    error = capsys.readouterr().err
    assert "none.gpkg: no such file" in error
    assert "qgis-common" in error


def test_a_file_that_is_no_geopackage(tmp_path: Path) -> None:
    path = tmp_path / "words.gpkg"
    path.write_text("not a map")
    with pytest.raises(ShapeError, match=r"words\.gpkg: not readable"):
        read_states(path)


def test_a_missing_layer(tmp_path: Path) -> None:
    path = write(drawn_states(), tmp_path / "other.gpkg", layer="countries")
    with pytest.raises(ShapeError, match="no layer 'states_provinces', found countries"):
        read_states(path)


def test_a_missing_column(tmp_path: Path) -> None:
    path = write(drawn_states().drop(columns="gn_name"), tmp_path / "poor.gpkg")
    with pytest.raises(ShapeError, match="no column 'gn_name', found adm0_a3"):
        read_states(path)


def test_another_crs(tmp_path: Path) -> None:
    path = write(drawn_states().to_crs(3857), tmp_path / "mercator.gpkg")
    with pytest.raises(ShapeError, match="CRS is WGS 84 / Pseudo-Mercator"):
        read_states(path)


def test_a_province_drawn_twice(tmp_path: Path) -> None:
    states = drawn_states()
    twice = gpd.GeoDataFrame(pd.concat([states, states.iloc[:1]], ignore_index=True), crs=4326)
    with pytest.raises(ShapeError, match="AFG Balkh does not share its edge"):
        read_states(write(twice, tmp_path / "twice.gpkg"))


def renamed(states: gpd.GeoDataFrame, **names: str) -> gpd.GeoDataFrame:
    return states.assign(gn_name=states.gn_name.replace(names))


def test_a_province_without_a_code(states: gpd.GeoDataFrame) -> None:
    with pytest.raises(ShapeError, match="a province 'New Kunduz' in AFG that no code names"):
        name_provinces(renamed(states, Kunduz="New Kunduz"))


def test_a_code_without_a_province(states: gpd.GeoDataFrame) -> None:
    with pytest.raises(ShapeError, match="AF-KDZ needs one province 'Kunduz', the source has 0"):
        name_provinces(states[states.gn_name != "Kunduz"])


def test_two_provinces_of_one_name(states: gpd.GeoDataFrame) -> None:
    """What `name` would do: Panjshir is Parwan there, too."""
    with pytest.raises(ShapeError, match="AF-PAN needs one province 'Panjshir', the source has 0"):
        name_provinces(renamed(states, Panjshir="Parwan"))


def test_swapped_provinces(states: gpd.GeoDataFrame) -> None:
    """What `woe_label` would do: Parwan and Panjshir the wrong way round."""
    with pytest.raises(ShapeError, match=r"AF-PAN: Bazarak at .* is outside 'Panjshir'"):
        name_provinces(renamed(states, Panjshir="Parwan", Parwan="Panjshir"))


def test_a_country_without_its_unit(states: gpd.GeoDataFrame) -> None:
    with pytest.raises(ShapeError, match="KAZ needs adm0_a3 'KAB'"):
        unite_countries(states[states.adm0_a3 != "KAB"])


def test_vertices_are_rounded(states: gpd.GeoDataFrame) -> None:
    vertices = shapely.get_coordinates(states.geometry.to_numpy())
    assert np.array_equal(vertices, np.round(vertices, 6))


@pytest.mark.skipif("WORLD_MAP_GPKG" not in os.environ, reason="WORLD_MAP_GPKG names no source")
def test_the_committed_files_can_be_made_again(tmp_path: Path) -> None:
    build(Path(os.environ["WORLD_MAP_GPKG"]), tmp_path)
    assert content(tmp_path) == content(SHAPES)
