"""Every request gets an id, and is told in the log and counted when its answer has ended."""

from __future__ import annotations

import dataclasses
import time
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.routing import Route

from dashboard.observability.events import tell
from dashboard.observability.identity import REQUEST, request_id
from dashboard.observability.metrics import process_metrics
from dashboard.server.base_path import base_path

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

ID_HEADER: Final = "X-Request-ID"

_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_OTHERS: Final = (
    "/_stcore/stream",
    "/_stcore/health",
    "/_stcore/metrics",
    "/metrics",
    "/_stcore/upload_file",
    "/_stcore",
    "/static",
    "/app/static",
    "/media",
    "/component",
)
"""Beginnings of addresses that are not our routes, by which they are told apart."""

_QUIET: Final = frozenset({"/static", "/app/static", "/component", "/_stcore/health", "/_stcore"})
"""Asked for by every page, or by a supervisor every few seconds."""

OTHER: Final = "other"


@dataclasses.dataclass(slots=True)
class _Seen:
    """What was answered so far; 500 is what a server sends for an app that sent nothing."""

    status: int = 500
    sent: int = 0


class RequestLog:
    """Names, tells and counts requests. Of what they ask only the kind of address is told."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        # The request stays under its id until the server is done with it: threads inherit it.
        REQUEST.set(request_id(Headers(scope=scope).get(ID_HEADER, "")))
        began = time.perf_counter()
        if scope["type"] == "websocket":
            await self._connection(scope, receive, send, began)
        else:
            await self._request(scope, receive, send, began)

    async def _request(self, scope: Scope, receive: Receive, send: Send, began: float) -> None:
        seen, own = _Seen(), REQUEST.get()

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen.status = message["status"]
                MutableHeaders(scope=message)[ID_HEADER] = own
            elif message["type"] == "http.response.body":
                seen.sent += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            _told(scope, seen, time.perf_counter() - began)

    async def _connection(self, scope: Scope, receive: Receive, send: Send, began: float) -> None:
        accepted = False

        async def sending(message: Message) -> None:
            nonlocal accepted
            if message["type"] == "websocket.accept" and not accepted:
                accepted = True
                process_metrics().change("withdrawal_sessions_open", 1)
                tell("connected", route=route_of(scope))
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            if accepted:
                process_metrics().change("withdrawal_sessions_open", -1)
                tell("disconnected", route=route_of(scope), seconds=time.perf_counter() - began)


def route_of(scope: Scope) -> str:
    """The kind of address that was asked for: one of few, whatever the address says."""
    if isinstance(route := scope.get("withdrawal.route"), Route):
        return route.path
    path = str(scope["path"]).removeprefix(str(scope.get("root_path", "")).rstrip("/"))
    path = path.removeprefix(base_path())
    found = (known for known in _OTHERS if path == known or path.startswith(f"{known}/"))
    return next(found, OTHER)


def _told(scope: Scope, seen: _Seen, seconds: float) -> None:
    route = route_of(scope)
    method = scope["method"] if scope["method"] in _METHODS else OTHER
    counted = process_metrics()
    counted.count("withdrawal_requests", route=route, method=method, status=str(seen.status))
    counted.time("withdrawal_request_seconds", seconds, route=route)
    quiet = route in _QUIET and seen.status < 400
    tell(
        "asked" if quiet else "request",
        route=route,
        method=method,
        status=seen.status,
        bytes=seen.sent,
        seconds=seconds,
    )
