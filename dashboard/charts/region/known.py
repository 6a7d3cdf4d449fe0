"""What the map draws from: what is known on a day, and all that it must be ready for."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from typing import TYPE_CHECKING

from dashboard.kept import kept

if TYPE_CHECKING:
    from dashboard.charts.region.told import Told
    from dashboard.holdings.totals import Named
    from dashboard.view import View
    from data.claims.claim import Claim
    from data.fact import Fact


@dataclasses.dataclass(frozen=True)
class Known:
    """What is known on a day.

    Attributes:
        facts: The facts that are drawn, in text order.
        claims: The claims that these facts tell, in order of publication.
        day: The day; None where no article has a date.
        at_last: All claims there will be. What they need has its place from the first day on, so
            that from day to day marks change and the map does not.
        named: How many facts name each country, and how many facts there are.
        played: Whether the day can be changed, because not all was published on one.
    """

    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    day: dt.date | None
    at_last: tuple[Claim, ...]
    named: Named
    played: bool = False

    @classmethod
    def of(cls, view: View) -> Known:
        """What a view shows, whatever is chosen in it."""
        shown = dataclasses.replace(view.filtered.selection, countries=())
        return kept(
            view.corpus,
            "known",
            shown,
            lambda: cls(
                view.around,
                view.claims_around,
                view.news_as_of,
                view.corpus.claims,
                view.named_around,
                played=view.span is not None and view.span[0] < view.span[1],
            ),
        )

    @functools.cached_property
    def told(self) -> Told:
        """What it tells of the region.

        Raises:
            ShapeError: If the shapes cannot be used.
        """
        from dashboard.charts.region.told import told  # slow to import, and kept charts need none

        return told(self)

    def told_with(self, chosen: frozenset[str]) -> Told:
        """The same, with a claim about a border that is chosen speaking for it, as for a card.

        Args:
            chosen: Ids of the chosen facts.

        Raises:
            ShapeError: If the shapes cannot be used.
        """
        from dashboard.charts.region.told_lines import is_about_border

        told = (claim for claim in self.claims if any(f.fact_id in chosen for f in claim.facts))
        claim = next(filter(is_about_border, told), None)
        if claim is None:
            return self.told
        borders = tuple(
            border.spoken_by(claim) if border.code == claim.fact.of else border
            for border in self.told.borders
        )
        return dataclasses.replace(self.told, borders=borders)
