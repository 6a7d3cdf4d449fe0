"""Numbering: those of whom it is told with a verb how many they are: "who number 900"."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.ends import is_plural
from data.parse.counting.noun_phrases.extents import read_phrase
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.nouns import class_of_participle, noun_class


def who_number(reading: Reading, quantity: Quantity) -> Counted | None:
    """Those before "who number N": "its staff, who number 900", "the men who came number 900"."""
    first, stop = quantity.outer_first, quantity.outer_stop
    if first < _WHO_NUMBER or reading.lower[first - 1] not in {"number", "numbered"}:
        return None
    relatives = lexicon.grammar().relative_subjects
    near = range(first - 2, max(0, first - _NUMBERING_REACH), -1)
    at = next((at for at in near if reading.lower[at] in relatives), None)
    if at is None:
        return _those_who_number(reading, quantity)
    if reading.quantities[0].first < at:
        return None
    ends = at - (reading.lower[at - 1] == ",")
    last = reading.lower[ends - 1]
    several = is_plural(last) or last in lexicon.nouns().collective
    if not several and ends not in reading.demonym_stops:
        return None
    told = ends if at < first - 2 else None
    for begin in range(max(0, ends - _LONGEST_NAME), ends):
        phrase_stop, noun, noun_stop = read_phrase(reading, begin)
        if noun is not None and phrase_stop == noun_stop == ends:
            words = reading.words(begin, ends)
            return Counted(stop, stop, noun, words, "measure", ahead=told)
    if ends in reading.demonym_stops and told is not None:
        words = reading.words(ends - 1, ends)  # "the Kyrgyz who came down number 345"
        return Counted(stop, stop, noun_class("people"), words, "measure", ahead=told)
    return None


def _those_who_number(reading: Reading, quantity: Quantity) -> Counted | None:
    """Those called by their fate before "number": "the injured now number 18"."""
    at, stop = quantity.outer_first - 2, quantity.outer_stop
    at -= reading.lower[at] in lexicon.grammar().adverbs
    kind = lexicon.nouns().participles.get(reading.lower[at])
    if kind is None or reading.lower[at - 1 : at] != ["the"]:
        return None
    return Counted(stop, stop, class_of_participle(kind), reading.words(at, at + 1), "measure")


_WHO_NUMBER = 3
"""Fewest words before the number in "staff who number 900"."""

_NUMBERING_REACH = 18
"""Most words from "who" to the number: "who came down from the hills on Tuesday number 345"."""

_LONGEST_NAME = 4
"""Most words of those who number so many: "local embassy staff"."""
