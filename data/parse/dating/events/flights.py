"""Flights: the day of a flight, for those aboard it."""

from __future__ import annotations

from data import lexicon
from data.parse.calendar.times import TimeExpression
from data.parse.dating.aspect.vague_times import is_vague
from data.parse.dating.claim import Claim
from data.parse.dating.events.lead import leads
from data.parse.dating.expressions.lines import stands_alone
from data.parse.dating.expressions.spans import days_told, spans_of
from data.parse.dating.words import dating_words
from data.parse.reading import Reading

_SUBJECT = 3
"""First tokens of a sentence that "the military plane" stands among."""

_NEAR = 6
"""Sentences before "The flight" in which its day is looked for."""

_BELOW_LEAD = 6
"""Sentences below a title or a first sentence in which the day of its event is looked for."""

_OPENING = 5
"""First tokens of a sentence that "the evacuees" or "the first plane" stand among."""


def day_of_flight_above(claim: Claim) -> TimeExpression | None:
    """The day on which the text said a flight was: "The plane, carrying 90 men, landed in Rome"."""
    words, (reading, draft, _) = dating_words(), claim
    if draft.possible or draft.quantity is None:
        return None
    aboard = _opens_aboard(reading) and (draft.unit == "people" or reading.lower[2:3] == ["the"])
    if not aboard and draft.kind not in lexicon.kinds_of_people():
        return None
    if spans_of(reading) or is_vague(reading) or not (aboard or _opens_with_flight(reading)):
        return None
    if not (words.modals.isdisjoint(reading.norms) and words.now.isdisjoint(reading.norms)):
        return None
    for above in claim.above(_NEAR):
        told = days_told(above)
        if told:
            is_flight = aboard or not words.flights.isdisjoint(above.word_set)
            return told[-1].time if is_flight and len(told) == 1 else None
        if spans_of(above):
            return None
    return None


def _opens_aboard(reading: Reading) -> bool:
    """Whether a sentence tells who went on what was told of: "On board were", "On it were"."""
    for opening in dating_words().aboard:
        stop = opening.count(" ") + 1
        if " ".join(reading.lower[:stop]) == opening:
            behind = reading.lower[stop:]
            leads = behind if behind[:1] == ["the"] else behind[:1]  # "On board the 22 planes were"
            return not dating_words().was_done.isdisjoint(leads)
    return False


def _opens_with_flight(reading: Reading) -> bool:
    """Whether the subject of a sentence is the flight told of: "The plane", "On board, 40 men"."""
    opening = reading.lower[: _SUBJECT + 1]
    if opening[:2] == ["on", "board"]:
        return True
    singular = [word for word in opening[1:] if not word.endswith("s")]
    return opening[0] == "the" and not dating_words().flights.isdisjoint(singular)


def day_of_flight_below(claim: Claim) -> TimeExpression | None:
    """The day on which those aboard a flight that the text leads with left or came.

    "On board the first flight were 35 nurses. ... They came to Rome on Tuesday" is of Tuesday.
    """
    words, (reading, draft, _) = dating_words(), claim
    if draft.possible or draft.quantity is None or draft.kind not in lexicon.kinds_of_people():
        return None
    if words.flights.isdisjoint(reading.word_set) or not leads(reading):
        return None
    for below in claim.below(_BELOW_LEAD):
        told = days_told(below)
        if not told or below.sentence.is_heading or stands_alone(below):
            continue
        opening = below.lower[:_OPENING]
        goes_on = opening[0] == "they" or (
            opening[0] in words.resuming and not words.those_aboard.isdisjoint(opening)
        )
        if told[0].time.rule in words.backward:
            return None  # "The first one had left a day earlier"
        return told[0].time if goes_on else None
    return None
