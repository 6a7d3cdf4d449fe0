"""Where files are made: a few at a time, a bounded number waiting, each made once and kept."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import threading
import time
from collections.abc import Callable, Hashable, Iterator
from typing import Final, Literal, TypeVar, cast

import anyio
import anyio.to_thread

from dashboard.images.admission import Admission
from dashboard.images.cache import ByteCache
from dashboard.images.errors import TooSlow

Kind = Literal["pictures", "data", "bundles"]
Made = TypeVar("Made")

LONGEST_S: Final = 25.0
"""Seconds that a file waits for its turn."""

THREADS: Final = 48
"""More than all queues and :data:`WAITERS` hold together, so that a file that is kept never waits
for one that is not. They are not the threads that serve the page."""

WAITERS: Final = 8
"""Requests that wait in a thread for a file that another thread makes: different addresses can
mean the same file."""


class Queue:
    """Files that are made or wait to be. Thread-safe."""

    def __init__(self, places: int, abreast: int, longest_s: float = LONGEST_S) -> None:
        """Start empty.

        Args:
            places: Files that are made or wait; one more is refused.
            abreast: How many are made at the same time.
            longest_s: Seconds that a file waits for its turn.
        """
        self._admission = Admission(places, abreast)
        self._turn = threading.Semaphore(abreast)
        self._longest_s = longest_s

    def make(self, maker: Callable[[], bytes]) -> bytes:
        """Make a file when it is its turn. Blocks.

        Raises:
            Busy: If all places are taken.
            TooSlow: If its turn did not come.
        """
        self._admission.enter()
        try:
            if not self._turn.acquire(timeout=self._longest_s):
                raise TooSlow(self._longest_s)
            try:
                began = time.monotonic()
                made = maker()
                self._admission.drawn_in(time.monotonic() - began)
                return made
            finally:
                self._turn.release()
        finally:
            self._admission.leave()


def _queues() -> dict[Kind, Queue]:
    return {"pictures": Queue(16, 4), "data": Queue(16, 2), "bundles": Queue(2, 1)}


@dataclasses.dataclass(slots=True)
class Workshop:
    """Makes and keeps the files of one process.

    Attributes:
        cache: Files that were made.
        queues: One for each kind of work, so that data need not wait for pictures.
    """

    cache: ByteCache = dataclasses.field(default_factory=ByteCache)
    queues: dict[Kind, Queue] = dataclasses.field(default_factory=_queues)
    _threads: anyio.CapacityLimiter = dataclasses.field(
        default_factory=lambda: anyio.CapacityLimiter(THREADS)
    )
    _running: dict[Hashable, asyncio.Task[object]] = dataclasses.field(default_factory=dict)
    _lock: threading.Lock = dataclasses.field(default_factory=threading.Lock)
    _making: set[Hashable] = dataclasses.field(default_factory=set)
    _waiters: Admission = dataclasses.field(default_factory=lambda: Admission(WAITERS, WAITERS))

    async def run(self, key: Hashable, work: Callable[[], Made]) -> Made:
        """The result of work that blocks, done in a thread; the same work is done once.

        Those who ask while it is done wait for it without a thread of their own.
        """
        task = self._running.get(key)
        if task is None:
            limited = anyio.to_thread.run_sync(work, limiter=self._threads)
            task = asyncio.ensure_future(limited)
            self._running[key] = task
            task.add_done_callback(lambda done: self._forget(key, done))
        return cast("Made", await asyncio.shield(task))  # the key stands for the work

    def _forget(self, key: Hashable, task: asyncio.Task[object]) -> None:
        del self._running[key]
        if not task.cancelled():
            task.exception()  # nobody may be left to hear of it

    def made(self, kind: Kind, key: Hashable, maker: Callable[[], bytes]) -> bytes:
        """A file that is kept, or made when it is its turn. Blocks.

        Raises:
            Busy: If as many files of this kind are being made as this process takes on, or as
                many requests wait for others' files.
            TooSlow: If its turn did not come.
        """
        with self._place_for(key):
            return self.cache.get(key, lambda: self.queues[kind].make(maker))

    @contextlib.contextmanager
    def _place_for(self, key: Hashable) -> Iterator[None]:
        """A place to wait in, for all but the first who ask for a file."""
        with self._lock:
            first = key not in self._making
            self._making.add(key)
        if not first:
            self._waiters.enter()
        try:
            yield
        finally:
            if first:
                with self._lock:
                    self._making.discard(key)
            else:
                self._waiters.leave()
