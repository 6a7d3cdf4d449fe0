"""``python -m dashboard export``: what it makes, says and refuses."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dashboard.__main__ import main


@pytest.fixture(autouse=True)
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WITHDRAWAL_BROWSER", "none")


def export(folder: Path, *more: str) -> int:
    return main(["export", "--out", str(folder), *more])


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize(
    "view", ["?countries=TJK", "/claims?countries=TJK", "https://example.org/map/?countries=TJK"]
)
def test_a_view_is_a_query_or_a_link(tmp_path: Path, view: str) -> None:
    assert export(tmp_path, "--view", view, "--formats", "facts-csv,csv") == 0
    facts = rows(tmp_path / "afghanistan-withdrawal-facts-tjk.csv")
    plotted = rows(tmp_path / "afghanistan-withdrawal-timeline-tjk.csv")
    told = {row["fact_id"]: row["selected"] for row in plotted}
    assert facts
    assert set(told.values()) == {"true", "false"}
    for row in facts:
        assert told.get(row["fact_id"], "true") == "true"


def test_run_again_nothing_is_made_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(tmp_path, "--formats", "facts-json") == 0
    assert ", 0 already there" in capsys.readouterr().out
    assert export(tmp_path, "--formats", "facts-json") == 0
    said = capsys.readouterr()
    assert said.out.startswith("0 made")
    assert "facts.json  already there" in said.err


@pytest.mark.parametrize(
    ("more", "named"),
    [
        (["--formats", "docx"], "facts-csv"),
        (["--base", "javascript:alert(1)"], "http://localhost:8501"),
    ],
)
def test_what_cannot_be_used_is_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], named: str
) -> None:
    assert export(tmp_path / "out", *more) == 2
    assert named in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_script_notices_that_pictures_it_asked_for_are_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(tmp_path, "--formats", "png", "facts-csv") == 1
    assert "unset WITHDRAWAL_BROWSER" in capsys.readouterr().err
    assert (tmp_path / "afghanistan-withdrawal-facts.csv").exists()


def test_what_the_data_do_not_have_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(tmp_path, "--view", "countries=MARS", "--formats", "bibtex") == 0
    assert "“countries=MARS”" in capsys.readouterr().err
