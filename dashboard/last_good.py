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
from pathlib import Path
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from dashboard.observability.conditions import tell_defect, tell_holdings, tell_unusable
from data.errors import InputError

if TYPE_CHECKING:
    from dashboard.holdings import Holdings

SETTLE_S: Final = 2.0
"""Seconds for which files are left alone before a change in them is read."""

LOOK_EVERY_S: Final = 0.25
"""Seconds for which files are not looked at again: every run of every page asks for them."""


AGAIN_S: Final = 20.0
"""Seconds after which what could not be read is tried again."""

_BY_ITSELF: Final = f"It is tried again by itself every {AGAIN_S:.0f} seconds."


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
Held = TypeVar("Held", bound="Holdings")


def at_once(look: Callable[[], None]) -> None:
    """Have whoever asks see to a change, and wait for it."""
    look()


def in_a_thread(look: Callable[[], None]) -> None:
    """Have a change seen to while everybody gets what was there before."""
    try:
        threading.Thread(target=look, name="read-anew", daemon=True).start()
    except RuntimeError:  # there can be no more threads
        look()


class LastGood(Generic[Files, Held]):
    """What is held by files, read again when they have changed. Thread-safe."""

    def __init__(
        self,
        state: Callable[[], Files],
        read: Callable[[Files], Held],
        nothing: Held,
        *,
        where: Path,
        whole: Callable[[Held], bool],
        seen_to: Callable[[Callable[[], None]], None] = at_once,
    ) -> None:
        """Read nothing yet.

        Args:
            state: The state of the files now.
            read: Reads them. Whatever it raises is told, and shown with what was there before.
            nothing: What is held where nothing could be read yet.
            where: What it reads, for messages.
            whole: Whether what was read may take the place of what was there before.
            seen_to: Has a change looked for and read: :func:`at_once` or :func:`in_a_thread`.
        """
        self._state, self._read_at, self._nothing = state, read, nothing
        self._where, self._whole, self._seen_to = where, whole, seen_to
        self._lock = threading.Lock()
        self._shown: Held | None = None
        self._good: Held | None = None
        self._tried: Files | None = None
        self._failed_at: float | None = None
        self._seen: Files | None = None
        self._seen_at = 0.0
        self._looked_at = -math.inf

    def now(self) -> Held:
        """What is to be shown. Only the first to ask waits; a change is read by one of those after.

        While they do, others get what was there before.
        """
        if self._shown is None:
            with self._lock:
                return self._take(self._state()) if self._shown is None else self._shown
        is_due = time.monotonic() - self._looked_at >= LOOK_EVERY_S
        if is_due and self._lock.acquire(blocking=False):
            self._looked_at = time.monotonic()
            self._seen_to(self._look)
        return self._shown

    def _look(self) -> None:
        try:
            state = self._state()
            if state != self._seen:
                self._seen, self._seen_at = state, time.monotonic()
            if (state != self._tried or self._try_again()) and self._settled(state):
                self._take(state)
        finally:
            self._lock.release()

    def _try_again(self) -> bool:
        """Whether what failed may have been mended, the files untouched."""
        return self._failed_at is not None and time.monotonic() - self._failed_at > AGAIN_S

    def _settled(self, state: Files) -> bool:
        """Whether nobody has touched the files for a moment, by their clock or by ours.

        A clock that was put back leaves files of the future behind, so theirs alone will not do.
        """
        left_alone = time.time() - state.changed
        return max(left_alone, time.monotonic() - self._seen_at) >= SETTLE_S

    def _take(self, state: Files) -> Held:
        """Read files and show them, or what was there before with the reason; what is shown now."""
        failed_at, read = None, self._nothing
        try:
            read = self._read_at(state)
        except Exception as error:  # whatever it is, what was there before stays in view
            failed_at, read = time.monotonic(), read.with_problem(_told(error, self._where))
        if self._shown is not None and self._state() != state:
            return self._shown
        self._tried, self._failed_at = state, failed_at
        if failed_at is None and self._whole(read):
            self._good = read
        elif self._good is not None:
            read = self._with_reason(self._good, NotTaken.of(read.problems))
        tell_holdings(articles=read.articles, facts=read.facts, unreadable=len(read.problems))
        self._shown = read
        return read

    def _with_reason(self, good: Held, reason: NotTaken) -> Held:
        """What was there before, with the reason; what is shown if that is the same already."""
        shown, told = self._shown, [*map(str, good.problems), str(reason)]
        if shown is not None and [*map(str, shown.problems)] == told:
            return shown
        return good.with_problem(reason)


def _told(error: Exception, where: Path) -> InputError:
    """Why something could not be read, for whoever looks at it, once the log has it."""
    if isinstance(error, InputError):
        tell_unusable(error.where)
        return error
    if isinstance(error, OSError):
        tell_unusable(str(where))
        reason = f"cannot be read now: {error.strerror or type(error).__name__}"
        return InputError(where, reason, _BY_ITSELF)
    tell_defect("articles", error)
    reason = f"cannot be read for a mistake in the program ({type(error).__name__})"
    return InputError(where, reason, f"Please report it: the log says where. {_BY_ITSELF}")
