"""What is read from files that people edit meanwhile: the last state that could be read whole.

An editor, a copy or a checkout writes several files one after the other, and each in pieces. What
is read in between is half of one state and half of another, and may even look right. So a change is
read once its files have been left alone for a moment; if they change while they are read, it is
read again later; and if they cannot be used, what was there before stays, with the reason.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Sequence
from typing import Final, Generic, Protocol, TypeVar

from data.errors import InputError

SETTLE_S: Final = 2.0
"""Seconds for which files are left alone before a change in them is read."""

LOOK_EVERY_S: Final = 0.25
"""Seconds for which files are not looked at again: every run of every page asks for them."""


class NotTaken(InputError):  # noqa: N818  it is what the change is
    """A change that is not shown, because it cannot be read."""

    @classmethod
    def of(cls, problems: Sequence[InputError]) -> NotTaken:
        """One message for all that is wrong with a change."""
        first, more = problems[0], len(problems) - 1
        also = f" (and {more} more of its files)" if more else ""
        return cls(first.where, f"{first.problem}{also}", first.remedy)


class State(Protocol):
    """What differs where files differ, and knows when they were changed last."""

    def __eq__(self, other: object, /) -> bool:
        """Whether the files are the same."""
        ...

    @property
    def changed(self) -> float:
        """When the file that was changed last was changed, in seconds since the epoch."""
        ...


Files = TypeVar("Files", bound=State)
Read = TypeVar("Read")


class LastGood(Generic[Files, Read]):
    """Something read from files, and read again when they have changed. Thread-safe."""

    def __init__(
        self,
        state: Callable[[], Files],
        read: Callable[[Files], Read],
        problems: Callable[[Read], Sequence[InputError]],
        with_problem: Callable[[Read, NotTaken], Read],
    ) -> None:
        """Read nothing yet.

        Args:
            state: The state of the files now.
            read: Reads them; what cannot be read is among its problems.
            problems: What could not be read.
            with_problem: The same read with one more problem.
        """
        self._state, self._read_at = state, read
        self._problems, self._with_problem = problems, with_problem
        self._lock = threading.Lock()
        self._shown: Read | None = None
        self._good: Read | None = None
        self._tried: Files | None = None
        self._seen: Files | None = None
        self._seen_at = 0.0
        self._looked_at = -math.inf

    def now(self) -> Read:
        """What is to be shown. Only the first to ask waits; a change is read by one of those after.

        While they do, others get what was there before.
        """
        shown = self._shown
        if shown is None:
            with self._lock:
                return self._first() if self._shown is None else self._shown
        if time.monotonic() - self._looked_at < LOOK_EVERY_S:
            return shown
        if self._lock.acquire(blocking=False):
            try:
                self._look()
                self._looked_at = time.monotonic()
                shown = self._shown or shown
            finally:
                self._lock.release()
        return shown

    def _first(self) -> Read:
        self._tried = self._seen = self._state()
        self._shown = read = self._read_at(self._tried)
        if not self._problems(read):
            self._good = read
        return read

    def _look(self) -> None:
        state = self._state()
        if state == self._tried:
            return
        if state != self._seen:
            self._seen, self._seen_at = state, time.monotonic()
        if self._settled(state):
            self._take(state)

    def _settled(self, state: Files) -> bool:
        """Whether nobody has touched the files for a moment, by their clock or by ours.

        A clock that was put back leaves files of the future behind, so theirs alone will not do.
        """
        left_alone = time.time() - state.changed
        return max(left_alone, time.monotonic() - self._seen_at) >= SETTLE_S

    def _take(self, state: Files) -> None:
        read = self._read_at(state)
        if self._state() != state:
            return
        self._tried = state
        problems = self._problems(read)
        if not problems:
            self._good = read
        elif self._good is not None:
            read = self._with_problem(self._good, NotTaken.of(problems))
        self._shown = read
