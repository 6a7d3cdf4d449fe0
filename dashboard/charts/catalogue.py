"""The charts there are, each under the name that links, addresses and files give it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.parts.caption import Caption
from dashboard.charts.parts.highlight import Highlight
from dashboard.charts.parts.layout import NARROWEST
from dashboard.charts.region.known import Known
from dashboard.kept import drawn_from, kept
from data.timing import timed

# What draws is imported when something is drawn: the charts of the first page after a start are
# kept from the last (dashboard.snapshot), and all that draws takes longer to import than to use.

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from dashboard.charts.parts.drawing import Drawing
    from dashboard.charts.parts.plotted import PlottedMark
    from dashboard.charts.region.captures_listed import CaptureListed
    from dashboard.palette import Theme
    from dashboard.selecting.selection import Selection
    from dashboard.view import View
    from data.fact import Fact

LAYERS: Final[Mapping[str, str]] = {"parts": "Claims", "facts": "Facts per country"}
"""Labels of the map's layers by the id that links have; the first is shown unless one is chosen."""


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
        choice: Field of the selection that says which of several it draws; None for one alone.
        is_map: Whether what it draws has geometry; on its page it stands beside the evidence.
        page: Path of the page it stands on; empty for the first.
        lit: What stands out in it; the rest is dimmed.
        listed: The captures that its title counts, one by one; none on most.
    """

    name: str
    title: str
    draw: Callable[[View, Style], Drawing]
    alt: Callable[[View], str]
    marks: Callable[[View], Sequence[PlottedMark]]
    columns: tuple[str, ...]
    choice: str | None = None
    is_map: bool = False
    page: str = ""
    lit: Callable[[View], Highlight] = lambda view: Highlight.of(view.selection)
    listed: Callable[[View], Sequence[CaptureListed]] = lambda _view: ()

    def drawn(self, view: View, style: Style) -> Drawing:
        """The chart of a view, with the time that took told."""
        with drawn_from(view.corpus), timed("draw", what=self.name):
            return self.draw(view, style)

    def words(self, view: View) -> str:
        """The chart in sentences, for everybody who selects the same."""
        shown = dataclasses.replace(view.selection, chart=None, article=None)
        return kept(view.corpus, "charts in words", (self.name, shown), lambda: self.alt(view))

    def facts(self, view: View) -> tuple[Fact, ...]:
        """The facts behind what it draws, in text order: its sources are theirs."""
        drawn = drawn_by(view.selection, (self,))
        shown = dataclasses.replace(drawn, chart=None, article=None)
        return kept(view.corpus, "facts of charts", (self.name, shown), lambda: self._behind(view))

    def _behind(self, view: View) -> tuple[Fact, ...]:
        from dashboard.charts.parts.plotted import facts_of

        drawn = facts_of(self.marks(view))
        return tuple(fact for fact in view.everything if fact.fact_id in drawn)

    def link(self, selection: Selection, base: str) -> str:
        """A link to it on its page.

        Args:
            selection: What it shows; what only other charts draw is left out.
            base: Address of the dashboard.
        """
        about = dataclasses.replace(drawn_by(selection, (self,)), chart=self.name)
        return about.link(base, self.page)

    def figure(self, view: View, style: Style) -> go.Figure:
        """The same as a figure of Plotly."""
        return self.drawn(view, style).figure()


def _draw_map(view: View, style: Style) -> Drawing:
    from dashboard.charts.region.map import region_map

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


def _map_alt(view: View) -> str:
    from dashboard.charts.region.map import region_map_alt

    return region_map_alt(
        Known.of(view), view.articles, view.selection.layer, Highlight.of(view.selection)
    )


def _map_marks(view: View) -> Sequence[PlottedMark]:
    from dashboard.charts.region.layers import layer_called
    from dashboard.charts.region.plotted import map_marks

    story = Known.of(view).told_with(Highlight.of(view.selection).facts)
    return map_marks(story, lines=layer_called(view.selection.layer).lines)


def _captures_listed(view: View) -> Sequence[CaptureListed]:
    from dashboard.charts.region.captures_listed import captures_listed

    return captures_listed(view)


MOST_MARKS: Final = 150
"""Facts that a timeline shows one by one; more are counted by day."""


def _crowded(view: View) -> bool:
    return len(view.at_last) > MOST_MARKS and view.span is not None


def _draw_timeline(view: View, style: Style) -> Drawing:
    if _crowded(view) and view.span:
        from dashboard.charts.parts.hover import Hovers
        from dashboard.charts.time.day_lanes import day_lanes

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
    from dashboard.charts.time.timeline import timeline

    return timeline(
        view.around,
        view.articles,
        highlight=Highlight.of(view.selection),
        theme=style.theme,
        width=style.width,
        caption=style.caption,
    )


def _timeline_alt(view: View) -> str:
    if _crowded(view) and view.span:
        from dashboard.charts.time.day_lanes import day_lanes_alt

        return day_lanes_alt(view.claims_around, view.span)
    from dashboard.charts.time.timeline import timeline_alt

    return timeline_alt(view.around, view.articles)


def _timeline_marks(view: View) -> Sequence[PlottedMark]:
    from dashboard.charts.time.plotted import lane_marks, timeline_marks

    if _crowded(view) and view.span:
        from dashboard.charts.time.day_dots import dots_of

        return lane_marks(dots_of(view.claims_around, view.span))
    return timeline_marks(view.around, view.corpus.articles)


def _draw_claims(view: View, style: Style) -> Drawing:
    from dashboard.charts.claims.over_time import claims_over_time
    from dashboard.charts.claims.story import measure_story

    return claims_over_time(
        measure_story(view),
        highlight=Highlight.of(view.selection),
        theme=style.theme,
        width=style.width,
        caption=style.caption,
    )


def _claims_lit(view: View) -> Highlight:
    from dashboard.charts.claims.over_time import lit_on
    from dashboard.charts.claims.story import measure_story

    return lit_on(measure_story(view), Highlight.of(view.selection))


def _claims_alt(view: View) -> str:
    from dashboard.charts.claims.over_time import claims_over_time_alt
    from dashboard.charts.claims.story import measure_story

    return claims_over_time_alt(measure_story(view))


def _claims_marks(view: View) -> Sequence[PlottedMark]:
    from dashboard.charts.claims.plotted import claim_marks
    from dashboard.charts.claims.story import measure_story

    return claim_marks(measure_story(view))


_ALL: Final = (
    Chart(
        "region-map",
        "Map of claims",
        _draw_map,
        _map_alt,
        _map_marks,
        ("mark", "code", "name", "shows"),
        choice="layer",
        is_map=True,
        listed=_captures_listed,
    ),
    Chart(
        "timeline",
        "Timeline of claims",
        _draw_timeline,
        _timeline_alt,
        _timeline_marks,
        ("mark", "mark_start", "mark_end", "mark_dated", "party"),
    ),
    Chart(
        "claims",
        "Claims over time",
        _draw_claims,
        _claims_alt,
        _claims_marks,
        ("mark", "measure", "axis", "day", "stands", "sources", "carrier", "counts_part"),
        choice="measure",
        page="claims",
        lit=_claims_lit,
    ),
)

CHARTS: Final[Mapping[str, Chart]] = {chart.name: chart for chart in _ALL}
"""The charts by name, in the order of the page."""


def charts_on(page: str) -> tuple[Chart, ...]:
    """The charts that stand on a page; none on most."""
    return tuple(chart for chart in CHARTS.values() if chart.page == page)


def drawn_by(selection: Selection, charts: Iterable[Chart]) -> Selection:
    """A selection without the choices that only other charts draw: a layer, a measure."""
    drawn = {chart.choice for chart in charts}
    others = {chart.choice for chart in CHARTS.values() if chart.choice} - drawn
    without: dict[str, Any] = dict.fromkeys(others)
    return dataclasses.replace(selection, **without)
