"""Our pictures against bare kaleido's, of the same figures: time and size, taken in turns."""

from __future__ import annotations

import dataclasses
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import kaleido
import plotly.graph_objects as go

from dashboard import images
from dashboard.charts.caption import Caption
from dashboard.charts.catalogue import CHARTS, Chart, Style
from dashboard.corpus_source import corpus
from dashboard.export.files import PICTURE_WIDTH, chart_file
from dashboard.view import View

BASE = "http://localhost:8501"
ROUNDS = 3
WHO = ("ours", "alone", "served")
FORMATS = {"png": ("png", 1), "png-2x": ("png", 2), "svg": ("svg", 1), "pdf": ("pdf", 1)}
PAGE = kaleido.PageGenerator(mathjax=False)  # its default would ask a CDN


@dataclasses.dataclass(frozen=True, slots=True)
class Taken:
    """A picture's seconds and bytes."""

    seconds: float
    size: int


def timed(make: Callable[[], bytes]) -> Taken:
    began = time.perf_counter()
    size = len(make())
    return Taken(time.perf_counter() - began, size)


def figure(chart: Chart, view: View) -> go.Figure:
    caption = Caption(view.described, view.selection.link(BASE))
    drawn = chart.draw(view, Style("light", PICTURE_WIDTH, caption))
    drawn.update_layout(width=PICTURE_WIDTH)
    return drawn


def bare(drawn: go.Figure, suffix: str, scale: int, *, warm: bool) -> bytes:
    """What kaleido makes of a figure, with its own browser for each or with its server."""
    options = {
        "format": suffix,
        "width": drawn.layout.width,
        "height": drawn.layout.height,
        "scale": scale,
    }
    if warm:
        made: Any = kaleido.calc_fig_sync(drawn, opts=options)
    else:
        made = kaleido.calc_fig_sync(drawn, opts=options, kopts={"n": 1, "page_generator": PAGE})
    return bytes(made)


def rounds(view: View) -> Iterator[tuple[str, str, dict[str, Taken]]]:
    for _ in range(ROUNDS):
        for name, chart in CHARTS.items():
            for each in FORMATS:
                yield name, each, turn(chart, view, each)


def turn(chart: Chart, view: View, each: str) -> dict[str, Taken]:
    """One picture by each. Ours draws the figure, too: what is timed is a file from a view."""
    suffix, scale = FORMATS[each]
    drawn = figure(chart, view)
    ours = timed(lambda: chart_file(chart, view, each, base=BASE).content)
    alone = timed(lambda: bare(drawn, suffix, scale, warm=False))
    kaleido.start_sync_server(n=1, page_generator=PAGE, silence_warnings=True)
    try:
        bare(drawn, suffix, scale, warm=True)  # its browser starts with the first
        served = timed(lambda: bare(drawn, suffix, scale, warm=True))
    finally:
        kaleido.stop_sync_server(silence_warnings=True)
    return {"ours": ours, "alone": alone, "served": served}


def main() -> int:
    """Print the table."""
    if reason := images.missing():
        sys.exit(reason)
    view = View(corpus())
    chart_file(next(iter(CHARTS.values())), view, "svg", base=BASE)  # our browser starts
    taken: dict[tuple[str, str], list[dict[str, Taken]]] = {}
    for name, each, found in rounds(view):
        taken.setdefault((name, each), []).append(found)
    print("| picture | ours, s | kaleido, one browser each | kaleido, its server | bytes, of its |")
    print("| --- | --- | --- | --- | --- |")
    for (name, each), turns in taken.items():
        seconds = {who: statistics.median(turn[who].seconds for turn in turns) for who in WHO}
        size, bare_size = turns[-1]["ours"].size, turns[-1]["served"].size
        print(
            f"| {name} {each} | {seconds['ours']:.2f} "
            f"| {seconds['alone'] / seconds['ours']:.1f} × "
            f"| {seconds['served'] / seconds['ours']:.1f} × "
            f"| {size:,}, {size / bare_size:.2f} × |"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
