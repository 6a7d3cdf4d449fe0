"""One running browser and its tabs, driven through the DevTools protocol.

Kaleido, which draws plotly's pictures by the same means, loads its page anew for each of them and
hands a picture over only then: half of its time. Here a tab keeps its page for many pictures.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import logging
import os
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import choreographer
from choreographer.errors import BrowserClosedError, BrowserFailedError, ChannelClosedError
from choreographer.utils import TmpDirectory

from dashboard.images.errors import Undrawable
from dashboard.images.page import page

PICTURES_A_PAGE: Final = 50
"""Pictures after which a tab loads its page again, which frees what plotly.js remembers of them."""

DIED: Final = (BrowserClosedError, BrowserFailedError, ChannelClosedError)
"""Errors of a browser that is no longer there."""

_CLOSE_S: Final = 10.0

_NOWHERE: Final = "http://127.0.0.1:9"
"""A proxy that does not exist: a browser's own requests (updates, experiments) end there."""

# The answer stands for the page itself: functions are called on it.
_LOADED: Final = (
    "new Promise((loaded) => document.readyState === 'complete'"
    " ? loaded(globalThis) : addEventListener('load', () => loaded(globalThis)))"
)
_PRINTED: Final[Mapping[str, object]] = {
    "printBackground": True,
    "preferCSSPageSize": True,
    "pageRanges": "1",
}


def _is_worth_telling(record: logging.LogRecord) -> bool:
    """Whether it is more than that a browser which closes broke off in the middle of a message.

    Choreographer leaves such a message out and prints a traceback, into the terminal of whoever
    exports. What matters of a lost message is told all the same: its picture is late.
    """
    return "decoding message" not in record.getMessage()


logging.getLogger("choreographer.channels.pipe").addFilter(_is_worth_telling)


class Chrome:
    """A browser that runs, with as many tabs as it draws pictures at the same time."""

    def __init__(self, path: Path, *, tabs: int, longest_s: float) -> None:
        """Start nothing yet.

        Args:
            path: The program.
            tabs: Pictures drawn at the same time, at most.
            longest_s: Seconds after which a tab gives up on a picture.
        """
        self._browser = choreographer.Browser(path, enable_extensions=False, proxy_server=_NOWHERE)
        self._count = tabs
        self._longest_s = longest_s
        self._folder: TmpDirectory | None = None
        self._free: list[Tab] = []

    @property
    def process(self) -> subprocess.Popen[Any] | None:
        """The browser's process; None before it was started."""
        return getattr(self._browser, "subprocess", None)

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self.process is not None and self.process.poll() is None

    async def open(self) -> None:
        """Start the browser and load the page in every tab."""
        # Some Chromiums see nothing of the machine's folder for temporary files.
        self._folder = TmpDirectory(sneak=self._browser.is_isolated())
        address = self._folder.path / "index.html"
        address.write_text(page(), "utf-8")
        try:
            await self._browser.open()
            self._free = await self._tabs(address.as_uri())
        except asyncio.CancelledError:
            if self.running:
                raise
            raise BrowserFailedError("The browser ended while it was started.") from None

    async def _tabs(self, address: str) -> list[Tab]:
        targets = list(self._browser.tabs.values())[: self._count]
        while len(targets) < self._count:
            # A window each: tabs behind others are slowed down.
            targets.append(await self._browser.create_tab("", window=True))
        tabs = [Tab(target, address) for target in targets]
        await asyncio.gather(*(tab.load() for tab in tabs))
        return tabs

    async def draw(self, figure: str, options: Mapping[str, Any]) -> bytes:
        """What the browser makes of a figure. There must be a free tab.

        Args:
            figure: As JSON.
            options: ``format``, ``width``, ``height`` and ``scale``.

        Raises:
            TimeoutError: If it took too long.
            Undrawable: If the page refused the figure.
        """
        tab = self._free.pop()
        try:
            drawn = await asyncio.wait_for(tab.draw(figure, options), self._longest_s)
        except Exception:
            await self._give_back(tab, renewed=True)
            raise
        await self._give_back(tab, renewed=tab.drawn >= PICTURES_A_PAGE)
        return drawn

    async def close(self, *, hanging: bool = False) -> None:
        """Close the browser; one that hangs is not asked first."""
        process = self.process
        if hanging and process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        if process is not None:
            with contextlib.suppress(*DIED, TimeoutError, OSError):
                await asyncio.wait_for(self._browser.close(), _CLOSE_S)
        # Choreographer's watchdog may be the one that closes, and a process not waited for is a
        # zombie.
        while process is not None and process.poll() is None:
            await asyncio.sleep(0.02)
        if self._folder is not None:
            self._folder.clean()

    async def _give_back(self, tab: Tab, *, renewed: bool) -> None:
        if renewed:
            await tab.load()
        self._free.append(tab)


class Tab:
    """A tab with the page of :mod:`dashboard.images.page`."""

    def __init__(self, target: choreographer.Tab, address: str) -> None:
        """Load nothing yet; the address is the page's."""
        self._target = target
        self._address = address
        self._page = ""
        self.drawn = 0
        """Pictures since the page was loaded."""

    async def load(self) -> None:
        """Load the page, again if it is there, and wait until it can draw."""
        await self._ask("Page.navigate", url=self._address)
        answer = await self._ask("Runtime.evaluate", expression=_LOADED, awaitPromise=True)
        self._page = answer["result"]["objectId"]
        self.drawn = 0

    async def draw(self, figure: str, options: Mapping[str, Any]) -> bytes:
        """See :meth:`Chrome.draw`."""
        answer = await self._ask(
            "Runtime.callFunctionOn",
            functionDeclaration="function (figure, options) { return draw(figure, options); }",
            objectId=self._page,
            arguments=[{"value": figure}, {"value": dict(options)}],
            returnByValue=True,
            awaitPromise=True,
        )
        self.drawn += 1
        if thrown := answer.get("exceptionDetails"):
            why = thrown.get("exception", {}).get("description") or thrown["text"]
            raise Undrawable(f"The browser could not draw the picture: {why.splitlines()[0]}")
        if options["format"] == "pdf":
            printed = await self._ask("Page.printToPDF", **_PRINTED)
            return base64.b64decode(printed["data"])
        drawn: str = answer["result"]["value"]
        return base64.b64decode(drawn) if options["format"] == "png" else drawn.encode()

    async def _ask(self, command: str, **parameters: object) -> dict[str, Any]:
        answer = await self._target.send_command(command, dict(parameters))
        if "error" in answer:
            raise BrowserFailedError(f"{command}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result
