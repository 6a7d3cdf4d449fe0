"""Which days a timeline shows large, and how marks share rows without touching."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dashboard.charts.time.marks import Mark

DAY: Final = dt.timedelta(days=1)
ONE_PANEL: Final = 400
"""A story of at most so many days needs no second panel."""

_APART: Final = 0.08
"""Marks with a gap of this share of the whole time between them belong to different periods."""

_LONG: Final = 0.15
"""A mark of this share of the whole time is background, whatever it overlaps."""


@dataclasses.dataclass(frozen=True, slots=True)
class Split:
    """Marks divided into the crowded period and the background.

    Attributes:
        near: Marks of the crowded period.
        far: All others: earlier, later or much longer.
        start: First day of the crowded period as shown, with room before the first mark.
        end: Last day of it as shown.
    """

    near: tuple[Mark, ...]
    far: tuple[Mark, ...]
    start: dt.date
    end: dt.date

    @property
    def days(self) -> int:
        """How many days the crowded period shows."""
        return (self.end - self.start).days + 1


def split(marks: Sequence[Mark], *, roomy: bool = False) -> Split:
    """Find the period in which most is told, and set the background apart.

    Where the marks span more than :data:`ONE_PANEL` days, those with long empty times between
    them form periods; the one with the most marks is the crowded one, the latest of several.

    Args:
        marks: At least one, ordered by start.
        roomy: Whether labels take a smaller share of the width than on a phone.
    """
    whole = (max(mark.end for mark in marks) - marks[0].start).days + 1
    near = tuple(marks)
    if whole > ONE_PANEL:
        brief = [mark for mark in marks if mark.days <= _LONG * whole] or list(marks)
        near = max(enumerate(_periods(brief, _APART * whole)), key=lambda p: (len(p[1]), p[0]))[1]
    far = tuple(mark for mark in marks if mark not in near)
    first, last = near[0].start, max(mark.end for mark in near)
    span = (last - first).days + 1
    # Labels stand before their marks: more room there than after.
    before, after = max(4, span // 10) if roomy else max(7, span // 4), max(1, span // 12)
    return Split(near, far, first - before * DAY, last + after * DAY)


def _periods(marks: Sequence[Mark], gap: float) -> list[tuple[Mark, ...]]:
    periods: list[list[Mark]] = []
    latest = marks[0].start
    for mark in marks:
        if not periods or (mark.start - latest).days > gap:
            periods.append([])
        periods[-1].append(mark)
        latest = max(latest, mark.end)
    return [tuple(period) for period in periods]


def stack(marks: Sequence[Mark], apart: int = 0, before: Sequence[bool] = ()) -> list[int]:
    """A row for each mark, from 0, so that marks of one row do not touch.

    Args:
        marks: Ordered by start.
        apart: Empty days that the label of a mark needs.
        before: For each mark whether its label stands before it; all after it if left out.
    """
    free: list[dt.date] = []
    rows = []
    for mark, early in zip(marks, before or [False] * len(marks), strict=True):
        start = mark.start - early * apart * DAY
        row = next((i for i, day in enumerate(free) if day < start), len(free))
        if row == len(free):
            free.append(mark.end)
        free[row] = mark.end + (not early) * apart * DAY
        rows.append(row)
    return rows


def label_before(mark: Mark, period: Split) -> bool:
    """Whether a mark's label stands before it, where it has more room than after."""
    return mark.start > period.start + dt.timedelta(days=period.days * 3 // 8)
