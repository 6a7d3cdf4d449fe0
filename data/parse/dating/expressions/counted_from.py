"""Counted from: the day that "yesterday" and "the past two weeks" are counted from.

It is not that of publication in a quotation of what somebody said before, nor in a report on a
period that stands above it.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence

from data.parse.calendar.times import TimeExpression, is_quoted
from data.parse.dating.expressions.background import is_report_date
from data.parse.dating.expressions.dated_span import DatedSpan, span_of
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered, remembered_of_last
from data.parse.reading import Reading
from data.parse.readings import Readings

_TODAY = "today"
"""Rule and word of a day that is that of publication only where the article itself speaks."""

_LATEST = 3
"""Most days between speaking and the publication."""

_HEAD = 4
"""Lines above a report among which its period stands."""

_ALONE = 0.5
"""Least share of its line that a period has which stands alone."""

_LONGEST_WAIT = 14
"""Most days from the end of a period to the publication of the report about it."""

_DISTINCT = 100
"""A number from this on hardly stands twice in a text for different things."""

_AS_LONG = (dt.timedelta(0), dt.timedelta(days=1))
"""What a period counted back from a day has more than the days from its first to its last."""


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


def as_reported(reading: Reading, spans: Sequence[DatedSpan]) -> Sequence[DatedSpan]:
    """The times up to now of a report made before: "90 fled overnight, guards said on Monday"."""
    published, words = reading.article.published, dating_words()
    return [
        span
        if span.time.rule not in words.up_to_now or span.time.last_day != published
        else span._replace(time=_before_report(reading, span.time, spans[place + 1 :]))
        for place, span in enumerate(spans)
    ]


def _before_report(
    reading: Reading, time: TimeExpression, behind: Sequence[DatedSpan]
) -> TimeExpression:
    """A time up to now as it was on the day, told behind it, on which somebody told of it."""
    for span in behind:
        first, last, day = time.first_day, time.last_day, span.time.last_day
        if not (first and last and day and span.is_day and is_report_date(reading, span)):
            continue
        if dt.timedelta(0) < last - day <= dt.timedelta(days=_LATEST):
            return time._replace(first_day=first - (last - day), last_day=day)
    return time


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
            closes = reading.at == 0 and time.end >= reading.sentence.end and not reading.verbs
            if is_period and (is_alone or is_of_report or closes):
                return time
    return None


@remembered
def _period_of_figures(readings: Readings) -> TimeExpression | None:
    """The days beside a figure that stands elsewhere beside "the past week", of a weekly report.

    "Over the past week 2,509 people came home. ... Some 2,509 came home between June 18 and 24".
    """
    words = dating_words()
    recent, periods = set[float](), dict[float, TimeExpression]()
    for reading in readings:
        for time in reading.times:
            if time.rule in words.never_told:
                recent.update(_figures(reading))
            elif time.rule in words.periods and time.first_day != time.last_day:
                periods.update(dict.fromkeys(_figures(reading), time))
    return next((periods[figure] for figure in periods if figure in recent), None)


def _figures(reading: Reading) -> Sequence[float]:
    """The numbers of a sentence that hardly stand twice in a text by chance."""
    values = (quantity.value for quantity in reading.quantities)
    return [value for value in values if value is not None and value >= _DISTINCT]


def as_headed(reading: Reading, time: TimeExpression) -> TimeExpression:
    """An expression as a report means it: "the past two weeks" are the two of its period.

    Args:
        reading: The sentence it stands in.
        time: The expression, counted from the day of publication.
    """
    if time.rule not in dating_words().never_told:
        return time
    period = period_of_head(reading.whole) or _period_of_figures(reading.whole)
    if period is None or time.last_day != reading.article.published:
        return time
    first, last = period.first_day, period.last_day
    if not (first and last and time.first_day and time.last_day):
        return time
    is_recent = 0 <= (time.last_day - last).days <= _LONGEST_WAIT
    is_as_long = time.last_day - time.first_day - (last - first) in _AS_LONG
    return time._replace(first_day=first, last_day=last) if is_recent and is_as_long else time
