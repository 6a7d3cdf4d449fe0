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
    if _is_of_losses(tokens, first):
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


def _is_of_losses(tokens: Sequence[Token], first: int) -> bool:
    """Whether it is told how many died: "ended with the death of all four attackers"."""
    if first < _FAMILY_REACH - 1 or tokens[first - 2].norm != "of":
        return False
    openers = lexicon.nouns().openers
    return tokens[first - 1].norm == "all" and openers.get(tokens[first - 3].norm) == "casualties"


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
