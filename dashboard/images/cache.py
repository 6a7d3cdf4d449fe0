"""Files that were made, kept in memory up to a size; each is made once, whoever asks."""

from __future__ import annotations

import collections
import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Final

LIMIT_BYTES: Final = 64 * 1024 * 1024
"""All files together, in bytes."""

ENTRY_BYTES: Final = 8 * 1024 * 1024
"""The largest file that is kept, in bytes: one alone must not push out all others."""


class ByteCache:
    """The files used last, by key. Thread-safe.

    Threads that ask for the same key at the same time wait for one of them to make the file. If
    that fails, all of them get its error, and the next one to ask tries again.
    """

    def __init__(self, limit_bytes: int = LIMIT_BYTES, entry_bytes: int = ENTRY_BYTES) -> None:
        """Start empty.

        Args:
            limit_bytes: What all files may take together; those unused longest go first.
            entry_bytes: A larger file is handed out and not kept.
        """
        self._limit = limit_bytes
        self._entry_limit = min(entry_bytes, limit_bytes)
        self._lock = threading.Lock()
        self._kept: collections.OrderedDict[Hashable, bytes] = collections.OrderedDict()
        self._making: dict[Hashable, Future[bytes]] = {}
        self._size = 0

    @property
    def size(self) -> int:
        """Bytes of all files kept."""
        return self._size

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """The file of a key, made if it is not here.

        ``make`` must not ask for its own key: it would wait for itself.
        """
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            others = self._making.get(key)
            if others is None:
                ours = self._making[key] = Future()
        if others is not None:
            return others.result()
        try:
            content = make()
        except BaseException as error:
            with self._lock:
                del self._making[key]
            ours.set_exception(error)
            raise
        with self._lock:
            self._keep(key, content)
            del self._making[key]
        ours.set_result(content)
        return content

    def _keep(self, key: Hashable, content: bytes) -> None:
        if len(content) > self._entry_limit:
            return
        self._kept[key] = content
        self._size += len(content)
        while self._size > self._limit:
            _, oldest = self._kept.popitem(last=False)
            self._size -= len(oldest)
