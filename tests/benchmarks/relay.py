"""A relay between a browser and a server that counts what passes, headers and all."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

_MOST: Final = 65_536
"""Bytes that are passed on at a time."""


class Relay:
    """What has come from the server so far.

    Attributes:
        address: Where the relay answers.
        received: Bytes from the server.
    """

    def __init__(self, address: str, server: tuple[str, int]) -> None:
        """Nothing has passed yet; :func:`relayed` starts one.

        Args:
            address: Where the relay answers.
            server: Host and port that it speaks to.
        """
        self.address, self.received = address, 0
        self._server, self._lock = server, threading.Lock()

    def serve(self, listening: socket.socket) -> None:
        """Pass on every connection until the socket is closed."""
        with contextlib.suppress(OSError):
            while True:
                browser, _ = listening.accept()
                server = socket.create_connection(self._server)
                for one, other, counted in ((browser, server, False), (server, browser, True)):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    passing = threading.Thread(
                        target=self._pass, args=(one, other, counted), daemon=True
                    )
                    passing.start()

    def _pass(self, one: socket.socket, other: socket.socket, counted: bool) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(_MOST):
                other.sendall(data)
                if counted:
                    with self._lock:
                        self.received += len(data)
        for each in (one, other):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


@contextlib.contextmanager
def relayed(address: str) -> Iterator[Relay]:
    """A relay to the server at an address, until the block ends."""
    there = urlsplit(address)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        here = f"http://127.0.0.1:{listening.getsockname()[1]}"
        relay = Relay(here, (there.hostname or "", there.port or 80))
        threading.Thread(target=relay.serve, args=(listening,), daemon=True).start()
        yield relay
