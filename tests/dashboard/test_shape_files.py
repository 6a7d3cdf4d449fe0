"""The file of the map's shapes: made once, and told from any other by its name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.charts.region import shape_files, shape_making
from dashboard.charts.region.shape_files import geojson_of, shape_file, shape_file_name
from geo.errors import ShapeError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in place of that of the file."""
    kept = (shape_files.shape_file_name, shape_files._content, shape_files._shapes)
    monkeypatch.setattr(shape_files, "FOLDER", tmp_path)
    monkeypatch.setattr(shape_making, "FOLDER", tmp_path)
    for each in kept:
        each.cache_clear()
    yield tmp_path
    for each in kept:
        each.cache_clear()


def test_the_file_is_what_would_be_made_now() -> None:
    assert shape_file(shape_file_name()) == shape_making.made(), shape_files.MAKE


def test_a_file_that_is_made_replaces_the_one_before(folder: Path) -> None:
    (folder / "region-0123456789ab.geojson").write_bytes(b"{}")
    shape_making.main()
    assert [path.name for path in folder.iterdir()] == [shape_file_name()]
    drawn = geojson_of(["AFG"], None)
    assert isinstance(drawn, dict)
    assert [feature["id"] for feature in drawn["features"]] == ["AFG"]


def test_another_content_than_the_name_says_is_refused(folder: Path) -> None:
    (folder / "region-0123456789ab.geojson").write_bytes(b"{}")
    with pytest.raises(ShapeError, match=r"region-0123456789ab\.geojson: the content has changed"):
        shape_file_name()


def test_no_file_is_said(folder: Path) -> None:
    with pytest.raises(ShapeError, match="0 files of shapes, not one") as refused:
        geojson_of(["AFG"], "/shapes")
    assert str(folder) in refused.value.where
