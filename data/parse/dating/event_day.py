"""Event day: the day of an event that is named together with it, as in "Thursday's blast"."""

from __future__ import annotations

from collections.abc import Sequence

from data.parse.calendar.times import TimeExpression
from data.parse.dating.background import DatedSpan, is_report_date
from data.parse.dating.scope import spans_of
from data.parse.dating.words import dating_words
from data.parse.reading import Reading

_SUBJECT = 3
"""First tokens of a sentence that its subject stands among: "A large explosion was heard"."""

_LOOK_AHEAD = 3
"""Sentences behind a claim in which the day of its event is looked for."""


def day_of_event_below(readings: Sequence[Reading], at: int) -> TimeExpression | None:
    """The day of "the blast on Thursday" or "Thursday's blast" below a sentence about a blast."""
    events = dating_words().events
    if events.isdisjoint(readings[at].word_set):
        return None
    for below in readings[at + 1 : at + 1 + _LOOK_AHEAD]:
        if below.sentence.is_heading or events.isdisjoint(below.word_set):
            continue
        for span in spans_of(below):
            is_day = span.time.first_day == span.time.last_day and span.time.relation == "on"
            if is_day and _names_event_of(below, span):
                return span.time
    return None


def _names_event_of(reading: Reading, span: DatedSpan) -> bool:
    """Whether an expression is the day of the event beside it, or of the sentence's subject."""
    tokens, events = reading.tokens, dating_words().events
    if tokens[span.stop : span.stop + 1] and tokens[span.stop].norm == "'s":
        return any(token.norm in events for token in tokens[span.stop + 1 : span.stop + 4])
    if any(token.norm in events for token in tokens[:_SUBJECT]):
        return not is_report_date(reading, span)
    place = span.first - (2 if tokens[span.first - 1].norm == "on" else 1)
    return place > 0 and tokens[place].norm in events
