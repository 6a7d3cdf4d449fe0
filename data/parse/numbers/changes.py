"""Changes: percentages that say how much something rose or fell, not how much there is."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
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


@functools.cache
def _led_up() -> frozenset[str]:
    """Words before "up 47%" with which "up" is no part of a verb."""
    grammar = lexicon.grammar()
    return grammar.auxiliaries | grammar.copulas | grammar.adverbs | lexicon.numbers().led_up
