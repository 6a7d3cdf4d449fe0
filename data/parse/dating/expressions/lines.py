"""Lines: sentences that fill a line of their own, and the day that some of them are there for."""

from __future__ import annotations

import re

from data.parse.calendar.times import TimeExpression
from data.parse.dating.expressions.spans import spans_of
from data.parse.lazy import remembered
from data.parse.reading import Reading

_SHORTEST = 4
"""Most tokens in front of a day that are no sentence: "Kabul, Afghanistan, July 6, 2021"."""

_YEAR = re.compile(r"\b20\d\d$")
"""What ends the day of a picture, which stories leave out."""

LONGEST_DATE = 3
"""Most words of a line that is no more than a date, or a name over a part of a list."""

_COVERED = 0.6
"""Least share of its line that a date has which stands alone."""

_LONGEST_LINE = 100
"""Most characters of such a line: a longer one is not searched for a day."""


def is_caption(reading: Reading) -> bool:
    """Whether a sentence is one under a picture: "Men look at a car in Kabul, June 6, 2021"."""
    return day_of_caption(reading) is not None


@remembered
def day_of_caption(reading: Reading) -> TimeExpression | None:
    """The day with its year that stands behind the comma of a place at the end of a sentence."""
    spans = spans_of(reading)
    if not spans or reading.sentence.is_heading:
        return None
    time, first, stop = spans[-1]
    is_last = not any(token.is_word or token.is_number for token in reading.tokens[stop:])
    if not is_last or time.first_day is None or time.first_day != time.last_day:
        return None
    if not _YEAR.search(reading.text[time.start : time.end]):
        return None
    follows_place = first > _SHORTEST and reading.lower[first - 1] == ","
    return time if follows_place and reading.tokens[first - 2].text[0].isupper() else None


def stands_alone(reading: Reading) -> bool:
    """Whether a sentence is little more than a day, as a date line is."""
    return day_alone(reading) is not None


@remembered
def day_alone(reading: Reading) -> TimeExpression | None:
    """The day that a sentence begins with, where it is little more than that."""
    if reading.sentence.end - reading.sentence.start > _LONGEST_LINE or not reading.times:
        return None
    time = reading.times[0]
    is_day = time.first_day is not None and time.relation == "on"
    return time if is_day and _fills_line(reading, time) else None


def _fills_line(reading: Reading, time: TimeExpression) -> bool:
    length = reading.sentence.end - reading.sentence.start
    if time.end - time.start < _COVERED * length:
        return False
    return sum(token.is_word for token in reading.tokens) <= LONGEST_DATE


def is_headline(reading: Reading) -> bool:
    """Whether a sentence is set as a headline, or its line opens the text without a full stop."""
    if reading.sentence.is_heading or reading.at:
        return reading.sentence.is_heading
    line_end = reading.text.find("\n", reading.sentence.end)
    return line_end > 0 and reading.text[:line_end].rstrip()[-1:].isalnum()
