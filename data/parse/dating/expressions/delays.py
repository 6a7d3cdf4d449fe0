"""Delays: times that are counted from another, as in "on Friday, two days after a bomb went off".

"Since the army took over on February 1" counts from there, too, and dates what happened since.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from data import lexicon
from data.parse.calendar.moment import shifted_month
from data.parse.calendar.times import TimeExpression
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.words import dating_words
from data.parse.reading import Reading

_REACH = 4
"""Most tokens between a day and the delay that counts back from it."""

_LONGEST_EVENT = 14
"""Most tokens of "since the Taliban took back the north of the country last month"."""

_WEEK = 7

_LONGEST_WINDOW = 14
"""Most tokens between "hours" and the day of "the 24 hours that ended at 3 a.m. on August 28"."""

_MOST_FIGURES = 3
"""Of the hours, days or weeks that lead from one day to another; none is 1000 or more."""

_LONGEST_MONTH = 31

_LONG_UNITS = frozenset({"year", "month"})

_DAY = 24
"""Hours of a day."""


def delayed(reading: Reading, span: DatedSpan) -> DatedSpan | None:
    """The day that a delay right behind a single day counts back to; None without one.

    Args:
        reading: The sentence.
        span: A day in it: the Tuesday of "on Tuesday, two days after a bomb went off".
    """
    day = span.time.first_day
    if "after" not in reading.norms or span.time.relation != "on":
        return None
    if day is None or day != span.time.last_day:
        return None
    tokens = reading.tokens
    for index in range(span.stop + 1, len(tokens) - 1):
        if tokens[index + 1].norm != "after" or tokens[index].norm not in dating_words().delays:
            continue
        if index > span.stop + _REACH and tokens[index - 2].norm != ",":
            continue
        days = days_of_delay(tokens[index].norm, tokens[index - 1].norm)
        if days is None:
            return None
        earlier = day - dt.timedelta(days=days)
        time = span.time._replace(first_day=earlier, last_day=earlier)
        return DatedSpan(time, index, index + 2)
    return None


def day_behind_delay(reading: Reading, span: DatedSpan) -> TimeExpression:
    """The day of the event that a sentence counts its own from: "on Friday, a day after a blast".

    Args:
        reading: The sentence.
        span: The only day it tells.
    """
    event = delayed(reading, span)
    if event is None or reading.lower[event.stop].endswith("ing"):
        return span.time  # "took it back on Friday, a day after losing it"
    return event.time


def window_ending(reading: Reading, span: DatedSpan) -> DatedSpan | None:
    """The hours or months that end with a day: "in the 24 hours to Sunday"."""
    day, norms, units = span.time.last_day, reading.lower, dating_words().window_units
    if day is None:
        return None
    if span.time.first_day != day:
        return _year_ending(reading, span, day)
    if units.isdisjoint(reading.norms):
        return None
    for index in range(span.first - 2, max(0, span.first - _LONGEST_WINDOW), -1):
        if norms[index] not in units:
            continue
        between = dating_words().before_ending
        behind = [word for word in norms[index + 1 : index + 4] if word not in between]
        first = index - 2 if norms[index - 1] == "-" else index - 1
        if first < 0 or not _ends_a_window(behind, norms[first - 1]):
            return None
        if "," in norms[index + 1 : span.first]:
            return None  # "in the month to July 21, down from a month earlier"
        is_counted = behind[:1] != ["before"]
        if (earlier := _earlier(day, norms[index], norms[first], is_counted=is_counted)) is None:
            return None
        return DatedSpan(span.time._replace(first_day=earlier, relation="on"), first, span.stop)
    return None


def _ends_a_window(behind: Sequence[str], before: str) -> bool:
    """Whether "to" stands behind "the 24 hours", or "before" and what happened on the day."""
    if behind[:1] == ["before"]:
        return before == "the"  # but "died 24 hours before the storm hit on Monday"
    return not dating_words().ending.isdisjoint(behind[:1])


def _year_ending(reading: Reading, span: DatedSpan, last: dt.date) -> DatedSpan | None:
    """The year or the months that end with a month: "in the year to May 2021"."""
    norms, first = reading.lower, span.time.first_day
    at = span.first - 2
    if at < 2 or norms[at + 1] not in dating_words().ending or first is None:
        return None
    if (last - first).days > _LONGEST_MONTH or norms[at].rstrip("s") not in _LONG_UNITS:
        return None
    known = lexicon.times().counts.get(norms[at - 1]) or _in_figures(norms[at - 1])
    count = 1 if norms[at - 1] in {"the", "a"} else known
    if count is None:
        return None
    months = count * (12 if norms[at].startswith("year") else 1)
    begin = shifted_month(first, 1 - months)
    return DatedSpan(span.time._replace(first_day=begin, relation="on"), at - 1, span.stop)


def _earlier(day: dt.date, unit: str, count: str, *, is_counted: bool) -> dt.date | None:
    """The day some hours, weeks or months before another; None for no number of them.

    Args:
        day: The other.
        unit: What is counted.
        count: How many.
        is_counted: Whether the other is one of them: "in the three days to Sunday".
    """
    if unit.startswith("hour"):
        hours = _in_figures(count)
        return None if hours is None else day - dt.timedelta(days=max(1, round(hours / _DAY)))
    known = _in_figures(count) or lexicon.times().counts.get(count)
    if count == "the" and not unit.endswith("s"):
        known = 1
    if known is None:
        return None
    if unit.startswith("month"):
        return shifted_month(day, -known)
    if unit.startswith("day"):
        return day - dt.timedelta(days=known - is_counted)
    return day - dt.timedelta(days=known * (_WEEK if unit.startswith("week") else 1))


def days_of_delay(unit: str, count: str) -> int | None:
    """How many days a delay has; None for months, years or no number."""
    if unit.startswith("hour"):
        return 0
    known = _in_figures(count) or lexicon.times().counts.get(count)
    if count == "the":
        known = 1  # "on Friday, the day after 40 had fled"
    if known is None or unit.startswith(("month", "year")):
        return None
    return known * (_WEEK if unit.startswith("week") else 1)


def _in_figures(count: str) -> int | None:
    """The number that figures stand for; None for words, and for more than days are counted in."""
    return int(count) if count.isdecimal() and len(count) <= _MOST_FIGURES else None


def since_event(reading: Reading, span: DatedSpan) -> DatedSpan | None:
    """The time since an event that a clause dates: "since the army took over on February 1"."""
    if span.time.relation != "on" or "since" not in reading.norms:
        return None
    tokens = reading.tokens
    for index in range(span.first - 2, max(-1, span.first - _LONGEST_EVENT), -1):
        norm = tokens[index].norm
        if norm == "since":
            if index and tokens[index - 1].norm in dating_words().auxiliaries:
                return None  # "have since left"
            time = span.time._replace(relation="since")
            return DatedSpan(time, index, span.stop)
        if norm in {",", ";"} or norm in dating_words().limits:
            return None
        if tokens[index].is_number and tokens[index - 1].norm not in lexicon.grammar().determiners:
            return None  # but "since their 900 soldiers arrived on Friday"
    return None
