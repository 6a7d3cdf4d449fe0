"""``/metrics``: counts and timings for Prometheus and its like; and who may read them."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers
from starlette.responses import Response

from dashboard.observability.metrics import process_metrics
from dashboard.server.content_policy import NOTHING

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp, Receive, Scope, Send

    from dashboard.server.settings import Settings

PATH: Final = "/metrics"
_STREAMLITS: Final = "/_stcore/metrics"
_HEADERS: Final = {"Cache-Control": "no-store", "Content-Security-Policy": NOTHING}


async def answer(http: Request) -> Response:
    """Everything this process has counted, in the format that is asked for."""
    content, media_type = process_metrics().exposed(http.headers.get("accept", ""))
    return Response(content, headers={**_HEADERS, "Content-Type": media_type})


class MetricsGuard:
    """Lets only those read metrics who may: ours, and Streamlit's, which has no guard itself."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        """Guard an app."""
        self._app = app
        self._allowed = settings.metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on what is allowed."""
        if scope["type"] != "http" or not _asks_for_metrics(str(scope["path"])):
            await self._app(scope, receive, send)
        elif self._allowed == "off":
            await Response(status_code=404, headers=_HEADERS)(scope, receive, send)
        elif self._allowed == "on" or self._has_token(Headers(scope=scope)):
            await self._app(scope, receive, send)
        else:
            asking = {**_HEADERS, "WWW-Authenticate": 'Bearer realm="metrics"'}
            await Response(status_code=401, headers=asking)(scope, receive, send)

    def _has_token(self, headers: Headers) -> bool:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        right = hmac.compare_digest(token.strip().encode(), self._allowed.encode())
        return scheme.lower() == "bearer" and right


def _asks_for_metrics(path: str) -> bool:
    """Whether a path is one of theirs, below any base path."""
    return path.rstrip("/").endswith((PATH, _STREAMLITS))
