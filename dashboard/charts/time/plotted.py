"""What the timeline draws, as rows of data files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from dashboard.charts.parts.plotted import PlottedMark
from dashboard.charts.time.day_dots import is_dated
from dashboard.charts.time.day_lanes import party_of
from dashboard.charts.time.marks import marks_of
from dashboard.charts.time.traces import group_of
from dashboard.palette import palette

if TYPE_CHECKING:
    import datetime as dt

    from dashboard.charts.time.day_dots import Dot
    from data.article import Article
    from data.fact import Fact


def timeline_marks(facts: Iterable[Fact], articles: Mapping[str, Article]) -> list[PlottedMark]:
    """The marks of the timeline with their days, in the order of time."""
    marks, _ = marks_of(facts, articles)
    return [
        PlottedMark(
            {
                **_days("period" if mark.days > 1 else "day", mark.start, mark.end, mark.dated),
                "party": group_of(mark, palette()).label,
            },
            mark.facts,
        )
        for mark in marks
    ]


def lane_marks(dots: Iterable[Dot]) -> list[PlottedMark]:
    """The dots of a timeline of very many claims, in the order of time.

    Those of one dot that the text dates are apart from the others.
    """
    marks = []
    for dot in sorted(dots, key=lambda dot: dot.day):
        party = party_of(dot, palette())
        for dated in (True, False):
            own = [claim for claim in dot.claims if is_dated(claim) == dated]
            facts = tuple(fact for claim in own for fact in claim.facts)
            if facts:
                days = _days("day", dot.day, dot.day, dated)
                marks.append(PlottedMark({**days, "party": party}, facts))
    return marks


def _days(mark: str, start: dt.date, end: dt.date, dated: bool) -> dict[str, Any]:
    return {
        "mark": mark,
        "mark_start": start.isoformat(),
        "mark_end": end.isoformat(),
        "mark_dated": "by the text" if dated else "by the day of publication",
    }
