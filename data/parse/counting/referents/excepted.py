"""Excepted: numbers that are left out of all: "all but two", "all 34 capitals but two"."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.numbers.numerals import all_but
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.phrases import PhraseMatcher

_REACH = 10
"""Most words from "all" to "but" or "except"."""

_LEAST = "but"
"""The word that excepts only within a noun phrase: "all fled but two" is no better than a guess."""


def is_excepted(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is left out of all of which something is told."""
    if all_but().match_before(reading.tokens, quantity.outer_first) is not None:
        return True
    return _all_before(reading, quantity.outer_first) is not None


def is_all_but_some(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is of all and another is left out of it: the 34 of "all 34 but two"."""
    first = quantity.outer_first
    while first > 1 and reading.lower[first - 1] in lexicon.grammar().determiners:
        first -= 1
    if not first or reading.lower[first - 1] not in lexicon.count_words().all_words:
        return False
    behind = (one for one in reading.quantities if one.first > quantity.first)
    part = next(behind, None)
    return part is not None and _all_before(reading, part.outer_first) == first - 1


def _all_before(reading: Reading, first: int) -> int | None:
    """Index of the "all" out of which a number is left, by the word right before the number."""
    if reading.norms.isdisjoint(lexicon.count_words().all_words):
        return None
    excepting = _excepting().match_before(reading.tokens, first)
    if excepting is None:
        return None
    within = excepting.payload == _LEAST
    for index in range(excepting.first - 1, max(-1, excepting.first - 1 - _REACH), -1):
        word = reading.lower[index]
        if word in lexicon.count_words().all_words:
            return index
        if word in {",", ";", ":"} or (within and index in reading.verb_tokens):
            return None
    return None


@functools.cache
def _excepting() -> PhraseMatcher[str]:
    return PhraseMatcher((phrase, phrase) for phrase in lexicon.count_words().excepting)
