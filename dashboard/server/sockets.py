"""Messages to browsers leave at once, and do not wait for one another."""

from __future__ import annotations

import contextlib
import os
import socket
from pathlib import Path
from typing import Final

_OPEN_FILES: Final = Path("/dev/fd")
"""Linux and macOS list there what a process has open; elsewhere everything stays as it is."""


def send_at_once() -> None:
    """Have this process's listening sockets pass on small packets without delay.

    Streamlit binds its own socket in a way from which asyncio does not see that it speaks TCP, and
    so leaves Nagle's algorithm on: the first of a run's messages goes out, and all others wait for
    the browser to acknowledge it, which takes 40 ms on Linux and up to 200 ms elsewhere. Accepted
    connections inherit the option from the socket that listens.
    """
    try:
        files = [int(name) for name in os.listdir(_OPEN_FILES)]  # noqa: PTH208  numbers, no paths
    except OSError:
        return
    for file in files:
        with contextlib.suppress(OSError), socket.socket(fileno=os.dup(file)) as found:
            if found.family in {socket.AF_INET, socket.AF_INET6} and _listens(found):
                found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listens(found: socket.socket) -> bool:
    accepts = found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
    return found.type == socket.SOCK_STREAM and bool(accepts)
