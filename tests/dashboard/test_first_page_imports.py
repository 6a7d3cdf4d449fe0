"""What nobody has to wait for before the first page after a start: promised, whatever it takes."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from data.catalog import CATALOG_VARIABLE
from data.snapshot.folder import VARIABLE
from tests.benchmarks.serving import DASHBOARD, ROOT, kept_in, started
from tests.benchmarks.visitor import visit

NEVER = frozenset(
    {
        "data.store.shelf",
        "distributed",
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

ONLY_ANEW = frozenset(
    {
        "data.intake",
        "data.parse",
        "dateutil",
        "pydantic",
        "dashboard.charts.region.map",
        "dashboard.charts.region.told",
    }
)
"""What is needed only to read, check and draw what the last start has read, checked and drawn."""

_IMPORTED = re.compile(r"^import time: +\d+ \| +\d+ \| +(\S+)$", re.MULTILINE)


def imported_before_the_first_page(folder: Path, kept: Path) -> frozenset[str]:
    """What a server imports until its first visitor has a page; its settings are the process's."""
    with started(DASHBOARD, folder, PYTHONPROFILEIMPORTTIME="1") as app:
        asyncio.run(_visit(app.address, kept))
    (log,) = folder.glob("*.log")
    before, _, run = log.read_text("utf-8").partition('"event": "run"')
    assert '"outcome": "done"' in run, "no page was drawn"
    return frozenset(_IMPORTED.findall(before))


async def _visit(address: str, kept: Path) -> None:
    await asyncio.to_thread(urllib.request.urlopen, address)  # as a browser does first
    async with visit(address) as visitor:
        await visitor.open()
    await kept_in(kept)


def test_heavy_libraries_are_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CATALOG_VARIABLE)
    kept = tmp_path / "kept"
    monkeypatch.setenv(VARIABLE, str(kept))
    assert NEVER & imported_before_the_first_page(tmp_path, kept) == frozenset()


def test_what_was_prepared_needs_no_reading_checking_and_drawing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(CATALOG_VARIABLE)
    kept = tmp_path / "kept"
    monkeypatch.setenv(VARIABLE, str(kept))
    subprocess.run([sys.executable, "-m", "dashboard", "prepare"], cwd=ROOT, check=True)
    assert (NEVER | ONLY_ANEW) & imported_before_the_first_page(tmp_path, kept) == frozenset()
