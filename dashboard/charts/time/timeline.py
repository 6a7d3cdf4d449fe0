"""The timeline: decades of background in a slim strip, the crowded days in lanes below it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.parts.caption import Caption
from dashboard.charts.parts.drawing import Drawing
from dashboard.charts.parts.highlight import Highlight
from dashboard.charts.parts.layout import EDGE, NARROWEST, Words, frame, message
from dashboard.charts.parts.legend_box import entry_width, key_title, legend, legend_width
from dashboard.charts.parts.sources import as_of, cited, of_this_session, source_line
from dashboard.charts.time.axis import days_axis
from dashboard.charts.time.lanes import Lanes, lanes_of
from dashboard.charts.time.marks import SESSION_SIGN, Mark, mark_label, marks_of
from dashboard.charts.time.strip import strip, strip_axes, strip_height
from dashboard.charts.time.traces import lane_traces, legend_heights, legend_traces, shape_names
from dashboard.charts.time.window import Split, split
from dashboard.palette import Palette, Theme, palette
from dashboard.words.facts import counted, day

if TYPE_CHECKING:
    import datetime as dt

    from data.article import Article
    from data.fact import Fact

ROW_HEIGHT: Final = 17
ROOMY: Final = 900
"""Pixels of width from which headings, labels and legends stand side by side."""

_AXIS_HEIGHT: Final = 26
_GAP: Final = 44
_EMPTY_HEIGHT: Final = 260
_COLOUR_ENTRY: Final = 66


@dataclasses.dataclass(frozen=True, slots=True)
class _Story:
    """What is drawn.

    Attributes:
        marks: In the order of time.
        undated: How many more groups of facts have no place on a line of time.
        facts: All that are told, with those of such groups.
        articles: All that are known.
        sources: Those that the marks come from.
    """

    marks: tuple[Mark, ...]
    undated: int
    facts: tuple[Fact, ...]
    articles: tuple[Article, ...]
    sources: tuple[Article, ...]


def timeline(
    facts: Iterable[Fact],
    articles: Iterable[Article],
    *,
    highlight: Highlight | None = None,
    theme: Theme = "light",
    width: int = NARROWEST,
    caption: Caption | None = None,
) -> Drawing:
    """Facts on a line of time, one mark for facts that tell the same thing.

    The crowded period is found in the data. Facts that lie far from it, or are much longer,
    stand in the strip above. A fact without a date of its own is hollow, on the day its article
    was published. Clicks: see :mod:`dashboard.charts`.

    Args:
        facts: What is told.
        articles: The articles they come from, for dates and the source line.
        highlight: What stands out; the rest is dimmed.
        theme: Light or dark.
        width: Pixels the figure is at least wide.
        caption: What a picture that leaves the page says about itself.

    Returns:
        The figure. Its height follows from its width and what there is to show.
    """
    story, colours = _story(facts, articles), palette(theme)
    if not story.marks:
        return _empty(story, colours, width, caption or Caption())
    return _drawn(story, highlight or Highlight(), colours, width, caption or Caption())


def _drawn(
    story: _Story, chosen: Highlight, colours: Palette, width: int, caption: Caption
) -> Drawing:
    roomy = width >= ROOMY
    period = split(story.marks, roomy=roomy)
    lanes = lanes_of(period, roomy=roomy)
    by_id = {article.article_id: article for article in story.sources}
    entries = legend_traces(story.marks, colours)
    words = _words(story, period, chosen, width, caption)
    if roomy:
        names = shape_names(entries)
        words = dataclasses.replace(words, beside=len(names) * legend_width(names))
    layout, heights = _layout(words, colours, period, lanes, entries)
    traces = entries + lane_traces(lanes, period, by_id, chosen, colours)
    if period.far:
        strip_data = strip(period, by_id, chosen, colours, heights)
        traces += strip_data.traces
        layout["shapes"] += strip_data.shapes
        layout["annotations"] += strip_data.annotations
    return Drawing(traces, layout)


def timeline_alt(facts: Iterable[Fact], articles: Iterable[Article]) -> str:
    """The timeline in sentences, for those who cannot see it. Plain text."""
    story = _story(facts, articles)
    if not story.marks:
        return f"Empty timeline. {_why_empty(story)}"
    period = split(story.marks)
    parts = [f"Timeline of {counted(len(story.marks), 'claim')}: {_title(story, period)}."]
    dated = [mark for mark in period.near if mark.dated]
    parts += [f"{mark_label(mark.fact, 80)}: {_span(mark)}." for mark in dated[:6]]
    hollow = sum(not mark.dated for mark in story.marks)
    if hollow:
        have = (
            "1 has no date of its own and stands"
            if hollow == 1
            else (f"{hollow} have no date of their own and stand")
        )
        parts.append(f"{have} on the day of publication.")
    parts += [f"Background: {mark_label(mark.fact, 80)}, {_span(mark)}." for mark in period.far[:4]]
    return " ".join([*parts, *_left_out(story)])


def _story(facts: Iterable[Fact], articles: Iterable[Article]) -> _Story:
    known = tuple(articles)
    told = tuple(facts)
    marks, undated = marks_of(told, {article.article_id: article for article in known})
    drawn = (fact for mark in marks for fact in mark.facts)
    return _Story(tuple(marks), undated, told, known, cited(drawn, known))


def _words(story: _Story, period: Split, chosen: Highlight, width: int, caption: Caption) -> Words:
    hollow = "Hollow marks have no date of their own: they stand on the day of publication"
    told = hollow if any(not mark.dated for mark in story.marks) else ""
    facts = [fact for mark in story.marks for fact in mark.facts]
    own = of_this_session(facts, story.sources, SESSION_SIGN, among=story.facts)
    parts = (chosen.told, told, as_of(story.articles), own, *_left_out(story))
    subtitle = ". ".join(part for part in parts if part)
    return Words(_title(story, period), subtitle, source_line(story.sources), width, caption)


def _title(story: _Story, period: Split) -> str:
    """How many claims, of what days; only where the text dates them all, the days are theirs."""
    first, last = period.near[0].start, max(mark.end for mark in period.near)
    undated = [mark for mark in period.near if not mark.dated]
    dated = len(period.near) - len(undated)
    if undated:
        kinds = f"{dated} dated and {len(undated)} undated" if dated else f"{len(undated)} undated"
        claims = "claim" if len(period.near) == 1 else "claims"
        title = f"{kinds} {claims}, reported by {day(_latest(story.sources))}"
    else:
        days = day(first) if first == last else f"{_short(first, last)} to {day(last)}"
        title = f"{counted(dated, 'claim')} about {days}"
    if not period.far:
        return title
    earliest = story.marks[0].start.year
    return title + (
        f", with background since {earliest}" if earliest < first.year else ", with background"
    )


def _latest(articles: Iterable[Article]) -> dt.date:
    return max(article.published for article in articles if article.published)


def _short(first: dt.date, last: dt.date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return str(first.day)
    return f"{first.day} {first:%B}" if first.year == last.year else day(first)


def _span(mark: Mark) -> str:
    if not mark.dated:
        return f"reported {day(mark.start)}"
    return day(mark.start) if mark.start == mark.end else f"{day(mark.start)} to {day(mark.end)}"


def _left_out(story: _Story) -> Sequence[str]:
    if not story.undated:
        return []
    claims = counted(story.undated, "claim")
    return [f"{claims} without any date or about many years cannot be shown here"]


def _why_empty(story: _Story) -> str:
    if story.undated:
        return "No claim here has a date, and neither have the articles."
    return "No claims to show. Widen the selection, or add an article."


def _empty(story: _Story, colours: Palette, width: int, caption: Caption) -> Drawing:
    words = Words("Nothing to place in time", "", source_line(story.sources), width, caption)
    layout = frame(words, colours, height=_EMPTY_HEIGHT, top=0, bottom=0)
    layout["annotations"].append(message(_why_empty(story), colours))
    layout |= {"xaxis": {"visible": False}, "yaxis": {"visible": False}}
    return Drawing([], layout)


def _layout(
    words: Words,
    colours: Palette,
    period: Split,
    lanes: Lanes,
    entries: Sequence[Mapping[str, Any]],
) -> tuple[dict[str, Any], tuple[float, float]]:
    """The layout, and where the lanes end and the strip begins as fractions of the plot."""
    lower = round(lanes.rows * ROW_HEIGHT) + 8
    upper = strip_height(period) if period.far else 0
    gap = _GAP if upper else 0
    plot = lower + gap + upper
    legends = legend_heights(entries, words.width, beside=words.width >= ROOMY)
    top = sum(legends)
    height = words.head_height + top + plot + _AXIS_HEIGHT + words.foot_height
    layout = frame(words, colours, height=height, top=top, bottom=_AXIS_HEIGHT)
    heights = (lower / plot, (lower + gap) / plot)
    layout |= {
        "legend": _shapes_legend(words, colours, height, entry_width(shape_names(entries))),
        "legend2": _colours_legend(words, colours, height, legends[0]),
        "barmode": "overlay",
        "hoverdistance": 24,
        "shapes": [_rule(lane.top, colours) for lane in lanes.lanes],
        "xaxis": days_axis(period, colours, words.width - 2 * EDGE),
        "yaxis": {
            "domain": [0, heights[0]],
            "range": [lanes.rows, 0],
            "visible": False,
            "fixedrange": True,
        },
    }
    if period.far:
        layout |= strip_axes(period, colours, heights[1])
    return layout, heights


def _shapes_legend(words: Words, colours: Palette, height: int, entry: int) -> dict[str, Any]:
    """What bars, dots and rings mean: under the subtitle, or at its right where there is room."""
    if words.width < ROOMY:
        return legend(words, colours, height, entry=entry)
    return legend(words, colours, height, down=-20, entry=entry) | {"x": 1, "xanchor": "right"}


def _colours_legend(words: Words, colours: Palette, height: int, down: int) -> dict[str, Any]:
    """Who has which colour; symbol and word closer than usual, so that three fit on a phone."""
    entries = legend(words, colours, height, down=down, entry=_COLOUR_ENTRY, size=11)
    return entries | key_title("Colour: who acts or holds", colours, words.width)


def _rule(top: float, colours: Palette) -> dict[str, Any]:
    return {
        "type": "line",
        "xref": "paper",
        "yref": "y",
        "x0": 0,
        "x1": 1,
        "y0": top,
        "y1": top,
        "layer": "below",
        "line": {"width": 1, "color": colours.grid},
    }
