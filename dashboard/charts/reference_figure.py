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
from collections.abc import Hashable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.catalogue import CHARTS, Style
from dashboard.kept import kept, results_of
from dashboard.selecting.selection import Selection
from dashboard.view import View

if TYPE_CHECKING:
    from dashboard.charts.catalogue import Chart
    from dashboard.charts.parts.drawing import Drawing
    from data.corpus import Corpus

SHAPES: Final = "/shapes"
"""Where the shapes are below the dashboard: a figure that stays is the same under every address."""

_STYLE: Final = Style(width=1200, shapes=SHAPES)
"""As most windows have it; a figure in another style shares all but a few parts."""

_SMALLEST: Final = 24
"""Characters of JSON from which a reference is shorter."""

_MOST_FILES: Final = 12
"""Files that are kept for browsers that were told of them before the articles changed."""

_compact: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""A part as JSON."""

_ALIKE_IF_EQUAL: Final = frozenset({str, int, float, type(None)})
"""Types of which equal values are the same JSON, as far as plotly.js can tell: 1 is 1.0."""

_files: Final[OrderedDict[str, bytes]] = OrderedDict()
_LOCK: Final = threading.Lock()


@dataclasses.dataclass(frozen=True, slots=True)
class ReferenceFigure:
    """A figure that browsers keep.

    Attributes:
        name: Of its file; changes with its content.
        content: Of its file.
        pointers: Where each of its parts stands, by the part's :func:`_key`.
    """

    name: str
    content: bytes = dataclasses.field(repr=False)
    pointers: Mapping[Hashable, str] = dataclasses.field(repr=False)

    @classmethod
    def of(cls, chart: str, drawing: Drawing) -> ReferenceFigure:
        """A drawing of a chart that has a name."""
        content = drawing.to_json().encode()
        name = f"{chart}-{hashlib.sha256(content).hexdigest()[:12]}.json"
        whole, keys = drawing.plain, dict[int, Hashable]()
        _key(whole, keys)
        pointers: dict[Hashable, str] = {}
        for part, pointer in _parts(whole, "#"):
            pointers.setdefault(part if isinstance(part, str) else keys[id(part)], pointer)
        return cls(name, content, pointers)

    def shortened(self, drawing: Drawing) -> str:
        """Another figure as JSON, in which parts that stand here are references."""
        whole, keys = drawing.plain, dict[int, Hashable]()
        _key(whole, keys)
        return _compact(self._without_shared(whole, keys))

    def _without_shared(self, part: Any, keys: Mapping[int, Hashable]) -> Any:
        if isinstance(part, str):
            pointer = self.pointers.get(part) if len(part) > _SMALLEST - 3 else None
            return {"$ref": pointer} if pointer is not None else part
        if not isinstance(part, (list, tuple, dict)):
            return part
        if (pointer := self.pointers.get(keys[id(part)])) is not None:
            return {"$ref": pointer}
        if isinstance(part, dict):
            return {name: self._without_shared(value, keys) for name, value in part.items()}
        return [self._without_shared(each, keys) for each in part]


def reference_figure(chart: Chart, corpus: Corpus) -> ReferenceFigure:
    """The chart of all facts of a corpus that everybody may see.

    Raises:
        ShapeError: If the shapes cannot be used.
    """
    figure = kept(corpus, "reference figures", chart.name, lambda: _made(chart, corpus))
    if figure.name not in _files:
        _offer(figure)
    return figure


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
    made: Mapping[Any, ReferenceFigure] = results_of(corpus, "reference figures")
    return [figure.name for name, figure in made.items() if CHARTS[name].page == page]


def charted_by(name: str) -> Chart | None:
    """The chart whose reference figure a file name would be."""
    return CHARTS.get(name.rpartition("-")[0])


def _made(chart: Chart, corpus: Corpus) -> ReferenceFigure:
    return ReferenceFigure.of(chart.name, chart.draw(View.of(corpus, Selection()), _STYLE))


def _offer(figure: ReferenceFigure) -> None:
    with _LOCK:
        _files[figure.name] = figure.content
        _files.move_to_end(figure.name)
        while len(_files) > _MOST_FILES:
            _files.popitem(last=False)


def _parts(part: Any, pointer: str) -> Iterator[tuple[Any, str]]:
    """Every part that is worth a reference, and where it is; what is in it comes later."""
    if not isinstance(part, (str, list, tuple, dict)) or len(_compact(part)) < _SMALLEST:
        return
    yield part, pointer
    if not isinstance(part, str):
        items = part.items() if isinstance(part, dict) else enumerate(part)
        for name, value in items:
            yield from _parts(value, f"{pointer}/{name}")


def _key(part: Any, keys: dict[int, Hashable]) -> Hashable:
    """What parts have in common if they are the same JSON, and only then.

    Args:
        part: A value of JSON.
        keys: Takes in the keys of all lists and objects in it, by :func:`id`.
    """
    if isinstance(part, dict):
        values = tuple(_key(value, keys) for value in part.values())
        key: Hashable = (dict, tuple(part), values)
    elif isinstance(part, (list, tuple)):
        flat = _ALIKE_IF_EQUAL.issuperset(map(type, part))
        key = tuple(part) if flat else tuple(_key(each, keys) for each in part)
    else:
        # Python takes True for 1.
        return (bool, part) if isinstance(part, bool) else part
    keys[id(part)] = key
    return key
