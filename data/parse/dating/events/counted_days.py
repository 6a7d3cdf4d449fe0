"""Counted days: days that are counted from an event or an opening which the text dates above."""

from __future__ import annotations

import datetime as dt
import itertools

from data import lexicon
from data.parse.calendar.times import TimeExpression
from data.parse.dating.aspect.vague_times import tells_so_far
from data.parse.dating.claim import Claim
from data.parse.dating.events.event_day import tells_of_attack
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.delays import days_of_delay
from data.parse.dating.expressions.spans import day_told, days_told, spans_of
from data.parse.dating.nearby import sentence_before
from data.parse.dating.words import dating_words
from data.parse.lazy import remembered
from data.parse.reading import Reading

_NEAR = 4
"""Most sentences between an opening and the days counted from it."""

_NEAR_EVENT = 9
"""Most sentences between an event and the days counted from it."""

_TO_DAY = 7
"""Most tokens between "launched" and its day: "launched in Zhari district on Friday"."""

_TO_EVENT = 4
"""Most tokens of "the", what describes an event and its noun."""


def day_beside_event(claim: Claim) -> TimeExpression | None:
    """The day that is counted from an event told of above: "two days after the strike"."""
    reading = claim.reading
    if spans_of(reading) or (days := days_from_event(reading)) is None:
        return None
    for above in claim.above(_NEAR_EVENT):
        told = day_told(above)
        if told is None or told.first_day is None:
            continue
        if told.first_day != told.last_day or not _is_of_attack(above):
            return None
        day = told.first_day + dt.timedelta(days=days)
        if claim.published is not None and day > claim.published:
            return None  # "fighters will have to leave a week after the attack"
        return told._replace(first_day=day, last_day=day, relation="on")
    return None


def _is_of_attack(reading: Reading) -> bool:
    """Whether a sentence tells of an attack, or goes on with one: "when it came on Friday"."""
    above = sentence_before(reading)
    return tells_of_attack(reading) or (above is not None and tells_of_attack(above))


@remembered
def days_from_event(reading: Reading) -> int | None:
    """How many days a sentence is behind an event that it names, before it less than none."""
    norms, words = reading.lower, dating_words()
    for index in range(1, len(norms) - 2):
        if norms[index] not in words.delays or norms[index + 1] not in {"after", "before"}:
            continue
        behind = norms[index + 2 : index + 2 + _TO_EVENT]
        if behind[0] not in words.definite or words.events.isdisjoint(behind):
            continue
        days = days_of_delay(norms[index], norms[index - 1])
        return days if days is None or norms[index + 1] == "after" else -days
    return None


def days_from_opening(claim: Claim) -> TimeExpression | None:
    """The first days of what a sentence above tells the opening of, or all days of it so far.

    "The drill opened on Thursday. On the first day, jets flew 12 sorties", "The operation was
    launched on Friday. So far 14 hideouts have been destroyed".
    """
    reading, draft, _ = claim
    if draft.possible or spans_of(reading):
        return None
    days, lasts = _first_days(reading), tells_so_far(reading)
    if days is None and not lasts:
        return None
    opened = next((one for above in claim.above(_NEAR) if (one := _opening(above))), None)
    first = opened.time.first_day if opened is not None else None
    if opened is None or first is None:
        return None
    if days is None:
        return opened.time._replace(relation="since")
    return opened.time._replace(last_day=first + dt.timedelta(days=days - 1))


@remembered
def _first_days(reading: Reading) -> int | None:
    """How many first days a sentence is of: "on the first day", "in the first four days"."""
    norms = reading.lower
    for index, (one, other) in enumerate(itertools.pairwise(norms)):
        if one != "first":
            continue
        if other == "day" and norms[max(0, index - 2) : index - 1] == ["on"]:
            return 1
        if norms[index + 2 : index + 3] == ["days"]:
            return lexicon.times().counts.get(other)
    return None


@remembered
def _opening(reading: Reading) -> DatedSpan | None:
    """The single day on which a sentence says that something began."""
    words = dating_words()
    for span in days_told(reading):
        before = reading.lower[max(0, span.first - _TO_DAY) : span.first]
        opens = not (words.opening | words.launching).isdisjoint(before)
        if span.is_day and opens and words.closing.isdisjoint(before):
            return span
    return None
