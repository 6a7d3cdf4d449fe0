"""A server that is killed: nobody takes half of a file for all of it, and the next start serves."""

from __future__ import annotations

import asyncio
import io
import socket
import threading
import zipfile
from http.client import HTTPException
from urllib.parse import urlsplit

import pytest

from tests.faults.guest import Guest, Place, arrive, form_with, guest
from tests.faults.server import Server, until

ARTICLE = b"""Guards flee over the border

On 5 July 2021, 40 soldiers fled to Tajikistan, the border service said.
"""


@pytest.mark.faults
def test_killed_during_an_export(own_server: Server) -> None:
    _, reference = own_server.get("/export.zip")
    own_server.kill()
    own_server.start()
    got: list[object] = []

    def ask() -> None:
        try:
            got.append(own_server.get("/export.zip"))
        except (OSError, HTTPException) as error:
            got.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    until(lambda: own_server.metric("withdrawal_exports_total") > 2, "the export to be under way")
    own_server.kill()
    asking.join()
    assert isinstance(got[0], (OSError, HTTPException)), "an answer that was not whole"
    assert not list(own_server.temporary.rglob("*.zip"))
    own_server.start()
    status, again = own_server.get("/export.zip")
    assert (status, again) == (200, reference)
    assert zipfile.ZipFile(io.BytesIO(again)).testzip() is None


@pytest.mark.faults
def test_killed_during_an_upload(own_server: Server) -> None:
    asyncio.run(_killed_during_an_upload(own_server))
    assert _left_behind(own_server) == []


async def _killed_during_an_upload(server: Server) -> None:
    visitor = await arrive(server.address)
    await visitor.ask("add")
    place = await visitor.place_for("article.txt")
    sending = _half_sent(server, visitor, place)
    server.kill()
    sending.close()
    assert _left_behind(server) == []
    server.start()
    # The page reconnects by itself and is a new session; what was added before is gone, as it says.
    async with guest(server.address) as again:
        await again.ask("add")
        assert "Say what it is" not in again.words
        await again.upload("article.txt", ARTICLE)
        assert "Say what it is" in again.words
        assert "Guards flee over the border" in again.words
    assert server.get("/healthz")[0] == 200


def _half_sent(server: Server, visitor: Guest, place: Place) -> socket.socket:
    """A connection over which two of eight megabytes have been sent."""
    body = form_with("article.txt", ARTICLE * (8_000_000 // len(ARTICLE)))
    parts = urlsplit(place.url)
    lines = [f"PUT {parts.path} HTTP/1.1", f"Host: {parts.netloc}", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in visitor.headers.items()]
    sending = socket.create_connection((parts.hostname or "", parts.port or 0))
    sending.sendall("\r\n".join([*lines, "", ""]).encode() + body[:2_000_000])
    until(lambda: bool(_left_behind(server)) or server.alive, "the upload to begin")
    return sending


def _left_behind(server: Server) -> list[str]:
    """Files of the server that hold anything."""
    return [
        str(path)
        for path in server.temporary.rglob("*")
        if path.is_file() and path.stat().st_size and b"soldiers" in path.read_bytes()
    ]
