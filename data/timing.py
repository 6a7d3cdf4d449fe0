"""How long the steps of the work take, told to whoever listens.

Steps say what they are where they are done, in any of the packages; who writes that down, and where
to, is decided elsewhere. Nobody has to listen, and then a step costs a microsecond.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Final, Literal

Step = Literal["extract", "read", "join", "draw", "export"]
"""Text into facts; facts out of a store; facts with shapes; into a chart; anything into a file."""

Listener = Callable[[Step, float, Mapping[str, str]], None]
"""Told after a step: which, in how many seconds, and the words of :func:`timed` about it."""

_LISTENERS: Final[list[Listener]] = []


def listen(listener: Listener) -> None:
    """Have a function told of every step from now on, in the thread that did it."""
    if listener not in _LISTENERS:
        _LISTENERS.append(listener)


@contextlib.contextmanager
def timed(step: Step, **about: str) -> Iterator[None]:
    """Time the block as a step; one that fails is not told.

    Args:
        step: Which step it is.
        about: Names of ours that say more, such as that of a chart; never words of an article.
    """
    if not _LISTENERS:
        yield
        return
    began = time.perf_counter()
    yield
    seconds = time.perf_counter() - began
    for listener in _LISTENERS:
        listener(step, seconds, about)
