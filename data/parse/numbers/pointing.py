"""Pointing: whether a small number only points back to what was counted: "the two men"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from data import lexicon
from data.parse.numbers.quantity import Quantity
from data.parse.words.tokens import Token

_SMALL = 5
"""Up to four, "the two" points back; a larger number with an article counts anew."""


def points_back(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Point back as in "the two men", "these three", "all four", but count in "two of the"."""
    first = quantity.first
    if not first or quantity.value is None or quantity.value >= _SMALL:
        return False
    if tokens[first].is_number or quantity.qualifier != "exact":
        return False
    after = tokens[quantity.stop].norm if quantity.stop < len(tokens) else ""
    if first > 2 and tokens[first - 2].norm == "of" and _is_figure(tokens[first - 3]):
        return False  # "two of its three crossings"
    if _is_described(tokens, quantity.stop) or _is_of_family(tokens, first):
        return False
    if _is_of_losses(tokens, quantity):
        return False
    determined = tokens[first - 1].norm in lexicon.grammar().pointing
    return determined and after not in lexicon.numbers().not_pointing


def _is_of_family(tokens: Sequence[Token], first: int) -> bool:
    """Whether those of somebody told of with them are counted: "killed a man and his two sons"."""
    if first < _FAMILY_REACH or tokens[first - 2].norm != "and":
        return False
    grammar = lexicon.grammar()
    whose = tokens[first - 1].norm in grammar.third_person_possessives
    return whose and tokens[first - _FAMILY_REACH].norm in grammar.indefinite


def _is_of_losses(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether it is told how many died: "with the death of all four", "all four men are dead"."""
    first, stop = quantity.first, quantity.stop
    before = [token.norm for token in tokens[max(0, first - 3) : first]]
    openers, states = lexicon.nouns().openers, lexicon.nouns().participles
    if before[-1] == "all":
        if before[-2:-1] == ["of"] and openers.get(before[0]) == "casualties":
            return True
        return _are_dead(tokens, stop)
    among = before[-2:] == ["among", "the"]  # "a nurse was among the three killed in the ward"
    return among and stop < len(tokens) and states.get(tokens[stop].norm) == "casualties"


def _are_dead(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a loss is told right behind a noun: "all three of the gunmen were killed"."""
    behind = [token.norm for token in tokens[stop : stop + _DEAD_REACH]]
    states, copulas = lexicon.nouns().participles, lexicon.grammar().copulas
    at = next((at for at, word in enumerate(behind) if word in copulas), 0)
    named = at and all(word[0].isalpha() for word in behind[:at])
    return bool(named) and "casualties" in map(states.get, behind[at + 1 : at + 2])


_DEAD_REACH = 6
"""Most words from a number to the loss: "all three of the young gunmen are dead"."""

_FAMILY_REACH = 4
"""Words of "a man and his"."""


def _is_described(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a name behind the noun tells which are meant: "the three posts between X and Y"."""
    telling = lexicon.numbers().telling_which
    reach = tokens[stop + 1 : stop + _DESCRIBED_REACH]
    for word, after in itertools.pairwise(reach):
        if word.norm in telling:
            return after.text[0].isupper()
        if not word.is_word:
            return False
    return False


_DESCRIBED_REACH = 6
"""Most words from a number to the name behind its noun, plus one."""


def _is_figure(token: Token) -> bool:
    return token.is_number or token.norm in lexicon.numbers().words
