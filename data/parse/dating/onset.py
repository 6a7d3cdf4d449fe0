"""Onset: the day from which on the dead are counted that a text gives "as of" a later day."""

from __future__ import annotations

import datetime as dt

from data.parse.calendar.times import TimeExpression
from data.parse.dating.background import is_as_of
from data.parse.dating.claim import Claim
from data.parse.dating.delays import since_event
from data.parse.dating.event_day import tells_of_attack
from data.parse.dating.spans import day_told, spans_of
from data.parse.reading import Reading

_VICTIMS = "casualties"
"""Kind of claim that is a sum of all whom an event or a conflict has befallen up to a day."""

_NEAR = 2
"""Most sentences between the onset and what has been counted since."""

_TO_DAY = 3
"""Most tokens of "as of late" before the day itself."""


def days_counted(claim: Claim, time: TimeExpression) -> TimeExpression:
    """The days over which the dead have been counted that a text gives as of a day.

    "900 have died since the army took power on May 1. As of July 5, its list had 906 names" is of
    May 1 to July 5.

    Args:
        claim: The claim.
        time: The expression that dates it, which is left as it is where nothing tells the onset.
    """
    if claim.draft.kind != _VICTIMS or not _is_up_to(claim.reading, time):
        return time
    for above in claim.above(_NEAR):
        day = _onset(above)
        if day is not None and time.first_day is not None:
            return time._replace(first_day=min(day, time.first_day))
    return time


def _onset(reading: Reading) -> dt.date | None:
    """The day since which a sentence counts, or on which it tells of an event."""
    for span in spans_of(reading):
        since = span if span.time.relation == "since" else since_event(reading, span)
        if since is not None:
            return since.time.first_day
    told = day_told(reading) if tells_of_attack(reading) else None
    return told.first_day if told and told.first_day == told.last_day else None


def _is_up_to(reading: Reading, time: TimeExpression) -> bool:
    """Whether an expression is the day up to which somebody has counted: "as of late Monday"."""
    return any(
        is_as_of(reading, span) and "as" in reading.lower[max(0, span.first - _TO_DAY) : span.first]
        for span in spans_of(reading)
        if span.time == time
    )
