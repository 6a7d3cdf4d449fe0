"""Progress: the day on which somebody said how much of an undertaking was done."""

from __future__ import annotations

from data import lexicon
from data.parse.calendar.times import TimeExpression
from data.parse.dating.claim import Claim
from data.parse.dating.expressions.background import is_report_date
from data.parse.dating.expressions.spans import spans_of
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_KIND = "progress_share"

_NEAR = 2
"""Sentences before a share in which the day is looked for."""

_BELOW = 5
"""Sentences below a title with a share in which the day is looked for."""


def day_of_measure(claim: Claim) -> TimeExpression | None:
    """The day of saying how far something has come, which changes from day to day.

    "Over 90 percent of the pullout is done, the command announced on Tuesday" is of Tuesday.
    """
    reading, draft, _ = claim
    if draft.possible or draft.kind != _KIND:
        return None
    if not dating_words().modals.isdisjoint(reading.norms):
        return None  # "will be 90 percent done"
    if (time := _day_of_saying(reading, draft)) is not None:
        return time
    is_title = not reading.at or reading.sentence.is_heading
    near = claim.below(_BELOW) if is_title else claim.above(_NEAR)
    return next((time for time in map(_day_of_saying, near) if time is not None), None)


def is_at_its_end(claim: Claim, time: TimeExpression) -> bool:
    """Whether an amount is told of when a month was over: "had $9 billion at the end of April"."""
    reading, draft, _ = claim
    if draft.quantity is None or draft.happening or draft.kind in lexicon.kinds_of_people():
        return False
    first = reading.index_at(time.start)
    return reading.lower[max(0, first - 1) : first + 2] == ["at", "the", "end"]


def _day_of_saying(reading: Reading, draft: Draft | None = None) -> TimeExpression | None:
    days = (span.time for span in spans_of(reading) if is_report_date(reading, span, draft))
    return next(days, None)
