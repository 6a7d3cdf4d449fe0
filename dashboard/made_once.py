"""What was made is kept, up to a size; each thing is made once, whoever asks meanwhile."""

from __future__ import annotations

import contextlib
import math
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future
from contextlib import AbstractContextManager
from typing import Generic, TypeVar

Made = TypeVar("Made")


def _one(_: object) -> int:
    return 1


class MadeOnce(Generic[Made]):
    """The things used last, by key. Thread-safe.

    Threads that ask for the same key at the same time wait for one of them to make it. If that
    fails, all of them get its error, and the next one to ask tries again.
    """

    def __init__(
        self,
        most: int,
        *,
        size: Callable[[Made], int] = _one,
        largest: float = math.inf,
        waiting: AbstractContextManager[None] | None = None,
    ) -> None:
        """Start empty.

        Args:
            most: What all may take together; those unused longest go first.
            size: Says what one takes. By default they are counted.
            largest: What takes more is handed out and not kept.
            waiting: What whoever waits for somebody else's is inside meanwhile; it may refuse.
        """
        self._most, self._size_of, self._largest = most, size, min(largest, most)
        self._waiting = waiting or contextlib.nullcontext()
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, Made] = OrderedDict()
        self._making: dict[Hashable, Future[Made]] = {}
        self._size = 0

    @property
    def size(self) -> int:
        """What all that is kept takes."""
        return self._size

    def all(self) -> dict[Hashable, Made]:
        """All that is kept, by key, the one used last at the end."""
        with self._lock:
            return dict(self._kept)

    def put(self, key: Hashable, made: Made) -> None:
        """Keep what was made elsewhere."""
        with self._lock:
            self._keep(key, made)

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What belongs to a key, made if it is not here.

        ``make`` must not ask for its own key: it would wait for itself.
        """
        while True:
            with self._lock:
                if key in self._kept:
                    self._kept.move_to_end(key)
                    return self._kept[key]
                others = self._making.get(key)
                if others is None:
                    ours = self._making[key] = Future()
                    break
            # Whoever was interrupted has not failed: somebody who waits makes it instead.
            with self._waiting, contextlib.suppress(CancelledError):
                return others.result()
        try:
            made = make()
        except BaseException as error:
            with self._lock:
                del self._making[key]
            if isinstance(error, Exception):
                ours.set_exception(error)
            else:
                ours.cancel()
            raise
        with self._lock:
            self._keep(key, made)
            del self._making[key]
        ours.set_result(made)
        return made

    def _keep(self, key: Hashable, made: Made) -> None:
        if (size := self._size_of(made)) > self._largest:
            return
        self._kept[key] = made
        self._size += size
        while self._size > self._most:
            _, oldest = self._kept.popitem(last=False)
            self._size -= self._size_of(oldest)
