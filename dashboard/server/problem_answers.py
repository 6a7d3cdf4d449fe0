"""A problem as the kind of file that was asked for: a picture, a page, or JSON."""

from __future__ import annotations

import html
import io
import json
import textwrap
from typing import TYPE_CHECKING, Final

from starlette.responses import Response

from dashboard.server.answers import FOR_ALL
from dashboard.server.content_policy import NOTHING, PICTURE

if TYPE_CHECKING:
    from dashboard.server.problems import Problem

_WIDTH, _HEIGHT, _MARGIN, _LINE, _SIZE = 800, 300, 40, 32, 20
_LETTERS: Final = 70
"""Of a line of a picture."""

_MOST_LINES: Final = 6
_STYLED: Final = "default-src 'none'; style-src 'unsafe-inline'"
_INK, _PAPER, _RULE = "#11151C", "#FFFFFF", "#B60A48"


def problem_answer(problem: Problem, suffix: str, accept: str) -> Response:
    """The response for a problem.

    Args:
        problem: What is wrong.
        suffix: Of the file that was asked for. Pictures say it as a picture, because whoever
            shows an ``img`` sees nothing else; pages as a page, for frames.
        accept: The request's header: who wants JSON gets it.
    """
    headers = {**FOR_ALL, **problem.headers, "Content-Security-Policy": NOTHING}
    if suffix in {"svg", "png", "html"} and not accept.startswith("application/json"):
        headers["Vary"] = "Accept"
        if suffix == "svg":
            headers["Content-Security-Policy"] = PICTURE
            return _response(problem, as_svg(problem), "image/svg+xml", headers)
        if suffix == "png":
            return _response(problem, as_png(problem), "image/png", headers)
        headers["Content-Security-Policy"] = _STYLED
        return _response(problem, as_page(problem), "text/html; charset=utf-8", headers)
    body = json.dumps(problem.as_json(), ensure_ascii=False).encode()
    return _response(problem, body, "application/json", headers)


def page_answer(problem: Problem, overview: str) -> Response:
    """The response for a problem in place of a page of the dashboard.

    Args:
        problem: What is wrong.
        overview: Address of the first page.
    """
    headers = {**problem.headers, "Content-Security-Policy": f"{_STYLED}; frame-ancestors 'none'"}
    body = as_page(problem, "page", overview)
    return _response(problem, body, "text/html; charset=utf-8", headers)


def as_svg(problem: Problem) -> bytes:
    """The problem as vectors."""
    words = [
        f'<text x="{_MARGIN}" y="{_MARGIN + _SIZE + _LINE * row}">{html.escape(line)}</text>'
        for row, line in enumerate(_lines(problem))
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="Arial, sans-serif" font-size="{_SIZE}" '
        f'fill="{_INK}"><rect width="{_WIDTH}" height="{_HEIGHT}" fill="{_PAPER}"/>'
        f'<rect width="6" height="{_HEIGHT}" fill="{_RULE}"/>{"".join(words)}</svg>'
    ).encode()


def as_png(problem: Problem) -> bytes:
    """The problem as pixels."""
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", (_WIDTH, _HEIGHT), _PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 5, _HEIGHT), fill=_RULE)
    font = ImageFont.load_default(_SIZE)
    for row, line in enumerate(_lines(problem)):
        pen.text((_MARGIN, _MARGIN + _LINE * row), line, fill=_INK, font=font)
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def as_page(problem: Problem, missing: str = "chart", overview: str = "") -> bytes:
    """The problem as a page without scripts.

    Args:
        problem: What is wrong.
        missing: What the reader does not get.
        overview: Address that it leads on to; empty for none.
    """
    on = f'<p><a href="{html.escape(overview)}">Open the overview</a></p>' if overview else ""
    said = "".join(
        f"<p>{html.escape(part)}</p>"
        for part in (problem.where, problem.error, problem.remedy)
        if part
    )
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{problem.status}: no {missing}</title><style>"
        ":root{color-scheme:light dark}body{font:16px/1.5 Arial,sans-serif;margin:1.5rem;"
        f"border-left:6px solid {_RULE};padding-left:1rem}}</style></head>"
        f"<body><h1>No {missing} ({problem.status})</h1>{said}{on}</body></html>"
    ).encode()


def _lines(problem: Problem) -> list[str]:
    parts = [f"No picture ({problem.status})", problem.where, problem.error, problem.remedy]
    lines = [line for part in parts for line in textwrap.wrap(part, _LETTERS)]
    return lines[:_MOST_LINES] + (["…"] if len(lines) > _MOST_LINES else [])


def _response(problem: Problem, body: bytes, media_type: str, headers: dict[str, str]) -> Response:
    return Response(body, problem.status, headers={**headers, "Content-Type": media_type})
