"""Changes: percentages that say how much something rose or fell, not how much there is."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.parse.numbers.qualifiers import qualifiers_before
from data.parse.numbers.quantity import Quantity
from data.parse.words.tokens import Token


def is_up_or_down(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether "up" or "down" alone leads to a percentage: "is up 47%", not "gave up 47% of it"."""
    first, stop = quantity.outer_first, quantity.outer_stop
    if not first or tokens[first - 1].norm not in lexicon.numbers().up_or_down:
        return False
    if stop < len(tokens) and tokens[stop].norm == "of":
        return False
    return first == 1 or not tokens[first - 2].is_word or tokens[first - 2].norm in _led_up()


def is_step(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a number is how far something moved to the next: "rose by 12 to 75", "by 4%, to 75".

    "Would rise by 200 to 300 men a week" is a range: what is counted follows.

    Args:
        tokens: The sentence.
        first: Index of the first token of the number and its qualifiers.
        stop: Index one past the number.
    """
    if not first or tokens[first - 1].norm != "by":
        return False
    near = range(first - 2, max(-1, first - 2 - _CHANGE_REACH), -1)
    changes, links = lexicon.grammar().change_verbs, lexicon.grammar().negation_ends
    for index in near:
        if tokens[index].norm in links:
            return False
        if tokens[index].norm in changes:
            return _leads_to_result(tokens, stop)
    return False


def _leads_to_result(tokens: Sequence[Token], stop: int) -> bool:
    """Whether "to" and a number without a noun follow."""
    if stop + 1 >= len(tokens) or tokens[stop].norm != "to":
        return False
    bound = qualifiers_before().match_at(tokens, stop + 1)
    index = bound.stop if bound else stop + 1
    if index >= len(tokens) or not tokens[index].is_number:
        return False
    while index < len(tokens) and tokens[index].is_number:
        index += 1
    behind = tokens[index] if index < len(tokens) else None
    if behind is None or not behind.is_word:
        return True
    grammar = lexicon.grammar()
    return behind.norm in grammar.prepositions | grammar.conjunctions


_CHANGE_REACH = 8
"""Most words from a verb of change to its "by": "rose in the first half of the year by"."""


@functools.cache
def _led_up() -> frozenset[str]:
    """Words before "up 47%" with which "up" is no part of a verb."""
    grammar = lexicon.grammar()
    return grammar.auxiliaries | grammar.copulas | grammar.adverbs | lexicon.numbers().led_up


def is_of_time(tokens: Sequence[Token], index: int) -> bool:
    """Whether a fraction is of a stretch of time: "in the opening half of a year"."""
    behind = [token.norm for token in tokens[index : index + 3]]
    determiners = lexicon.grammar().determiners | lexicon.grammar().indefinite
    if len(behind) < _OF_TIME or behind[0] != "of":
        return False
    return behind[1] in determiners and behind[2] in lexicon.numbers().time_units


_OF_TIME = 3
"""Words of "of a year"."""
