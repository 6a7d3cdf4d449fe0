"""The first visit on a warm server, in a real browser, beside a hello-world page with a chart.

Each visit is a browser context of its own, so that nothing is kept from the last; apps take turns.
Bytes are those of one more visit through a relay that counts what the server sends.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import shutil
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, BrowserContext, ViewportSize, sync_playwright

from tests.benchmarks.document import write
from tests.benchmarks.relay import relayed
from tests.benchmarks.reruns import APPS
from tests.benchmarks.serving import started
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.marked_tables import table

NAME: Final = "first-paint"
DRAWN: Final[Mapping[str, str]] = {
    "ours": ".geo .choroplethlayer path",
    "hello-world with a chart": ".js-plotly-plot .scatterlayer .trace",
}
"""What of a chart is looked for: when it is there, the chart is drawn."""

_WINDOW: Final[ViewportSize] = {"width": 1440, "height": 900}
_PATIENCE: Final = 60_000
_WATCH: Final = """
(selector) => {
  new MutationObserver((_, watching) => {
    if (!document.querySelector(selector)) return;
    watching.disconnect();
    requestAnimationFrame(() => { window.drawnAt = performance.now(); });
  }).observe(document, { childList: true, subtree: true });
}
"""
_MARKS: Final = """
() => ({
  painted: performance.getEntriesByName("first-contentful-paint")[0].startTime,
  drawn: window.drawnAt,
})
"""


@dataclasses.dataclass(frozen=True, slots=True)
class Visit:
    """A page that was opened.

    Attributes:
        painted: Milliseconds until the first text or picture.
        drawn: Milliseconds until the chart stood there.
    """

    painted: float
    drawn: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table and write it into docs/benchmarks.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.first_paint")
    parser.add_argument("--turns", type=int, default=9, help="visits of every app")
    parser.add_argument("--print-only", action="store_true", help="leave the document as it is")
    options = parser.parse_args(arguments)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("error: no Chromium on this machine; on Debian: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as running:
        addresses = {
            name: running.enter_context(started(APPS[name], Path(folder))).address for name in DRAWN
        }
        playing = running.enter_context(sync_playwright())
        browser = playing.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        running.callback(browser.close)
        content = _measured(browser, addresses, options.turns)
    write(NAME, content, print_only=options.print_only)
    return 0


def _measured(browser: Browser, addresses: Mapping[str, str], turns: int) -> str:
    visits: dict[str, list[Visit]] = {name: [] for name in addresses}
    for turn in range(-1, turns):  # the first makes the servers warm
        for name, address in addresses.items():
            with browser.new_context(viewport=_WINDOW) as context:
                visit = _visit(context, name, address)
            if turn >= 0:
                visits[name].append(visit)
    sizes = {name: _sizes(browser, name, address) for name, address in addresses.items()}
    _, hello = DRAWN
    rows = [
        (
            name,
            *_beside(visits, name, hello, "painted"),
            *_beside(visits, name, hello, "drawn"),
            *(f"{size / 1000:,.0f}" for size in sizes[name]),
        )
        for name in DRAWN
    ]
    head = ("", "first paint, ms", "of the chart's", "chart drawn, ms", "of the chart's")
    return table((*head, "received, kB", "a second visit, kB"), rows)


def _beside(
    visits: Mapping[str, Sequence[Visit]], name: str, other: str, mark: str
) -> tuple[str, str]:
    """The median, and the median of the turns' ratios to another app."""
    own = [getattr(visit, mark) for visit in visits[name]]
    ratios = [
        getattr(one, mark) / getattr(two, mark)
        for one, two in zip(visits[name], visits[other], strict=True)
    ]
    return f"{statistics.median(own):.0f}", f"{statistics.median(ratios):.2f} ×"


def _visit(context: BrowserContext, name: str, address: str) -> Visit:
    page = context.new_page()
    page.add_init_script(f"({_WATCH})({DRAWN[name]!r})")
    page.goto(address)
    page.wait_for_function("() => window.drawnAt", timeout=_PATIENCE)
    marks = page.evaluate(_MARKS)
    page.close()
    return Visit(marks["painted"], marks["drawn"])


def _sizes(browser: Browser, name: str, address: str) -> tuple[int, int]:
    """Bytes that a first visit receives, and one with what the browser kept of it."""
    with relayed(address) as relay, browser.new_context(viewport=_WINDOW) as context:
        counts = []
        for _ in range(2):
            before = relay.received
            page = context.new_page()
            page.goto(relay.address)
            page.wait_for_selector(DRAWN[name], timeout=_PATIENCE)
            page.wait_for_load_state("networkidle")
            page.close()
            counts.append(relay.received - before)
    return counts[0], counts[1]


if __name__ == "__main__":
    sys.exit(main())
