"""The map of a view day by day as one HTML page: shapes once, and of each day only what changes."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.caption import Caption
from dashboard.charts.catalogue import Style
from dashboard.charts.config import chart_config
from dashboard.export.evidence import behind_chart, evidence_rows
from dashboard.export.html_markup import in_script, page_css, templates
from dashboard.export.interactive import IN_PAGE, NOWHERE, WIDTHS, page_scripts
from dashboard.view import View
from dashboard.wording import counted, day

if TYPE_CHECKING:
    from dashboard.charts.catalogue import Chart
    from dashboard.palette import Theme

_SCRIPT: Final = Path(__file__).with_name("animated.js")
Trace = dict[str, Any]


@dataclasses.dataclass(frozen=True, slots=True)
class Film:
    """A chart on each day, in one width.

    Attributes:
        data: The traces with everything that no day changes, and with the first day's rest.
        layout: The layout.
        frames: For each day, by the index of a trace, what it changes; under ``annotations``, the
            words.
    """

    data: list[Trace]
    layout: dict[str, Any]
    frames: list[dict[str, Any]]


def animated_page(chart: Chart, view: View, *, base: str, theme: Theme = "light") -> bytes:
    """A page that plays a chart from the first day of publication to the last.

    It opens without a network. Zooming, pointing and reading work while it plays.

    Args:
        chart: The chart; its traces must be the same on each day.
        view: What it shows; a day of its own is the last one shown.
        base: Address of the dashboard, for links.
        theme: Light or dark.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    days = days_of(view)
    link = chart.link(view.selection, base)
    films = {
        str(width): film([_drawn(chart, view, each, theme, width, link) for each in days])
        for width in WIDTHS
    }
    shapes = frozenset(
        trace["geojson"]
        for made in films.values()
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
            page=page_scripts(shapes=shapes, script=_SCRIPT.read_text("utf-8")),
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
        figures: At least one, all with the same traces in the same order.
    """
    traces = [figure["data"] for figure in figures]
    layout, last = dict(figures[-1]["layout"]), traces[-1]
    data: list[Trace] = []
    frames: list[dict[str, Any]] = [{} for _ in figures]
    for index, trace in enumerate(last):
        told = [each[index] for each in traces]
        shared = {name: value for each in reversed(told) for name, value in each.items()}
        if _is_legend(trace):
            shared, told = dict(trace), []
        changing = _changing(told)
        data.append(shared)
        for frame, each in zip(frames, told, strict=False):
            own = {name: each[name] for name in changing if name in each}
            if "visible" in changing:
                own["visible"] = each.get("visible", True)
            if own:
                frame[str(index)] = own
    for frame, figure in zip(frames, figures, strict=True):
        frame["annotations"] = _annotations(figure["layout"], layout)
    return Film(data, layout, frames)


def _is_legend(trace: Trace) -> bool:
    """Whether a trace only stands for an entry of the legend.

    The last day's holds on each: the picture must not change its size.
    """
    return trace.get("lon") == [None] and "marker" in trace


def _changing(told: Sequence[Trace]) -> set[str]:
    """What of a trace differs between days on which it says it at all."""
    changing = set()
    for name in {name for each in told for name in each}:
        values = [each[name] for each in told if name in each]
        absent = name == "visible" and len(values) < len(told)
        if absent or any(value != values[0] for value in values):
            changing.add(name)
    return changing


def _annotations(layout: Mapping[str, Any], last: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A day's words where the last day has them: the legend between them may have grown."""
    below = {note["name"]: note for note in last["annotations"]}
    return [
        {**note, "yshift": below[note["name"]]["yshift"]} if note["name"] == "source" else note
        for note in layout["annotations"]
    ]


def _drawn(
    chart: Chart, view: View, when: dt.date | None, theme: Theme, width: int, link: str
) -> Mapping[str, Any]:
    own = View(view.corpus, dataclasses.replace(view.selection, day=when))
    undated = dataclasses.replace(view.selection, day=None)
    caption = Caption(View(view.corpus, undated).described, link)
    return chart.drawn(own, Style(theme, width, caption, IN_PAGE)).plain


def _packed(
    films: Mapping[str, Film], days: Sequence[dt.date | None], view: View, chart: Chart
) -> dict[str, Any]:
    """Everything for the script; what a day changes in all widths alike is told once."""
    made = list(films.values())
    shared: list[dict[str, Any]] = []
    own: dict[str, list[dict[str, Any]]] = {width: [] for width in films}
    for at in range(len(days)):
        alike = {
            index: change
            for index, change in made[0].frames[at].items()
            if all(each.frames[at].get(index) == change for each in made)
        }
        shared.append(alike)
        for width, each in films.items():
            own[width].append({k: v for k, v in each.frames[at].items() if k not in alike})
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
        "figures": {w: {"data": each.data, "layout": each.layout} for w, each in films.items()},
        "shared": shared,
        "own": own,
    }
