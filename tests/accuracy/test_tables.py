"""The tables in the documents: their shape, and that every tool is in them; not the figures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.accuracy import country_scores, date_scores, number_scores, peers
from tests.accuracy.__main__ import PAGE, README, main
from tests.accuracy.peer_runs import roster
from tests.accuracy.tables import NONE, OURS
from tests.marked_tables import between, put_between, table

RATIO = re.compile(rf"[01]\.\d{{3}}|{NONE}")


def tables_in(document: Path, name: str) -> list[list[list[str]]]:
    """Each table as rows of cells, its rule left out."""
    tables = [block.splitlines() for block in between(document, name).split("\n\n")]
    return [
        [[cell.strip() for cell in line.strip("|").split(" | ")] for line in (block[0], *block[2:])]
        for block in tables
    ]


def test_readme_shows_every_measure_and_tool() -> None:
    numbers, countries, dates = tables_in(README, "accuracy")
    for found, title, measures in (
        (numbers, "Numbers", number_scores.MEASURES),
        (countries, "Countries", country_scores.MEASURES),
        (dates, "Dates", date_scores.MEASURES),
    ):
        first, *others = measures
        assert found[0] == [title, first, "precision", "recall", *others]
        assert found[1][0] == OURS
        assert all(RATIO.fullmatch(cell) for row in found[1:] for cell in row[1:])
    shown = {row[0] for found in (numbers, countries, dates) for row in found[1:]}
    assert shown == {OURS, *(peer.label for peer in roster())}


def test_page_says_how_every_tool_was_used() -> None:
    [tools] = tables_in(PAGE, "peers")
    assert [(row[0], row[2]) for row in tools[1:]] == [(peer.label, peer.use) for peer in roster()]
    assert all(
        re.search(rf"{re.escape(name)} \d", row[1])
        for row, peer in zip(tools[1:], roster(), strict=True)
        for name in peer.distributions
    )


def test_every_adapter_is_on_the_roster() -> None:
    folder = Path(peers.__file__).parent
    adapters = {path.stem for path in folder.glob("*.py")} - {"__init__", "__main__", "rows"}
    assert adapters == {peer.id for peer in roster()}


def test_errors_of_the_test_part_stay_unread() -> None:
    with pytest.raises(SystemExit, match="stays unread"):
        main(["--part", "test", "--errors", "5"])


def test_a_table_is_written_between_its_markers(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- x -->\nold\n<!-- end x -->\nb\n", encoding="utf-8")
    put_between(page, "x", table(("tool", "F1"), [("ours", "1.000")]))
    assert between(page, "x") == "| tool | F1 |\n| --- | ---: |\n| ours | 1.000 |"
    assert page.read_text(encoding="utf-8").startswith("a\n<!-- x -->\n")
    with pytest.raises(ValueError, match="no <!-- y -->"):
        between(page, "y")
