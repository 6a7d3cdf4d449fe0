"""A hundred visitors ask for different large pictures at once; does the page still open?"""

from __future__ import annotations

import argparse
import collections
import statistics
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final
from urllib.error import HTTPError

from tests.benchmarks.document import write
from tests.browser.conftest import served
from tests.marked_tables import table

NAME: Final = "crowd"
VISITORS: Final = 100
WIDEST: Final = 1920
"""Pixels; doubled, a picture is 3,840 wide."""

ROUNDS: Final = 40


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table and write it into docs/benchmarks.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.crowd")
    parser.add_argument("--print-only", action="store_true", help="leave the document as it is")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as base:
        write(NAME, _measured(base), print_only=options.print_only)
    return 0


def _measured(base: str) -> str:
    _ask(f"{base}/charts/timeline.png?size=2x")  # the browser that draws has started
    done, stop = threading.Event(), threading.Event()
    done.set()
    quiet = _open_pages(base, done)
    with ThreadPoolExecutor(VISITORS + 1) as threads:
        pages = threads.submit(_open_pages, base, stop)
        began = time.perf_counter()
        answers = list(threads.map(_ask, _pictures(base)))
        took = time.perf_counter() - began
        stop.set()
        busy = pages.result()
    statuses = collections.Counter(status for status, _, _ in answers)
    waits = sorted({int(again) for status, _, again in answers if status == 429})
    rows = [
        (f"{VISITORS} pictures, 3,840 pixels wide, s", f"{took:.1f}"),
        *((f"answered with {status}", f"{count}") for status, count in sorted(statuses.items())),
        ("told to come back after, s", f"{waits[0]} to {waits[-1]}" if waits else ""),
        ("a page meanwhile, median, ms", f"{1000 * statistics.median(busy):.0f}"),
        ("a page meanwhile, slowest, ms", f"{1000 * max(busy):.0f}"),
        ("median, of that before", f"{statistics.median(busy) / statistics.median(quiet):.1f} ×"),
    ]
    return table(("", "measured"), rows)


def _pictures(base: str) -> list[str]:
    picture = f"{base}/charts/region-map.png?size=2x&width="
    return [f"{picture}{WIDEST - number}" for number in range(VISITORS)]


def _ask(address: str) -> tuple[int, float, str]:
    """Status, seconds, and when to come back."""
    began = time.perf_counter()
    try:
        with urllib.request.urlopen(address, timeout=120) as answer:  # noqa: S310 - our own server
            answer.read()
            status, again = answer.status, ""
    except HTTPError as error:
        error.read()
        status, again = error.code, error.headers.get("Retry-After", "")
    return status, time.perf_counter() - began, again


def _open_pages(base: str, stop: threading.Event) -> list[float]:
    """Seconds that pages took, one after the other, until told to stop."""
    seconds: list[float] = []
    for number in range(1_000_000):
        if stop.is_set() and len(seconds) >= ROUNDS:
            break
        status, took, _ = _ask(f"{base}/?countries=TJK&layer={number}")
        if status != 200:
            raise RuntimeError(f"the page answered {status}")
        seconds.append(took)
        time.sleep(0.02)
    return seconds


if __name__ == "__main__":
    sys.exit(main())
