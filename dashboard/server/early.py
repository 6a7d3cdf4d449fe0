"""What a page will need, named in its head: browsers load it while Streamlit still starts.

Without that they would learn of plotly.js, and of what draws a table, only when the first run of
the page has come back, and fetch all of it while the server is still busy with that run.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Final

from dashboard.server.scripts import script_name
from dashboard.server.streamlit_files import needed_by

_COMPONENTS: Final = ("address_bar", "copy_link", "file_menu")
"""Components of ours that stand on every page."""

_OF_CHARTS: Final = ("live_chart", "as_of", "marked_text")
_ELEMENTS: Final = ("BidiComponent", "Button")
_BESIDE_CHARTS: Final = ("ButtonGroup", "DataFrame", "Html", "Metric")
"""Elements of Streamlit, as its build calls what draws them."""


def loaded_early(page: str) -> str:
    """Elements for the head of a page.

    Args:
        page: Path of the page, empty for the first.
    """
    from dashboard.charts.catalogue import charts_on  # slow to import
    from dashboard.charts.reference_figure import charted_by, names_made
    from dashboard.charts.region.shape_files import shape_file_name
    from dashboard.corpus.source import corpus

    figures = names_made(page, corpus())
    needed = [f"./charts/{name}" for name in figures]
    if any(chart.is_map for name in figures if (chart := charted_by(name))):
        needed.append(f"./shapes/{shape_file_name()}")
    named = [
        f'<link data-json rel="preload" as="fetch" crossorigin href="{address}">'
        for address in needed
    ]
    return "\n".join([_scripts(draws=bool(charts_on(page))), *named, ""])


def theme_kept(pages: Iterable[str]) -> str:
    """An element for the head of a page: a theme chosen on one page holds on all.

    Neither deferred nor a module: Streamlit reads the theme when its own modules run.

    Args:
        pages: Paths of all pages, empty for the first.
    """
    script = script_name("kept_theme")
    return f'<script src="./components/{script}" data-pages="{" ".join(pages)}"></script>\n'


@functools.cache
def _scripts(*, draws: bool) -> str:
    ours = (*_COMPONENTS, *(_OF_CHARTS if draws else ()))
    theirs = needed_by((*_ELEMENTS, *(_BESIDE_CHARTS if draws else ())))
    # Relative, as Streamlit's own are: pages stand beside each other below any path.
    lines = [f'<link rel="modulepreload" href="./components/{script_name(name)}">' for name in ours]
    lines += [
        f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in theirs
    ]
    if draws:
        from dashboard.export.plotly_js import plotly_js_name

        # Streamlit's own scripts come first: nothing can be drawn before they run.
        plotly, early = f"./charts/{plotly_js_name()}", script_name("plotly_early")
        lines += [
            f'<link data-plotly rel="preload" as="script" fetchpriority="low" href="{plotly}">',
            f'<script async type="module" src="./components/{early}"></script>',
        ]
    return "\n".join(lines)
