"""Left over: those of whom some are left remain, and have not left: "650 troops are left"."""

from __future__ import annotations

import functools

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.clauses import helping_words, is_adverb
from data.parse.reading import Reading
from data.parse.words.phrases import Match

_LEFT = "left"


def is_left_over(reading: Reading, match: Match[Verb], first: int, stop: int) -> bool:
    """Whether "left" says that those counted are still there.

    "Only 650 troops are left in X", "there are 650 troops left", but neither "650 left" nor "40
    were left homeless".

    Args:
        reading: The sentence.
        match: The verb behind those counted.
        first: Index of the first token of the number, its qualifier included.
        stop: Index one past what it counts.
    """
    if reading.lower[match.first] != _LEFT or match.stop != match.first + 1:
        return False
    passive = lexicon.grammar().passive.intersection(helping_words(reading.tokens, match.first))
    if not passive and not (match.first == stop and _are_there(reading, first)):
        return False
    return _goes_on(reading, match.stop)


def _are_there(reading: Reading, first: int) -> bool:
    """Whether "there are", "with only" or "has" leads to a number."""
    lower, index, focus = reading.lower, first - 1, lexicon.grammar().focus
    while index > 0 and (lower[index] in focus or is_adverb(reading.tokens[index])):
        index -= 1
    if index < 0:
        return False
    exists = lower[index] in lexicon.grammar().copulas and lower[index - 1] == "there"
    return lower[index] in lexicon.count_words().having or (index > 0 and exists)


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether what stands behind "left" says no more than where or when: not "left homeless"."""
    lower, grammar, words = reading.lower, lexicon.grammar(), lexicon.count_words()
    if index >= len(lower) or not lower[index][0].isalnum():
        return True
    word = lower[index]
    if word in words.left_where:
        return grammar.plights.isdisjoint(lower[index + 1 : index + 1 + _PLIGHT_REACH])
    if word in grammar.coordinators or word in grammar.subordinators or word in words.left_there:
        return True
    return index in reading.date_starts or (index + 1) in reading.date_starts


_PLIGHT_REACH = 2
"""Most words to what somebody is left in: "left in deep shock"."""


@functools.cache
def remaining() -> Verb:
    """What the lexicon says of those who remain."""
    return next(verb for verb in lexicon.verbs().verb if verb.lemma == "remain")
