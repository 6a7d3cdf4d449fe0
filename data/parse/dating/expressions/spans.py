"""Spans: the calendar expressions of a sentence, and those that say when something happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from data import lexicon
from data.parse.calendar.times import TimeExpression
from data.parse.dating.expressions.background import is_background, is_report_date, opens_report
from data.parse.dating.expressions.counted_from import as_headed, as_reported, as_spoken
from data.parse.dating.expressions.dated_span import DatedSpan, span_of
from data.parse.dating.expressions.delays import window_ending
from data.parse.dating.expressions.endings import lasting_until
from data.parse.dating.words import DURATION, dating_words
from data.parse.lazy import remembered
from data.parse.reading import Reading

_WEEK = 7

_WEEKDAY = "weekday"
"""Rule of a day of the week."""

_HOUR = 7
"""Most tokens of "at 3:00 a.m. EDT to"."""

_AHEAD = "ahead of"
_AHEAD_REACH = 12
"""Most tokens between "ahead of" and the day of what is still to come."""


def day_told(reading: Reading) -> TimeExpression | None:
    """The last day or week on which a sentence says that something happened."""
    told = [span.time for span in days_told(reading)]
    onward = [time for time in told if time.rule not in dating_words().backward]
    return (onward or told)[-1] if told else None


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
    if is_up_to(reading, span) or _is_about_somebody(reading, span):
        return False
    if _AHEAD in " ".join(reading.lower[max(0, span.first - _AHEAD_REACH) : span.first]):
        return False  # "swept through the country ahead of the withdrawal on Tuesday"
    return not is_background(reading, span)


def _is_about_somebody(reading: Reading, span: DatedSpan) -> bool:
    """Whether a clause tells what was before: "The rebels, who came on Monday, fight"."""
    clause = reading.clause_of(span.first)
    return clause.opener in lexicon.grammar().personal_relatives and clause.first > 0


def is_up_to(reading: Reading, span: DatedSpan) -> bool:
    """Whether it is the day up to which somebody counts: "As of Tuesday, 900 had left"."""
    return reading.lower[max(0, span.first - 2) : span.first] == ["as", "of"]


@remembered
def spans_of(reading: Reading) -> Sequence[DatedSpan]:
    """Resolved expressions of a sentence, with days in a row joined: "Saturday and Sunday"."""
    spans: list[DatedSpan] = []
    for time in reading.times:
        spoken = as_headed(reading, as_spoken(reading, time))
        if spoken.first_day is None or time.relation == "dateline":
            continue
        span = span_of(reading, spoken)
        if (course := lasting_until(reading, span)) is not None:
            span = course
        elif (window := window_ending(reading, span)) is not None:
            span = window
            if spans and spans[-1].stop > window.first:
                spans.pop()  # "in the 24 hours", of the day of publication
        if spans and (joined := _joined(reading, spans[-1], span)):
            spans[-1] = joined
        else:
            spans.append(span)
    return tuple(as_reported(reading, spans) if len(spans) > 1 else spans)


def _says_how_long_ago(one: DatedSpan, other: DatedSpan) -> bool:
    """Whether a time only says how long ago the one before it was: "on July 28, ten days ago"."""
    first, last = one.time.first_day, other.time.last_day
    if other.time.rule != dating_words().ago_rule or not first or not last:
        return False
    return one.time.first_day == one.time.last_day and abs((first - last).days) <= _WEEK


def _tells_up_to(between: Sequence[str]) -> bool:
    """Whether the words behind a period lead to the day it is counted to: "2021 (as of 9 May)"."""
    return between[-2:] == ["as", "of"] and not any(word.isalnum() for word in between[:-2])


def _is_in(day: DatedSpan, period: DatedSpan) -> bool:
    """Whether a day lies in a period, or behind the beginning of one that goes on."""
    first, last, then = period.time.first_day, period.time.last_day, day.time.first_day
    if not first or not last or not then:
        return False
    return first < then and (then <= last or period.time.relation == "since")


def _a_week_before(span: DatedSpan) -> DatedSpan:
    time, week = span.time, dt.timedelta(days=_WEEK)
    if time.first_day is None:
        return span
    earlier = time.first_day - week
    return span._replace(time=time._replace(first_day=earlier, last_day=earlier))


def _joined(reading: Reading, one: DatedSpan, other: DatedSpan) -> DatedSpan | None:
    between = reading.lower[one.stop : other.first]
    last, first = one.time.last_day, other.time.first_day
    if not between or not first or not last:
        return None
    if one.time.rule == DURATION and between == [","]:
        return DatedSpan(other.time, one.first, other.stop)  # "in two months, May and June"
    if one.is_long and _is_in(other, one) and _tells_up_to(between):
        time = one.time._replace(last_day=other.time.last_day, relation="on")
        return DatedSpan(time, one.first, other.stop)
    if _says_how_long_ago(one, other) and dating_words().before_ago.issuperset(between):
        return DatedSpan(one.time, one.first, other.stop)
    if reading.lower[one.first - 1 : one.first] == ["from"] and between[0] == "at":
        between = between[-1:] if len(between) <= _HOUR else between  # "from June 5 at 3 am to"
    if not dating_words().joiners.issuperset(between):
        return None
    if between == ["to"] and reading.lower[one.first - 1 : one.first] == ["from"] and last < first:
        time = one.time._replace(end=other.time.end, last_day=other.time.last_day, relation="on")
        return DatedSpan(time, one.first, other.stop)
    if one.time.rule == other.time.rule == _WEEKDAY and -_WEEK < (first - last).days < 0:
        one = _a_week_before(one)  # "from Thursday to Saturday", on a Thursday
        last -= dt.timedelta(days=_WEEK)
    if not 0 <= (first - last).days <= _WEEK:
        return None
    time = one.time._replace(end=other.time.end, last_day=other.time.last_day)
    return DatedSpan(time, one.first, other.stop)
