"""Credited: ground that is counted as a side's: "the institute gives the rebels 40 districts"."""

from __future__ import annotations

from data import lexicon
from data.parse.attribution.saying.cues import CueMatch
from data.parse.reading import Reading

_LONGEST_SIDE = 4
"""Most words from the verb to the number: "the Islamic State group"."""

_ADJECTIVES = 2
"""Most words between a number and its noun."""


def credits_ground(reading: Reading, match: CueMatch) -> bool:
    """Whether a side and its ground follow: "gives the rebels 40 districts", "them 53 percent"."""
    saying = match.cue.saying
    if saying is None or saying.lemma != "give":
        return False
    length = next((one for one in reading.quantities if one.outer_first == match.stop), None)
    if length is not None and length.unit in {"km", "mi"}:
        return True  # "older maps give 1,357 km"
    near = range(match.stop + 1, match.stop + 1 + _LONGEST_SIDE)
    told = next((one for one in reading.quantities if one.outer_first in near), None)
    if told is None or not _is_side(reading, match.stop, told.outer_first):
        return False
    if told.unit == "percent":
        return True
    ground = lexicon.kinds_with("ground")
    behind = range(told.outer_stop, told.outer_stop + _ADJECTIVES)
    nouns = (noun for noun in reading.nouns.values() if noun.first in behind)
    return any(noun.payload.kind in ground for noun in nouns)


def _is_side(reading: Reading, first: int, stop: int) -> bool:
    """Whether a noun phrase names who can hold ground."""
    if any(first <= actor.first and actor.stop == stop for actor in reading.actors):
        return True
    grammar = lexicon.grammar()
    last = reading.lower[stop - 1]
    return last in grammar.sides or last in grammar.group_words or last in {"it", "them"}
