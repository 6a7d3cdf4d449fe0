"""One warm browser per process, driven through kaleido from a thread of its own.

Kaleido's own server for blocking calls (``kaleido.start_sync_server``) is not used: it draws one
picture at a time, keeps no deadline and does not come back when its browser dies.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import kaleido
from choreographer.errors import (
    BrowserClosedError,
    BrowserFailedError,
    ChannelClosedError,
    ChromeNotFoundError,
)
from kaleido.errors import JavascriptError, KaleidoError

from dashboard.images.admission import Admission
from dashboard.images.errors import NoBrowser, TooSlow, Undrawable
from dashboard.images.installed import browser_path, install_command, missing
from dashboard.images.page import Page

TABS: Final = 2
"""Pictures drawn at the same time."""

PLACES: Final = 16
"""Pictures that may wait or be drawn at the same time in this process."""

_LONGEST_S: Final = 20.0
_IDLE_S: Final = 600.0
_START_S: Final = 30.0
_CLOSE_S: Final = 10.0
_ANSWER_S: Final = 5.0

_NOWHERE: Final = "http://127.0.0.1:9"
"""A proxy that does not exist: a browser's own requests (updates, experiments) end there."""

_REFUSED: Final = (KaleidoError, JavascriptError, TypeError, ValueError)
"""What is wrong with a figure. All other errors are taken as the browser's death."""

_DIED: Final = (BrowserClosedError, BrowserFailedError, ChannelClosedError)


class WarmBrowser:
    """Draws plotly figures with a browser that is started when needed and kept.

    Any number of threads may call :meth:`draw`. A browser that died is started again once for a
    picture, one that nobody used for ten minutes is closed, and so is any at exit.
    """

    def __init__(
        self,
        *,
        longest_s: float = _LONGEST_S,
        answer_s: float = _ANSWER_S,
        idle_s: float = _IDLE_S,
    ) -> None:
        """Start nothing yet.

        Args:
            longest_s: Seconds after which a tab gives up on a picture.
            answer_s: Seconds the browser has to answer when a tab gave up; then it is replaced.
            idle_s: Seconds without a picture after which the browser is closed.
        """
        self._longest_s = longest_s
        self._answer_s = answer_s
        self._idle_s = idle_s
        self._admission = Admission(PLACES, TABS)
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None
        self._kaleido: kaleido.Kaleido | None = None
        self._idle: asyncio.TimerHandle | None = None

    @property
    def process_id(self) -> int | None:
        """Process group of the running browser; None while there is none."""
        return self._kaleido.subprocess.pid if self._kaleido else None

    def draw(
        self,
        figure: Callable[[], Mapping[str, Any]],
        options: Mapping[str, Any],
        finish: Callable[[bytes], bytes],
        *,
        deadline_s: float,
    ) -> bytes:
        """The bytes of a picture. Blocks until it is there.

        Args:
            figure: Makes the figure as a dictionary; called when there is room for it.
            options: Kaleido's: format, width, height, scale.
            finish: Makes the file of what the browser drew; part of the bounded work.
            deadline_s: Seconds to wait at most, for a place among the tabs too.

        Raises:
            Busy: If :data:`PLACES` pictures wait or are drawn already.
            TooSlow: If the deadline passed. A picture being drawn keeps its place until its tab
                is free again.
            NoBrowser: If there is no browser or it does not run.
            Undrawable: If the browser refused the figure.
        """
        end = time.monotonic() + deadline_s
        self._admission.enter()
        try:
            drawing = self._drawing(figure(), options, finish, end)
            future = asyncio.run_coroutine_threadsafe(drawing, self._running_loop())
        except BaseException:
            self._admission.leave()
            raise
        future.add_done_callback(lambda _: self._admission.leave())
        try:
            return future.result(timeout=max(0.0, end - time.monotonic()))
        except TimeoutError:
            raise TooSlow(deadline_s) from None

    def close(self) -> None:
        """Close the browser and its thread; the next picture starts them again."""
        with self._starting:
            thread, self._thread = self._thread, None
            if thread is not None:
                self._closing = True
                asyncio.run_coroutine_threadsafe(self._put_away(), self._loop).result()
                self._loop.call_soon_threadsafe(self._loop.stop)
                thread.join()
                self._finishers.shutdown(wait=False)
                atexit.unregister(self.close)

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        with self._starting:
            if self._thread is None:
                self._closing = False
                self._loop = asyncio.new_event_loop()
                self._tabs = asyncio.Semaphore(TABS)
                self._opening = asyncio.Lock()
                self._finishers = ThreadPoolExecutor(TABS, thread_name_prefix="picture-files")
                self._thread = threading.Thread(
                    target=_run, args=[self._loop], name="pictures", daemon=True
                )
                self._thread.start()
            return self._loop

    async def _drawing(
        self,
        figure: Mapping[str, Any],
        options: Mapping[str, Any],
        finish: Callable[[bytes], bytes],
        end: float,
    ) -> bytes:
        async with self._tabs:
            if time.monotonic() > end:
                raise TimeoutError
            drawn = await self._drawn(figure, options)
        self._watch_idleness()
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._finishers, finish, drawn)

    async def _drawn(self, figure: Mapping[str, Any], options: Mapping[str, Any]) -> bytes:
        for _ in range(2):
            browser = await self._open()
            began = time.monotonic()
            # A task of its own: kaleido cancels the one that calls it when its browser dies.
            task = asyncio.create_task(browser.calc_fig(figure, opts=dict(options)))
            await asyncio.wait({task}, timeout=self._longest_s + self._answer_s)
            replaced = browser is not self._kaleido
            if not task.done():
                task.cancel()
                await self._put_away(browser, hanging=True)
                if replaced:  # another picture's fault
                    continue
                raise TimeoutError
            error = None if task.cancelled() else task.exception()
            if isinstance(error, _REFUSED):
                raise Undrawable(f"The browser could not draw the picture: {error}") from error
            if isinstance(error, TimeoutError) and not replaced:
                raise error
            if error is None and not task.cancelled():
                self._admission.drawn_in(time.monotonic() - began)
                drawn: bytes = task.result()
                return drawn
            await self._put_away(browser)
        raise NoBrowser(
            "The browser that draws pictures stopped twice while it drew this one. "
            "A machine with little memory may have ended it."
        )

    async def _open(self) -> kaleido.Kaleido:
        async with self._opening:
            running = self._kaleido
            if running is not None and running.subprocess.poll() is None:
                return running
            if running is not None:
                await self._put_away(running)
            path = browser_path()
            if path is None or self._closing:
                raise NoBrowser(missing() or "The browser has gone.")
            browser = None
            try:
                browser = kaleido.Kaleido(
                    n=TABS,
                    timeout=self._longest_s,
                    page_generator=Page(),
                    path=path,
                    enable_extensions=False,
                    proxy_server=_NOWHERE,
                )
                await asyncio.wait_for(browser.open(), _START_S)
            except (*_DIED, ChromeNotFoundError, TimeoutError, OSError) as error:
                if browser is not None:
                    await _shut(browser, hanging=True)
                raise NoBrowser(
                    f"The browser {path.name} does not start. "
                    f"To add one that does: {install_command()}"
                ) from error
            self._kaleido = browser
            # What was registered last runs first: before the browser's folder is removed.
            atexit.unregister(self.close)
            atexit.register(self.close)
            return browser

    async def _put_away(
        self, browser: kaleido.Kaleido | None = None, *, hanging: bool = False
    ) -> None:
        browser = browser or self._kaleido
        if browser is not None and browser is self._kaleido:
            self._kaleido = None  # first, so that a picture that comes meanwhile starts another
            await _shut(browser, hanging=hanging)

    def _watch_idleness(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
        self._idle = asyncio.get_running_loop().call_later(self._idle_s, self._close_idle)

    def _close_idle(self) -> None:
        if self._admission.inside:
            self._watch_idleness()
        else:
            self._putting_away = asyncio.create_task(self._put_away())


def _run(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    loop.run_forever()
    tasks = asyncio.all_tasks(loop)
    for task in tasks:
        task.cancel()
    loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
    loop.close()


async def _shut(browser: kaleido.Kaleido, *, hanging: bool) -> None:
    """Close a browser; one that hangs is not asked first."""
    process = getattr(browser, "subprocess", None)
    if hanging and process is not None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(*_DIED, TimeoutError, OSError):
        await asyncio.wait_for(browser.close(), _CLOSE_S)
    # Choreographer's watchdog may be the one that closes, and a process not waited for is a zombie.
    while process is not None and process.poll() is None:
        await asyncio.sleep(0.02)
