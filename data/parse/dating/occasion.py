"""Occasion: what is told of one happening beside the sentence that says when it was."""

from __future__ import annotations

from data.parse.calendar.times import TimeExpression
from data.parse.dating.background import is_report_date
from data.parse.dating.claim import Claim
from data.parse.dating.event_time import EventTime
from data.parse.dating.happened import tells_what_happened
from data.parse.dating.nearby import start_near
from data.parse.dating.spans import days_told, spans_of
from data.parse.dating.vague_times import tells_early_hour
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_NEAR = 8
"""Most sentences between "This is the second flight" and the flight."""

_FEW_DAYS = 2
"""Most days over which one flight or one crossing can go on."""


def day_told_next(claim: Claim) -> TimeExpression | None:
    """The day in the next sentence, of the same action of those whom a claim counts.

    "Some 300 guards crossed the river. The guards crossed at noon on Saturday" is of Saturday.
    """
    reading, draft, _ = claim
    below = next(iter(claim.below(1)), None)
    if below is None or draft.happening is None:
        return None
    if below.lower[0] not in dating_words().resuming or below.sentence.is_heading:
        return None
    told = days_told(below)
    if len(told) != 1 or below.counting:
        return None
    if not tells_what_happened(reading, draft):
        return None
    near = below.events[:1]
    is_same = any(event.payload.action == draft.happening.verb.action for event in near)
    return told[0].time if is_same and near[0].first < told[0].first else None


def day_of_saying(reading: Reading, draft: Draft) -> TimeExpression | None:
    """The day on which somebody tells of its morning.

    "The minister said on Friday that 60 had landed in the early hours" is of Friday.
    """
    spans = spans_of(reading)
    if draft.possible or len(spans) != 1:
        return None
    clause = reading.clause_of(draft.verb)
    if not tells_early_hour(reading, clause.first, clause.stop):
        return None
    if not is_report_date(reading, spans[0], draft):
        return None
    time = spans[0].time
    return time if time.first_day == time.last_day and time.relation == "on" else None


def time_of_occasion(claim: Claim) -> EventTime | None:
    """The time of what was told before, of which a sentence says how often such happened.

    "A plane brought 83 men on Sunday. ... This is the second flight" is of Sunday.
    """
    reading, draft, earlier = claim
    if draft.quantity is None or not draft.quantity.is_ordinal or spans_of(reading):
        return None
    opening = reading.lower[:2]
    if opening[:1] != ["this"] or opening[1] not in {"is", "was"}:
        return None
    horizon = start_near(reading, _NEAR)
    for fact in reversed(earlier):
        if fact.start < horizon:
            return None
        first, last = fact.when_start, fact.when_end
        if fact.value is not None and first is not None and last is not None:
            return EventTime.of_fact(fact) if (last - first).days <= _FEW_DAYS else None
    return None
