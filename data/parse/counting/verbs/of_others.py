"""Of others: verbs behind those counted that do not tell what befell them."""

from __future__ import annotations

from data import lexicon
from data.parse.clauses import is_passive
from data.parse.counting.noun_phrases.asides import opens_relative
from data.parse.counting.verbs.verbs_behind import is_aim_of_others
from data.parse.reading import Reading


def is_of_others(reading: Reading, index: int, first: int, stop: int) -> bool:
    """Whether a verb is what those counted are asked to do, only tell of, or others mean to do.

    Args:
        reading: The sentence.
        index: Index of the verb.
        first: Index of the first token of the number, its qualifier included.
        stop: Index one past those counted.
    """
    return (
        _is_urged(reading, index, first, stop)
        or _is_gerund(reading, index)
        or is_aim_of_others(reading, stop, index)
        or _is_told_by_them(reading, stop, index)
        or _is_of_owner(reading, index, first, stop)
    )


def _is_of_owner(reading: Reading, index: int, first: int, stop: int) -> bool:
    """Whether a verb is told of who had those counted: "an army which had 90 men gave up".

    Args:
        reading: The sentence.
        index: Index of the verb.
        first: Index of the first token of the number, its qualifier included.
        stop: Index one past those counted.
    """
    grammar = lexicon.grammar()
    if first < _OWNED or reading.lower[first - 1] not in grammar.possession:
        return False
    near = reading.lower[max(0, first - _OWNER_REACH) : first - 1]
    if grammar.relative_subjects.isdisjoint(near) or index == stop:
        return False
    return not opens_relative(reading, stop) and not reading.lower[index].endswith("ing")


_OWNED = 3
"""Fewest words before the number in "units that had 90 men"."""

_OWNER_REACH = 6
"""Most words from "which" to the number: "which on paper had 300,000"."""


def _is_urged(reading: Reading, index: int, first: int, stop: int) -> bool:
    """Whether those counted are only asked to do what a verb says: "urged 90 people to leave"."""
    if stop != index - 1 or reading.lower[index - 1] != "to" or not first:
        return False
    return reading.lower[first - 1] in lexicon.count_words().urging


def _is_gerund(reading: Reading, index: int) -> bool:
    """Whether a verb in -ing stands behind a preposition: "without fighting"."""
    tokens = reading.tokens
    behind = index and tokens[index - 1].norm in lexicon.grammar().prepositions
    return bool(behind) and tokens[index].norm.endswith("ing")


def _is_told_by_them(reading: Reading, first: int, stop: int) -> bool:
    """Whether those counted only tell of what a verb says: "two lawmakers said X fell"."""
    speech = lexicon.attribution().grammar.speech
    if reading.norms.isdisjoint(speech) or opens_relative(reading, first):
        return False
    for index in range(first, stop - 1):
        if reading.lower[index] == ",":
            return False  # "40 people, officials said, were killed"
        if reading.lower[index] in speech and not is_passive(reading.tokens, index):
            behind = reading.lower[index + 1]
            own = behind in lexicon.count_words().own_words
            return not own and behind not in lexicon.grammar().auxiliaries
    return False
