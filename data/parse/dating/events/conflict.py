"""Conflict: the days over which fighting went on, for what it cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from data import lexicon
from data.parse.calendar.times import TimeExpression
from data.parse.dating.claim import Claim
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.spans import days_told, spans_of
from data.parse.dating.words import dating_words
from data.parse.lazy import remembered
from data.parse.reading import Reading
from data.parse.readings import Readings

_SUBJECT = 4
"""First tokens of a sentence that its subject stands among: "The border conflict began"."""

_TO_END = 3
"""Most sentences from the beginning of a conflict to its end."""

_REACH = 6
"""Most sentences from the end of a conflict to what it cost."""


def days_of_conflict(claim: Claim) -> TimeExpression | None:
    """The days from the beginning to the end of fighting, told above what it cost.

    "The conflict began on May 1. ... A truce was agreed on May 4. Some 36 men died".
    """
    reading, draft, _ = claim
    if draft.possible or draft.quantity is None or draft.kind not in lexicon.kinds_with("cost"):
        return None
    return None if spans_of(reading) else _days_of_conflicts(reading.whole).get(reading.at)


@remembered
def _days_of_conflicts(readings: Readings) -> Mapping[int, TimeExpression]:
    """The days of the conflict that each sentence is behind."""
    days: dict[int, TimeExpression] = {}
    for begun, ended, time in _conflicts(readings):
        for place in range(ended + 1, min(ended + 1 + _REACH, len(readings))):
            if readings[place].sentence.is_heading or days_told(readings[place]):
                break
            days[place] = time
        days.update(dict.fromkeys(range(begun + 1, ended), time))
    return days


def _conflicts(readings: Readings) -> Iterator[tuple[int, int, TimeExpression]]:
    """The sentences with which a conflict begins and ends, and its days."""
    words = dating_words()
    for at, reading in enumerate(readings):
        if words.breaking_out.isdisjoint(reading.word_set):
            continue
        if words.conflicts.isdisjoint(reading.lower[:_SUBJECT]) or not (told := days_told(reading)):
            continue
        first = told[0].time
        for place in range(at + 1, min(at + 1 + _TO_END, len(readings))):
            last = _end_of(readings[place], told[0])
            if last is not None:
                yield at, place, first._replace(last_day=last.last_day)
                break


def _end_of(reading: Reading, begun: DatedSpan) -> TimeExpression | None:
    """The later day on which a sentence says that fighting ended."""
    if dating_words().settling.isdisjoint(reading.word_set) or not (told := days_told(reading)):
        return None
    first, last = begun.time.first_day, told[-1].time.last_day
    return told[-1].time if first and last and first < last else None
