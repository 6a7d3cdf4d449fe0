"""Delays: the earlier day that "on Tuesday, two days after a bomb went off" tells of, too."""

from __future__ import annotations

import dataclasses
import datetime as dt

from data import lexicon
from data.parse.dating.background import DatedSpan
from data.parse.dating.words import dating_words
from data.parse.reading import Reading

_REACH = 4
"""Most tokens between a day and the delay that counts back from it."""

_WEEK = 7


def delayed(reading: Reading, span: DatedSpan) -> DatedSpan | None:
    """The day that a delay right behind a single day counts back to; None without one.

    Args:
        reading: The sentence.
        span: A day in it: the Tuesday of "on Tuesday, two days after a bomb went off".
    """
    day = span.time.first_day
    if day is None or day != span.time.last_day or span.time.relation != "on":
        return None
    tokens = reading.tokens
    for index in range(span.stop + 1, min(span.stop + 1 + _REACH, len(tokens) - 1)):
        if tokens[index + 1].norm != "after" or tokens[index].norm not in dating_words().delays:
            continue
        days = _days(tokens[index].norm, tokens[index - 1].norm)
        if days is None:
            return None
        earlier = day - dt.timedelta(days=days)
        time = dataclasses.replace(span.time, first_day=earlier, last_day=earlier)
        return DatedSpan(time, index, index + 2)
    return None


def _days(unit: str, count: str) -> int | None:
    """How many days a delay has; None for one that is counted in months or in no number."""
    if unit.startswith("hour"):
        return 0
    known = int(count) if count.isdigit() else lexicon.times().counts.get(count)
    if known is None or unit.startswith("month"):
        return None
    return known * (_WEEK if unit.startswith("week") else 1)
