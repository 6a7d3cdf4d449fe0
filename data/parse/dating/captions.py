"""Captions: sentences under a picture, which end with the day on which it was taken."""

from __future__ import annotations

import re

from data.parse.calendar.times import TimeExpression
from data.parse.dating.spans import spans_of
from data.parse.lazy import remembered
from data.parse.reading import Reading

_SHORTEST = 4
"""Most tokens in front of a day that are no sentence: "Kabul, Afghanistan, July 6, 2021"."""

_YEAR = re.compile(r"\b20\d\d$")
"""What ends the day of a picture, which stories leave out."""


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
