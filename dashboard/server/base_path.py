"""Where the dashboard is: below which path of the host, and under which address for links."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from starlette.routing import BaseRoute, Match, Route
from streamlit import config

from dashboard.server.hosts import host_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

    from dashboard.server.settings import Settings


def base_path() -> str:
    """Streamlit's ``server.baseUrlPath`` with a slash in front; empty for none.

    Read when a request comes: when the app is made, Streamlit has not read its settings yet.
    """
    path = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def public_address(request: Request, settings: Settings) -> str:
    """Address of the dashboard for links, without a slash at its end.

    The host is one that :class:`~dashboard.server.hosts.HostGuard` let pass; scheme and client
    are those that a proxy reports, if the server trusts the proxy.
    """
    if settings.public_url:
        return settings.public_url
    netloc = request.headers.get("host", "")
    if not host_of(netloc):
        server = request.scope.get("server") or ("localhost", 80)
        netloc = f"{server[0]}:{server[1]}"
    root = str(request.scope.get("root_path", "")).rstrip("/")
    return f"{request.scope['scheme']}://{netloc}{root}"


class BelowBase(BaseRoute):
    """Routes below Streamlit's base path; what none of them matches is left to Streamlit.

    Streamlit puts its base path in front of its own routes only.
    """

    def __init__(self, routes: Sequence[BaseRoute]) -> None:
        """Take the routes, with paths as they are without a base path."""
        self._routes = routes

    @property
    def paths(self) -> list[str]:
        """Paths of the routes, as they are without a base path."""
        return [route.path for route in self._routes if isinstance(route, Route)]

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """The first of the routes that matches."""
        if scope["type"] != "http":
            return Match.NONE, {}
        root = str(scope.get("root_path", "")).rstrip("/")
        below = root + base_path()
        # A server that is told its root path puts it in front of the path; a proxy may not.
        if not str(scope["path"]).startswith(f"{below}/"):
            return Match.NONE, {}
        moved = {**scope, "root_path": below}
        for route in self._routes:
            match, found = route.matches(moved)
            if match is Match.FULL:
                return match, {**found, "root_path": below, "withdrawal.route": route}
        return Match.NONE, {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer by the route that matched."""
        await scope["withdrawal.route"].handle(scope, receive, send)
