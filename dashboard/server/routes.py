"""The addresses for machines and for links' previews. ``docs/urls.md`` lists them for users."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Final

from starlette.routing import BaseRoute, Route

from dashboard.selecting.selection import shorten
from dashboard.server import (
    charts,
    facts,
    health,
    metrics,
    pages,
    scripts,
    shapes,
    streamlit_files,
)
from dashboard.server.answers import respond
from dashboard.server.base_path import BelowBase, public_address
from dashboard.server.below_pages import BelowPages
from dashboard.server.problem_answers import problem_answer
from dashboard.server.problems import Problem, UnknownAddress
from dashboard.server.request import Request, query_string_of
from dashboard.server.workshop import Workshop

if TYPE_CHECKING:
    from starlette.requests import Request as HttpRequest
    from starlette.responses import Response

    from dashboard.server.answers import Answer
    from dashboard.server.settings import Settings

Answering = Callable[[Request], "Answer"]
Endpoint = Callable[["HttpRequest"], Awaitable["Response"]]


def nothing(request: Request) -> Answer:
    """What stands below a known folder but is nothing.

    Raises:
        UnknownAddress: Always.
    """
    raise UnknownAddress(
        "address",
        f"there is nothing called “{shorten(request.path['path'])}”",
        "docs/urls.md lists the addresses.",
    )


_ANSWERS: Final[Mapping[str, Answering]] = {
    "/charts/{name}.{suffix}": charts.answer,
    "/facts.{suffix}": facts.facts,
    "/report.html": facts.report,
    "/export.zip": facts.bundle,
    "/shapes/{name}": shapes.answer,
    "/components/{name}": scripts.answer,
    "/charts/{path:path}": nothing,
    "/static/js/{name}.{suffix}": streamlit_files.answer,
    "/static/css/{name}.{suffix}": streamlit_files.answer,
    "/shapes/{path:path}": nothing,
    "/components/{path:path}": nothing,
    "/healthz": health.answer,
}


def routes(settings: Settings) -> list[BaseRoute]:
    """Every address that the dashboard answers beside Streamlit's own."""
    workshop = Workshop()
    ours = [
        Route(path, _endpoint(answering, settings, workshop))
        for path, answering in _ANSWERS.items()
    ]
    opened = [
        Route(path, functools.partial(pages.open_page, settings=settings, workshop=workshop))
        for path in pages.PATHS
    ]
    last = BelowPages(settings)
    return [BelowBase([*ours, Route(metrics.PATH, metrics.answer), *opened, last])]


def _endpoint(answering: Answering, settings: Settings, workshop: Workshop) -> Endpoint:
    async def endpoint(http: HttpRequest) -> Response:
        request = Request(
            path=http.path_params,
            query_string=query_string_of(http),
            base=public_address(http, settings),
            settings=settings,
            workshop=workshop,
        )
        key = (http.scope["path"], request.query_string, request.base)
        try:
            answer = await workshop.run(key, functools.partial(answering, request))
        except Exception as error:
            problem, accept = Problem.of(error), http.headers.get("accept", "")
            return await workshop.run(
                (*key, problem, accept),
                functools.partial(problem_answer, problem, request.suffix, accept),
            )
        return respond(http, answer)

    return endpoint
