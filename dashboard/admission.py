"""How much work of one sort a process takes on at a time, and why it may refuse more."""

from __future__ import annotations

import math
import threading
from types import TracebackType
from typing import Final

_WEIGHT: Final = 0.2
"""Of the latest work in the running average: five or so are remembered."""


class NotMade(Exception):  # noqa: N818  it is what the file is
    """A file that could not be made. The message is a sentence for a person."""


class Busy(NotMade):
    """As many files as this process takes on are being made or waiting.

    Attributes:
        retry_after: Seconds after which there should be room, at least 1.
    """

    def __init__(self, retry_after: int) -> None:
        """Say when to come back."""
        self.retry_after = retry_after
        unit = "second" if retry_after == 1 else "seconds"
        super().__init__(
            f"Too many files are being made at the moment. Try again in {retry_after} {unit}."
        )


class TooSlow(NotMade):
    """The file was not ready by its deadline."""

    def __init__(self, deadline_s: float) -> None:
        """Say how long was waited, in seconds."""
        super().__init__(f"The file was not ready within {deadline_s:g} seconds.")


class Admission:
    """Counts work that waits or is done. Thread-safe; whoever is inside a ``with`` has a place."""

    def __init__(self, places: int, abreast: int) -> None:
        """Start with all places free and a second as the guess for a piece of work.

        Args:
            places: How many are taken on; one more is refused.
            abreast: How many of them are worked on at the same time.
        """
        self._places = places
        self._abreast = abreast
        self._lock = threading.Lock()
        self._inside = 0
        self._seconds = 1.0

    @property
    def inside(self) -> int:
        """How many wait or are worked on."""
        return self._inside

    def enter(self) -> None:
        """Take a place.

        Raises:
            Busy: If there is none. It says when those inside will be done, by the pace of the
                latest.
        """
        with self._lock:
            if self._inside >= self._places:
                raise Busy(max(1, math.ceil(self._inside * self._seconds / self._abreast)))
            self._inside += 1

    def leave(self) -> None:
        """Give the place back."""
        with self._lock:
            self._inside -= 1

    def __enter__(self) -> None:
        """Take a place, as :meth:`enter` does."""
        self.enter()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the place back."""
        self.leave()

    def done_in(self, seconds: float) -> None:
        """Learn how long a piece of work took, without its wait."""
        with self._lock:
            self._seconds += _WEIGHT * (seconds - self._seconds)
