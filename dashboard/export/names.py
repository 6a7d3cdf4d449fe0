"""What files are called: the same for the same view, safe on every file system, no two alike."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from dashboard.charts.catalogue import CHARTS, drawn_by

if TYPE_CHECKING:
    from dashboard.charts.catalogue import Chart
    from dashboard.export.formats import Format
    from dashboard.view import View

PREFIX: Final = "afghanistan-withdrawal"
"""What every name begins with."""

_LONGEST_SELECTION: Final = 44
_LONGEST_CHOICE: Final = 24
"""Characters of a name that say what is selected, and which layer or measure is drawn."""

_HASHED: Final = 8
"""Hexadecimal digits that stand for what a name leaves out."""

_UNSAFE: Final = re.compile(r"[^a-z0-9]+")
_TOLD: Final = re.compile(r"[A-Za-z0-9\s.,/_-]*")
"""Texts of which a name loses no letter; others have their hash in it."""


def file_name(view: View, entry: Format, chart: Chart | None = None) -> str:
    """What the file of a chart, or of the facts, is called in a format."""
    variant = "animated" if entry.plays else entry.size if entry.size != "1x" else ""
    return view_name(view, chart.name if chart else "facts", variant, suffix=entry.suffix)


def view_name(view: View, what: str, variant: str = "", *, suffix: str) -> str:
    """What a file of a view is called; a part of the facts selected says of how many.

    A long selection is cut, and a hash of all of it stands where it ends. What tells the files of
    one view apart stands behind it: the layer or measure, the variant, the part.

    Args:
        view: What the file shows.
        what: What is in the file, e.g. the name of a chart.
        variant: Which of several of a kind.
        suffix: Without its dot.
    """
    charts = (CHARTS[what],) if what in CHARTS else ()
    query = drawn_by(view.selection, charts).to_query()
    drawn = query.pop(charts[0].choice or "", "") if charts else ""
    values = [value for name, value in query.items() if name not in {"chart", "article"}]
    # The id of a fact begins with that of its article: one of them is enough.
    own = (value for value in values if not any(it.startswith(f"{value}.") for it in values))
    chosen = _shortened("-".join(own), _LONGEST_SELECTION)
    part = f"{len(view.facts)}-of-{view.in_view}" if view.part else ""
    named = (chosen, _shortened(drawn, _LONGEST_CHOICE), variant, part)
    return f"{'-'.join(filter(None, (PREFIX, what, *named)))}.{suffix}"


def _shortened(text: str, most: int) -> str:
    """A text in letters that are safe; with its hash where it would be longer or loses some."""
    safe = _UNSAFE.sub("-", text.lower()).strip("-")
    if len(safe) <= most and _TOLD.fullmatch(text):
        return safe
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASHED]
    return f"{safe[: most - _HASHED - 1].strip('-')}-{digest}".strip("-")


def refuse_alike(names: Iterable[str]) -> None:
    """Make sure that no file of an export takes the place of another.

    Raises:
        ValueError: If two files have one name, which is a fault of the program.
    """
    alike = sorted(name for name, count in Counter(names).items() if count > 1)
    if alike:
        raise ValueError(f"several files of one export would be called {', '.join(alike)}")
