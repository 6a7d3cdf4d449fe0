"""Files of which only a part could be read are named, with the part that is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from data.store.part import Outcome
from data.store.progress import Progress
from data.store.record import PartRecord
from tests.archive.conftest import ROOT, build
from tests.data.pdf_files import lines, pdf, picture, stream

TOLD = stream(lines((72, 600, "Some 40 Afghan soldiers fled to Iran on Thursday.")))
SCAN = stream(picture())
SAID = "is a picture, as of a scan, and was not read; run text recognition (OCR) on it first"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    (folder / "may").mkdir(parents=True)
    (folder / "may" / "report.pdf").write_bytes(pdf(TOLD, SCAN))
    (folder / "whole.pdf").write_bytes(pdf(TOLD))
    return folder


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_build_names_files_with_scanned_pages(source: Path, tmp_path: Path, workers: str) -> None:
    options = ("--progress", "none", "--workers", workers)
    run = build(source, tmp_path / "store", *options)
    assert run.returncode == 0
    assert run.stderr == f"note: may/report.pdf: page 2 of 2 {SAID}\n"
    assert not build(source, tmp_path / "store", *options).stderr  # nothing was read


def test_reading_names_them_too(source: Path) -> None:
    run = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-m", "data", "extract", str(source), "--published", "2021-07-09"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    (said,) = run.stderr.splitlines()
    assert said.endswith(f"report.pdf: page 2 of 2 {SAID}")


def test_many_are_counted() -> None:
    progress = Progress("none")
    record = PartRecord("a", "", "", 15, 0, ())
    for part in range(3):
        names = tuple(f"{part}-{number}.pdf" for number in range(15))
        progress.part(Outcome(record, 0, names))
    *named, rest = progress.partly_read
    assert (len(named), named[-1]) == (20, "1-4.pdf")
    assert rest == "25 more files were read in part"
