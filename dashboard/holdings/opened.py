"""The store that the dashboard shows: opened once, and again when it is built anew.

While a new build is being opened, and where it cannot be, what was open before stays in view.
"""

from __future__ import annotations

import dataclasses
import functools
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.holdings.catalogued import Catalogued
from dashboard.holdings.shelved import Shelved
from dashboard.last_good import LastGood, in_a_thread
from data.corpus import Corpus
from data.store.corpus import read_store, unread
from data.store.manifest import Manifest, state_of
from data.store.shelf import Shelf
from data.store.window import MOST_FACTS

if TYPE_CHECKING:
    from dashboard.holdings import Holdings


@dataclasses.dataclass(frozen=True, slots=True)
class Build:
    """A build of a store, as its manifest's file tells it."""

    stat: tuple[int, int, int]

    @property
    def changed(self) -> float:
        """When it was built, in seconds since the epoch."""
        return self.stat[2] / 1e9


@functools.cache
def open_store(path: Path) -> LastGood[Build, Holdings]:
    """The store at a path, one for all who ask."""
    return LastGood(
        state=lambda: Build(state_of(path)),
        read=lambda _: _opened(path),
        nothing=Catalogued(Corpus({}, {})),
        where=path,
        whole=lambda _: True,  # what a build could not read it says itself
        seen_to=in_a_thread,
    )


def _opened(path: Path) -> Holdings:
    if Manifest.read(path).facts <= MOST_FACTS:
        return Catalogued(read_store(path), state_of(path))
    return Shelved(Shelf(path), unread(path))
