"""What a chart plots, as rows of a table: each mark with each fact behind it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dashboard.charts.catalogue import Chart
    from dashboard.charts.parts.plotted import PlottedMark
    from dashboard.export.rows import Row, Rows
    from dashboard.view import View

SELECTED: Final = "selected"
"""Column of what is plotted: false for facts that the chart draws dimmed, out of the selection."""

CLAIM: Final = "claim"
"""Column of a table of what is plotted: the same for all facts that tell one claim."""


def plotted_columns(chart: Chart, rows: Rows) -> tuple[str, ...]:
    """Columns of :func:`plotted_rows`, in order."""
    return (*chart.columns, SELECTED, CLAIM, *rows.columns)


def plotted_rows(chart: Chart, view: View, rows: Rows) -> Iterator[Row]:
    """A row for each mark with each fact behind it; one without a fact where there is none."""
    claims = {fact.fact_id: claim.claim_id for claim in view.claims for fact in claim.facts}
    nothing: Row = dict.fromkeys((CLAIM, *rows.columns))
    for mark in marks_parted(chart, view):
        for fact in mark.facts:
            yield {**mark.columns, CLAIM: claims.get(fact.fact_id), **rows.row(fact)}
        if not mark.facts:
            yield {**mark.columns, **nothing}


def marks_parted(chart: Chart, view: View) -> Sequence[PlottedMark]:
    """The marks of a chart, those of facts that it draws dimmed apart from the selected ones."""
    lit = chart.lit(view)
    parted = []
    for mark in chart.marks(view):
        if not mark.facts:
            selected = lit.selects_place(mark.columns["code"])
            parted.append(_told(mark, selected=selected))
        for selected in (True, False):
            facts = tuple(fact for fact in mark.facts if lit.selects(fact) == selected)
            if facts:
                parted.append(dataclasses.replace(_told(mark, selected=selected), facts=facts))
    return parted


def _told(mark: PlottedMark, *, selected: bool) -> PlottedMark:
    return dataclasses.replace(mark, columns={**mark.columns, SELECTED: selected})
