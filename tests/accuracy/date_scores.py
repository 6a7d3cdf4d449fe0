"""Dates: which calendar expressions a tool found, and whether it names the right days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.accuracy.annotation import AnnotatedText, DateRow
from tests.accuracy.matching import match
from tests.accuracy.tally import Tally

MEASURES = ("span", "start", "both ends")


def date_tallies(found: Iterable[tuple[AnnotatedText, Sequence[DateRow]]]) -> dict[str, Tally]:
    """The tally of every measure, over all texts: found at all, first day right, both right."""
    totals = dict.fromkeys(MEASURES, Tally())
    for text, rows in found:
        matching = match(text.dates, rows, fits=lambda *_: True, preference=_preference)
        wrong = sum(not row.touches_any(text.ignored_dates) for row in matching.surplus)
        rights = (
            len(matching.pairs),
            sum(gold.first == row.first for gold, row in matching.pairs),
            sum((gold.first, gold.last) == (row.first, row.last) for gold, row in matching.pairs),
        )
        for name, right in zip(MEASURES, rights, strict=True):
            totals[name] += Tally(right, len(matching.pairs) + wrong, len(text.dates))
    return totals


def _preference(gold: DateRow, row: DateRow) -> tuple[int, bool, int]:
    """Right ends, then a first day inside the annotated days, then shared characters."""
    right = (gold.first == row.first) + (gold.last == row.last)
    inside = bool(row.first and gold.first and gold.last and gold.first <= row.first <= gold.last)
    return -right, not inside, -gold.overlap(row)
