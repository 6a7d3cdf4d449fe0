"""The chart of everything, which browsers keep: other figures name the parts they share with it.

A filter dims marks, a day takes some away; labels, ids and words of what stays are those that the
browser has from before. A figure is sent without them, as JSON with references (``{"$ref": "#/data/
3/hovertext"}``, as in JSON Schema, with pointers of RFC 6901) into a file that is loaded once.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.catalogue import CHARTS, Style
from dashboard.kept import kept
from dashboard.selection import Selection
from dashboard.view import View

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from dashboard.charts.catalogue import Chart
    from data.corpus import Corpus

_STYLE: Final = Style(width=1200, shapes="/shapes")
"""As most windows have it; a figure in another style shares all but a few parts."""

_SMALLEST: Final = 24
"""Characters of JSON from which a reference is shorter."""

_MOST_FILES: Final = 12
"""Files that are kept for browsers that were told of them before the articles changed."""

_compact: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""A part as JSON, to compare and to send."""

_files: Final[OrderedDict[str, bytes]] = OrderedDict()
_LOCK: Final = threading.Lock()


@dataclasses.dataclass(frozen=True, slots=True)
class ReferenceFigure:
    """A figure that browsers keep.

    Attributes:
        name: Of its file; changes with its content.
        pointers: Where each of its parts stands, by the part's JSON.
    """

    name: str
    pointers: Mapping[str, str] = dataclasses.field(repr=False)

    def shortened(self, figure: go.Figure) -> str:
        """Another figure as JSON, in which parts that stand here are references."""
        return _compact(self._without_shared(json.loads(figure.to_json())))

    def _without_shared(self, part: Any) -> Any:
        if not isinstance(part, (str, list, dict)):
            return part
        if (pointer := self.pointers.get(_compact(part))) is not None:
            return {"$ref": pointer}
        if isinstance(part, dict):
            return {name: self._without_shared(value) for name, value in part.items()}
        return [self._without_shared(each) for each in part] if isinstance(part, list) else part


def reference_figure(chart: Chart, corpus: Corpus) -> ReferenceFigure:
    """The chart of all facts of a corpus that everybody may see.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    return kept(corpus, "reference figures", chart.name, lambda: _made(chart, corpus))


def reference_file(chart: Chart, name: str, corpus: Corpus) -> bytes | None:
    """The content of a file; None for a name that is no :attr:`ReferenceFigure.name`.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    if name not in _files:
        reference_figure(chart, corpus)  # another process may have told the browser of it
    return _files.get(name)


def names_made(page: str, corpus: Corpus) -> list[str]:
    """File names of the figures of a page, as far as they have been drawn: nobody waits for them.

    Args:
        page: Path of the page, empty for the first.
        corpus: Whose figures.
    """
    made: Mapping[str, ReferenceFigure] = corpus.kept.get("reference figures", {})
    return [made[name].name for name in list(made) if CHARTS[name].page == page]


def charted_by(name: str) -> Chart | None:
    """The chart whose reference figure a file name would be."""
    return CHARTS.get(name.rpartition("-")[0])


def _made(chart: Chart, corpus: Corpus) -> ReferenceFigure:
    figure = json.loads(chart.draw(View.of(corpus, Selection()), _STYLE).to_json())
    content = _compact(figure).encode()
    name = f"{chart.name}-{hashlib.sha256(content).hexdigest()[:12]}.json"
    with _LOCK:
        _files[name] = content
        _files.move_to_end(name)
        while len(_files) > _MOST_FILES:
            _files.popitem(last=False)
    pointers: dict[str, str] = {}
    for text, pointer in _parts(figure, "#"):
        pointers.setdefault(text, pointer)
    return ReferenceFigure(name, pointers)


def _parts(part: Any, pointer: str) -> Iterator[tuple[str, str]]:
    """Every part that is worth a reference as JSON, and where it is; what is in it comes later."""
    if not isinstance(part, (str, list, dict)) or len(text := _compact(part)) < _SMALLEST:
        return
    yield text, pointer
    if not isinstance(part, str):
        items = part.items() if isinstance(part, dict) else enumerate(part)
        for name, value in items:
            yield from _parts(value, f"{pointer}/{name}")
