"""Courses: from which day to which day something went that a sentence tells of."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from data.parse.calendar.times import TimeExpression
from data.parse.dating.aspect.happened import tells_what_happened
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.spans import days_told
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_TO_DAY = 9
"""Most tokens from "opened" to its day: "opened at the Lomakan range on July 17"."""

_BEHIND_COURSE = frozenset({",", ";"})


def days_of_course(reading: Reading, draft: Draft) -> TimeExpression | None:
    """The days of what a claim of the same sentence happened in.

    "The fighting began on May 10 and ended on May 21; it killed 90", "Nine men died in the
    operation, which began on Friday and ended on Sunday". What ended "with a raid by eight jets"
    was not in eight jets.
    """
    course = _opening_and_end(reading)
    if course is None or not tells_what_happened(reading, draft):
        return None
    opened, ended = course
    is_before = draft.stop <= opened.first and "which" in reading.lower[draft.stop : opened.first]
    behind = reading.lower[ended.stop : ended.stop + 1]
    closes = ended.stop in reading.verb_starts or not _BEHIND_COURSE.isdisjoint(behind)
    is_of_it = is_before or (draft.first > ended.stop and closes)
    return opened.time._replace(last_day=ended.time.last_day) if is_of_it else None


def from_opening_to_end(reading: Reading) -> TimeExpression | None:
    """The days between that on which a sentence says that something opened and that of its end."""
    course = _opening_and_end(reading)
    return course and course[0].time._replace(last_day=course[1].time.last_day)


def _opening_and_end(reading: Reading) -> tuple[DatedSpan, DatedSpan] | None:
    words, told = dating_words(), days_told(reading)
    opened = next((one for one in told if is_day_of(reading, one, words.opening)), None)
    ended = next((one for one in told if is_day_of(reading, one, words.closing)), None)
    if opened is None or ended is None:
        return None
    first, last = opened.time.first_day, ended.time.last_day
    return None if first is None or last is None or first > last else (opened, ended)


def is_day_of(reading: Reading, span: DatedSpan, verbs: AbstractSet[str]) -> bool:
    """Whether the nearest verb of opening or closing before a day is one of some."""
    words = dating_words()
    for norm in reversed(reading.lower[max(0, span.first - _TO_DAY) : span.first]):
        if norm in words.opening or norm in words.closing:
            return norm in verbs
    return False
