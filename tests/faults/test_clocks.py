"""Clocks and time zones change nothing of what is read, shown or written."""

from __future__ import annotations

import asyncio
import hashlib
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from dashboard.images import missing
from tests.faults.clock import COMPILER, Clock
from tests.faults.exporting import ROOT, WITHOUT_PICTURES, content_of, export
from tests.faults.guest import Guest, arrive
from tests.faults.server import Server, server

ZONES: Final = ("Asia/Kabul", "Pacific/Kiritimati", "America/Los_Angeles")
FORMATS: Final = (*WITHOUT_PICTURES, "html", "report", "animated", "facts-json")
PAGE: Final = """<html><head><title>Guards flee</title>
<meta property="article:published_time" content="2021-07-05T23:30:00+04:30"></head>
<body><article><h1>Guards flee</h1><p>On Sunday 40 soldiers fled to Tajikistan, the border service
of Tajikistan said, a day after 300 of them had crossed the river in the north.</p></article></body>
</html>"""
TEXT: Final = """KABUL, July 5 - Guards flee

On Sunday 40 soldiers fled to Tajikistan, the border service of Tajikistan said.
"""
needs_compiler = pytest.mark.skipif(COMPILER is None, reason="no C compiler on this machine")


def extracted(file: Path, *options: str, **environment: str) -> str:
    run = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-m", "data", "extract", str(file), *options],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        check=True,
    )
    return run.stdout


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A saved web page that names its day in a time zone of its own."""
    file = tmp_path / "page.html"
    file.write_text(PAGE, "utf-8")
    return file


def test_a_page_is_read_the_same_in_every_time_zone(page: Path) -> None:
    told = [extracted(page, TZ=zone) for zone in ("UTC", *ZONES[1:])]
    assert len(set(told)) == 1
    assert '"when_start": "2021-07-04"' in told[0]


@needs_compiler
@pytest.mark.parametrize("days", [-20_000, 40_000])
def test_a_page_is_read_the_same_whatever_the_clock_says(
    page: Path, tmp_path: Path, days: float
) -> None:
    clock = Clock(tmp_path)
    clock.jump(days)
    year = subprocess.run(
        [sys.executable, "-c", "import datetime; print(datetime.date.today().year)"],
        capture_output=True,
        text=True,
        env=clock.environment,
        check=True,
    )
    assert int(year.stdout) != time.gmtime().tm_year
    assert extracted(page, **clock.environment) == extracted(page)


@pytest.mark.faults
def test_exports_have_the_same_bytes_in_every_time_zone(tmp_path: Path) -> None:
    for zone in ("UTC", *ZONES):
        assert export(tmp_path / zone, *FORMATS, TZ=zone).returncode == 0
    reference = content_of(tmp_path / "UTC")
    assert len(reference) > 20
    for zone in ZONES:
        assert content_of(tmp_path / zone) == reference, zone


@pytest.mark.faults
@pytest.mark.skipif(missing() is not None, reason="no Chromium on this machine")
def test_pictures_have_the_same_bytes_in_every_time_zone(tmp_path: Path) -> None:
    for zone in ("UTC", *ZONES):
        pictures = ("--formats", "svg", "png", "pdf", "--view", "countries=TJK")
        done = export(tmp_path / zone, *pictures, TZ=zone, WITHDRAWAL_BROWSER="")
        assert done.returncode == 0, done.stderr
    reference = content_of(tmp_path / "UTC")
    for zone in ZONES:
        assert content_of(tmp_path / zone) == reference, zone


@needs_compiler
@pytest.mark.faults
def test_exports_have_the_same_bytes_whatever_the_clock_says(tmp_path: Path) -> None:
    assert export(tmp_path / "right", *FORMATS).returncode == 0
    reference, clock = content_of(tmp_path / "right"), Clock(tmp_path)
    for days in (-20_000, 40_000):
        clock.jump(days)
        assert export(tmp_path / str(days), *FORMATS, **clock.environment).returncode == 0
        assert content_of(tmp_path / str(days)) == reference, days


@needs_compiler
@pytest.mark.faults
def test_a_server_whose_clock_jumps_serves_on(tmp_path: Path) -> None:
    clock, catalog = Clock(tmp_path), tmp_path / "catalog.toml"
    write_catalog(catalog, "Over 40 guards fled to Iran.")
    variables = {**clock.environment, "WITHDRAWAL_CATALOG": str(catalog)}
    with server(tmp_path, **variables) as running:
        asyncio.run(_jumps(running, clock, catalog))
        assert not [event for event in running.events if event["level"] in ("error", "warning")]


async def _jumps(running: Server, clock: Clock, catalog: Path) -> None:
    visitor = await arrive(running.address)
    await visitor.ask("add")
    await visitor.upload("article.txt", TEXT.encode())
    assert "Say what it is" in visitor.words
    _, before = running.get("/facts.csv")
    for number, days in enumerate((10, -20, 400, -20_000, 0), start=1):
        clock.jump(days)
        assert running.get("/healthz")[0] == 200
        assert running.get("/facts.csv") == (200, before)
        await visitor.ask("add")
        assert "Say what it is" in visitor.words  # the session and what is in it are still there
        write_catalog(catalog, f"Over {number}00 guards fled to Iran.")
        seen = await _seconds_until_shown(visitor, f"Over {number}00 guards")
        assert seen < 10, days
        _, before = running.get("/facts.csv")
    visitor.vanish()


async def _seconds_until_shown(visitor: Guest, words: str) -> float:
    began = time.monotonic()
    while time.monotonic() - began < 30:
        await visitor.ask("article")
        if words in visitor.words:
            return time.monotonic() - began
        await asyncio.sleep(0.2)
    raise TimeoutError(words)


def write_catalog(catalog: Path, text: str) -> None:
    """A catalogue of one article."""
    catalog.with_name("one.txt").write_text(text, "utf-8")
    catalog.write_text(
        f'[[article]]\nid = "one"\nfile = "one.txt"\ntitle = "{text}"\n'
        'published_basis = "made up"\nlicence = "made up"\n'
        f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n',
        "utf-8",
    )
