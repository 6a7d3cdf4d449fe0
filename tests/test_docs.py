"""Documentation that lists fields, kinds, pages and commands cannot drift from the code."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from data import lexicon
from data.__main__ import command_names
from data.fact import FIELDS, Fact

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


def test_kinds_are_documented_as_in_the_lexicon() -> None:
    rows = table_after((ROOT / "docs/facts.md").read_text(encoding="utf-8"), "<!-- kinds")
    expected = [
        [f"`{name}`", kind.label, kind.unit or "", kind.definition]
        for name, kind in lexicon.kinds().items()
    ]
    assert rows == expected


def test_pages_are_listed_as_in_the_app() -> None:
    app = (ROOT / "dashboard/page.py").read_text(encoding="utf-8")
    pages = re.findall(r'st\.Page\([^)]*title="([^"]+)"[^)]*help="([^"]+)"', app)
    assert pages
    assert table_after(README, "## Pages") == [list(page) for page in pages]


def test_commands_are_listed_as_in_the_programs() -> None:
    assert set(re.findall(r"python -m data (\w+)", README)) == set(command_names())
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^(\w+):", makefile, re.MULTILINE))
    texts = README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`)make (\w+)", texts, re.MULTILINE))
    assert {"run", "test", "check"} <= named <= targets


def test_links_between_documents_lead_somewhere() -> None:
    for document in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("geo/*.md")):
        text = document.read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
