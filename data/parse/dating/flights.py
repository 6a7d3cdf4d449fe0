"""Flights: the day of a flight, for those whom a text says were aboard it."""

from __future__ import annotations

from data.parse.calendar.times import TimeExpression
from data.parse.dating.claim import Claim
from data.parse.dating.spans import days_told, spans_of
from data.parse.dating.vague_times import is_vague
from data.parse.dating.words import dating_words
from data.parse.reading import Reading

_SUBJECT = 3
"""First tokens of a sentence that "the military plane" stands among."""

_NEAR = 6
"""Sentences before "The flight" in which its day is looked for."""


def day_of_flight_above(claim: Claim) -> TimeExpression | None:
    """The day on which the text said a flight was: "The plane, carrying 90 men, landed in Rome"."""
    words, (reading, draft, _) = dating_words(), claim
    if draft.possible or draft.quantity is None or draft.kind not in words.kinds_of_people:
        return None
    if spans_of(reading) or is_vague(reading) or not _opens_with_flight(reading):
        return None
    if not (words.modals.isdisjoint(reading.norms) and words.now.isdisjoint(reading.norms)):
        return None
    for above in claim.above(_NEAR):
        told = days_told(above)
        if told:
            is_flight = not words.flights.isdisjoint(above.word_set)
            return told[-1].time if is_flight and len(told) == 1 else None
        if spans_of(above):
            return None
    return None


def _opens_with_flight(reading: Reading) -> bool:
    """Whether the subject of a sentence is the flight told of: "The plane", "The second flight"."""
    opening = reading.lower[: _SUBJECT + 1]
    singular = [word for word in opening[1:] if not word.endswith("s")]
    return opening[0] == "the" and not dating_words().flights.isdisjoint(singular)
