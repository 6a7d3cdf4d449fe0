"""``/charts/<name>.<suffix>``: a chart as a picture, a page or data; and plotly.js beside them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from dashboard.server.answers import FOR_ALL, FOR_EVER, Answer, answer_of, lasting_body
from dashboard.server.asked import Asked
from dashboard.server.content_policy import DOCUMENT, NOTHING, PICTURE, embedded_policy
from dashboard.server.problems import unknown
from dashboard.server.workshop import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.charts.catalogue import Chart
    from dashboard.export.formats import Format
    from dashboard.server.request import Request

_OPTIONS: Final = ("theme", "width", "size", "play", "download")
_KEPT: Final = {"Cache-Control": FOR_EVER, "Content-Security-Policy": NOTHING}


def answer(request: Request) -> Answer:
    """A chart of the view that the query string asks for.

    Raises:
        UnknownAddress: If there is no such chart, or none in this format.
        BadParameter: If an option cannot be used.
        InputError: If the data cannot be read.
        ImageError: If a picture cannot be drawn now.
    """
    from dashboard.charts.catalogue import CHARTS
    from dashboard.charts.reference_figure import charted_by
    from dashboard.export.formats import formats

    name, suffix = request.path["name"], request.suffix
    if name.startswith("plotly-"):
        return _plotly_js(f"{name}.{suffix}")
    if suffix == "json" and (pictured := charted_by(name)):
        return _reference(pictured, f"{name}.{suffix}")
    if name not in CHARTS:
        raise unknown("chart", name, CHARTS)
    chart = CHARTS[name]
    variants = [entry for entry in formats("chart", is_map=chart.is_map) if entry.suffix == suffix]
    if not variants:
        known = dict.fromkeys(entry.suffix for entry in formats("chart", is_map=chart.is_map))
        raise unknown(f"format of {name}", suffix, known)
    asked = Asked.of(request.query_string, request.base, _OPTIONS)
    return _file(request, asked, chart, _variant(asked, variants))


def _variant(asked: Asked, variants: Sequence[Format]) -> Format:
    """The format of that size, or the one that plays; neither means anything to other files."""
    from dashboard.export.files import PREVIEW

    playing = [entry for entry in variants if entry.plays]
    if playing and asked.plays:
        return playing[0]
    if variants[0].suffix != PREVIEW.suffix:
        return variants[0]
    sizes: dict[str, Format] = {entry.size: entry for entry in (*variants, PREVIEW)}
    return sizes[asked.size or "1x"]


def _file(request: Request, asked: Asked, chart: Chart, entry: Format) -> Answer:
    from dashboard.export.files import chart_file
    from dashboard.export.names import file_name

    theme, width = asked.theme, asked.width
    in_frame = entry.id == "html" and not asked.downloads

    def make() -> bytes:
        if in_frame:
            return _page(asked, chart)
        return chart_file(
            chart, asked.view, entry.id, base=asked.base, theme=theme, width=width
        ).content

    kind: Kind = "pictures" if entry.picture else "data"
    key = asked.key("chart", chart.name, entry.id, theme, width, in_frame)
    body = request.workshop.made(kind, key, entry.media_type, make)
    headers = {
        **FOR_ALL,
        **asked.headers,
        **_disposition(asked, file_name(asked.view, entry, chart)),
        "Content-Security-Policy": _policy(request, entry),
    }
    return Answer(body, headers)


def _page(asked: Asked, chart: Chart) -> bytes:
    from dashboard.export.plotly_js import plotly_js_name
    from dashboard.export.webpage import chart_page

    # Relative, so that it is right below any path; and of the same origin, for the policy.
    return chart_page(
        chart,
        asked.view,
        base=asked.base,
        theme=asked.theme,
        plotly_js=plotly_js_name(),
        embedded=True,
    )


def _policy(request: Request, entry: Format) -> str:
    if entry.suffix == "html":
        return embedded_policy(request.settings.frame_ancestors)
    return {"svg": PICTURE, "pdf": DOCUMENT}.get(entry.suffix, NOTHING)


def _disposition(asked: Asked, name: str) -> dict[str, str]:
    how = "attachment" if asked.downloads else "inline"
    return {"Content-Disposition": f'{how}; filename="{name}"'}


@functools.lru_cache(maxsize=2)
def _plotly_js(file: str) -> Answer:
    from dashboard.export.plotly_js import plotly_js_name, plotly_script

    if file != plotly_js_name():
        raise unknown("script", file, [plotly_js_name()])
    # Kept with its compressed form: making that of 4.7 MB takes a sixth of a second.
    script = plotly_script().encode()
    return answer_of(script, "text/javascript; charset=utf-8", FOR_ALL | _KEPT)


def _reference(chart: Chart, file: str) -> Answer:
    """What the page's own charts of this sort have in common, which browsers keep."""
    from dashboard.charts.reference_figure import reference_figure, reference_file
    from dashboard.corpus.source import corpus

    if (content := reference_file(chart, file, corpus())) is None:
        raise unknown("figure", file, [reference_figure(chart, corpus()).name])
    return Answer(lasting_body(content, "application/json"), FOR_ALL | _KEPT)
