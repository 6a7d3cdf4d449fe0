"""Charts as pages have them: as wide as the window allows, drawn once for all who see the same."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

from dashboard.charts.catalogue import Style
from dashboard.charts.drawn import Drawn
from dashboard.charts.parts.caption import ON_PAGE, Caption
from dashboard.charts.reference_figure import SHAPES, reference_figure
from dashboard.kept import kept

if TYPE_CHECKING:
    from dashboard.charts.catalogue import Chart
    from dashboard.selecting.selection import Selection
    from dashboard.view import View
    from data.corpus import Corpus

USUAL: Final = 1440
"""Pixels that a window is taken to be wide before its browser has told."""

WIDEST: Final = 1920
"""Pixels from which all windows count as equally wide."""

MAP_AND_EVIDENCE: Final = (5, 3)
"""Widths of the map and of the evidence beside it, as parts of the page."""

_WIDE_MARGINS: Final = 840
"""Pixels of the window from which Streamlit may give a page wide margins: it does so from 864, and
the window tells its width in steps."""

_STACKED: Final = 640
"""Pixels of the window below which Streamlit puts columns under each other."""

_NARROW_FRAME: Final = 56
"""Pixels that narrow margins and the chart's frame take."""

_WIDE_FRAME: Final = 168
"""Pixels that wide margins and the chart's frame take."""

_BETWEEN: Final = 24
"""Pixels that the gap and the map's own frame take from the two."""


_IN_FRAMES: Final = (640, 720, 868, 1256, 1752)
"""Pixels that a chart is wide in frames: in a column of text, and as wide as a window."""


def width_on_page(chart: Chart, window: int) -> int:
    """Pixels that a chart is wide, by those of the window.

    All are as wide as the page, less its margins and frame; the map is beside the evidence where
    there is room for both.
    """
    page = window - (_NARROW_FRAME if window < _WIDE_MARGINS else _WIDE_FRAME)
    if not chart.is_map or window < _STACKED:
        return page
    return (page - _BETWEEN) * MAP_AND_EVIDENCE[0] // sum(MAP_AND_EVIDENCE)


def height_in_frame(chart: Chart, view: View) -> int:
    """Pixels that a chart alone takes at most in a frame of another page.

    That of the page does not tell: at another width lines are broken elsewhere, a legend goes below
    and a map is larger. On a phone the frame is scrolled.
    """
    caption = Caption(view.described, letters=ON_PAGE)
    styles = (Style(width=width, caption=caption, shapes=SHAPES) for width in _IN_FRAMES)
    return kept(
        view.corpus,
        "heights in frames",
        (chart.name, _shown(view)),
        lambda: max(chart.drawn(view, style).height for style in styles),
    )


def drawn_on_page(chart: Chart, view: View, style: Style, everything: Corpus | None) -> Drawn:
    """A chart of a view.

    Args:
        chart: Which one.
        view: What it shows.
        style: How.
        everything: All that everybody may see, whose chart the browser keeps, for a chart that
            stays there while days pass, zoomed as it was; it loads shapes on its own. None for
            one that is drawn anew each time.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    reference = None
    if everything is not None:
        reference = reference_figure(chart, everything)
        style = dataclasses.replace(style, shapes=SHAPES)
    return kept(
        view.corpus,
        "charts on the page",
        (chart.name, _shown(view), style, reference and reference.name),
        lambda: Drawn(chart.drawn(view, style), chart.words(view), reference),
    )


def _shown(view: View) -> Selection:
    """What of a selection a chart shows."""
    return dataclasses.replace(view.selection, chart=None, article=None)
