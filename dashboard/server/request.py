"""A request as those who answer it see it: what is asked, and what to make the answer with."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.requests import Request as HttpRequest

    from dashboard.server.settings import Settings
    from dashboard.server.workshop import Workshop


@dataclasses.dataclass(frozen=True, slots=True)
class Request:
    """A request for a file.

    Attributes:
        path: The parts of the path that vary, by name.
        query_string: Without its question mark.
        base: Address of the dashboard for links.
        settings: How the server is set up.
        workshop: Where files are made and kept.
    """

    path: Mapping[str, str]
    query_string: str
    base: str
    settings: Settings
    workshop: Workshop

    @property
    def suffix(self) -> str:
        """What the file's name ends in; empty where the path does not leave it open."""
        return self.path.get("suffix", "")


def query_string_of(http: HttpRequest) -> str:
    """The query string as it was sent, without its question mark.

    It may be any bytes: starlette's own ``request.url`` fails on those that are not UTF-8.
    """
    query: bytes = http.scope.get("query_string", b"")
    return query.decode("utf-8", "replace")
