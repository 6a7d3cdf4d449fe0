"""A visitor who does what a browser would not: odd addresses, half a file, going without a word."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import json
import urllib.request
from collections.abc import AsyncIterator, Sequence
from http.cookies import SimpleCookie
from typing import Any, Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

_PATIENCE_S: Final = 120
_BOUNDARY: Final = "of-a-made-up-form"
_SHOWN: Final = ("body", "label", "message", "caption", "value", "html", "help")
"""Fields of Streamlit's elements that hold words for a reader."""


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """Where a file is to be sent.

    Attributes:
        url: Its address.
        info: What the page is told about it afterwards, as Streamlit's message.
    """

    url: str
    info: Any


class Guest:
    """A session over a WebSocket of its own.

    Attributes:
        cookie: The token that Streamlit gave it.
        session: Streamlit's id of the session, after the first run.
        elements: What the latest run has shown, as Streamlit's messages.
    """

    def __init__(self, base: str, socket: ClientConnection, cookie: str) -> None:
        """Remember the connection."""
        self._base, self._socket, self.cookie = base, socket, cookie
        self.session = ""
        self.elements: list[Any] = []

    @property
    def words(self) -> str:
        """All that the latest run has shown to a reader."""
        shown = (getattr(element, element.WhichOneof("type")) for element in self.elements)
        fields = (getattr(each, name, "") for each in shown for name in _SHOWN)
        return "\n".join(field for field in fields if isinstance(field, str) and field)

    @property
    def kinds(self) -> list[str]:
        """What the latest run has shown is made of."""
        return [str(element.WhichOneof("type")) for element in self.elements]

    async def ask(self, page: str = "", query: str = "", *states: WidgetState) -> None:
        """Ask for a run of a page, and take in what it shows."""
        asked = BackMsg()
        run = asked.rerun_script
        run.query_string, run.page_name = query, page
        run.widget_states.widgets.extend(states)
        run.context_info.url = f"{self._base}/{page}"
        run.context_info.timezone, run.context_info.locale = "Europe/Berlin", "en-GB"
        await self._socket.send(asked.SerializeToString())
        async with asyncio.timeout(_PATIENCE_S):
            await self._hear()

    async def _hear(self) -> None:
        while True:
            message = ForwardMsg.FromString(await self._socket.recv(decode=False))
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.session = message.new_session.initialize.session_id
                self.elements = []
            elif kind == "delta" and message.delta.HasField("new_element"):
                self.elements.append(message.delta.new_element)
            elif kind == "script_finished" and message.script_finished in _ENDS:
                return

    async def place_for(self, name: str) -> Place:
        """Ask where a file may be sent to."""
        asked = BackMsg()
        asked.file_urls_request.request_id = "1"
        asked.file_urls_request.file_names.append(name)
        asked.file_urls_request.session_id = self.session
        await self._socket.send(asked.SerializeToString())
        async with asyncio.timeout(_PATIENCE_S):
            while True:
                message = ForwardMsg.FromString(await self._socket.recv(decode=False))
                if message.WhichOneof("type") == "file_urls_response":
                    (info,) = message.file_urls_response.file_urls
                    return Place(f"{self._base}{info.upload_url}", info)

    async def upload(self, name: str, content: bytes) -> None:
        """Bring a file in on the page “Add an article”."""
        await self.ask("add")
        # The first is for files, the next one for folders.
        field = next(e for e in self.elements if e.WhichOneof("type") == "file_uploader")
        place = await self.place_for(name)
        assert await asyncio.to_thread(self.send, place, name, content) == 204
        state = WidgetState(id=field.file_uploader.id)
        told = state.file_uploader_state_value.uploaded_file_info.add()
        told.name, told.size, told.file_id = name, len(content), place.info.file_id
        told.file_urls.CopyFrom(place.info)
        await self.ask("add", "", state)

    def send(self, place: Place, name: str, content: bytes) -> int:
        """Send a file; the status of the answer."""
        body, headers = form_with(name, content), self.headers
        asked = urllib.request.Request(place.url, body, headers, method="PUT")  # noqa: S310
        with urllib.request.urlopen(asked, timeout=_PATIENCE_S) as answer:  # noqa: S310
            return int(answer.status)

    @property
    def headers(self) -> dict[str, str]:
        """Of a request that sends a file."""
        return {
            "Content-Type": f"multipart/form-data; boundary={_BOUNDARY}",
            "X-Xsrftoken": self.cookie,
            "Cookie": f"_streamlit_xsrf={self.cookie}",
            "Origin": self._base,
        }

    def vanish(self) -> None:
        """Be gone: no goodbye, the connection is reset."""
        self._socket.transport.abort()


_ENDS: Final = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR)
"""Another run follows one that ended early."""


def form_with(name: str, content: bytes) -> bytes:
    """The body of the request that sends a file."""
    head = (
        f"--{_BOUNDARY}\r\nContent-Disposition: form-data; name={json.dumps(name)}; "
        f"filename={json.dumps(name)}\r\nContent-Type: text/plain\r\n\r\n"
    )
    return head.encode() + content + f"\r\n--{_BOUNDARY}--\r\n".encode()


async def arrive(base: str, headers: Sequence[tuple[str, str]] = ()) -> Guest:
    """Connect as a browser does; nothing runs yet."""
    cookie = await asyncio.to_thread(_cookie, base)
    socket = await connect(
        f"{base.replace('http', 'ws', 1)}/_stcore/stream",
        origin=base,  # type: ignore[arg-type]  # a NewType of str
        additional_headers=[("Cookie", f"_streamlit_xsrf={cookie}"), *headers],
        subprotocols=["streamlit", cookie],  # type: ignore[list-item]  # NewTypes of str
        max_size=None,
        open_timeout=_PATIENCE_S,
        ping_interval=None,
    )
    return Guest(base, socket, cookie)


@contextlib.asynccontextmanager
async def guest(base: str, headers: Sequence[tuple[str, str]] = ()) -> AsyncIterator[Guest]:
    """A guest who leaves as browsers do when the block ends."""
    there = await arrive(base, headers)
    try:
        yield there
    finally:
        with contextlib.suppress(OSError):
            await there._socket.close()


def _cookie(base: str) -> str:
    with urllib.request.urlopen(f"{base}/_stcore/health", timeout=_PATIENCE_S) as answer:  # noqa: S310
        cookies = SimpleCookie(answer.headers.get("Set-Cookie", ""))
    return cookies["_streamlit_xsrf"].value.strip('"')
