"""A served dashboard and a real Chromium, started once for the browser tests of a worker."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.error import URLError

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    Request,
    expect,
    sync_playwright,
)

from dashboard.palette import Theme, palette
from data.catalog import CATALOG, CATALOG_VARIABLE

ROOT = Path(__file__).resolve().parent.parent.parent
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SHORT_LIVED = "--js-flags=--no-turbofan --no-maglev"
"""For tests, whose pages live for seconds: to optimize their scripts takes longer than it saves."""
CALM: Final = "reduce"
"""Motion that nobody watches is drawn sixty times a second all the same, and clicks wait for it."""
LOOK_EVERY_MS: Final = 50
"""How often a page is asked whether something is so: at each frame, it would draw frames for it."""
PATIENCE = 60_000
"""Milliseconds: how long a page takes says how busy the machine is, not whether it is right."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = f"{Path(__file__).parent}{os.sep}"
    for item in items:
        path = str(item.path)
        if path.startswith(here):
            item.add_marker(pytest.mark.browser)
        if path.startswith(f"{here}tour{os.sep}"):
            item.add_marker(pytest.mark.tour)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(folder: Path, **environment: str) -> Iterator[str]:
    """The address of the dashboard, started by ``streamlit run`` from a folder."""
    port = free_port()
    log = folder / f"streamlit-{port}.log"
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard" / "app.py")]
    options = ["--server.port", str(port), "--server.headless", "true"]
    with (
        log.open("w") as output,
        subprocess.Popen(  # noqa: S603 - our own interpreter and script
            [*command, *options, "--server.address", "127.0.0.1"],
            cwd=folder,
            env={**os.environ, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            _wait_until_healthy(port, process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _wait_until_healthy(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"the dashboard did not start:\n{log.read_text()}")


@pytest.fixture(scope="package")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard, started from a folder that is not the project's."""
    with served(tmp_path_factory.mktemp("elsewhere")) as url:
        yield url


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard with the whole catalogue, whose charts are ours and not Streamlit's."""
    with served(tmp_path_factory.mktemp("site"), **{CATALOG_VARIABLE: str(CATALOG)}) as url:
        yield url


@pytest.fixture(scope="package")  # its event loop must not run on in tests of other folders
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="package")
def browser(playwright: Playwright) -> Browser:
    """A browser, which ends with Playwright; to close it first has once waited for ever."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        message = "no Chromium on this machine; on Debian: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    flags = [*CHROMIUM_FLAGS, SHORT_LIVED]
    return playwright.chromium.launch(executable_path=chromium, args=flags)


OpenPage = Callable[..., Page]


@pytest.fixture(scope="package")
def used_window(browser: Browser) -> Iterator[Page]:
    """A window for one test after the other: where scripts are compiled, a page costs half."""
    with browser.new_context(accept_downloads=True) as context:
        yield context.new_page()


@pytest.fixture
def window(used_window: Page) -> Iterator[Page]:
    """The window, as if it were new but for its history."""
    yield used_window
    if used_window.url != "about:blank":  # which has no storage
        used_window.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    used_window.unroute_all()
    used_window.context.clear_cookies()
    used_window.context.clear_permissions()


@pytest.fixture
def open_page(browser: Browser, window: Page, address: str) -> Iterator[OpenPage]:
    """Opens a page of the dashboard and waits until it is drawn.

    The first gets the window, those after it are other visitors in a fresh browser profile, and
    those with a ``history`` get a window with one of their own. Whatever a test does: afterwards
    no page must have asked another host for anything.
    """
    contexts: list[BrowserContext] = []
    popups: list[Page] = []
    free = [window]
    allowed = {address, "data:", "blob:"}
    outside: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(tuple(allowed)):
            outside.append(request.url)

    def other_visitor() -> Page:
        contexts.append(browser.new_context(accept_downloads=True))
        return contexts[-1].new_page()

    def other_window() -> Page:
        if not window.url.startswith(address):
            window.goto(f"{address}/healthz")
        with window.expect_popup() as opened:
            window.evaluate("() => { open('about:blank'); }")
        popups.append(opened.value)
        return opened.value

    def open_at(
        path: str = "/",
        *,
        base: str | None = None,
        width: int = 1440,
        height: int = 900,
        dark: bool = False,
        history: bool = False,
        ready: str = ".js-plotly-plot .main-svg",
    ) -> Page:
        page = other_window() if history else free.pop() if free else other_visitor()
        allowed.add(base or address)
        page.on("request", note)
        page.set_default_timeout(PATIENCE)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if dark else "light", reduced_motion=CALM)
        page.goto((base or address) + path)
        page.locator(ready).first.wait_for()
        settle(page)
        return page

    yield open_at
    for popup in popups:
        popup.close()
    window.remove_listener("request", note)
    # Ends the session. Any other site, and a blank page too, would forget the compiled scripts.
    window.goto(f"{address}/healthz")
    for context in contexts:
        context.close()
    assert outside == []


def settle(page: Page) -> None:
    """Wait until no run of the app has been under way for a while."""
    page.wait_for_function(
        """() => {
            const running = document.querySelector('[data-test-script-state="running"]');
            const now = performance.now();
            if (running || window.lastRunning === undefined) window.lastRunning = now;
            return now - window.lastRunning > 600;
        }""",
        polling=LOOK_EVERY_MS,
    )
    page.evaluate("() => { delete window.lastRunning; }")


def wait_for_theme(page: Page, theme: Theme) -> None:
    """Wait until the page is drawn in the colours of a theme."""
    red, green, blue = bytes.fromhex(palette(theme).page.removeprefix("#"))
    ground = f"rgb({red}, {green}, {blue})"  # as browsers say it
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", ground)
