"""Listening sockets send at once; others are left alone."""

from __future__ import annotations

import socket

from dashboard.server.sockets import send_at_once


def _delays(found: socket.socket) -> bool:
    return not found.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_connections_of_a_listening_socket_send_at_once() -> None:
    with socket.socket() as listening, socket.socket() as client:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        assert _delays(listening)
        send_at_once()
        client.connect(listening.getsockname())
        accepted, _ = listening.accept()
        with accepted:
            assert not _delays(accepted)


def test_other_sockets_are_left_as_they_are() -> None:
    with socket.socket() as other, socket.socket(type=socket.SOCK_DGRAM) as datagrams:
        datagrams.bind(("127.0.0.1", 0))
        send_at_once()
        assert _delays(other)
