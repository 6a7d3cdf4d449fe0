"""What a chart of a measure shows: its claims known by a day, and the axes they stand on."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from data.claims.standing import last_standing

if TYPE_CHECKING:
    from dashboard.view import View
    from data.article import Article
    from data.claims.claim import Claim
    from data.claims.standing import Standing
    from data.lexicon.claims import Measure

_DAY: Final = dt.timedelta(days=1)
_BEFORE: Final = dt.timedelta(days=14)
"""How far the axis may reach back before the first publication."""

_LEAST_ROOM: Final = 2
_MOST_ROOM: Final = 5
"""Days around the claims: as many as they cover, so that those of one day have room beside it."""

_LONG_AGO: Final = (dt.date(1900, 1, 1), dt.date(1900, 1, 1))
"""Stands for the days of a corpus in which no article has a date, and so no claim a place."""


@dataclasses.dataclass(frozen=True, slots=True)
class MeasureStory:
    """What a chart of a measure shows.

    Attributes:
        measure: The measure.
        claims: Known by the day, in the order of the days they speak of.
        top: End of the value axis, whatever is known by then.
        span: First and last day of the time axis.
        last: The last day on which something was published, on whatever measure.
        day: The day everything is as of; None for the latest.
        wholes: What counts are counted out of, by fact id.
        articles: Where claims come from.
    """

    measure: Measure
    claims: tuple[Claim, ...]
    top: float
    span: tuple[dt.date, dt.date]
    last: dt.date
    day: dt.date | None
    wholes: Mapping[str, float]
    articles: tuple[Article, ...]

    @property
    def standing(self) -> Standing:
        """What stands on the day, or on the last one on which something stood."""
        return last_standing(self.claims, self.day or self.last)


def story_of(
    measure: Measure,
    known: Iterable[Claim],
    ever: Iterable[Claim],
    span: tuple[dt.date, dt.date],
    day: dt.date | None,
    wholes: Mapping[str, float],
    articles: Iterable[Article],
) -> MeasureStory:
    """The claims of a measure and the axes they stand on.

    Args:
        measure: The measure.
        known: Claims of any measures, known by the day.
        ever: Those known on any day: the axes have room for them, and stay while days are played.
        span: Days between which something was published.
        day: The day everything is as of.
        wholes: See :func:`data.claims.wholes.wholes`.
        articles: Where claims come from.
    """
    own = sorted(_of(measure, known), key=lambda claim: claim.middle or span[1])
    days = [claim.middle for claim in _of(measure, ever) if claim.middle]
    ends = [end for claim in _of(measure, ever) for end in _ends(claim)]
    top = measure.most or max(ends, default=1) * 1.15
    axis = _axis(days, span)
    return MeasureStory(measure, tuple(own), top, axis, span[1], day, wholes, tuple(articles))


def measure_story(view: View) -> MeasureStory:
    """The claims of the measure that a view has selected."""
    return story_of(
        view.measure,
        view.claims_around,
        view.corpus.claims,
        view.span or _LONG_AGO,
        view.selection.day,
        view.wholes_claimed,
        view.articles,
    )


def _axis(days: Sequence[dt.date], span: tuple[dt.date, dt.date]) -> tuple[dt.date, dt.date]:
    """First and last day of the axis of claims about some days, with room around them."""
    first, last = min(days, default=span[0]), max(days, default=span[1])
    room = min(max((last - first).days, _LEAST_ROOM), _MOST_ROOM) * _DAY
    return max(span[0] - _BEFORE, first - room), min(span[1], last + room)


def _of(measure: Measure, claims: Iterable[Claim]) -> Sequence[Claim]:
    return [claim for claim in claims if claim.measure and claim.measure.id == measure.id]


def _ends(claim: Claim) -> Iterable[float]:
    fact = claim.fact
    return (end for end in (fact.value, fact.low, fact.high) if end is not None)
