"""Since: what has happened from a time or an event on that the text dates elsewhere."""

from __future__ import annotations

import datetime as dt

from data.parse.calendar.times import TimeExpression
from data.parse.dating.claim import Claim
from data.parse.dating.events.event_day import tells_of_attack
from data.parse.dating.expressions.background import is_as_of, is_report_date
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.delays import since_event
from data.parse.dating.expressions.spans import day_told, spans_of
from data.parse.dating.nearby import sentence_before
from data.parse.dating.sentence.parts import is_part_of_another
from data.parse.dating.words import VICTIMS, dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_SINCE_REACH = 8
"""Most tokens between "have since" and what happened since."""

_NAME = 3
"""Most tokens of "the coup" and "the military coup"."""

_NEAR_TURN = 12
"""Most sentences between a turning point and what has happened since."""

_NEAR_ONSET = 2
"""Most sentences between the onset and what has been counted since."""

_TO_DAY = 3
"""Most tokens of "as of late" before the day itself."""


def time_since(claim: Claim) -> TimeExpression | None:
    """The time from the one told before on: "In May 40 fell. The army has since lost 900"."""
    reading, draft, _ = claim
    if "since" not in reading.word_set:
        return None
    if draft.quantity is None or draft.quantity.unit == "percent":
        return None
    if is_part_of_another(reading.lower, draft.stop):
        return None  # "took back ten; six of those have since changed hands again"
    norms, perfect = reading.lower, dating_words().perfect
    near = (
        *range(max(1, draft.first - _SINCE_REACH), draft.first),
        *range(draft.stop, min(draft.stop + _SINCE_REACH, len(norms))),
        draft.verb - 1,
    )
    is_inside = any(norms[i] == "since" and norms[i - 1] in perfect for i in near)
    if not is_inside and not _ends_with_since(reading, draft):
        return None
    span = _told_before(reading, draft)
    if span is None or _is_of_years(span):
        return None  # "In the 1990s it took in 900 people. Planes have since brought 40 home"
    return span.time._replace(relation="since")


def _told_before(reading: Reading, draft: Draft) -> DatedSpan | None:
    """The last time that a sentence tells of in front of a claim, or the one before it."""
    for own in reversed(spans_of(reading)):
        if own.stop <= draft.first and own.is_day:
            return own  # "It fell on Monday; dozens have since surrendered"
    above = sentence_before(reading)
    spans = [span for span in spans_of(above) if span.time.relation == "on"] if above else []
    told = [span for span in spans if above and not is_report_date(above, span)]
    return (told or spans)[-1] if spans else None


def _is_of_years(span: DatedSpan) -> bool:
    """Whether a time is longer than a year."""
    first, last = span.time.first_day, span.time.last_day
    return first is not None and last is not None and last.year > first.year


def _ends_with_since(reading: Reading, draft: Draft) -> bool:
    """Whether "since" stands alone behind a claim: "Two bridges have been blown up since"."""
    tokens, first = reading.tokens, min(draft.first, draft.verb)
    near = range(max(draft.stop, draft.verb), len(tokens) - 1)
    ends = (i for i in near if tokens[i].norm == "since")
    at = next((i for i in ends if not (tokens[i + 1].is_word or tokens[i + 1].is_number)), None)
    if at is None or not {",", ";"}.isdisjoint(reading.lower[draft.stop : at]):
        return False
    start = max(0, first - _SINCE_REACH)
    return not dating_words().perfect.isdisjoint(reading.lower[start:at])


def time_since_turn(claim: Claim) -> TimeExpression | None:
    """The time since an event that the text has dated: "900 have been killed since the coup"."""
    reading, draft, _ = claim
    if draft.possible or "since" not in reading.norms or spans_of(reading):
        return None
    if is_part_of_another(reading.lower, draft.stop):
        return None
    words, norms = dating_words(), reading.lower
    if words.perfect.isdisjoint(norms):
        return None
    behind = norms[norms.index("since") + 1 :][:_NAME]
    if behind[:1] != ["the"]:
        return None
    if not words.events.isdisjoint(behind[1:]):
        return _since_attack(claim)
    if words.turning_points.isdisjoint(behind[1:]):
        return None
    for above in claim.above(_NEAR_TURN):
        for span in spans_of(above):
            if span.time.relation == "since":
                return span.time
            if (told := since_event(above, span)) is not None:
                return told.time
    return None


def _since_attack(claim: Claim) -> TimeExpression | None:
    """The time since the last attack told of above that has a day: "since the massacre"."""
    for above in claim.above(_NEAR_TURN):
        told = day_told(above)
        if told is not None:
            return told._replace(relation="since") if told.first_day == told.last_day else None
    return None


def days_counted(claim: Claim, time: TimeExpression) -> TimeExpression:
    """The days over which the dead have been counted that a text gives as of a day.

    "900 have died since the army took power on May 1. As of July 5, its list had 906 names" is of
    May 1 to July 5.

    Args:
        claim: The claim.
        time: The expression that dates it, which is left as it is where nothing tells the onset.
    """
    if claim.draft.kind != VICTIMS or not _is_up_to(claim.reading, time):
        return time
    for above in claim.above(_NEAR_ONSET):
        day = _onset(above)
        if day is not None and time.first_day is not None:
            return time._replace(first_day=min(day, time.first_day))
    return time


def _onset(reading: Reading) -> dt.date | None:
    """The day since which a sentence counts, or on which it tells of an event."""
    for span in spans_of(reading):
        since = span if span.time.relation == "since" else since_event(reading, span)
        if since is not None:
            return since.time.first_day
    told = day_told(reading) if tells_of_attack(reading) else None
    return told.first_day if told and told.first_day == told.last_day else None


def _is_up_to(reading: Reading, time: TimeExpression) -> bool:
    """Whether an expression is the day up to which somebody has counted: "as of late Monday"."""
    return any(
        is_as_of(reading, span) and "as" in reading.lower[max(0, span.first - _TO_DAY) : span.first]
        for span in spans_of(reading)
        if span.time == time
    )
