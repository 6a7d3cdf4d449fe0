"""What the chart of claims on a measure draws, as rows of data files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.parts.plotted import PlottedMark

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
            },
            claim.facts,
        )
        for claim in story.claims
    ]
