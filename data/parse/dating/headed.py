"""Headed reports: the period in the lines above a report, which "the past two weeks" mean in it."""

from __future__ import annotations

import datetime as dt
import itertools

from data.parse.calendar.times import TimeExpression
from data.parse.dating.words import dating_words
from data.parse.lazy import remembered
from data.parse.reading import Reading
from data.parse.readings import Readings

_HEAD = 4
"""Lines above a report among which its period stands."""

_ALONE = 0.6
"""Least share of its line that a period has which stands alone."""

_LATEST = 14
"""Most days from the end of a period to the publication of the report about it."""


@remembered
def period_of_head(readings: Readings) -> TimeExpression | None:
    """The days in a row in a line above a report: "Situation report, 19 - 25 July"."""
    words = dating_words()
    for reading in itertools.islice(readings, _HEAD):
        if reading.tokens[-1].norm == ".":
            return None
        length = reading.sentence.end - reading.sentence.start
        is_of_report = not words.report_nouns.isdisjoint(reading.word_set)
        for time in reading.times:
            is_alone = time.end - time.start >= _ALONE * length
            is_period = time.rule in words.periods and time.first_day != time.last_day
            if is_period and (is_alone or is_of_report):
                return time
    return None


def as_headed(reading: Reading, time: TimeExpression) -> TimeExpression:
    """An expression as a report means it: "the past two weeks" are the two of its period.

    Args:
        reading: The sentence it stands in.
        time: The expression, counted from the day of publication.
    """
    if time.rule not in dating_words().never_told:
        return time
    period = period_of_head(reading.whole)
    if period is None or time.last_day != reading.article.published:
        return time
    first, last = period.first_day, period.last_day
    if not (first and last and time.first_day and time.last_day):
        return time
    is_recent = 0 <= (time.last_day - last).days <= _LATEST
    is_as_long = time.last_day - time.first_day - (last - first) in _AS_LONG
    return time._replace(first_day=first, last_day=last) if is_recent and is_as_long else time


_AS_LONG = (dt.timedelta(0), dt.timedelta(days=1))
"""What a period counted back from a day has more than the days from its first to its last."""
