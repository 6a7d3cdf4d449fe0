"""Entries: the day in front of a line of a chronology, or alone in a line above what it dates."""

from __future__ import annotations

from data.parse.calendar.times import TimeExpression
from data.parse.dating.claim import Claim
from data.parse.dating.nearby import shares_line
from data.parse.dating.spans import spans_of
from data.parse.dating.words import dating_words
from data.parse.lazy import remembered
from data.parse.reading import Reading

LONGEST_DATE = 3
"""Most words of a line that is no more than a date, or a name over a part of a list."""

_COVERED = 0.6
"""Least share of its line that a date has which stands alone."""

_LONGEST_LINE = 100
"""Most characters of such a line: a longer one is not searched for a day."""

_LOOK_BACK = 3
"""Sentences before a claim in which a line with a date is looked for."""

_LONGEST_ENTRY = 8
"""Most sentences of an entry of a chronology."""


def day_of_entry(claim: Claim) -> TimeExpression | None:
    """The day that opens the line a claim stands in: "Aug. 7 - Herat falls. Some 40 men die"."""
    if claim.draft.possible:
        return None
    opening = claim.reading
    for above in claim.above(_LONGEST_ENTRY):
        if not shares_line(above, opening):
            break
        opening = above
    span = next(iter(spans_of(opening)), None)
    if span is None or span.time.relation != "on" or span.time.first_day != span.time.last_day:
        return None
    if any(token.is_word or token.is_number for token in opening.tokens[: span.first]):
        return None
    following = opening.tokens[span.stop].norm if span.stop < len(opening.tokens) else ""
    return span.time if following in dating_words().dashes | {":"} else None


def day_of_heading(claim: Claim) -> TimeExpression | None:
    """The day that stands alone in a line above, as in a chronology.

    The day of publication stands there, too, and dates nothing.
    """
    published = claim.published
    if published is None:
        return None
    for above in claim.above(_LOOK_BACK):
        time = _day_alone(above)
        if time and time.first_day and abs((published - time.first_day).days) > 1:
            return time
    return None


def is_line(reading: Reading) -> bool:
    """Whether a sentence fills a line without a full stop."""
    text, end = reading.text, reading.sentence.end
    if text[end : end + 1] not in {"", "\n"}:
        return False
    if text[end - 1] == "." and text[end - 3 : end - 2] != ".":
        return False  # at once, as most; but "in the U.S." can end a line
    return reading.tokens[-1].is_word


def stands_alone(reading: Reading) -> bool:
    """Whether a sentence is little more than a day, as a date line is."""
    return _day_alone(reading) is not None


@remembered
def _day_alone(reading: Reading) -> TimeExpression | None:
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
