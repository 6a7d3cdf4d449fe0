"""Turning points: "since the coup", the day of which a text has told before."""

from __future__ import annotations

from collections.abc import Sequence

from data.fact import Fact
from data.parse.calendar.times import TimeExpression
from data.parse.clauses import helping_words
from data.parse.dating.another import is_part_of_another
from data.parse.dating.delays import since_event
from data.parse.dating.event_time import EventTime
from data.parse.dating.spans import spans_of
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_NAME = 3
"""Most tokens of "the coup" and "the military coup"."""

_NEAR = 12
"""Most sentences between a turning point and what has happened since."""


def time_since_turn(readings: Sequence[Reading], at: int, draft: Draft) -> TimeExpression | None:
    """The time since an event that the text has dated: "900 have been killed since the coup".

    Args:
        readings: The article's sentences.
        at: Index of the sentence the claim is from.
        draft: The claim.
    """
    reading = readings[at]
    if draft.possible or "since" not in reading.norms or spans_of(reading):
        return None
    if is_part_of_another(reading.lower, draft.stop):
        return None
    words, norms = dating_words(), reading.lower
    if words.perfect.isdisjoint(norms):
        return None
    behind = norms[norms.index("since") + 1 :][:_NAME]
    if behind[:1] != ["the"] or words.turning_points.isdisjoint(behind[1:]):
        return None
    for above in reversed(readings[max(0, at - _NEAR) : at]):
        for span in spans_of(above):
            if span.time.relation == "since":
                return span.time
            if (told := since_event(above, span)) is not None:
                return told.time
    return None


def time_since_same_turn(
    readings: Sequence[Reading], at: int, draft: Draft, earlier: Sequence[Fact]
) -> EventTime | None:
    """The time since a turning point of which the sentence before counts the same people.

    "They have killed 840 people since the coup. The junta says 300 have died".

    Args:
        readings: The article's sentences.
        at: Index of the sentence the claim is from.
        draft: The claim.
        earlier: The facts before it, in text order.
    """
    if not at or not earlier or draft.possible or spans_of(readings[at]):
        return None
    before, last, words = readings[at - 1], earlier[-1], dating_words()
    if last.kind != draft.kind or last.start < before.sentence.start or "since" not in before.norms:
        return None
    helping = helping_words(readings[at].tokens, draft.verb)
    if words.perfect.isdisjoint(helping) or words.turning_points.isdisjoint(before.norms):
        return None
    return EventTime.of_fact(last)
