"""Everything of a view at once: which files there are, and all of them in a ZIP."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import io
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from dashboard import images
from dashboard.charts.catalogue import CHARTS
from dashboard.export import citation
from dashboard.export.files import File, chart_file, facts_file
from dashboard.export.formats import formats
from dashboard.export.measures import measures_in_view
from dashboard.export.names import file_name, refuse_alike
from dashboard.export.readme import readme
from data.errors import InputError
from data.timing import timed

if TYPE_CHECKING:
    from dashboard.charts.catalogue import Chart
    from dashboard.export.formats import Format
    from dashboard.view import View

README: Final = "README.txt"
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""Of every file in a ZIP: the same files give the same bytes."""

_MODE: Final = 0o644 << 16
_SEVERAL: Final = 2
OF_EVERY_MEASURE: Final = ("png", "svg", "pdf", "csv")
"""Formats in which the claims on every measure are there, and not on the chosen one alone: each
kind of picture once, and what they draw."""


@dataclasses.dataclass(frozen=True, slots=True)
class Planned:
    """A file that can be made.

    Attributes:
        name: What it will be called.
        what: What it is, in a few words.
        make: Makes it.
        also_from: Digest of what it is made from beside the view: the read-me also tells of the
            files beside it and of the browser.
        picture: Whether the browser draws it.
    """

    name: str
    what: str
    make: Callable[[], File]
    also_from: str = ""
    picture: bool = False


def plan(
    view: View,
    *,
    base: str,
    wanted: Collection[str] | None = None,
    more: Mapping[str, Planned] = MappingProxyType({}),
) -> list[Planned]:
    """The files of a view: every chart and the facts in every format, citation and read-me.

    Where there is no browser pictures are left out, and the read-me says so.

    Args:
        view: What they show.
        base: Address of the dashboard, for links in the files.
        wanted: Ids of formats; None for all. Citation and read-me are always there.
        more: Files that are not made here, by the id of their format.

    Raises:
        InputError: If a wanted format does not exist.
    """
    missing = images.missing()
    files = [*_charts(view, base, pictures=missing is None), *_facts(view, base), *more.items()]
    known = dict.fromkeys([*(entry.id for entry in formats("chart")), *(kind for kind, _ in files)])
    for name in wanted or ():
        if name not in known:
            raise InputError(
                f"format {name!r}", "there is no such format", f"Use {', '.join(known)}."
            )
    chosen = [file for kind, file in files if wanted is None or kind in wanted]
    chosen.append(_text("CITATION.txt", "how to cite this view", citation.plain(None, view, base)))
    chosen.append(_text("CITATION.bib", "the same for BibTeX", citation.bibtex(None, view, base)))
    told = {file.name: file.what for file in chosen}
    if not any_picture(wanted):
        missing = None
    chosen.append(_text(README, "what this is", readme(view, told, base, missing)))
    refuse_alike(file.name for file in chosen)
    return chosen


def any_picture(wanted: Collection[str] | None) -> bool:
    """Whether a picture is among the formats wanted; None or nothing stands for all."""
    return not wanted or any(entry.picture for entry in formats("chart") if entry.id in wanted)


def zip_of(files: Iterable[File]) -> bytes:
    """Files as a ZIP, in the order of their names and without times; makes those not made yet."""
    with timed("export", what="bundle", format="zip"):
        return _zipped(files)


def _zipped(files: Iterable[File]) -> bytes:
    stream, named = io.BytesIO(), sorted(files, key=lambda file: file.name)
    refuse_alike(file.name for file in named)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for file in named:
            entry = zipfile.ZipInfo(file.name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _MODE
            archive.writestr(entry, file.content)
    return stream.getvalue()


def _charts(view: View, base: str, *, pictures: bool) -> Sequence[tuple[str, Planned]]:
    return [
        (entry.id, _chart(chart, drawn, entry, title, base))
        for chart in CHARTS.values()
        for drawn, title, whole in _drawings(chart, view)
        for entry in formats("chart", is_map=chart.is_map)
        if (pictures or not entry.picture) and (whole or entry.id in OF_EVERY_MEASURE)
    ]


def _drawings(chart: Chart, view: View) -> Iterator[tuple[View, str, bool]]:
    """Views of which a chart has files, what these are called, and whether in every format.

    A chart of one of several measures has files in its name; of the others there are pictures and
    the table. Interactive pages of each would be most of the bytes.
    """
    measures = measures_in_view(view) if chart.choice == "measure" else ()
    if len(measures) < _SEVERAL:
        yield view, chart.title, True
        return
    if view.measure.id not in {each.measure.id for each in measures}:
        yield view, f"{chart.title}, {view.measure.label}", True
    for each in measures:
        yield each.view, f"{chart.title}, {each.measure.label}", each.measure.id == view.measure.id


def _chart(chart: Chart, view: View, entry: Format, title: str, base: str) -> Planned:
    name = file_name(view, entry, chart)
    make = functools.partial(chart_file, chart, view, entry.id, base=base)
    return Planned(name, f"{title}: {entry.label}", make, picture=entry.picture)


def _facts(view: View, base: str) -> Sequence[tuple[str, Planned]]:
    planned = []
    for entry in formats("facts"):

        def make(kind: str = entry.id) -> File:
            return facts_file(view, kind, base=base)

        planned.append(
            (entry.id, Planned(file_name(view, entry), f"the facts: {entry.label}", make))
        )
    return planned


def _text(name: str, what: str, text: str) -> Planned:
    content = text.encode()
    file = File(name, "text/plain; charset=utf-8", content)
    return Planned(name, what, lambda: file, hashlib.sha256(content).hexdigest())
