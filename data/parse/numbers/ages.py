"""Ages: numbers of years that somebody has lived."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.parse.numbers.quantity import Quantity
from data.parse.words.tokens import Token

_OLDEST = 110
"""Age in years up to which somebody can be that old."""

_GROWN_UP = 18
"""Age in years up to which "under" can mean children."""


def is_age(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a number is an age: "Karim, 53,", "women over 45", "half of them under 16"."""
    if not can_be_age(quantity):
        return False
    first, stop = quantity.first, quantity.stop
    before = tokens[first - 1] if first else None
    after = tokens[stop].norm if stop < len(tokens) else "."
    if before is None:
        return False
    if quantity.qualifier in {"over", "under"} and quantity.outer_first:
        told_before = tokens[quantity.outer_first - 1].norm
        group = told_before in lexicon.grammar().aged_groups
        told = told_before in lexicon.grammar().copulas
        told = told or told_before in lexicon.grammar().plural_pronouns  # "half of them under 16."
        closed = told and not after.isalpha()  # "most of whom were under 18."
        child = (group or closed) and quantity.qualifier == "under" and _is_of_a_child(quantity)
        if closed and quantity.qualifier == "under" and _is_of_share(tokens, quantity.outer_first):
            return True  # "two in three of them are under 30."
        if child or (group and (not after.isalpha() or after in _behind_age())):
            return True
    words = lexicon.exclusions()
    if before.norm in {",", "("} and after in words.behind_inserted_age and first > 1:
        word = tokens[first - 2]
        bare = quantity.outer_first == first
        if not (bare and tokens[first].is_number and (word.is_word or word.norm == ".")):
            return False
        return after != "and" or word.text[0].isupper()
    if before.norm in lexicon.grammar().copulas and first > 1:
        who = tokens[first - 2].norm
        if tokens[max(0, first - 4)].norm in lexicon.grammar().copulas and first > 4:
            who = tokens[first - 5].norm if who == "to" else who  # "who is thought to be 53"
        closes = after in words.behind_told_age
        return closes and (who in lexicon.grammar().personal or who in lexicon.grammar().aged)
    if before.norm == "of" and first > 1 and tokens[first - 2].norm in lexicon.grammar().aged:
        return after in words.behind_age_of
    near = [token.norm for token in tokens[max(0, first - 4) : first]]
    return ("age" in near or "aged" in near) and after in lexicon.count_words().number_ends


def _is_of_share(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a share is told of before a token, so that no count follows: "half are under 30"."""
    words, shares = lexicon.numbers().words, lexicon.grammar().age_shares
    for index in range(stop):
        if tokens[index].norm in shares:
            return True
        if tokens[index].norm == "in" and tokens[index + 1].norm in words:
            return True
    return False


def can_be_age(quantity: Quantity) -> bool:
    """Whether somebody can be as old as that."""
    value = quantity.value if quantity.value is not None else quantity.high
    whole = value is not None and quantity.unit is None and value == int(value)
    return whole and value is not None and 0 < value <= _OLDEST


@functools.cache
def _behind_age() -> frozenset[str]:
    grammar = lexicon.grammar()
    return grammar.auxiliaries | grammar.modals | lexicon.exclusions().behind_age_bound


def _is_of_a_child(quantity: Quantity) -> bool:
    """Whether it can be the age of a child: "half of all children under five face hunger"."""
    return not quantity.is_ordinal and 0 < (quantity.value or quantity.high or 0) <= _GROWN_UP
