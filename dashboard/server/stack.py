"""The middleware around everything the server answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware

from dashboard.server.content_policy import page_policy
from dashboard.server.hosts import HostGuard, host_of
from dashboard.server.metrics import MetricsGuard
from dashboard.server.request_log import RequestLog

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from dashboard.server.settings import Settings

_ALWAYS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": (
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_YEAR: Final = "max-age=31536000"
_NOT_MODIFIED: Final = 304
_DOCUMENTS: Final = ("text/html", "image/svg+xml", "application/xhtml+xml", "text/xml")


def middleware(settings: Settings) -> list[Middleware]:
    """What every request passes, outermost first."""
    return [
        Middleware(RequestLog),
        Middleware(SecurityHeaders, settings=settings),
        Middleware(HostGuard, settings=settings),
        Middleware(MetricsGuard, settings=settings),
    ]


class SecurityHeaders:
    """Adds the headers that make a public host safe, where an answer does not set its own."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        """Wrap an app."""
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add to what comes back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add(MutableHeaders(scope=message), scope, message["status"])
            await send(message)

        await self._app(scope, receive, sending)

    def _add(self, headers: MutableHeaders, scope: Scope, status: int) -> None:
        embedded = _is_embedded(scope)
        if headers.get("content-type", "").startswith(_DOCUMENTS):
            if "content-security-policy" not in headers:
                self._add_policy(headers, scope, embedded=embedded)
        elif status != _NOT_MODIFIED:
            # That has no type, and would add this to what a browser keeps of an embedded page.
            headers.setdefault("X-Frame-Options", "SAMEORIGIN")
        if embedded:
            headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin")
        for name, value in _ALWAYS.items():
            headers.setdefault(name, value)
        if self._settings.hsts and scope.get("scheme") == "https":
            headers.setdefault("Strict-Transport-Security", _YEAR)

    def _add_policy(self, headers: MutableHeaders, scope: Scope, *, embedded: bool) -> None:
        ancestors = self._settings.frame_ancestors if embedded else "'self'"
        netloc = Headers(scope=scope).get("host", "")
        policy = page_policy(ancestors, netloc if host_of(netloc) else "")
        headers["Content-Security-Policy"] = policy
        if not embedded:
            headers.setdefault("X-Frame-Options", "SAMEORIGIN")


def _is_embedded(scope: Scope) -> bool:
    """Whether the page is asked for without its surroundings, for a frame elsewhere."""
    query: bytes = scope.get("query_string", b"")
    if b"embed=" not in query:
        return False
    values = parse_qs(query.decode("latin-1")).get("embed", [""])
    return values[-1].lower() == "true"
