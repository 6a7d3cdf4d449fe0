"""A chart, or the facts of a view, as a file. Pages, addresses, command line and ZIP use this."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, cast

from dashboard import images
from dashboard.charts.catalogue import Style
from dashboard.charts.parts.caption import Caption
from dashboard.export import citation, geography, tables
from dashboard.export.animated import animated_page
from dashboard.export.formats import Format, format_called
from dashboard.export.names import file_name
from dashboard.export.plotted_rows import marks_parted, plotted_columns, plotted_rows
from dashboard.export.readme import readme
from dashboard.export.rows import PART, Row, Rows
from dashboard.export.webpage import chart_page
from data.timing import timed

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from dashboard.charts.catalogue import Chart
    from dashboard.palette import Theme
    from dashboard.view import View

PICTURE_WIDTH: Final = 1000
"""Pixels of a picture's width unless another is asked for."""

PREVIEW: Final = Format(
    id="preview",
    label="Preview",
    help="What a link shows in a message, 1200 × 630",
    suffix="png",
    media_type="image/png",
    of="chart",
    picture=True,
    size="preview",
)
"""For previews of links only, and so in no menu."""

_SQUARE_WIDTHS: Final = range(480, 1081, 60)


@dataclasses.dataclass(frozen=True, slots=True)
class File:
    """A file to hand out.

    Attributes:
        name: Of lower-case letters, digits, hyphens and one dot.
        media_type: For the header of a response.
        content: Its bytes.
    """

    name: str
    media_type: str
    content: bytes


def chart_file(
    chart: Chart,
    view: View,
    file_format: str,
    *,
    base: str,
    theme: Theme | None = None,
    width: int | None = None,
) -> File:
    """A chart as a file.

    Args:
        chart: The chart.
        view: What it shows.
        file_format: Id of a chart's format in ``formats.toml``, or ``preview``.
        base: Address of the dashboard, for links in the file.
        theme: Light or dark; None for light, and for pages as their reader prefers.
        width: Of pictures and figures, in pixels; None for what suits the format.

    Raises:
        InputError: If there is no such format for the chart, or the picture would be too large.
        ImageError: If a picture cannot be drawn.
        ShapeError: If the shapes cannot be used.
    """
    entry = PREVIEW if file_format == PREVIEW.id else _format(chart, file_format)
    with timed("export", what=chart.name, format=entry.id):
        if entry.picture:
            content = _picture(chart, view, entry, base, theme, width)
        else:
            content = _MAKERS[entry.id](_Task(chart, view, base, theme, width or PICTURE_WIDTH))
    return File(file_name(view, entry, chart), entry.media_type, content)


def facts_file(view: View, file_format: str, *, base: str) -> File:
    """The facts of a view as a file.

    Args:
        view: What to give.
        file_format: Id of a format of facts in ``formats.toml``.
        base: Address of the dashboard, for the link of each fact.

    Raises:
        InputError: If there is no such format.
        ShapeError: If the shapes cannot be used.
    """
    entry = format_called(file_format, "facts")
    rows = Rows.of(view, base)
    with timed("export", what="facts", format=entry.id):
        if entry.suffix == "geojson":
            content = geography.facts_to_geojson(view.facts, rows)
        else:
            content = _TABLES[entry.suffix](rows.all(view.facts), rows.columns)
    return File(file_name(view, entry), entry.media_type, content)


@dataclasses.dataclass(frozen=True, slots=True)
class _Task:
    chart: Chart
    view: View
    base: str
    theme: Theme | None
    width: int

    def link(self) -> str:
        return self.chart.link(self.view.selection, self.base)

    @property
    def style(self) -> Style:
        return Style(self.theme or "light", self.width, Caption(self.view.described, self.link()))

    def figure(self) -> go.Figure:
        figure = self.chart.figure(self.view, self.style)
        figure.update_layout(width=self.width)
        return figure

    def out_of_square(self) -> float:
        """Pixels by which the picture is higher than wide, or wider than high."""
        return abs(self.chart.drawn(self.view, self.style).height - self.width)


def _format(chart: Chart, name: str) -> Format:
    return format_called(name, "chart", is_map=chart.is_map)


def _picture(
    chart: Chart, view: View, entry: Format, base: str, theme: Theme | None, width: int | None
) -> bytes:
    task = _Task(chart, view, base, theme, width or PICTURE_WIDTH)
    if entry.size == "square" and width is None:
        widths = (dataclasses.replace(task, width=each) for each in _SQUARE_WIDTHS)
        task = min(widths, key=_Task.out_of_square)
    figure = task.figure()
    meta = figure.layout.meta or {}
    about = images.About(
        title=str(meta.get("title", chart.title)),
        description=chart.alt(view),
        source=str(meta.get("source", "")),
        link=task.link(),
        as_of=view.as_of,
    )
    image_format = cast("images.ImageFormat", entry.suffix)
    return images.render(figure, image_format=image_format, size=entry.size, about=about)


def _figure_json(task: _Task) -> bytes:
    figure: dict[str, Any] = json.loads(task.figure().to_json())
    figure["layout"]["meta"]["as_of"] = str(task.view.as_of) if task.view.as_of else None
    if task.view.part:
        figure["layout"]["meta"][PART] = task.view.part
    return json.dumps(figure, ensure_ascii=False).encode()


def _plotted_csv(task: _Task) -> bytes:
    rows = Rows.of(task.view, task.base)
    told = plotted_rows(task.chart, task.view, rows)
    return tables.to_csv(told, plotted_columns(task.chart, rows))


def _geojson(task: _Task) -> bytes:
    return geography.marks_to_geojson(
        marks_parted(task.chart, task.view), Rows.of(task.view, task.base)
    )


def _geopackage(task: _Task) -> bytes:
    return geography.marks_to_geopackage(
        marks_parted(task.chart, task.view),
        Rows.of(task.view, task.base),
        readme=readme(task.view, {}, task.base),
        as_of=task.view.as_of,
    )


_MAKERS: Final[Mapping[str, Callable[[_Task], bytes]]] = {
    "html": lambda task: chart_page(task.chart, task.view, base=task.base, theme=task.theme),
    "animated": lambda task: animated_page(task.chart, task.view, base=task.base, theme=task.theme),
    "json": _figure_json,
    "csv": _plotted_csv,
    "geojson": _geojson,
    "gpkg": _geopackage,
    "citation": lambda task: citation.plain(task.chart, task.view, task.base).encode(),
    "bibtex": lambda task: citation.bibtex(task.chart, task.view, task.base).encode(),
}
_TABLES: Final[Mapping[str, Callable[[list[Row], Sequence[str]], bytes]]] = {
    "csv": tables.to_csv,
    "json": lambda rows, _: tables.to_json(rows),
    "parquet": tables.to_parquet,
}
