"""Addresses below a page, such as ``/claims/more``: there is nothing, and they say so.

Streamlit answers any address it does not know with its own page. One folder further down that stays
blank: the page's scripts are named relative to it, and are not there.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from starlette.routing import Match, Route

from dashboard.selecting.selection import shorten
from dashboard.server.base_path import public_address
from dashboard.server.problem_answers import page_answer
from dashboard.server.problems import Problem, UnknownAddress

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import Scope

    from dashboard.server.settings import Settings

STREAMLITS: Final = frozenset({"_stcore", "app", "auth", "component", "media", "static"})
"""Folders in which Streamlit has addresses of its own."""


class BelowPages(Route):
    """The route of every address in a folder that nobody has; the last of ours."""

    def __init__(self, settings: Settings) -> None:
        """Make the route."""
        endpoint = functools.partial(_no_page, settings=settings)
        super().__init__("/{folder}/{rest:path}", endpoint)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether something is asked for that lies in a folder, and in none of Streamlit's."""
        match, found = super().matches(scope)
        asked = found.get("path_params", {})
        # Without a rest it is a page with a slash at its end, which Streamlit redirects.
        if not asked.get("rest") or asked["folder"] in STREAMLITS:
            return Match.NONE, {}
        return match, found


async def _no_page(http: Request, *, settings: Settings) -> Response:
    asked = shorten("{folder}/{rest}".format_map(http.path_params))
    problem = Problem.of(UnknownAddress("", f"there is no page called “{asked}”", ""))
    return page_answer(problem, f"{public_address(http, settings)}/")
