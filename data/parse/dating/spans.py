"""Spans: the calendar expressions of a sentence, and those that say when something happened."""

from __future__ import annotations

from collections.abc import Sequence

from data.parse.calendar.times import TimeExpression
from data.parse.dating.background import is_background, is_report_date, opens_report
from data.parse.dating.dated_span import DatedSpan, span_of
from data.parse.dating.delays import window_ending
from data.parse.dating.headed import as_headed
from data.parse.dating.spoken import as_spoken
from data.parse.dating.words import dating_words
from data.parse.lazy import remembered
from data.parse.reading import Reading

_APPOSED = 3
"""Most tokens between a day and how long ago it was: "since July 28, just ten days ago"."""

_WEEK = 7

_HOURS = frozenset(
    {"a.m.", "p.m.", "am", "pm", "a", "p", "m", ":", "o'clock", "gmt", "utc", "hours"}
)
"""Words that make a number an hour: "from 3 a.m. on Monday to 3 a.m. on Tuesday"."""


def day_told(reading: Reading) -> TimeExpression | None:
    """The last day or week on which a sentence says that something happened."""
    told = days_told(reading)
    return told[-1].time if told else None


@remembered
def days_told(reading: Reading) -> Sequence[DatedSpan]:
    """The days and weeks on which a sentence says that something happened."""
    return tuple(span for span in spans_of(reading) if _tells(reading, span))


def _tells(reading: Reading, span: DatedSpan) -> bool:
    first, last = span.time.first_day, span.time.last_day
    if not first or not last or (last - first).days >= _WEEK or span.time.relation != "on":
        return False
    if is_report_date(reading, span) or opens_report(reading, span):
        return False
    return not is_background(reading, span)


@remembered
def spans_of(reading: Reading) -> Sequence[DatedSpan]:
    """Resolved expressions of a sentence, with days in a row joined: "Saturday and Sunday"."""
    spans: list[DatedSpan] = []
    for time in reading.times:
        spoken = as_headed(reading, as_spoken(reading, time))
        if spoken.first_day is None or time.relation == "dateline":
            continue
        span = span_of(reading, spoken)
        if (window := window_ending(reading, span)) is not None:
            span = window
            if spans and spans[-1].stop > window.first:
                spans.pop()  # "in the 24 hours", of the day of publication
        if spans and _says_how_long_ago(reading, spans[-1], span):
            continue
        if spans and (joined := _joined(reading, spans[-1], span)):
            spans[-1] = joined
        else:
            spans.append(span)
    return tuple(spans)


def _says_how_long_ago(reading: Reading, one: DatedSpan, other: DatedSpan) -> bool:
    """Whether it only tells how long ago a day was: "since July 28, just ten days ago"."""
    if other.time.rule not in dating_words().apposed or other.first - one.stop > _APPOSED + 1:
        return False
    return reading.lower[one.stop : one.stop + 1] == [","]


def _joined(reading: Reading, one: DatedSpan, other: DatedSpan) -> DatedSpan | None:
    between = reading.lower[one.stop : other.first]
    last, first = one.time.last_day, other.time.first_day
    if not between or not first or not last:
        return None
    if not dating_words().joiners.issuperset(between) and not _joins_hours(between):
        return None
    if not 0 <= (first - last).days <= _WEEK:
        return None
    time = one.time._replace(end=other.time.end, last_day=other.time.last_day)
    return DatedSpan(time, one.first, other.stop)


def _joins_hours(between: Sequence[str]) -> bool:
    """Whether words lead from an hour of a day to one of the next: "3 a.m. Monday to 3 a.m."."""
    if any(word.isdigit() for word in between) and _HOURS.isdisjoint(between):
        return False  # "killed 12 on Monday and 9 on Tuesday"
    told = [word for word in between if not word.isdigit() and word not in dating_words().clock]
    return told in (["to"], ["and"], ["until"], ["through"])
