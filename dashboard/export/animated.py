"""The map of a view day by day as one HTML page: shapes once, and of each day only what changes."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

from dashboard.charts.catalogue import Style
from dashboard.charts.parts.caption import Caption
from dashboard.charts.parts.config import chart_config
from dashboard.export.evidence import behind_chart, evidence_rows
from dashboard.export.html_markup import in_script, page_css, templates
from dashboard.export.interactive import IN_PAGE, NOWHERE, WIDTHS, page_scripts
from dashboard.palette import Theme
from dashboard.view import View
from dashboard.words.facts import counted, day

if TYPE_CHECKING:
    from dashboard.charts.catalogue import Chart

_SCRIPT: Final = Path(__file__).with_name("animated.js")
_ENTRY: Final = ("entrywidth", "entrywidthmode")
"""What of a legend's layout follows from the words in it."""

Trace = dict[str, Any]
Frame = dict[str, dict[str, Any]]


@dataclasses.dataclass(frozen=True, slots=True)
class Film:
    """A chart on each day, in one width.

    Attributes:
        data: The traces with everything that no day changes, and with the first day's rest.
        layout: The layout.
        frames: For each day, by the index of a trace, what it changes; under ``layout``, the words
            and how wide the legend's are.
    """

    data: list[Trace]
    layout: dict[str, Any]
    frames: list[Frame]


def animated_page(chart: Chart, view: View, *, base: str, theme: Theme | None = None) -> bytes:
    """A page that plays a chart from the first day of publication to the last.

    It opens without a network. Zooming, pointing and reading work while it plays, and on each day
    the legend has what the map shows.

    Args:
        chart: The chart; its traces must be the same on each day.
        view: What it shows; a day of its own is the last one shown.
        base: Address of the dashboard, for links.
        theme: Light or dark; None for both, as the reader prefers.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    days = days_of(view)
    link = chart.link(view.selection, base)
    themes = (theme,) if theme else get_args(Theme)
    films = _films(chart, view, days, themes, link)
    shapes = frozenset(
        trace["geojson"]
        for widths in films.values()
        for made in widths.values()
        for trace in made.data
        if isinstance(trace.get("geojson"), str)
    )
    last = days[-1]
    return (
        templates()
        .get_template("animated.html.j2")
        .render(
            title=f"{chart.title}, day by day",
            alt=chart.alt(view),
            data=in_script(_packed(films, days, view, chart)),
            page=page_scripts(shapes=shapes, script=_SCRIPT),
            css=page_css(theme, widest=WIDTHS[-1]),
            link=link,
            as_of=day(last) if last else "",
            selected=view.described,
            rows=evidence_rows(behind_chart(chart, view)[0], view.corpus.articles, base),
            days=len(days),
        )
        .encode()
    )


def days_of(view: View) -> list[dt.date | None]:
    """The days on which anything was published, up to the view's own; None where none is known."""
    until = view.selection.day
    dates = {article.published for article in view.corpus.articles.values() if article.published}
    days = sorted(each for each in dates if until is None or each <= until)
    return [*days] or [until]


def film(figures: Sequence[Mapping[str, Any]]) -> Film:
    """What the figures of some days share, and what each has of its own.

    Args:
        figures: At least one, all with the same traces in the same order. The picture must not
            change its size, so it has the layout of the day on which the legend is longest.
    """
    traces = [figure["data"] for figure in figures]
    tallest = max(reversed(figures), key=lambda figure: figure["layout"]["height"])
    layout = {**tallest["layout"], "meta": figures[-1]["layout"].get("meta")}
    data: list[Trace] = []
    frames: list[Frame] = [{} for _ in figures]
    for index in range(len(traces[-1])):
        told = [each[index] for each in traces]
        shared = {name: value for each in reversed(told) for name, value in each.items()}
        changing = _changing(told)
        data.append(shared)
        for frame, each in zip(frames, told, strict=True):
            own = {name: each[name] for name in changing if name in each}
            if "visible" in changing:
                own["visible"] = each.get("visible", True)
            if own:
                frame[str(index)] = own
    for frame, figure in zip(frames, figures, strict=True):
        own = figure["layout"]
        wide = {name: own["legend"][name] for name in _ENTRY if name in own.get("legend", {})}
        frame["layout"] = {"annotations": _annotations(own, layout), "legend": wide}
    return Film(data, layout, frames)


def _changing(told: Sequence[Trace]) -> set[str]:
    """What of a trace differs between days on which it says it at all."""
    changing = set()
    for name in {name for each in told for name in each}:
        values = [each[name] for each in told if name in each]
        absent = name == "visible" and len(values) < len(told)
        if absent or any(value != values[0] for value in values):
            changing.add(name)
    return changing


def _annotations(layout: Mapping[str, Any], tallest: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A day's words where the picture has room for them: its legend may be shorter."""
    below = {note["name"]: note for note in tallest["annotations"]}
    return [
        {**note, "yshift": below[note["name"]]["yshift"]} if note["name"] == "source" else note
        for note in layout["annotations"]
    ]


def _films(
    chart: Chart,
    view: View,
    days: Sequence[dt.date | None],
    themes: Sequence[Theme],
    link: str,
) -> dict[Theme, dict[str, Film]]:
    """The chart on all days, by theme and width. What a day tells is found out once for all."""
    undated = dataclasses.replace(view.selection, day=None)
    caption = Caption(View(view.corpus, undated).described, link)
    views = [View(view.corpus, dataclasses.replace(view.selection, day=each)) for each in days]
    return {
        theme: {
            str(width): film(
                [chart.drawn(each, Style(theme, width, caption, IN_PAGE)).plain for each in views]
            )
            for width in WIDTHS
        }
        for theme in themes
    }


def _packed(
    films: Mapping[Theme, Mapping[str, Film]],
    days: Sequence[dt.date | None],
    view: View,
    chart: Chart,
) -> dict[str, Any]:
    """Everything for the script; what a day changes in all variants alike is told once."""
    variants = [made.frames for widths in films.values() for made in widths.values()]
    shared = [_alike(frames) for frames in zip(*variants, strict=True)]
    published = [article.published for article in view.corpus.articles.values()]
    return {
        "config": chart_config(f"afghanistan-withdrawal-{chart.name}") | {"topojsonURL": NOWHERE},
        "days": [
            {
                "iso": each.isoformat() if each else "",
                "day": day(each) if each else "Day unknown",
                "news": counted(published.count(each), "new article"),
            }
            for each in days
        ],
        "shared": shared,
        "figures": {
            theme: {
                width: {
                    "data": made.data,
                    "layout": made.layout,
                    "own": [_rest(*each) for each in zip(made.frames, shared, strict=True)],
                }
                for width, made in widths.items()
            }
            for theme, widths in films.items()
        },
    }


def _alike(frames: Sequence[Frame]) -> Frame:
    """What a day changes in all variants alike, by trace."""
    first, *others = frames
    return {
        index: {
            name: value
            for name, value in changes.items()
            if all(name in each.get(index, {}) and each[index][name] == value for each in others)
        }
        for index, changes in first.items()
    }


def _rest(frame: Frame, alike: Frame) -> Frame:
    """What a day changes in one variant, without what it changes in all."""
    left = {
        index: {name: own for name, own in changes.items() if name not in alike.get(index, {})}
        for index, changes in frame.items()
    }
    return {index: changes for index, changes in left.items() if changes}
