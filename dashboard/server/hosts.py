"""Which host names and origins the server answers to."""

from __future__ import annotations

import dataclasses
import ipaddress
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from dashboard.server.settings import Settings

ALWAYS: Final = ("localhost", "*.localhost", "*.streamlit.app")
"""Allowed on every server: names of this machine, and of Streamlit's own hosting."""

_NETLOC: Final = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::\d{1,5})?", re.ASCII)
_LONGEST_ORIGIN: Final = 300
_REFUSED: Final = 1008
"""Close code of a WebSocket that breaks a rule; before it is accepted, a server answers 403."""


@dataclasses.dataclass(frozen=True, slots=True)
class AllowedHosts:
    """The names that a request may call this server.

    Attributes:
        patterns: Names, lower case; ``*.example.org`` for all below one, ``*`` for all.
        trusted: Those of them that an operator named: a page under them may connect from there.
    """

    patterns: tuple[str, ...]
    trusted: tuple[str, ...]

    @classmethod
    def of(cls, settings: Settings) -> AllowedHosts:
        """What the settings allow."""
        own = (host_of(urlsplit(settings.public_url).netloc),) if settings.public_url else ()
        named = tuple(name for name in (*settings.allowed_hosts, *own) if name)
        return cls((*ALWAYS, *named), tuple(name for name in named if name != "*"))

    def allow(self, netloc: str) -> bool:
        """Whether a Host header may stand for this server.

        An IP address may: a foreign page can give this server a name of its own (DNS
        rebinding), but not an address.
        """
        host = host_of(netloc)
        return bool(host) and (_is_address(host) or _any_matches(self.patterns, host))

    def allow_origin(self, origin: str, headers: Headers) -> bool:
        """Whether a page of an origin may open the page's connection.

        It must be the page's own: the host that the request names, or that a proxy in front
        says it named (no page can write that header), or one that the operator named.
        """
        try:
            parts = urlsplit(origin if len(origin) < _LONGEST_ORIGIN else "")
        except ValueError:
            return False
        netloc = parts.netloc.lower()
        if parts.scheme not in {"http", "https"} or not host_of(netloc):
            return False
        called = {headers.get("host", "").lower(), headers.get("x-forwarded-host", "").lower()}
        return netloc in called or _any_matches(self.trusted, host_of(netloc))


class HostGuard:
    """Refuses requests under foreign names, and connections from foreign pages."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        """Guard an app."""
        self._app = app
        self._hosts = AllowedHosts.of(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on what is allowed."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host and not self._hosts.allow(host):
            await _refuse(scope, receive, send)
            return
        if scope["type"] == "websocket" and (origin := headers.get("origin")) is not None:
            if not self._hosts.allow_origin(origin, headers):
                await send({"type": "websocket.close", "code": _REFUSED})
                return
            scope = _with_host(scope, urlsplit(origin).netloc)
        await self._app(scope, receive, send)


def host_of(netloc: str) -> str:
    """The host of a Host header, lower case and without its port; empty if it is none."""
    match = _NETLOC.fullmatch(netloc.strip().lower())
    return match[1].rstrip(".") if match else ""


def _is_address(host: str) -> bool:
    try:
        if host.startswith("["):
            ipaddress.IPv6Address(host[1:-1])
        else:
            ipaddress.IPv4Address(host)
    except ValueError:
        return False
    return True


def _any_matches(patterns: tuple[str, ...], host: str) -> bool:
    return any(
        pattern in ("*", host) or (pattern.startswith("*.") and host.endswith(pattern[1:]))
        for pattern in patterns
    )


def _with_host(scope: Scope, netloc: str) -> Scope:
    """The scope under the name that the origin has.

    Streamlit compares the two, and where a proxy changed the host it would ask a server on the
    internet for this machine's address to decide. The origin has been judged here.
    """
    kept = [(name, value) for name, value in scope["headers"] if name != b"host"]
    return {**scope, "headers": [*kept, (b"host", netloc.encode("ascii"))]}


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": _REFUSED})
        return
    answer = JSONResponse(
        {
            "error": "This server does not answer under this host name.",
            "where": "the Host header",
            "remedy": "Whoever runs it adds the name to WITHDRAWAL_ALLOWED_HOSTS.",
        },
        status_code=400,
        headers={"Cache-Control": "no-store"},
    )
    await answer(scope, receive, send)
