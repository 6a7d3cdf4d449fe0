"""``python -m geo check`` says which shape is missing or changed, and goes on."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from geo.__main__ import main
from geo.gazetteer import country_table
from geo.shape_files import LAYERS, SHAPES

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_all_shapes_are_as_their_sidecars_say(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    output = capsys.readouterr().out
    assert all(f"{name}: " in output for name in LAYERS)


def test_a_country_without_a_shape_is_told_of(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table = dict(country_table())
    monkeypatch.setattr("geo.__main__.country_table", lambda: table | {"XZZ": table["CHN"]})
    assert main(["check"]) == 1
    whole, display = capsys.readouterr().err.splitlines()
    assert "countries.parquet: 'XZZ' is not drawn. Run `make shapes" in whole
    assert "countries_display.parquet: 'XZZ' is not drawn" in display


def test_a_missing_shape_is_one_message_and_a_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "shapes"
    shutil.copytree(SHAPES, folder)
    (folder / "borders.parquet").unlink()
    assert main(["check", "--shapes", str(folder)]) == 1
    captured = capsys.readouterr()
    (message,) = captured.err.splitlines()
    assert message.startswith("error: ")
    assert "borders.parquet" in message
    assert "make shapes" in message
    assert "provinces: " in captured.out
