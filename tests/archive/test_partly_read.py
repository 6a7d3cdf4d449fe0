"""Files of which only a part could be read are named, with the part that is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.__main__ import main
from data.store.part import Outcome
from data.store.progress import Progress
from data.store.record import PartRecord
from tests.data.intake.pdf_files import lines, pdf, picture, stream

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
def test_a_build_names_files_with_scanned_pages(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], workers: str
) -> None:
    out = ("--out", str(tmp_path / "store"))
    command = ["build", str(source), *out, "--progress", "none", "--workers", workers]
    assert main(command) == 0
    assert capsys.readouterr().err == f"note: may/report.pdf: page 2 of 2 {SAID}\n"
    assert main(command) == 0
    assert not capsys.readouterr().err  # nothing was read


def test_reading_names_them_too(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(source), "--published", "2021-07-09"]) == 0
    (said,) = capsys.readouterr().err.splitlines()
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
