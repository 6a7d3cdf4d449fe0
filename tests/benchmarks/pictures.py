"""Twenty pictures of charts against bare kaleido's, of the same figures: time and size, in turns.

Kaleido's warm server is the fastest way it has: one browser for all, one picture after the other.
What most programs do, ``write_image``, starts a browser for each.
"""

from __future__ import annotations

import argparse
import dataclasses
import itertools
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, Literal, get_args

import kaleido
import plotly.graph_objects as go

from dashboard import images
from dashboard.charts.catalogue import CHARTS, Style
from dashboard.corpus.source import corpus
from dashboard.images.about import About
from dashboard.palette import Theme
from dashboard.view import View
from tests.benchmarks.document import PAGE, write
from tests.marked_tables import between, table

NAME: Final = "pictures"
PICTURES: Final = 20
_WIDTHS: Final = (720, 900, 1080, 1260)
_ABREAST: Final = 2
"""Pictures that visitors ask for at the same time."""

_ALONE: Final = 2
"""Pictures with a browser each: more would only take longer."""

_ABOUT: Final = About("A chart", "Claims", "Source: made up", "https://example.org", None)
_PAGE: Final = kaleido.PageGenerator(mathjax=False)  # its default would ask a CDN

Format = Literal["svg", "png", "pdf"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)
_HEAD: Final = ("", "ours, s", "of kaleido's server", "two at a time", "of kaleido alone", "bytes")


@dataclasses.dataclass(frozen=True, slots=True)
class Taken:
    """What twenty pictures took.

    Attributes:
        ours: Seconds, one after the other.
        abreast: Seconds, two at a time.
        served: Seconds of kaleido's server.
        alone: Seconds of kaleido with a browser for each.
        size: Bytes of ours by those of kaleido's.
    """

    ours: float
    abreast: float
    served: float
    alone: float
    size: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table and write it into docs/benchmarks.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.pictures")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help="measure this one and leave the rows of the others as they stand in the document",
    )
    parser.add_argument("--print-only", action="store_true", help="leave the document as it is")
    options = parser.parse_args(arguments)
    if reason := images.missing():
        sys.exit(f"error: {reason}")
    figures = list(itertools.islice(_figures(), PICTURES))
    wanted = [options.format] if options.format else FORMATS
    taken: dict[Format, list[Taken]] = {each: [] for each in wanted}
    for _ in range(options.rounds):
        for each, found in taken.items():
            found.append(_turn(figures, each))
    measured = {each: (_row_name(each), *_cells(found)) for each, found in taken.items()}
    rows = (measured.get(each) or _row_before(each) for each in FORMATS)
    write(NAME, table(_HEAD, filter(None, rows)), print_only=options.print_only)
    return 0


def _row_name(each: Format) -> str:
    return f"{PICTURES} {each.upper()}"


def _row_before(each: Format) -> tuple[str, ...] | None:
    """The cells of a format in the document, if it has such a table."""
    for line in between(PAGE, NAME).splitlines():
        cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
        if cells[0] == _row_name(each) and len(cells) == len(_HEAD):
            return cells
    return None


def _figures() -> Iterator[go.Figure]:
    view = View(corpus())
    for width, theme, chart in itertools.product(_WIDTHS, get_args(Theme), CHARTS.values()):
        figure = chart.figure(view, Style(theme, width))
        figure.update_layout(width=width)
        yield figure


def _turn(figures: Sequence[go.Figure], each: Format) -> Taken:
    def ours(figure: go.Figure) -> bytes:
        return images.render(figure, image_format=each, about=_ABOUT)

    def abreast() -> list[bytes]:
        with ThreadPoolExecutor(_ABREAST) as threads:
            return list(threads.map(ours, figures))

    ours(figures[0])  # both browsers are there before anything is timed
    kaleido.start_sync_server(n=1, page_generator=_PAGE, silence_warnings=True)
    try:
        _bare(figures[0], each)
        one_by_one = _timed(lambda: [ours(figure) for figure in figures])
        served = _timed(lambda: [_bare(figure, each) for figure in figures])
        together = _timed(abreast)
    finally:
        kaleido.stop_sync_server(silence_warnings=True)
    alone = _timed(lambda: [_bare(figure, each, alone=True) for figure in figures[:_ALONE]])
    return Taken(
        one_by_one[0],
        together[0],
        served[0],
        alone[0] / _ALONE * len(figures),
        one_by_one[1] / served[1],
    )


def _timed(make: Callable[[], Sequence[bytes]]) -> tuple[float, int]:
    """Seconds and bytes of some pictures."""
    began = time.perf_counter()
    made = make()
    return time.perf_counter() - began, sum(map(len, made))


def _bare(figure: go.Figure, each: Format, *, alone: bool = False) -> bytes:
    """What kaleido makes of a figure, by its server or with a browser of its own."""
    options = {"format": each, "width": figure.layout.width, "height": figure.layout.height}
    own: Any = {"kopts": {"n": 1, "page_generator": _PAGE}} if alone else {}
    return bytes(kaleido.calc_fig_sync(figure, opts=options, **own))


def _cells(found: Sequence[Taken]) -> tuple[str, ...]:
    def ratio(of: Callable[[Taken], float]) -> str:
        return f"{statistics.median(of(each) for each in found):.2f} ×"

    return (
        f"{statistics.median(each.ours for each in found):.1f}",
        ratio(lambda each: each.ours / each.served),
        ratio(lambda each: each.abreast / each.served),
        ratio(lambda each: each.ours / each.alone),
        ratio(lambda each: each.size),
    )


if __name__ == "__main__":
    sys.exit(main())
