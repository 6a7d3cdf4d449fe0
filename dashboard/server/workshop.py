"""Where files are made: a few at a time, a bounded number waiting, each made once and kept."""

from __future__ import annotations

import asyncio
import dataclasses
import threading
import time
from collections.abc import Callable, Hashable
from typing import Final, Literal, TypeVar, cast

import anyio
import anyio.to_thread

from dashboard.admission import Admission, TooSlow
from dashboard.made_once import MadeOnce
from dashboard.server.answers import Body, body_of

Kind = Literal["pictures", "data", "bundles"]
Made = TypeVar("Made")

LONGEST_S: Final = 25.0
"""Seconds that a file waits for its turn."""

LIMIT_BYTES: Final = 64 * 1024 * 1024
"""All files that are kept together, with their compressed forms."""

ENTRY_BYTES: Final = 12 * 1024 * 1024
"""The largest file that is kept: one alone must not push out all others."""

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

    def make(self, maker: Callable[[], Made]) -> Made:
        """Make a file when it is its turn. Blocks.

        Raises:
            Busy: If all places are taken.
            TooSlow: If its turn did not come.
        """
        with self._admission:
            if not self._turn.acquire(timeout=self._longest_s):
                raise TooSlow(self._longest_s)
            try:
                began = time.monotonic()
                made = maker()
                self._admission.done_in(time.monotonic() - began)
                return made
            finally:
                self._turn.release()


def _queues() -> dict[Kind, Queue]:
    return {"pictures": Queue(16, 4), "data": Queue(16, 2), "bundles": Queue(2, 1)}


def kept_files(limit_bytes: int = LIMIT_BYTES, entry_bytes: int = ENTRY_BYTES) -> MadeOnce[Body]:
    """Files that are kept, each ready to be sent.

    Args:
        limit_bytes: What all of them may take together.
        entry_bytes: A larger one is handed out and not kept.
    """
    return MadeOnce(
        limit_bytes,
        size=lambda body: body.size,
        largest=entry_bytes,
        waiting=Admission(WAITERS, WAITERS),
    )


@dataclasses.dataclass(slots=True)
class Workshop:
    """Makes and keeps the files of one process.

    Attributes:
        cache: Files that were made.
        queues: One for each kind of work, so that data need not wait for pictures.
    """

    cache: MadeOnce[Body] = dataclasses.field(default_factory=kept_files)
    queues: dict[Kind, Queue] = dataclasses.field(default_factory=_queues)
    _threads: anyio.CapacityLimiter = dataclasses.field(
        default_factory=lambda: anyio.CapacityLimiter(THREADS)
    )
    _running: dict[Hashable, asyncio.Task[object]] = dataclasses.field(default_factory=dict)

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

    def made(self, kind: Kind, key: Hashable, media_type: str, maker: Callable[[], bytes]) -> Body:
        """A file that is kept, or made when it is its turn; compressing it is part of that. Blocks.

        Raises:
            Busy: If as many files of this kind are being made as this process takes on, or as
                many requests wait for others' files.
            TooSlow: If its turn did not come.
        """
        queue = self.queues[kind]
        return self.cache.get(key, lambda: queue.make(lambda: body_of(maker(), media_type)))
