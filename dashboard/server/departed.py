"""Sessions of pages that have gone are forgotten when their time is over.

Streamlit keeps the session of a page that has lost its connection for a while
(``server.disconnectedSessionTTL``), so that the page can come back to it. When that time is over it
lets go of the session only once another page is closed: on a quiet server, what visitors added
would stay in memory through the night.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import sys
from collections.abc import Sized
from typing import Any, Final

from streamlit import runtime

EVERY_S: Final = 30.0
"""Seconds between two looks."""


async def forget_departed(every_s: float = EVERY_S) -> None:
    """Let go of sessions whose time is over, again and again. On the server's own loop.

    Args:
        every_s: Seconds between two looks.
    """
    while True:
        await asyncio.sleep(every_s)
        kept = _kept_sessions()
        if kept is not None and _let_go(kept):
            gc.collect()  # sessions hold themselves
            _give_back()


def _let_go(kept: Any) -> int:
    """How many sessions were let go of: asking Streamlit how many there are has it look."""
    before = len(getattr(kept, "_data", ()))
    return before - len(kept)


def _give_back() -> None:
    """Give memory that is free back to the system, where the C library (glibc) can.

    It keeps what it has for each of many threads, and texts come and go in all of them.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


def _kept_sessions() -> Sized | None:
    """Where Streamlit keeps sessions without a page, by names of its own that may change.

    ``tests/faults/test_vanishing_visitors.py`` tells when they do; without them sessions stay
    until another page is closed.
    """
    found: Any = runtime.get_instance() if runtime.exists() else None
    for name in ("_session_mgr", "_session_storage", "_cache"):
        found = getattr(found, name, None)
    return found if isinstance(found, Sized) else None
