"""Marks of the timeline as Plotly traces: bars, filled and hollow dots, labels, legend."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.parts.highlight import DIMMED_MARK
from dashboard.charts.parts.hover import hover_text
from dashboard.charts.parts.legend_box import KEY_TITLE, legend_height
from dashboard.charts.parts.markup import escape_markup
from dashboard.charts.parts.picked import facts_data
from dashboard.charts.time.axis import noon
from dashboard.charts.time.marks import SESSION_SIGN, Mark, footnoted, mark_label
from dashboard.charts.time.window import label_before

if TYPE_CHECKING:
    from dashboard.charts.parts.highlight import Highlight
    from dashboard.charts.time.lanes import Lanes
    from dashboard.charts.time.window import Split
    from dashboard.palette import ActorGroup, Palette
    from data.article import Article

DOT, CHOSEN_DOT = 11, 14
BAR: Final = 0.62
_COLOUR_ENTRY: Final = 104
"""Pixels from one entry of the legend of colours to the next."""

_DAY_MS: Final = 86_400_000


class Brush:
    """How strongly a mark is drawn, given what is chosen."""

    def __init__(self, chosen: Highlight, colours: Palette) -> None:
        """Remember what is chosen and the colours to draw with."""
        self._chosen = chosen
        self._colours = colours

    def lit(self, mark: Mark) -> bool:
        """Whether the mark itself is chosen."""
        return self._chosen.lights_facts(mark.facts)

    def strong(self, mark: Mark) -> bool:
        """Whether the mark is drawn at full strength: unless something else is chosen."""
        return not self._chosen.active or self.lit(mark)

    def opacity(self, mark: Mark) -> float:
        """Opacity of the mark."""
        return 1.0 if self.strong(mark) else DIMMED_MARK

    def label(self, mark: Mark) -> str:
        """The mark's label as markup, bold when chosen."""
        text = escape_markup(footnoted(mark, mark_label(mark.fact)))
        return f"<b>{text}</b>" if self.lit(mark) else text

    def label_colour(self, mark: Mark) -> str:
        """Quieter for marks that stand back."""
        return self._colours.text if self.strong(mark) else self._colours.quiet_text


def group_of(mark: Mark, colours: Palette) -> ActorGroup:
    """The group whose colour a mark has."""
    return colours.actor(mark.fact.actor)


def at(mark: Mark) -> str:
    """Where a dot stands: noon of the middle day."""
    middle = mark.start + (mark.end - mark.start) / 2
    return noon(middle)


def _steady(opacity: float) -> dict[str, Any]:
    """Plotly would fade every mark that was not clicked; what fades is decided here.

    One opacity a trace, because plotly.js has no list of them for marks not selected.
    """
    same = {"marker": {"opacity": opacity}}
    return {"selected": same, "unselected": same}


def bar_trace(
    marks: Sequence[Mark], heights: Sequence[float], texts: Sequence[str], brush: Brush, colour: str
) -> dict[str, Any]:
    """Marks of several days, all equally strong, as bars from the first day through the last."""
    return {
        "type": "bar",
        "orientation": "h",
        "base": [str(mark.start) for mark in marks],
        "x": [mark.days * _DAY_MS for mark in marks],
        "y": list(heights),
        "width": BAR,
        "marker": {
            "color": colour,
            "opacity": brush.opacity(marks[0]),
            "line": {"color": colour, "width": [2 if brush.lit(mark) else 0 for mark in marks]},
        },
        **_steady(brush.opacity(marks[0])),
        "hovertext": list(texts),
        "hoverinfo": "text",
        "textposition": "none",
        "customdata": [facts_data(mark.ids) for mark in marks],
        "showlegend": False,
    }


def dot_trace(
    marks: Sequence[Mark], heights: Sequence[float], texts: Sequence[str], brush: Brush, colour: str
) -> dict[str, Any]:
    """Marks of one day, all equally strong: filled where the text dates them, else hollow."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [at(mark) for mark in marks],
        "y": list(heights),
        "marker": {
            "symbol": ["circle" if mark.dated else "circle-open" for mark in marks],
            "size": [CHOSEN_DOT if brush.lit(mark) else DOT for mark in marks],
            "color": colour,
            "opacity": brush.opacity(marks[0]),
            "line": {"color": colour, "width": [3 if brush.lit(mark) else 2 for mark in marks]},
        },
        **_steady(brush.opacity(marks[0])),
        "hovertext": list(texts),
        "hoverinfo": "text",
        "customdata": [facts_data(mark.ids) for mark in marks],
        "showlegend": False,
        "cliponaxis": False,
    }


def lane_traces(
    lanes: Lanes,
    period: Split,
    articles: Mapping[str, Article],
    chosen: Highlight,
    colours: Palette,
) -> list[dict[str, Any]]:
    """All traces of the lanes: headings, labels, then the marks of each group of actors.

    Without room for labels, marks that only this visitor sees have their sign all the same.
    """
    brush = Brush(chosen, colours)
    placed = [
        (mark, height)
        for lane in lanes.lanes
        for mark, height in zip(lane.marks, lane.heights, strict=True)
    ]
    traces = [_headings(lanes, period, colours)]
    told = [each for each in placed if lanes.labelled or each[0].provisional]
    for strong in (False, True):
        part = [(mark, height) for mark, height in told if brush.strong(mark) == strong]
        if part:
            traces.append(_labels(part, period, brush, signs_alone=not lanes.labelled))
    for group in colours.groups.values():
        for strong, several_days in itertools.product((False, True), repeat=2):
            part = [
                (mark, height)
                for mark, height in placed
                if group_of(mark, colours) == group
                and brush.strong(mark) == strong
                and (mark.days > 1) == several_days
            ]
            if part:
                draw = bar_trace if several_days else dot_trace
                texts = [hover_text(mark.facts, articles) for mark, _ in part]
                marks, heights = [mark for mark, _ in part], [height for _, height in part]
                trace = draw(marks, heights, texts, brush, group.colour)
                traces.append(trace | {"name": group.label})
    return traces


def _headings(lanes: Lanes, period: Split, colours: Palette) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [str(period.start)] * len(lanes.lanes),
        "y": [lane.top + 0.7 for lane in lanes.lanes],
        "text": [f"<b>{escape_markup(lane.label)}</b>" for lane in lanes.lanes],
        "textposition": "middle right",
        "textfont": {"size": 12, "color": colours.quiet_text},
        "unselected": {"textfont": {"color": colours.quiet_text}},
        "hoverinfo": "skip",
        "showlegend": False,
        "name": "headings",
    }


def _labels(
    placed: Sequence[tuple[Mark, float]], period: Split, brush: Brush, *, signs_alone: bool
) -> dict[str, Any]:
    before = [not signs_alone and label_before(mark, period) for mark, _ in placed]
    colour = brush.label_colour(placed[0][0])
    return {
        "type": "scatter",
        # Unseen markers keep the labels clear of the marks.
        "mode": "markers+text",
        "marker": {"opacity": 0, "size": [CHOSEN_DOT + 4 if m.days == 1 else 4 for m, _ in placed]},
        "x": [_label_at(mark, left) for (mark, _), left in zip(placed, before, strict=True)],
        "y": [height for _, height in placed],
        "text": [SESSION_SIGN if signs_alone else brush.label(mark) for mark, _ in placed],
        "textposition": ["middle left" if left else "middle right" for left in before],
        "textfont": {"size": 12, "color": colour},
        # Plotly would fade every text that was not clicked; what fades is decided here.
        "unselected": {"marker": {"opacity": 0}, "textfont": {"color": colour}},
        "hoverinfo": "skip",
        "showlegend": False,
        "name": "signs" if signs_alone else "labels",
    }


def _label_at(mark: Mark, left: bool) -> str:
    if mark.days == 1:
        return at(mark)
    return str(mark.start) if left else str(mark.end + dt.timedelta(days=1))


def legend_traces(marks: Iterable[Mark], colours: Palette) -> list[dict[str, Any]]:
    """Legend entries: what bars, dots and rings mean, then (second legend) the colours in use."""
    marks = tuple(marks)
    reported = sorted({mark.start for mark in marks if not mark.dated})
    entries = []
    if any(mark.dated and mark.days > 1 for mark in marks):
        entries.append(_entry("within this range", "square", colours.quiet_text))
    if any(mark.dated and mark.days == 1 for mark in marks):
        entries.append(_entry("on this day", "circle", colours.quiet_text))
    if reported:
        only = f"{reported[0].day} {reported[0]:%B}" if len(reported) == 1 else "that day"
        entries.append(_entry(f"reported {only}", "circle-open", colours.quiet_text))
    used = {group_of(mark, colours).code for mark in marks}
    return entries + [
        _entry(group.label, "square", group.colour) | {"legend": "legend2"}
        for code, group in colours.groups.items()
        if code in used
    ]


def legend_heights(
    entries: Sequence[Mapping[str, Any]], width: int, *, beside: bool
) -> tuple[int, int]:
    """Pixels for the legend of shapes and for the one of colours.

    Args:
        entries: Of both legends.
        width: Of the chart.
        beside: Whether the legend of shapes stands beside the subtitle and needs no row.
    """
    shapes = shape_names(entries)
    colours = len(entries) - len(shapes)
    a_row = max(1, (width - 20) // _COLOUR_ENTRY)
    shapes_height = 4 if beside else legend_height(shapes, width) - 4
    return shapes_height, KEY_TITLE + 10 + 19 * -(-colours // a_row)


def shape_names(entries: Sequence[Mapping[str, Any]]) -> list[str]:
    """The words of the legend of shapes."""
    return [entry["name"] for entry in entries if "legend" not in entry]


def _entry(name: str, symbol: str, colour: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [None],
        "y": [None],
        "name": name,
        "marker": {
            "symbol": symbol,
            "size": DOT,
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
        "hoverinfo": "skip",
        "showlegend": True,
    }
