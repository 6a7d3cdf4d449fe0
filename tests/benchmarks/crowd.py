"""A hundred visitors ask for different large pictures at once; does the page still open?"""

from __future__ import annotations

import collections
import statistics
import sys
import tempfile
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError

from tests.browser.conftest import served

VISITORS = 100
WIDEST = 1920
"""Pixels; doubled, a picture is 3,840 wide."""

ROUNDS = 40


def ask(address: str) -> tuple[int, float, str]:
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


def open_pages(base: str, stop: threading.Event) -> list[float]:
    """Seconds that pages took, one after the other, until told to stop."""
    seconds: list[float] = []
    for number in range(1_000_000):
        if stop.is_set() and len(seconds) >= ROUNDS:
            break
        status, took, _ = ask(f"{base}/?countries=TJK&layer={number}")
        if status != 200:
            raise RuntimeError(f"the page answered {status}")
        seconds.append(took)
        time.sleep(0.02)
    return seconds


def main() -> int:
    """Print what the visitors were answered and how long pages took meanwhile."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as base:
        ask(f"{base}/charts/timeline.png?size=2x")
        done = threading.Event()
        done.set()
        quiet = open_pages(base, done)
        stop = threading.Event()
        with ThreadPoolExecutor(VISITORS + 1) as threads:
            pages = threads.submit(open_pages, base, stop)
            addresses = [
                f"{base}/charts/region-map.png?size=2x&width={WIDEST - number}"
                for number in range(VISITORS)
            ]
            began = time.perf_counter()
            answers = list(threads.map(ask, addresses))
            took = time.perf_counter() - began
            stop.set()
            busy = pages.result()
        counts = collections.Counter(status for status, _, _ in answers)
        waits = sorted({again for status, _, again in answers if status == 429})
        print(f"{VISITORS} pictures, 3,840 pixels wide, in {took:.1f} s: {dict(counts)}")
        print(f"Retry-After of those refused, in seconds: {', '.join(waits)}")
        for name, seconds in (("quiet", quiet), ("meanwhile", busy)):
            print(
                f"page, {name}: median {statistics.median(seconds) * 1000:.0f} ms, "
                f"slowest {max(seconds) * 1000:.0f} ms of {len(seconds)}"
            )
        ratio = statistics.median(busy) / statistics.median(quiet)
        print(f"page, meanwhile / quiet: {ratio:.1f} ×")
    return 0


if __name__ == "__main__":
    sys.exit(main())
