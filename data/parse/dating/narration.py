"""Narration: the day of the sentence before, for what happened next in the same breath."""

from __future__ import annotations

from data.parse.calendar.times import TimeExpression
from data.parse.clauses import helping_words
from data.parse.dating.claim import Claim
from data.parse.dating.event_day import tells_of_attack
from data.parse.dating.happened import tells_what_happened, verb_of
from data.parse.dating.nearby import sentence_before, shares_line
from data.parse.dating.spans import days_told, spans_of
from data.parse.dating.story import is_told_before, sets_new_scene
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_VICTIMS = "casualties"
"""Kind of claim that goes on with any happening, in the same paragraph or not."""

_SAME_STORY = 3
"""Sentences of a paragraph over which what goes on is of the day told."""


def day_of_narration(claim: Claim) -> TimeExpression | None:
    """The only day of the sentence before, where a claim tells what happened next.

    "Fighters entered the town on Sunday. They freed 340 inmates" is of Sunday.
    """
    reading, draft, _ = claim
    above = sentence_before(reading)
    if above is None or not _tells_next(above, reading, draft):
        return None
    told = days_told(above)
    if len(told) != 1 or len(spans_of(above)) != 1:
        return None
    if above.sentence.is_heading or "had" in above.norms or not _tells_happening(above):
        return None
    return None if is_told_before(reading, told[0].time.first_day) else told[0].time


def day_going_on(claim: Claim) -> TimeExpression | None:
    """The day of writing, where a story of that day tells what goes on: "40 are also flying"."""
    published, (reading, draft, _) = claim.published, claim
    verb = verb_of(draft)
    if published is None or draft.possible or not reading.tokens[verb].norm.endswith("ing"):
        return None
    if dating_words().being.isdisjoint(helping_words(reading.tokens, verb)):
        return None
    below = reading
    for above in claim.above(_SAME_STORY):
        if not shares_line(above, below):
            return None
        below, told = above, days_told(above)
        if told:
            time = told[-1].time
            return time if time.first_day == time.last_day == published else None
    return None


def _tells_next(above: Reading, reading: Reading, draft: Draft) -> bool:
    """Whether a claim tells of something that happened once, at no other time or place."""
    if reading.sentence.is_heading or spans_of(reading) or sets_new_scene(reading):
        return False
    if not dating_words().events.isdisjoint(reading.lower[:1]):
        return False  # "Gunmen killed 12 men", in another attack
    opening, words = reading.tokens[0].norm, dating_words()
    if draft.kind != _VICTIMS:
        if draft.happening is None and draft.kind not in words.kinds_of_people:
            return False
        if not shares_line(above, reading) and opening not in words.pronouns:
            return False
        if _goes_elsewhere(above, reading):
            return False
    if not tells_what_happened(reading, draft):
        return False
    helping = helping_words(reading.tokens, verb_of(draft))
    return "had" not in helping and words.perfect.isdisjoint(helping)


def _goes_elsewhere(above: Reading, reading: Reading) -> bool:
    """Whether a sentence names a place that the one before it does not."""
    if not reading.names:
        return False
    told = {place.code for place in above.names}
    return any(place.code not in told and place.via != "demonym" for place in reading.names)


def _tells_happening(reading: Reading) -> bool:
    return bool(reading.events) or tells_of_attack(reading)
