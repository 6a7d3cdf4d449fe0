"""The crowded period: marks in lanes of their kind, one row under the other."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING, Final

from dashboard.charts.time.window import Split, label_before, stack
from dashboard.words.kinds import kind_entry
from data import lexicon

if TYPE_CHECKING:
    from dashboard.charts.time.marks import Mark

LABELLED_ROWS: Final = 44
"""With more rows than this, marks stand closer and only the pointer tells them apart."""

_APART, _SIGNED_APART = 30, 16
"""Into how many places a row of close marks is parted; fewer where a sign needs room on a phone."""

_HEAD: Final = 0.95
_PAD: Final = 0.7
_ROW, _CLOSE_ROW = 1.0, 0.66


@dataclasses.dataclass(frozen=True, slots=True)
class Lane:
    """Marks of one kind.

    Attributes:
        label: The kind in words.
        top: Where it begins on the axis, in rows from the top.
        marks: In time order.
        heights: Height of each mark on the axis, in rows from the top.
    """

    label: str
    top: float
    marks: tuple[Mark, ...]
    heights: tuple[float, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Lanes:
    """All lanes of a panel.

    Attributes:
        lanes: Top to bottom.
        rows: Height of all of them together, in rows.
        labelled: Whether there is room for a label beside every mark.
    """

    lanes: tuple[Lane, ...]
    rows: float
    labelled: bool


def lanes_of(period: Split, *, roomy: bool = False) -> Lanes:
    """Marks in lanes by kind, in the order of kinds.toml; overlapping ones stacked.

    Args:
        period: What the panel shows.
        roomy: Whether headings and labels take a smaller share of the width than on a phone.
    """
    marks, days = period.near, period.days
    order = {kind: place for place, kind in enumerate(lexicon.kinds())}
    named = sorted({mark.fact.kind for mark in marks}, key=lambda kind: (order.get(kind, 99), kind))
    by_kind = {kind: [mark for mark in marks if mark.fact.kind == kind] for kind in named}
    # A label is about as wide as half the panel on a phone.
    apart = days // (4 if roomy else 2)
    stacked = {
        kind: stack(own, apart, [label_before(m, period) for m in own])
        for kind, own in by_kind.items()
    }
    labelled = sum(max(rows) + 1 for rows in stacked.values()) <= LABELLED_ROWS
    if not labelled:
        signed = not roomy and any(mark.provisional for mark in marks)
        apart = days // (_SIGNED_APART if signed else _APART)
        stacked = {kind: stack(own, apart) for kind, own in by_kind.items()}
    step = _ROW if labelled else _CLOSE_ROW
    lanes, top = [], 0.0
    for kind, own in by_kind.items():
        first = [mark for mark, row in zip(own, stacked[kind], strict=True) if row == 0]
        down = 0.0 if all(_leaves_room(mark, period, roomy=roomy) for mark in first) else _HEAD
        heights = tuple(top + down + _PAD + step * row for row in stacked[kind])
        lanes.append(Lane(kind_entry(kind).label, top, tuple(own), heights))
        top = max(heights) + _PAD
    return Lanes(tuple(lanes), top, labelled)


def _leaves_room(mark: Mark, period: Split, *, roomy: bool) -> bool:
    """Whether the heading fits into the mark's row, before the mark and its label."""
    needed = 0.38 if roomy else 0.72
    return mark.start > period.start + dt.timedelta(days=period.days * needed)
