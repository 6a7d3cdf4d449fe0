"""All facts of a view as data, the report, and everything at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.server.answers import FOR_ALL, Answer
from dashboard.server.asked import Asked
from dashboard.server.content_policy import NOTHING, embedded_policy
from dashboard.server.problems import unknown

if TYPE_CHECKING:
    from dashboard.server.request import Request

_OPTIONS: Final = ("download",)


def facts(request: Request) -> Answer:
    """``/facts.<suffix>``: the facts of the view that the query string asks for.

    Raises:
        UnknownAddress: If facts cannot be had in this format.
        InputError: If the data cannot be read.
        Busy: If too many files are being made.
    """
    from dashboard.export.files import facts_file
    from dashboard.export.formats import formats
    from dashboard.export.names import file_name

    known = {entry.suffix: entry for entry in formats("facts")}
    if request.suffix not in known:
        raise unknown("format of facts", request.suffix, known)
    entry = known[request.suffix]
    asked = Asked.of(request.query_string, request.base, _OPTIONS)
    body = request.workshop.made(
        "data",
        asked.key("facts", entry.id),
        entry.media_type,
        lambda: facts_file(asked.view, entry.id, base=asked.base).content,
    )
    headers = _headers(asked, file_name(asked.view, entry)) | {"Content-Security-Policy": NOTHING}
    return Answer(body, headers)


def report(request: Request) -> Answer:
    """``/report.html``: the view as one page that stands alone.

    Raises:
        InputError: If the data cannot be read.
        Busy: If too many reports and bundles are being made.
    """
    from dashboard.export.names import view_name
    from dashboard.report import report as report_of

    asked = Asked.of(request.query_string, request.base, _OPTIONS)
    body = request.workshop.made(
        "bundles",
        asked.key("report"),
        "text/html; charset=utf-8",
        lambda: report_of(asked.view, base=asked.base),
    )
    headers = _headers(asked, view_name(asked.view, "report", suffix="html"))
    # What its scripts may do the report says itself.
    headers["Content-Security-Policy"] = embedded_policy("'self'")
    return Answer(body, headers)


def bundle(request: Request) -> Answer:
    """``/export.zip``: the view in every format.

    Raises:
        InputError: If the data cannot be read.
        ImageError: If a picture cannot be drawn now.
        Busy: If too many reports and bundles are being made.
    """
    from dashboard.export.abreast import made
    from dashboard.export.bundle import zip_of
    from dashboard.export.names import view_name
    from dashboard.report.everything import plan_everything

    asked = Asked.of(request.query_string, request.base, _OPTIONS)

    def make() -> bytes:
        return zip_of(made(plan_everything(asked.view, base=asked.base)))

    body = request.workshop.made("bundles", asked.key("bundle"), "application/zip", make)
    headers = _headers(asked, view_name(asked.view, "everything", suffix="zip"), download=True)
    return Answer(body, headers | {"Content-Security-Policy": NOTHING})


def _headers(asked: Asked, name: str, *, download: bool = False) -> dict[str, str]:
    how = "attachment" if download or asked.downloads else "inline"
    return {
        **FOR_ALL,
        **asked.headers,
        "Content-Disposition": f'{how}; filename="{name}"',
    }
