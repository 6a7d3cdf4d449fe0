"""Turning points: "since the coup", the day of which a text has told before."""

from __future__ import annotations

from data.parse.calendar.times import TimeExpression
from data.parse.clauses import helping_words
from data.parse.dating.another import is_part_of_another
from data.parse.dating.claim import Claim
from data.parse.dating.delays import since_event
from data.parse.dating.event_time import EventTime
from data.parse.dating.nearby import sentence_before
from data.parse.dating.spans import spans_of
from data.parse.dating.words import dating_words

_NAME = 3
"""Most tokens of "the coup" and "the military coup"."""

_NEAR = 12
"""Most sentences between a turning point and what has happened since."""


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
    if behind[:1] != ["the"] or words.turning_points.isdisjoint(behind[1:]):
        return None
    for above in claim.above(_NEAR):
        for span in spans_of(above):
            if span.time.relation == "since":
                return span.time
            if (told := since_event(above, span)) is not None:
                return told.time
    return None


def time_since_same_turn(claim: Claim) -> EventTime | None:
    """The time since a turning point of which the sentence before counts the same people.

    "They have killed 840 people since the coup. The junta says 300 have died".
    """
    reading, draft, earlier = claim
    above = sentence_before(reading)
    if above is None or not earlier or draft.possible or spans_of(reading):
        return None
    last, words = earlier[-1], dating_words()
    if last.kind != draft.kind or last.start < above.sentence.start or "since" not in above.norms:
        return None
    helping = helping_words(reading.tokens, draft.verb)
    if words.perfect.isdisjoint(helping) or words.turning_points.isdisjoint(above.norms):
        return None
    return EventTime.of_fact(last)
