"""Two dashboards, and in front of them nginx as deploy/nginx sets it up, once for all tests."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.conftest import CALM, CHROMIUM_FLAGS, SHORT_LIVED
from tests.hosting.replicas import HOST, Replica
from tests.hosting.site import Certificate, Site, served_by

Seen = TypeVar("Seen")
Look = Callable[[BrowserContext], Seen]
InBrowser = Callable[[Look[Seen]], Seen]

_PATIENCE_S = 5.0
"""Seconds that Playwright has to end."""


def program(name: str, package: str) -> str:
    """Path of a program; without it tests are skipped, and fail in CI."""
    # nginx is where only an administrator's shell looks.
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if found is None:
        message = f"no {name} on this machine; on Debian: apt-get install {package}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found


@pytest.fixture(scope="package")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hosting")


@pytest.fixture(scope="package")
def nginx() -> str:
    return program("nginx", "nginx")


@pytest.fixture(scope="package")
def certificate(folder: Path) -> Certificate:
    return Certificate.made_by(program("openssl", "openssl"), folder)


@pytest.fixture(scope="package")
def running(nginx: str, certificate: Certificate, folder: Path) -> Iterator[list[Replica]]:  # noqa: ARG001
    """Two replicas. The programs that the tests need besides are asked for first."""
    replicas = [Replica(folder), Replica(folder)]
    try:
        for replica in replicas:
            replica.wait()
        yield replicas
    finally:
        for replica in replicas:
            replica.end()
        for replica in replicas:
            replica.wait_for_end()


@pytest.fixture(scope="package")
def started(
    nginx: str, certificate: Certificate, running: list[Replica], folder: Path
) -> Iterator[dict[str, Site]]:
    """An nginx for each of the upstream files, by its name without ``upstream-`` and ``.conf``."""
    ports = [replica.port for replica in running]
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(
                served_by(nginx, folder / name, certificate, f"upstream-{name}.conf", used)
            )
            for name, used in {"one": ports[:1], "replicas": ports, "sticky": ports}.items()
        }


@pytest.fixture
def replicas(running: list[Replica]) -> list[Replica]:
    """The replicas; those that an earlier test killed are started again."""
    for replica in running:
        if not replica.alive:
            replica.start()
    for replica in running:
        replica.wait()
    return running


@pytest.fixture
def sites(started: dict[str, Site], replicas: list[Replica]) -> dict[str, Site]:  # noqa: ARG001
    """The nginxes, with both replicas behind them."""
    return started


@pytest.fixture
def site(sites: dict[str, Site]) -> Site:
    """The plain server: one process behind nginx."""
    return sites["one"]


@pytest.fixture(scope="package")
def in_browser() -> Iterator[InBrowser[object]]:
    """Does something in a fresh profile of a Chromium that finds :data:`HOST` on this machine.

    In a thread of its own: Playwright runs once a thread, and in this one it may run already, for
    tests/browser.
    """
    chromium = program("chromium", "chromium")
    with ThreadPoolExecutor(1) as thread:
        playwright = thread.submit(lambda: sync_playwright().start()).result()
        browser = thread.submit(
            lambda: playwright.chromium.launch(
                executable_path=chromium,
                args=[
                    *CHROMIUM_FLAGS,
                    SHORT_LIVED,
                    f"--host-resolver-rules=MAP {HOST} 127.0.0.1",
                ],
            )
        ).result()
        try:
            yield lambda look: thread.submit(_in_profile, browser, look).result()
        finally:
            stopped = thread.submit(playwright.stop)  # ends the browser, too
            if wait([stopped], timeout=_PATIENCE_S).not_done:
                # Has waited for ever where browsers of other tests run in this process as well.
                for driver in _children("playwright"):
                    os.kill(driver, signal.SIGKILL)
            stopped.result()


def _children(named: str) -> list[int]:
    """Processes that this one has started whose command line has a word in it."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == os.getpid() and named in (folder / "cmdline").read_text():
                found.append(int(folder.name))
    return found


def _in_profile(browser: Browser, look: Look[Seen]) -> Seen:
    # The certificate is self-signed.
    with browser.new_context(ignore_https_errors=True, reduced_motion=CALM) as context:
        context.set_default_timeout(60_000)
        return look(context)
