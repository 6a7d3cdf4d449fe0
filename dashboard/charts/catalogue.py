"""The charts there are, each under the name that links, addresses and files give it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from dashboard.charts.caption import Caption
from dashboard.charts.claims_over_time import (
    MeasureStory,
    claims_over_time,
    claims_over_time_alt,
    story_of,
)
from dashboard.charts.day_lanes import day_lanes, day_lanes_alt
from dashboard.charts.highlight import Highlight
from dashboard.charts.hover import Hovers
from dashboard.charts.known import Known
from dashboard.charts.layout import NARROWEST
from dashboard.charts.map_layers import LAYERS
from dashboard.charts.plotted import (
    CLAIM_COLUMNS,
    MAP_COLUMNS,
    TIMELINE_COLUMNS,
    claim_marks,
    map_marks,
    timeline_marks,
)
from dashboard.charts.region_map import region_map, region_map_alt
from dashboard.charts.timeline import timeline, timeline_alt
from dashboard.kept import kept
from data.frame import to_frame
from data.timing import timed

__all__ = ["CHARTS", "LAYERS", "Chart", "Style"]

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from dashboard.charts.drawing import Drawing
    from dashboard.charts.plotted import Mark
    from dashboard.palette import Theme
    from dashboard.view import View


@dataclasses.dataclass(frozen=True, slots=True)
class Style:
    """How a chart is drawn, whatever it shows.

    Attributes:
        theme: Light or dark.
        width: Pixels the figure is at least wide; its height follows.
        caption: What a picture that leaves the page says beside the source line.
        shapes: Address of the shapes' folder, from which the browser loads them and keeps
            them; None to put them into the figure, which then stands alone.
    """

    theme: Theme = "light"
    width: int = NARROWEST
    caption: Caption = dataclasses.field(default_factory=Caption)
    shapes: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Chart:
    """A chart of the dashboard.

    Attributes:
        name: In links, addresses and file names.
        title: What kind of chart it is, for menus and headings.
        draw: Draws a view in a style.
        alt: The chart in sentences, plain text.
        marks: What it draws, mark by mark.
        columns: What ``marks`` says of each mark.
        is_map: Whether what it draws has geometry.
        page: Path of the page it stands on; empty for the first.
    """

    name: str
    title: str
    draw: Callable[[View, Style], Drawing]
    alt: Callable[[View], str]
    marks: Callable[[View], Sequence[Mark]]
    columns: tuple[str, ...]
    is_map: bool = False
    page: str = ""

    def drawn(self, view: View, style: Style) -> Drawing:
        """The chart of a view, with the time that took told."""
        with timed("draw", what=self.name):
            return self.draw(view, style)

    def figure(self, view: View, style: Style) -> go.Figure:
        """The same as a figure of Plotly."""
        return self.drawn(view, style).figure()


def _draw_map(view: View, style: Style) -> Drawing:
    return region_map(
        Known.of(view),
        view.articles,
        layer=view.selection.layer,
        highlight=Highlight.of(view.selection),
        theme=style.theme,
        width=style.width,
        caption=style.caption,
        shapes=style.shapes,
    )


MOST_MARKS: Final = 150
"""Facts that a timeline shows one by one; more are counted by day."""


def _crowded(view: View) -> bool:
    return len(view.at_last) > MOST_MARKS and view.span is not None


def _draw_timeline(view: View, style: Style) -> Drawing:
    if _crowded(view) and view.span:
        return day_lanes(
            view.claims_around,
            view.articles,
            view.span,
            highlight=Highlight.of(view.selection),
            theme=style.theme,
            width=style.width,
            caption=style.caption,
            hovers=kept(view.corpus, "hover labels", None, lambda: Hovers(view.corpus.articles)),
        )
    return timeline(
        to_frame(view.around),
        view.articles,
        highlight=Highlight.of(view.selection),
        theme=style.theme,
        width=style.width,
        caption=style.caption,
    )


def _timeline_alt(view: View) -> str:
    if _crowded(view) and view.span:
        return day_lanes_alt(view.claims_around, view.span)
    return timeline_alt(to_frame(view.around), view.articles)


_LONG_AGO: Final = (dt.date(1900, 1, 1), dt.date(1900, 1, 1))
"""Stands for the days of a corpus in which no article has a date, and so no claim a place."""


def measure_story(view: View) -> MeasureStory:
    """The claims of the selected measure."""
    return story_of(
        view.measure,
        view.claims_around,
        view.corpus.claims,
        view.span or _LONG_AGO,
        view.selection.day,
        view.wholes,
        view.articles,
    )


def _draw_claims(view: View, style: Style) -> Drawing:
    return claims_over_time(
        measure_story(view),
        highlight=Highlight.of(view.selection),
        theme=style.theme,
        width=style.width,
        caption=style.caption,
    )


_ALL: Final = (
    Chart(
        "region-map",
        "Map of claims",
        _draw_map,
        lambda view: region_map_alt(Known.of(view), view.articles, view.selection.layer),
        map_marks,
        MAP_COLUMNS,
        is_map=True,
    ),
    Chart(
        "timeline",
        "Timeline of claims",
        _draw_timeline,
        _timeline_alt,
        timeline_marks,
        TIMELINE_COLUMNS,
    ),
    Chart(
        "claims",
        "Claims over time",
        _draw_claims,
        lambda view: claims_over_time_alt(measure_story(view)),
        lambda view: claim_marks(measure_story(view)),
        CLAIM_COLUMNS,
        page="claims",
    ),
)

CHARTS: Final[Mapping[str, Chart]] = {chart.name: chart for chart in _ALL}
"""The charts by name, in the order of the page."""
