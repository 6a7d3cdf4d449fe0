"""Whether anybody has been sent a page since the start; until then nothing else is in a hurry."""

from __future__ import annotations

import threading
from typing import Final

_SENT: Final = threading.Event()


def page_sent() -> None:
    """Say that a page has been drawn for a visitor."""
    _SENT.set()


def wait_for_first_page(longest_s: float) -> bool:
    """Block until the first page has been sent.

    Args:
        longest_s: Seconds after which nobody seems to come.

    Returns:
        Whether one has.
    """
    return _SENT.wait(longest_s)
