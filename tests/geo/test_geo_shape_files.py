"""Shape files and sidecars agree, and whatever is wrong with them gives one clear message."""

from __future__ import annotations

import dataclasses
import shutil
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pytest

from geo.errors import ShapeError
from geo.measured import FILE
from geo.shape_files import (
    LAYERS,
    SHAPES,
    read_layer,
    read_sidecar,
    sha256,
    write_layer,
    write_sidecar,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", LAYERS)
def test_sidecars_say_what_is_there(name: str) -> None:
    sidecar, path = read_sidecar(name), SHAPES / f"{name}.parquet"
    assert sidecar.sha256 == sha256(path)
    assert sidecar.file == path.name
    assert sidecar.rows == len(gpd.read_parquet(path))
    assert sidecar.crs == "EPSG:4326"
    assert "public domain" in sidecar.licence
    assert sidecar.title == LAYERS[name].title
    assert sidecar.notes == LAYERS[name].notes


def test_there_is_no_shape_file_without_a_layer() -> None:
    assert {path.stem for path in SHAPES.iterdir()} == {*LAYERS, FILE.partition(".")[0]}


@pytest.mark.parametrize("name", LAYERS)
def test_a_sidecar_is_written_as_it_stands_there(name: str, tmp_path: Path) -> None:
    write_sidecar(read_sidecar(name), tmp_path)
    assert (tmp_path / f"{name}.toml").read_bytes() == (SHAPES / f"{name}.toml").read_bytes()


def test_whatever_a_sidecar_says_can_be_read_again(tmp_path: Path) -> None:
    said = dataclasses.replace(read_sidecar("borders"), notes=("a\x7fb “c”\n\\", "d" * 99), rows=0)
    write_sidecar(said, tmp_path)
    assert read_sidecar("borders", tmp_path) == said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for end in ("parquet", "toml"):
        shutil.copy(SHAPES / f"borders.{end}", tmp_path)
    return tmp_path


def test_a_missing_shape_file(folder: Path) -> None:
    (folder / "borders.parquet").unlink()
    with pytest.raises(ShapeError, match=r"borders\.parquet: the shape file is missing.*SOURCE="):
        read_layer("borders", folder)


def test_a_missing_sidecar(folder: Path) -> None:
    (folder / "borders.toml").unlink()
    with pytest.raises(ShapeError, match=r"borders\.toml: .*No such file.*make shapes"):
        read_layer("borders", folder)


def test_a_changed_byte(folder: Path) -> None:
    path = folder / "borders.parquet"
    content = bytearray(path.read_bytes())
    content[1000] ^= 1
    path.write_bytes(content)
    expected = read_sidecar("borders").sha256
    with pytest.raises(ShapeError, match=f"borders.parquet: sha256 is {sha256(path)}.*{expected}"):
        read_layer("borders", folder)


def test_a_broken_sidecar_names_its_line(folder: Path) -> None:
    (folder / "borders.toml").write_text('file = "borders.parquet"\ntitle = \n')
    with pytest.raises(ShapeError, match=r"borders\.toml: is not valid TOML: .*line 2"):
        read_layer("borders", folder)


def test_a_wrong_value_in_a_sidecar_names_its_field(folder: Path) -> None:
    path = folder / "borders.toml"
    path.write_text(path.read_text().replace("rows = 25", 'rows = "many"'))
    with pytest.raises(ShapeError, match=r"borders\.toml: rows: .*integer.*'many'"):
        read_layer("borders", folder)


def rehash(folder: Path, **changes: Any) -> None:
    sidecar = read_sidecar("borders", folder)
    changes |= {"sha256": sha256(folder / "borders.parquet")}
    write_sidecar(dataclasses.replace(sidecar, **changes), folder)


def test_a_wrong_number_of_rows(folder: Path) -> None:
    rehash(folder, rows=24)
    with pytest.raises(ShapeError, match="25 rows, but its sidecar says 24"):
        read_layer("borders", folder)


def test_a_missing_column(folder: Path) -> None:
    frame = gpd.read_parquet(folder / "borders.parquet")
    frame.drop(columns="province").to_parquet(folder / "borders.parquet")
    rehash(folder)
    with pytest.raises(ShapeError, match="no column 'province', found code, length_km, geometry"):
        read_layer("borders", folder)


def test_another_crs(folder: Path) -> None:
    write_layer("borders", read_layer("borders").to_crs(3857), folder)
    rehash(folder)
    with pytest.raises(ShapeError, match="CRS is WGS 84 / Pseudo-Mercator, not EPSG:4326"):
        read_layer("borders", folder)


def test_a_file_that_is_no_geoparquet(folder: Path) -> None:
    (folder / "borders.parquet").write_bytes(b"no parquet")
    rehash(folder)
    with pytest.raises(ShapeError, match=r"borders\.parquet: not readable as GeoParquet"):
        read_layer("borders", folder)
