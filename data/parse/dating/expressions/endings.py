"""Endings: the days over which something went that a sentence says ended on a day."""

from __future__ import annotations

import datetime as dt

from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.delays import days_of_delay
from data.parse.dating.words import dating_words
from data.parse.reading import Reading

_TO_DAY = 4
"""Most tokens from "that ended" to the day: "that ended late on Wednesday"."""


def lasting_until(reading: Reading, span: DatedSpan) -> DatedSpan | None:
    """The days that something had gone on for when it ended on one; None without such words.

    "Nine died in the fighting that ended on May 21 after 11 days", "The airlift that ended on
    Monday brought out 900 in 17 days".

    Args:
        reading: The sentence.
        span: A single day in it.
    """
    last = span.time.last_day
    if last is None or not span.is_day or "days" not in reading.norms:
        return None
    number = _days_of_what_ended(reading, span)
    if number is None:
        return None
    first = last - dt.timedelta(days=number - 1)
    return span._replace(time=span.time._replace(first_day=first, relation="on"))


def _days_of_what_ended(reading: Reading, span: DatedSpan) -> int | None:
    """How many days something took that ended, as a clause with "that" or "which" says."""
    norms, near = reading.lower, range(max(1, span.first - _TO_DAY), span.first)
    opens = dating_words().relatives | {"that"}
    ends = any(norms[i] in dating_words().closing and norms[i - 1] in opens for i in near)
    if not ends:
        return None
    for index in range(span.stop, len(norms) - 2):
        if norms[index] in {";", ":"}:
            return None
        if norms[index + 2] == "days" and norms[index] in {"after", "in"}:
            return days_of_delay("days", norms[index + 1])
    return None
