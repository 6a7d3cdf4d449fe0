"""How many pictures one process takes on at a time, and when it has room again."""

from __future__ import annotations

import math
import threading
from typing import Final

from dashboard.images.errors import Busy

_WEIGHT: Final = 0.2
"""Of the latest picture in the running average: five or so pictures are remembered."""


class Admission:
    """Counts the pictures that wait or are drawn. Thread-safe.

    Args:
        places: How many are taken on; one more is refused.
        abreast: How many of them are drawn at the same time.
    """

    def __init__(self, places: int, abreast: int) -> None:
        """Start with all places free and a second as the guess for a picture."""
        self._places = places
        self._abreast = abreast
        self._lock = threading.Lock()
        self._inside = 0
        self._seconds = 1.0

    @property
    def inside(self) -> int:
        """Pictures that wait or are drawn."""
        return self._inside

    def enter(self) -> None:
        """Take a place.

        Raises:
            Busy: If there is none. It says when those inside will be done, by the pace of the
                latest pictures.
        """
        with self._lock:
            if self._inside >= self._places:
                raise Busy(max(1, math.ceil(self._inside * self._seconds / self._abreast)))
            self._inside += 1

    def leave(self) -> None:
        """Give the place back."""
        with self._lock:
            self._inside -= 1

    def drawn_in(self, seconds: float) -> None:
        """Learn how long a picture took, without its wait."""
        with self._lock:
            self._seconds += _WEIGHT * (seconds - self._seconds)
