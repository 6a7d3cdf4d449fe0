"""The store that the dashboard shows: opened once, and again when it is built anew.

While a new build is being opened, and where it cannot be, what was open before stays in view.
"""

from __future__ import annotations

import functools
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.holdings.catalogued import Catalogued
from dashboard.holdings.shelved import Shelved
from dashboard.last_good import NotTaken
from dashboard.observability.conditions import tell_holdings, tell_unusable
from data.corpus import Corpus
from data.errors import InputError
from data.store.corpus import read_store, unread
from data.store.manifest import Manifest, state_of
from data.store.shelf import Shelf
from data.store.window import MOST_FACTS

if TYPE_CHECKING:
    from dashboard.holdings import Holdings

State = tuple[int, int, int]
"""What changes when a store is built anew."""

AGAIN_S: Final = 20.0
"""Seconds after which a store that could not be read is tried again."""

_NONE: Final = Catalogued(Corpus({}, {}))


class OpenStore:
    """A store that is kept open. Any number of threads may ask for its holdings."""

    def __init__(self, path: Path) -> None:
        """Keep a store open; nothing is read yet."""
        self.path = path
        self._lock = threading.Lock()
        self._state: State | None = None
        self._holdings: Holdings = _NONE
        self._readable: Holdings = _NONE
        self._opening: threading.Thread | None = None
        self._failed_at: float | None = None

    def holdings(self) -> Holdings:
        """What the store holds; the first to ask waits until it is open."""
        with self._lock:
            state = state_of(self.path)
            if self._state is None:
                self._holdings, self._state = self._opened(), state
            elif self._opening is None and (state != self._state or self._try_again()):
                self._opening = threading.Thread(
                    target=self._open_anew, args=(state,), name="open-store", daemon=True
                )
                self._opening.start()
            return self._holdings

    def _open_anew(self, state: State) -> None:
        holdings = self._holdings
        try:
            holdings = self._opened()
        finally:
            with self._lock:
                self._holdings, self._state, self._opening = holdings, state, None

    def _opened(self) -> Holdings:
        """What the store holds now; where that cannot be read what it held, and the reason."""
        held = self._readable
        try:
            held = self._readable = self._read()
            self._failed_at = None
        except InputError as error:
            self._failed_at = time.monotonic()
            tell_unusable(error.where)
            held = held.with_problem(error if held is _NONE else NotTaken.of([error]))
        tell_holdings(articles=held.articles, facts=held.facts, unreadable=len(held.problems))
        return held

    def _try_again(self) -> bool:
        """Whether a store that could not be read may have been mended, its manifest untouched."""
        return self._failed_at is not None and time.monotonic() - self._failed_at > AGAIN_S

    def _read(self) -> Holdings:
        if Manifest.read(self.path).facts <= MOST_FACTS:
            return Catalogued(read_store(self.path), state_of(self.path))
        return Shelved(Shelf(self.path), unread(self.path))


@functools.cache
def open_store(path: Path) -> OpenStore:
    """The store at a path, one for all who ask."""
    return OpenStore(path)
