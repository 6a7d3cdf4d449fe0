"""A chart as an HTML page of its own, with the sentences behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.export.evidence import behind_chart, evidence_rows
from dashboard.export.html_markup import page_css, templates
from dashboard.export.interactive import WIDTHS, drawn_chart, page_scripts
from dashboard.words.facts import day

if TYPE_CHECKING:
    from dashboard.charts.catalogue import Chart
    from dashboard.palette import Theme
    from dashboard.view import View


def chart_page(
    chart: Chart,
    view: View,
    *,
    base: str,
    theme: Theme | None = None,
    plotly_js: str | None = None,
    embedded: bool = False,
) -> bytes:
    """A chart that can be pointed at and read, and that follows width and colour scheme.

    Args:
        chart: The chart.
        view: What it shows.
        base: Address of the dashboard, for links.
        theme: Light or dark; None for the one the reader prefers.
        plotly_js: Address of plotly.js, as
            :func:`~dashboard.export.plotly_js.plotly_js_name` calls it; None to put it into
            the page, which then opens without a network.
        embedded: Whether it is for a frame in another page: without margins, and with the
            sentences folded.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    drawn = drawn_chart(chart, view, base=base, theme=theme)
    articles = view.corpus.articles
    selected, others = behind_chart(chart, view)
    rows = evidence_rows(selected, articles, base)
    page = templates().get_template("chart.html.j2")
    return page.render(
        drawn=drawn,
        page=page_scripts(shapes=drawn.shapes, plotly_js=plotly_js),
        css=page_css(theme, widest=WIDTHS[-1]),
        link=drawn.link,
        as_of=day(view.as_of) if view.as_of else "",
        selected=view.described,
        rows=rows,
        captures=chart.listed(view),
        others=evidence_rows(others, articles, base, first=len(rows) + 1),
        embedded=embedded,
    ).encode()
