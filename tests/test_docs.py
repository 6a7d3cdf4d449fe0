"""Documentation that lists fields, kinds, pages and commands cannot drift from the code."""

from __future__ import annotations

import inspect
import itertools
import re
from pathlib import Path

import pytest

from dashboard.charts.catalogue import CHARTS
from dashboard.export.formats import formats
from dashboard.export.plotted_rows import CLAIM, SELECTED
from dashboard.export.rows import COLUMNS, PART
from dashboard.selecting.selection import PARAMETERS
from dashboard.server import routes
from dashboard.server.base_path import BelowBase
from dashboard.server.settings import Settings, settings_file
from dashboard.sitemap import PAGES
from data import lexicon, parse
from data.__main__ import command_names
from data.catalog import read_catalog
from data.fact import FIELDS, Fact
from tests.benchmarks.document import BENCHMARKS
from tests.marked_tables import between

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def table_after(text: str, marker: str) -> list[list[str]]:
    """Rows of the first Markdown table behind a marker, header left out."""
    table = re.search(r"(?:^\|.*\n?)+", text[text.index(marker) :], re.MULTILINE)
    assert table is not None
    rows = [line.strip("| \n").split(" | ") for line in table[0].splitlines()]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def test_fields_are_documented_as_in_the_schema() -> None:
    rows = table_after((ROOT / "docs/facts.md").read_text(encoding="utf-8"), "<!-- fields")
    assert [row[0].strip("`") for row in rows] == list(FIELDS)
    docstring = " ".join((inspect.getdoc(Fact) or "").replace("``", "`").split())
    for name, meaning in rows:
        assert f"{name.strip('`')}: {meaning}" in docstring, name


def test_columns_of_downloads_are_documented_as_they_are_written() -> None:
    rows = table_after((ROOT / "docs/facts.md").read_text(encoding="utf-8"), "<!-- added")
    added = [name for name in (*COLUMNS, PART) if name not in FIELDS]
    assert [row[0].strip("`") for row in rows] == added
    assert all(meaning.endswith(".") for _, meaning in rows)


def test_columns_of_charts_are_documented_as_they_are_written() -> None:
    rows = table_after((ROOT / "docs/facts.md").read_text(encoding="utf-8"), "<!-- charts")
    documented = [row[0].strip("`") for row in rows]
    written: dict[str, str] = {SELECTED: "all charts", CLAIM: "all charts"}
    for name, chart in CHARTS.items():
        written |= {column: name for column in chart.columns if column not in written}
    undocumented = {name: chart for name, chart in written.items() if name not in documented}
    assert not undocumented, "columns of these charts are missing in docs/facts.md, <!-- charts"
    unwritten = [name for name in documented if name not in written]
    assert not unwritten, "no chart has these columns of docs/facts.md, <!-- charts"
    of_charts = [name for name in written if name not in {SELECTED, CLAIM}]
    assert documented == [*of_charts, SELECTED, CLAIM], (
        "docs/facts.md, <!-- charts: in the order of dashboard/charts/catalogue.py"
    )
    assert all(meaning.endswith(".") for *_, meaning in rows)


def test_kinds_are_documented_as_in_the_lexicon() -> None:
    rows = table_after((ROOT / "docs/facts.md").read_text(encoding="utf-8"), "<!-- kinds")
    expected = [
        [f"`{name}`", kind.label, kind.unit or "", kind.definition]
        for name, kind in lexicon.kinds().items()
    ]
    differing = [
        f"row {at}: {' | '.join(row or ['none'])}, by kinds.toml: {' | '.join(right or ['none'])}"
        for at, (row, right) in enumerate(itertools.zip_longest(rows, expected), start=1)
        if row != right
    ]
    assert not differing, "the table of kinds in docs/facts.md, in the order of kinds.toml"


def test_stages_are_told_of_as_the_parser_has_them() -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    packages = {path.parent.name for path in (ROOT / "data/parse").glob("*/__init__.py")}
    assert packages
    for package in packages:
        assert f"``{package}``" in str(parse.__doc__)
        assert f"`{package}/`" in contributing


TOLD = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "geo/README.md"]
TOLD += ROOT.glob("docs/**/*.md")
HEADED = [file for room in ("data", "dashboard", "geo") for file in ROOT.glob(f"{room}/**/*.toml")]
PATH = re.compile(
    r"(?<![\w./:-])(?!path/to/)((?:[\w.-]+/)+(?:[\w.-]+\.(?:py|toml|md|css|js|html|j2))?)(?![\w/*-])"
)
ROOMS = {"tests", "data", "dashboard", "geo", "docs", "seeds", "charts", "parts", "components"}


@pytest.mark.parametrize("file", TOLD + HEADED, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_files_that_are_named_are_there(file: Path) -> None:
    said = file.read_text(encoding="utf-8")
    if file.suffix == ".toml":
        said = "\n".join(line for line in said.splitlines() if "#" in line)
    named = {path for path in PATH.findall(said) if path.split("/")[0] in ROOMS}
    beside = (ROOT, file.parent, ROOT / "dashboard", ROOT / "dashboard/charts")
    gone = sorted(path for path in named if not any((at / path).exists() for at in beside))
    assert not gone, f"{file.relative_to(ROOT)} names files that are not there"


def test_pages_are_listed_as_in_the_app() -> None:
    assert table_after(README, "## Pages") == [[page.title, page.help] for page in PAGES.values()]


def test_commands_are_listed_as_in_the_programs() -> None:
    assert set(re.findall(r"python -m data (\w+)", README)) == set(command_names())
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^(\w+):", makefile, re.MULTILINE))
    texts = README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`)make (\w+)", texts, re.MULTILINE))
    assert {"run", "test", "check"} <= named <= targets


def test_settings_are_documented_as_they_are_listed() -> None:
    text = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    listed = settings_file()
    assert table_after(text, "<!-- environment") == [
        [f"`{entry.name}`", _code(entry.default), f"`{entry.example}`", entry.does]
        for entry in listed.environment
    ]
    assert table_after(text, "<!-- streamlit") == [
        [f"`{entry.name}`", f"`{entry.value}`", entry.does] for entry in listed.streamlit
    ]


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def test_measures_are_documented_as_they_are_listed() -> None:
    text = (ROOT / "docs/corpus.md").read_text(encoding="utf-8")
    assert table_after(text, "<!-- measures") == [
        [f"`{entry.id}`", entry.label, entry.axis] for entry in lexicon.measures().values()
    ]


def test_the_number_of_briefs_is_told_as_it_is() -> None:
    briefs = sum(entry.brief is not None for entry in read_catalog().entries)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"(\d+) (?:\*\*)?briefs", text)) == {str(briefs)}


def test_addresses_are_documented_as_they_are_served() -> None:
    text = (ROOT / "docs/urls.md").read_text(encoding="utf-8")
    assert [row[0].strip("`") for row in table_after(text, "## What a link")] == list(PARAMETERS)
    addresses = table_after(text, "## For machines")
    served = " ".join(row[0] for row in addresses)
    for entry in formats("chart"):
        assert re.search(rf"/charts/(<name>|region-map)\.{entry.suffix}`", served), entry.id
    for entry in formats("facts"):
        assert f"/facts.{entry.suffix}`" in served
    assert re.findall(r"`([a-z-]+)`", addresses[0][1]) == list(CHARTS)
    ours = routes(Settings())[0]
    assert isinstance(ours, BelowBase)
    for path in ours.paths:
        known = path.partition("{")[0]
        assert known in served or known.strip("/") in PAGES


def test_links_between_documents_lead_somewhere() -> None:
    for document in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("geo/*.md")):
        text = document.read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_every_benchmark_writes_its_own_part_of_the_page() -> None:
    page = ROOT / "docs/benchmarks.md"
    text = page.read_text(encoding="utf-8")
    programs = {
        path.stem
        for path in (ROOT / "tests/benchmarks").glob("*.py")
        if "\ndef main(" in path.read_text(encoding="utf-8")
    }
    parts_of_others = {"__main__", "memory", "speed"}
    assert programs - parts_of_others == BENCHMARKS.keys()
    for name, places in BENCHMARKS.items():
        assert f"tests.benchmarks.{name}" in text or f"make bench NAME={name}" in text, name
        for place in places:
            assert between(page, place), place
