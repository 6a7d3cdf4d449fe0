"""A full disk: one clear message, nothing half-written, and it goes on once there is room."""

from __future__ import annotations

import contextlib
import subprocess
import tempfile
from pathlib import Path

import pandas as pd
import pytest

from dashboard.export.geopackage import geopackage
from data.errors import InputError
from tests.faults.exporting import (
    PART,
    ROOT,
    WITHOUT_PICTURES,
    carrying_a_name,
    command,
    content_of,
    environment,
    export,
    reference_export,
    whole,
)
from tests.faults.server import server
from tests.small_disk import bounding_files, grow, only_root, small_disk


def assert_one_message(full: subprocess.CompletedProcess[str], folder: Path, reason: str) -> None:
    assert full.returncode == 2
    assert "Traceback" not in full.stderr
    (said,) = [line for line in full.stderr.splitlines() if not line.startswith("[")]
    assert reason in said
    assert str(folder) in said
    assert "Make room or give another folder with --out; what was finished is kept." in said


@only_root
@pytest.mark.faults
def test_the_disk_of_an_export_is_full(tmp_path: Path) -> None:
    reference, out = reference_export(tmp_path / "reference"), tmp_path / "out"
    with small_disk(out, "192k"):
        assert_one_message(export(out, *WITHOUT_PICTURES), out, "No space left on device")
        assert 0 < len(carrying_a_name(out)) < len(reference) - 1
        for name, content in carrying_a_name(out).items():
            assert content == reference[name]
        assert not [name for name in content_of(out) if name.endswith(PART)]
        finished = whole(out)
        grow(out, "64m")
        again = export(out, *WITHOUT_PICTURES)
        assert again.returncode == 0
        assert f"{len(finished)} already there" in again.stdout
        assert content_of(out) == reference


@pytest.mark.faults
def test_a_file_is_larger_than_there_is_room_for(tmp_path: Path) -> None:
    """A bound on the size of files is met as a full disk is: in the middle of a write."""
    out = tmp_path / "out"
    full = subprocess.run(  # noqa: S603
        command(out, *WITHOUT_PICTURES),
        preexec_fn=bounding_files(3_000),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment(),
        check=False,
    )
    assert_one_message(full, out, "File too large")
    assert carrying_a_name(out) == whole(out)
    assert not [name for name in content_of(out) if name.endswith(PART)]
    assert export(out, *WITHOUT_PICTURES).returncode == 0


@only_root
@pytest.mark.faults
def test_a_geopackage_is_whole_or_refused_however_little_room_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layers = {name: pd.DataFrame({"text": [name * 40] * 400}) for name in ("one", "two", "three")}
    reference = geopackage(layers, areas=(), as_of=None)
    refused: list[str] = []
    with small_disk(tmp_path / "disk", "8k"):
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "disk"))
        for room in range(8, 8 + 3 * len(reference) // 1024, 8):
            grow(tmp_path / "disk", f"{room}k")
            try:
                assert geopackage(layers, areas=(), as_of=None) == reference
            except InputError as error:
                refused.append(error.problem)
        assert geopackage(layers, areas=(), as_of=None) == reference
        assert list((tmp_path / "disk").iterdir()) == []
    assert len(refused) > 5
    assert set(refused) == {"a GeoPackage cannot be written (No space left on device)"}


@only_root
@pytest.mark.faults
def test_the_disk_for_temporary_files_of_a_server_is_full(tmp_path: Path) -> None:
    """What needs none is served on; what needs it says so, and comes once there is room."""
    temporary = tmp_path / "tmp"
    with small_disk(temporary, "4m"), server(tmp_path) as running:
        # The first use of temporary files chooses where they are for as long as the process lives.
        assert running.get("/charts/region-map.gpkg?countries=TJK")[0] == 200
        with (temporary / "filler").open("wb", buffering=0) as filler, contextlib.suppress(OSError):
            while True:
                filler.write(b"\0" * 4096)
        for path in ("/", "/claims", "/facts.csv", "/report.html", "/charts/timeline.json"):
            assert running.get(path)[0] == 200, path
        status, body = running.get("/charts/region-map.gpkg")
        assert status == 503
        assert b"No space left on device" in body
        assert b"Make room" in body
        assert str(temporary).encode() not in body
        assert running.get("/healthz")[0] == 200
        (temporary / "filler").unlink()
        grow(temporary, "64m")
        assert running.get("/charts/region-map.gpkg")[0] == 200
        assert "Traceback" not in running.log
