"""Scene: the day told near above, for what a text goes on to tell of the same place or people."""

from __future__ import annotations

from data.parse.calendar.times import TimeExpression
from data.parse.dating.claim import Claim
from data.parse.dating.happened import tells_what_happened
from data.parse.dating.spans import days_told, spans_of
from data.parse.dating.story import sets_new_scene
from data.parse.dating.vague_times import is_vague
from data.parse.dating.words import dating_words
from data.parse.reading import Reading
from data.parse.subjects import find_subject

_NEAR = 3
"""Sentences before a claim in which the day of its scene is looked for."""


def day_of_scene(claim: Claim) -> TimeExpression | None:
    """The only day told near above, where a claim goes on at the same place or of the same ones.

    "Rebels stormed the jail on Sunday. ... The gunmen freed 340 inmates" is of Sunday, and so is
    "Ghazni fell on Thursday. ... Ghazni's governor was caught with three aides".
    """
    reading, draft, _ = claim
    happening = draft.happening
    if happening is None or reading.sentence.is_heading or spans_of(reading):
        return None
    if sets_new_scene(reading) or is_vague(reading) or not tells_what_happened(reading, draft):
        return None
    if not dating_words().earlier_tenses.isdisjoint(reading.norms):
        return None
    for above in claim.above(_NEAR):
        if above.sentence.is_heading or is_vague(above):
            return None
        told = days_told(above)
        if told:
            time = told[-1].time
            is_one = all(one.time.first_day == one.time.last_day == time.first_day for one in told)
            is_same = above.events and (
                _shares_place(above, reading) or _is_definite(reading, happening.first)
            )
            return time if is_one and is_same else None
        if spans_of(above):
            return None
    return None


def _shares_place(above: Reading, reading: Reading) -> bool:
    """Whether two sentences name the same place within a country."""
    within = {place.code for place in reading.names if not place.code.isalpha()}
    return not within.isdisjoint(place.code for place in above.names)


def _is_definite(reading: Reading, verb: int) -> bool:
    """Whether a verb is of those told of before: "the gunmen", "they"."""
    subject = find_subject(reading, verb)
    if subject is None:
        return False
    words, first = dating_words(), subject.first
    opening = {reading.lower[first], reading.lower[first - 1] if first else ""}
    return not opening.isdisjoint(words.resuming) or reading.lower[first] in words.pronouns
