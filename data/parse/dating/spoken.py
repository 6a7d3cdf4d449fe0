"""Spoken times: what "yesterday" means in a quotation of what somebody said on another day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from data.parse.calendar.times import TimeExpression, is_quoted
from data.parse.dating.background import is_report_date
from data.parse.dating.dated_span import span_of
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered, remembered_of_last
from data.parse.reading import Reading
from data.parse.readings import Readings

_TODAY = "today"
"""Rule and word of a day that is that of publication only where the article itself speaks."""

_LATEST = 3
"""Most days between speaking and the publication."""


def as_spoken(reading: Reading, time: TimeExpression) -> TimeExpression:
    """An expression as the speaker means it: "yesterday" before the day of the briefing.

    Args:
        reading: The sentence it stands in.
        time: The expression, counted from the day of publication.
    """
    published = reading.article.published
    if published is None or time.rule not in dating_words().spoken:
        return time
    if not is_quoted(reading.text, time.start):
        return time
    spoken = _day_of_speaking(reading)
    if spoken is None or not 0 <= (published - spoken).days <= _LATEST:
        return time
    if time.rule == _TODAY:
        return time._replace(first_day=spoken, last_day=spoken)
    if time.first_day is None or time.last_day is None:
        return time
    earlier = published - spoken
    return time._replace(first_day=time.first_day - earlier, last_day=time.last_day - earlier)


def is_nowadays(reading: Reading, draft: Draft, time: TimeExpression) -> bool:
    """Whether "today" is of what somebody said on another day: "are poor today, it said Monday"."""
    if time.end - time.start != len(_TODAY) or time.rule != _TODAY or len(reading.times) < 2:
        return False
    return any(day != time.first_day for day in _days_of_saying(reading, draft))


@remembered_of_last
def _days_of_saying(reading: Reading, draft: Draft) -> frozenset[dt.date]:
    """The days other than today on which a sentence says that a claim was made."""
    days = dating_words().days
    return frozenset(
        time.first_day
        for time in reading.times
        if time.rule in days
        and time.rule != _TODAY
        and time.first_day is not None
        and is_report_date(reading, span_of(reading, time), draft)
    )


def _day_of_speaking(reading: Reading) -> dt.date | None:
    """The last day up to a sentence on which the text says that somebody spoke."""
    told = [day for place, day in _days_of_speaking(reading.whole) if place <= reading.at]
    return told[-1] if told else None


@remembered
def _days_of_speaking(readings: Readings) -> Sequence[tuple[int, dt.date]]:
    """The days on which somebody spoke, with the sentences that tell them."""
    days = dating_words().days
    return tuple(
        (reading.at, time.first_day)
        for reading in readings
        for time in reading.times
        if time.first_day is not None and time.rule in days and _is_of_speaking(reading, time)
    )


def _is_of_speaking(reading: Reading, time: TimeExpression) -> bool:
    return is_report_date(reading, span_of(reading, time))
