"""Asks the server around the pages as its web server would, byte by byte, without a network."""

from __future__ import annotations

import asyncio
import contextlib
import csv
import dataclasses
import gzip
import importlib
import io
import json
from collections.abc import Coroutine, Iterable, Iterator
from types import TracebackType
from typing import Any, Final, TypeVar
from urllib.parse import unquote

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import Message
from starlette.websockets import WebSocket
from streamlit import config

from dashboard.server import middleware, routes
from dashboard.server.settings import Settings
from dashboard.server.workshop import Workshop
from tests.dashboard.html_pages import VOID, Page

HOST: Final = "localhost:8501"
STREAMLIT: Final = "Streamlit's own answer"
Given = TypeVar("Given")


@dataclasses.dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    headers: Headers
    sent: bytes

    @property
    def body(self) -> bytes:
        """The body as a client reads it."""
        return gzip.decompress(self.sent) if self.encoding == "gzip" else self.sent

    @property
    def encoding(self) -> str:
        """Content-Encoding; empty for none."""
        return self.headers.get("content-encoding", "")

    @property
    def media_type(self) -> str:
        """Content-Type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def text(self) -> str:
        """The body as words."""
        return self.body.decode()

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


class Site:
    """A dashboard under some settings, with a stand-in for Streamlit behind it."""

    def __init__(self, settings: Settings | None = None) -> None:
        """Set it up; nothing is served to a network."""
        used = settings or Settings()
        self.app = Starlette(
            routes=[
                *routes(used),
                Route("/media/data.json", _data),
                Route("/{path:path}", _streamlit),
                WebSocketRoute("/_stcore/stream", _connection),
            ],
            middleware=middleware(used),
        )
        self._runner = asyncio.Runner()

    def __enter__(self) -> Site:
        """Be ready."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go of threads."""
        self._runner.close()

    def get(self, target: str | bytes, **how: Any) -> Reply:
        """The reply to a request; see :meth:`asked`."""
        return self.run(self.asked(target, **how))

    def run(self, asking: Coroutine[Any, Any, Given]) -> Given:
        """The result of several requests."""
        # Runner.run puts a handler for Ctrl+C in place each time, which takes longer than all else.
        return self._runner.get_loop().run_until_complete(asking)

    async def asked(
        self,
        target: str | bytes,
        *,
        method: str = "GET",
        host: str | bytes | None = HOST,
        scheme: str = "http",
        root_path: str = "",
        headers: Iterable[tuple[str, str | bytes]] = (),
    ) -> Reply:
        """The reply to a request.

        Args:
            target: Path and query string as they stand in the request, any bytes.
            method: Of the request.
            host: The Host header; None for none.
            scheme: As a trusted proxy reports it.
            root_path: Path that the web server was told it is below.
            headers: More headers.
        """
        raw = target if isinstance(target, bytes) else target.encode()
        scope = _scope("http", raw, host, headers) | {
            "method": method,
            "scheme": scheme,
            "root_path": root_path,
        }
        told: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            told.append(message)

        await self.app(scope, receive, send)
        start = told[0]
        sent = b"".join(message.get("body", b"") for message in told[1:])
        return Reply(start["status"], Headers(raw=start["headers"]), sent)

    def connects(
        self,
        origin: str | bytes | None,
        *,
        host: str | bytes = HOST,
        headers: Iterable[tuple[str, str | bytes]] = (),
    ) -> str:
        """What Streamlit is told to be the host of a WebSocket; empty if it was refused."""
        more = [*headers, *([] if origin is None else [("Origin", origin)])]
        scope = _scope("websocket", b"/_stcore/stream", host, more) | {
            "scheme": "ws",
            "root_path": "",
            "subprotocols": [],
        }
        told: list[Message] = []

        async def receive() -> Message:
            return {"type": "websocket.connect"}

        async def send(message: Message) -> None:
            told.append(message)

        self.run(_call(self.app, scope, receive, send))
        if told[0]["type"] == "websocket.close":
            return ""
        assert told[0]["type"] == "websocket.accept"
        return str(told[1]["text"])


class OpenedPage(Page):
    """A page of Streamlit's, which closes some elements where it opens them."""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)


def rows(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def made_workshop(monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """The workshop of the next site that is made, to look into it."""
    workshop = Workshop()
    # The package's attribute of that name is the function.
    module = importlib.import_module("dashboard.server.routes")
    monkeypatch.setattr(module, "Workshop", lambda: workshop)
    return workshop


@contextlib.contextmanager
def served_below(path: str) -> Iterator[None]:
    """Serve below a base path, as ``--server.baseUrlPath`` would have it."""
    before = config.get_option("server.baseUrlPath")
    config.set_option("server.baseUrlPath", path)
    try:
        yield
    finally:
        config.set_option("server.baseUrlPath", before)


async def _call(app: Starlette, *ends: Any) -> None:
    await app(*ends)


def _scope(
    kind: str, target: bytes, host: str | bytes | None, headers: Iterable[tuple[str, str | bytes]]
) -> dict[str, Any]:
    path, _, query = target.partition(b"?")
    # The first of a name counts, so a test may give an id of its own.
    named = [*([] if host is None else [("Host", host)]), *headers, ("X-Request-ID", "of-a-test")]
    return {
        "type": kind,
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "path": _unquoted(path),
        "raw_path": path,
        "query_string": query,
        "headers": [(name.lower().encode("latin-1"), _bytes(value)) for name, value in named],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 8501),
    }


def _unquoted(path: bytes) -> str:
    return unquote(path.decode("ascii"))


def _bytes(value: str | bytes) -> bytes:
    return value if isinstance(value, bytes) else value.encode("latin-1")


async def _streamlit(request: Request) -> Response:
    return HTMLResponse(f"<p>{STREAMLIT}: {len(request.url.path)}</p>")


async def _data(_: Request) -> Response:
    return JSONResponse({})


async def _connection(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(socket.headers["host"])
    await socket.close()
