"""Charts that a page draws by itself: a figure for each width and colour scheme, shapes once."""

from __future__ import annotations

import base64
import dataclasses
import functools
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args
from urllib.parse import quote, urlsplit

from dashboard.charts.catalogue import Style
from dashboard.charts.parts.caption import Caption
from dashboard.charts.parts.config import chart_config
from dashboard.charts.parts.layout import NARROWEST
from dashboard.charts.region.shape_files import shape_file
from dashboard.export.html_markup import in_script, our_own
from dashboard.export.plotly_js import plotly_script
from dashboard.palette import Theme
from data.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from markupsafe import Markup

    from dashboard.charts.catalogue import Chart
    from dashboard.view import View

_SCRIPT: Final = Path(__file__).with_name("charts.js")
_MARKED_ROWS: Final = Path(__file__).with_name("marked_rows.js")
WIDTHS: Final = (NARROWEST, 640, 1000)
"""Pixels a chart is drawn for; the page shows the widest that fits.

A figure stands being wider than it was drawn for, but not by half: above the last the legend
would run out of the picture.
"""

IN_PAGE: Final = "page:"
"""Stands for the folder of shapes in a figure whose shapes are elsewhere in the page."""

NOWHERE: Final = "data:,"
"""Where plotly.js may ask for base maps: it must not at a CDN. Our maps need none."""


@dataclasses.dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart for a page; all text is plain.

    Attributes:
        name: Of the chart.
        label: What kind of chart it is.
        title: What the picture shows.
        subtitle: As of when, and how to read it.
        source: The source line.
        alt: The chart in sentences.
        link: To the chart in the dashboard.
        data: Figures by theme and width, and how Plotly is to draw them, as JSON.
        shapes: Addresses of the shapes that the figures name.
    """

    name: str
    label: str
    title: str
    subtitle: str
    source: str
    alt: str
    link: str
    data: Markup
    shapes: frozenset[str]


@dataclasses.dataclass(frozen=True, slots=True)
class PageScripts:
    """What a page with charts carries once, however many there are.

    Attributes:
        plotly_js: Address of plotly.js; None where it is in the page.
        plotly: plotly.js; empty where it is elsewhere.
        script: The script that draws the charts.
        shapes: Shapes by the address that traces name, as JSON; empty where none are needed.
        policy: The Content-Security-Policy that allows these scripts and nothing else.
    """

    plotly_js: str | None
    plotly: Markup
    script: Markup
    shapes: Markup
    policy: str


def drawn_chart(chart: Chart, view: View, *, base: str, theme: Theme | None = None) -> DrawnChart:
    """A chart in all variants of a page.

    Args:
        chart: The chart.
        view: What it shows.
        base: Address of the dashboard, for links.
        theme: Light or dark; None for both, as the reader prefers.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    link = chart.link(view.selection, base)
    caption = Caption(view.described, link)
    figures = {
        each: {
            str(width): chart.drawn(view, Style(each, width, caption, IN_PAGE)).plain
            for width in WIDTHS
        }
        for each in ((theme,) if theme else get_args(Theme))
    }
    config = chart_config(f"afghanistan-withdrawal-{chart.name}") | {"topojsonURL": NOWHERE}
    drawn = [figure for widths in figures.values() for figure in widths.values()]
    meta = drawn[0]["layout"].get("meta", {})
    return DrawnChart(
        name=chart.name,
        label=chart.title,
        title=meta.get("title", chart.title),
        subtitle=meta.get("subtitle", ""),
        source=meta.get("source", ""),
        alt=chart.alt(view),
        link=link,
        data=in_script({"config": config, "figures": figures}),
        shapes=frozenset(
            trace["geojson"]
            for figure in drawn
            for trace in figure["data"]
            if isinstance(trace.get("geojson"), str)
        ),
    )


def page_scripts(
    *, shapes: Iterable[str], script: Path = _SCRIPT, plotly_js: str | None = None
) -> PageScripts:
    """The scripts of a page with charts.

    Args:
        shapes: Addresses of the shapes that its charts name.
        script: The script that draws them; that of charts that stand still unless given. What a
            click does is the same in all.
        plotly_js: Address of plotly.js; None to put it into the page.

    Raises:
        InputError: If a chart names shapes that there are not.
    """
    named = sorted(shapes)
    drawing = "".join(each.read_text("utf-8") for each in (_MARKED_ROWS, script))
    inlined = [drawing] if plotly_js else [plotly_script(), drawing]
    return PageScripts(
        plotly_js=plotly_js,
        plotly=our_own("" if plotly_js else plotly_script()),
        script=our_own(drawing),
        shapes=in_script({each: _shapes_at(each) for each in named}) if named else our_own(""),
        policy=_policy(inlined, plotly_js),
    )


def _shapes_at(address: str) -> Mapping[str, Any]:
    content = shape_file(address.rpartition("/")[2])
    if content is None:
        raise InputError(address, "there are no such shapes", "Draw with Style(shapes=...).")
    shapes: Mapping[str, Any] = json.loads(content)
    return shapes


def _policy(scripts: Sequence[str], plotly_js: str | None) -> str:
    """Allows these scripts, styles that plotly.js writes, and pictures that it saves."""
    known = [f"'sha256-{_digest(script)}'" for script in scripts]
    if plotly_js:
        known.append(_source_of(plotly_js))
    return (
        f"default-src 'none'; script-src {' '.join(known)}; style-src 'unsafe-inline'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _source_of(address: str) -> str:
    """An address as a policy names it, where a semicolon would start the next directive."""
    parts = urlsplit(address)
    if not parts.netloc:
        return "'self'"
    host = f"{parts.scheme}://{parts.netloc}" if parts.scheme else parts.netloc
    return quote(host + parts.path, safe="/:@%~")


@functools.lru_cache(maxsize=8)
def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
