"""The warm browser: bounded, started again when it must be, gone when it is not needed."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from choreographer.channels import Pipe

from dashboard.admission import Busy, TooSlow
from dashboard.images import NoBrowser, chrome, missing
from dashboard.images.browser import PLACES, WarmBrowser
from dashboard.images.svg import finish_svg
from tests.dashboard.pictured import ABOUT, border_map, chrome_or_skip


@pytest.fixture(scope="module")
def browser() -> Iterator[WarmBrowser]:
    chrome_or_skip()
    running = WarmBrowser(longest_s=4, answer_s=0.5, idle_s=1)
    yield running
    running.close()


def draw(browser: WarmBrowser, deadline_s: float = 60) -> bytes:
    options = {"format": "svg", "width": 400, "height": 300, "scale": 1}
    return browser.draw(border_map().to_json, options, lambda it: it, deadline_s=deadline_s)


def alive(process_id: int) -> bool:
    """Whether a process of this group is left, be it a zombie."""
    try:
        os.killpg(process_id, 0)
    except ProcessLookupError:
        return False
    return True


def signalled(browser: WarmBrowser, sent: signal.Signals) -> int:
    process_id = browser.process_id
    assert process_id is not None
    os.killpg(process_id, sent)
    return process_id


def test_what_a_closing_browser_leaves_half_said_is_not_printed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    channel = Pipe()
    channel.open()
    os.write(channel.from_external_to_choreo, b"{bye}\n\0")
    assert channel.read_jsons(blocking=False)[0] == []
    assert caplog.records == []
    channel.close()


@pytest.mark.faults
def test_a_browser_that_died_is_started_again_for_all_who_draw(browser: WarmBrowser) -> None:
    assert draw(browser)
    with ThreadPoolExecutor(3) as threads:
        early = [threads.submit(draw, browser) for _ in range(2)]
        dead = signalled(browser, signal.SIGKILL)
        late = threads.submit(draw, browser)
        assert all(b"Kunduz" in picture.result() for picture in [*early, late])
    assert browser.process_id != dead


@pytest.mark.faults
def test_a_browser_that_hangs_is_replaced(browser: WarmBrowser) -> None:
    assert draw(browser)
    hanging = signalled(browser, signal.SIGSTOP)
    with pytest.raises(TooSlow):
        draw(browser, deadline_s=0.2)
    assert b"Kunduz" in draw(browser)
    assert not alive(hanging)


@pytest.mark.tour
def test_a_page_that_has_drawn_enough_is_loaded_again(
    browser: WarmBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[chrome.Tab] = []
    load = chrome.Tab.load

    async def counted(tab: chrome.Tab) -> None:
        loaded.append(tab)
        await load(tab)

    assert draw(browser)
    monkeypatch.setattr(chrome, "PICTURES_A_PAGE", 2)
    monkeypatch.setattr(chrome.Tab, "load", counted)
    assert len({finish_svg(draw(browser), ABOUT) for _ in range(4)}) == 1
    assert 1 <= len(loaded) <= 2


@pytest.mark.faults
def test_a_browser_that_nobody_uses_is_closed(browser: WarmBrowser) -> None:
    assert draw(browser)
    process_id = browser.process_id
    end = time.monotonic() + 60
    while browser.process_id is not None and time.monotonic() < end:
        time.sleep(0.05)
    assert browser.process_id is None
    assert process_id is not None
    while alive(process_id) and time.monotonic() < end:
        time.sleep(0.05)
    assert not alive(process_id)


def test_one_picture_too_many_is_refused_and_told_when_to_come_back() -> None:
    browser, inside, may_go = WarmBrowser(), threading.Semaphore(0), threading.Event()

    def ask(figure: Callable[[], str]) -> bytes:
        return browser.draw(figure, {}, lambda it: it, deadline_s=30)

    def waits() -> str:
        inside.release()
        may_go.wait(30)
        raise LookupError

    with ThreadPoolExecutor(PLACES) as threads:
        waiting = [threads.submit(ask, waits) for _ in range(PLACES)]
        try:
            for _ in range(PLACES):
                assert inside.acquire(timeout=30)
            with pytest.raises(Busy, match="Try again in") as refused:
                ask(waits)
        finally:
            may_go.set()
        assert refused.value.retry_after >= 1
        assert [type(thread.exception()) for thread in waiting] == [LookupError] * PLACES
    with pytest.raises(LookupError):  # there is room again
        ask(waits)


@pytest.mark.parametrize(
    ("chosen", "commands", "why", "command"),
    [
        ("none", [], "switched off", "unset WITHDRAWAL_BROWSER"),
        ("/no/such/browser", [], "WITHDRAWAL_BROWSER", "unset WITHDRAWAL_BROWSER"),
        ("", ["apt-get"], "Chrome or Chromium", "apt-get install chromium"),
        ("", [], "Chrome or Chromium", "choreo_get_chrome"),
    ],
)
def test_without_a_browser_one_sentence_says_what_adds_one(
    chosen: str,
    commands: list[str],
    why: str,
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in commands:
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("WITHDRAWAL_BROWSER", chosen)
    monkeypatch.setenv("BROWSER_PATH", "/no/such/browser")
    message = missing()
    assert message is not None
    assert why in message
    assert message.endswith(": " + command)
    browser = WarmBrowser()
    try:
        with pytest.raises(NoBrowser) as refused:
            browser.draw(str, {}, lambda it: it, deadline_s=30)
    finally:
        browser.close()
    assert str(refused.value) == message


def test_a_browser_that_does_not_start_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken-chrome"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("WITHDRAWAL_BROWSER", str(broken))
    browser = WarmBrowser()
    try:
        with pytest.raises(NoBrowser, match="broken-chrome does not start"):
            browser.draw(str, {}, lambda it: it, deadline_s=30)
    finally:
        browser.close()
