"""What nobody has to wait for before the first page after a start: promised, whatever it takes."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from dashboard import snapshot
from dashboard.corpus_source import CATALOG_VARIABLE
from tests.benchmarks.serving import DASHBOARD, started
from tests.benchmarks.visitor import visit

NEVER = frozenset(
    {
        "data.store.shelf",
        "distributed",
        "PIL",
        "duckdb",
        "fsspec",
        "geopandas",
        "htmldate",
        "jinja2",
        "kaleido",
        "lxml",
        "pandas",
        "pdfminer",
        "pypdf",
        "pyogrio",
        "pyproj",
        "shapely",
        "trafilatura",
    }
)
"""What only files, added articles, pictures and stores need."""

ONLY_TO_READ = frozenset({"data.parse", "dateutil", "pydantic"})
"""What only reading articles needs."""

_IMPORTED = re.compile(r"^import time: +\d+ \| +\d+ \| +(\S+)$", re.MULTILINE)


def imported_before_the_first_page(folder: Path) -> frozenset[str]:
    """What a server imports until its first visitor has a page; its settings are the process's."""
    with started(DASHBOARD, folder, PYTHONPROFILEIMPORTTIME="1") as app:
        asyncio.run(_visit(app.address))
    (log,) = folder.glob("*.log")
    before, _, run = log.read_text("utf-8").partition('"event": "run"')
    assert '"outcome": "done"' in run, "no page was drawn"
    return frozenset(_IMPORTED.findall(before))


async def _visit(address: str) -> None:
    async with visit(address) as visitor:
        await visitor.open()


def test_heavy_libraries_are_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CATALOG_VARIABLE)
    monkeypatch.setenv(snapshot.VARIABLE, str(tmp_path / "kept"))
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
    assert not NEVER & imported_before_the_first_page(first)
    assert not (NEVER | ONLY_TO_READ) & imported_before_the_first_page(second)
