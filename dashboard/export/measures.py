"""The measures of a view: a chart draws the claims of one, and files say which."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import TYPE_CHECKING

from dashboard.charts.catalogue import CHARTS
from dashboard.view import View
from data import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.lexicon.claims import Measure


@dataclasses.dataclass(frozen=True, slots=True)
class MeasureInView:
    """A measure on which a view has claims.

    Attributes:
        measure: The measure.
        claims: How many claims the view has on it.
        view: The view with this measure chosen.
    """

    measure: Measure
    claims: int
    view: View

    def link(self, base: str) -> str:
        """The chart of it on its page, under the dashboard's address."""
        return CHARTS["claims"].link(self.view.selection, base)


def measures_in_view(view: View) -> Sequence[MeasureInView]:
    """The measures on which a view has claims, in the order of the page."""
    counts = Counter(claim.measure.id for claim in view.claims_around if claim.measure)
    return [
        MeasureInView(measure, counts[name], _on(view, name))
        for name, measure in lexicon.measures().items()
        if counts[name]
    ]


def _on(view: View, measure: str) -> View:
    return View.of(view.corpus, dataclasses.replace(view.selection, measure=measure))
