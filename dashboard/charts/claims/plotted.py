"""What the chart of claims on a measure draws, as rows of data files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.parts.plotted import PlottedMark
from data.claims.carriers import carrier_of, is_part

if TYPE_CHECKING:
    from dashboard.charts.claims.story import MeasureStory


def claim_marks(story: MeasureStory) -> list[PlottedMark]:
    """The marks of the claims on a measure, in the order of the days they speak of."""
    stood = story.standing
    return [
        PlottedMark(
            {
                "mark": "claim",
                "measure": story.measure.id,
                "axis": story.measure.axis,
                "day": claim.day.isoformat() if claim.day else "",
                "stands": stood.stands(claim),
                "sources": ", ".join(claim.sources),
                "carrier": carrier.label if (carrier := carrier_of(claim.fact)) else "",
                "counts_part": is_part(claim.fact),
            },
            claim.facts,
        )
        for claim in story.claims
    ]
