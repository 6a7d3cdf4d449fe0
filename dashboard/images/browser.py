"""One warm browser per process, driven from a thread of its own: started, replaced, put away."""

from __future__ import annotations

import asyncio
import atexit
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

from choreographer.errors import ChromeNotFoundError

from dashboard.admission import Admission, TooSlow
from dashboard.images.chrome import DIED, Chrome
from dashboard.images.errors import NoBrowser, Undrawable
from dashboard.images.installed import browser_path, install_command, no_browser

TABS: Final = 2
"""Pictures drawn at the same time."""

PLACES: Final = 16
"""Pictures that may wait or be drawn at the same time in this process."""

_LONGEST_S: Final = 20.0
_IDLE_S: Final = 600.0
_START_S: Final = 30.0
_ANSWER_S: Final = 5.0


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
        self._chrome: Chrome | None = None
        self._idle: asyncio.TimerHandle | None = None

    @property
    def process_id(self) -> int | None:
        """Process group of the running browser; None while there is none."""
        process = self._chrome.process if self._chrome else None
        return process.pid if process else None

    def draw(
        self,
        figure: Callable[[], str],
        options: Mapping[str, Any],
        finish: Callable[[bytes], bytes],
        *,
        deadline_s: float,
    ) -> bytes:
        """The bytes of a picture. Blocks until it is there.

        Args:
            figure: Makes the figure as JSON; called when there is room for it.
            options: ``format``, ``width``, ``height`` and ``scale``.
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
        figure: str,
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

    async def _drawn(self, figure: str, options: Mapping[str, Any]) -> bytes:
        for _ in range(2):
            browser = await self._open()
            began = time.monotonic()
            # A task of its own: it is cancelled when its browser dies.
            task = asyncio.create_task(browser.draw(figure, options))
            await asyncio.wait({task}, timeout=self._longest_s + self._answer_s)
            replaced = browser is not self._chrome
            if not task.done():
                task.cancel()
                await self._put_away(browser, hanging=True)
                if replaced:  # another picture's fault
                    continue
                raise TimeoutError
            error = None if task.cancelled() else task.exception()
            if isinstance(error, Undrawable):
                raise error
            if isinstance(error, TimeoutError) and not replaced:
                raise error
            if error is None and not task.cancelled():
                self._admission.done_in(time.monotonic() - began)
                drawn: bytes = task.result()
                return drawn
            await self._put_away(browser)
        raise NoBrowser(
            "The browser that draws pictures stopped twice while it drew this one. "
            "A machine with little memory may have ended it."
        )

    async def _open(self) -> Chrome:
        async with self._opening:
            running = self._chrome
            if running is not None and running.running:
                return running
            if running is not None:
                await self._put_away(running)
            path = browser_path()
            if path is None or self._closing:
                raise no_browser() or NoBrowser("The browser has gone.")
            browser = None
            try:
                browser = Chrome(path, tabs=TABS, longest_s=self._longest_s)
                await asyncio.wait_for(browser.open(), _START_S)
            except (*DIED, ChromeNotFoundError, TimeoutError, OSError) as error:
                if browser is not None:
                    await browser.close(hanging=True)
                raise NoBrowser(
                    f"The browser {path.name} does not start.",
                    f"To add one that does: {install_command()}",
                ) from error
            self._chrome = browser
            # What was registered last runs first: before the browser's folder is removed.
            atexit.unregister(self.close)
            atexit.register(self.close)
            return browser

    async def _put_away(self, browser: Chrome | None = None, *, hanging: bool = False) -> None:
        browser = browser or self._chrome
        if browser is not None and browser is self._chrome:
            self._chrome = None  # first, so that a picture that comes meanwhile starts another
            await browser.close(hanging=hanging)

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
