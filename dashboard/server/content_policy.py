"""What a document of ours may load, run and be framed by (Content-Security-Policy)."""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Final

from dashboard.server.index_page import index_page

_INLINE_SCRIPT: Final = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)

NOTHING: Final = "default-src 'none'; frame-ancestors 'none'"
"""For data and errors: nothing in them is meant to run, load or be framed."""

PICTURE: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "frame-ancestors 'self'"
)
"""For an SVG that is opened by itself."""

DOCUMENT: Final = "frame-ancestors 'self'"
"""For a PDF: browsers show it with a viewer of their own, which a policy would also bind."""

_PAGE: Final[Mapping[str, tuple[str, ...]]] = {
    "default-src": ("'self'",),
    "script-src": (
        "'self'",
        # Streamlit loads the scripts of our own components (copy link, downloads, address bar)
        # as modules from blob addresses that it makes itself.
        "blob:",
    ),
    # Streamlit's styles are made in the browser, as style elements and attributes.
    "style-src": ("'self'", "'unsafe-inline'"),
    "img-src": ("'self'", "data:", "blob:"),
    "font-src": ("'self'", "data:"),
    "connect-src": ("'self'",),
    "worker-src": ("'self'", "blob:"),
    "frame-src": ("'self'",),
    "object-src": ("'none'",),
    "base-uri": ("'self'",),
    "form-action": ("'self'",),
}


def page_policy(frame_ancestors: str, netloc: str = "") -> str:
    """The policy of Streamlit's page.

    Args:
        frame_ancestors: Who may frame it.
        netloc: Host and port that the browser knows; older browsers do not count WebSockets of
            the same host as ``'self'``.
    """
    sockets = (f"ws://{netloc}", f"wss://{netloc}") if netloc else ()
    more: Mapping[str, Iterable[str]] = {"script-src": _hashes(), "connect-src": sockets}
    directives = [
        f"{name} {' '.join((*ours, *more.get(name, ())))}" for name, ours in _PAGE.items()
    ]
    return "; ".join([*directives, f"frame-ancestors {frame_ancestors}"])


def embedded_policy(frame_ancestors: str) -> str:
    """The policy of a chart's own page; what its scripts may do it says itself."""
    return (
        f"object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors {frame_ancestors}"
    )


def script_hash(script: str) -> str:
    """A script as a policy names it."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"


@functools.cache
def _hashes() -> tuple[str, ...]:
    return tuple(script_hash(script) for script in _INLINE_SCRIPT.findall(index_page()))
