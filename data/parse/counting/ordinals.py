"""Ordinals that give a running total: "the tenth provincial capital to fall"."""

from __future__ import annotations

from data import lexicon
from data.parse.numbers.quantities import Quantity
from data.parse.reading import Reading

_REACH = 4
"""Most words between an ordinal and the noun it numbers."""


def is_running_total(reading: Reading, quantity: Quantity) -> bool:
    """Whether an ordinal numbers something that is counted up.

    It does before a noun that can be counted up (a capital, a crossing, a wave, an attack), and
    before "such"; alone only as "the second" at the end of its clause.
    """
    tokens = reading.tokens
    stop = quantity.stop
    serial = lexicon.grammar().serial_words
    for index in range(stop, min(len(tokens), stop + _REACH)):
        token = tokens[index]
        if token.norm in serial:
            return True
        noun = reading.nouns.get(index)
        if noun is not None:
            return noun.payload.name in _COUNTED_UP
        if not token.is_word or token.norm in lexicon.grammar().prepositions:
            break
    if stop < len(tokens) and tokens[stop].is_word and tokens[stop].norm not in _BARE:
        return False
    before = tokens[quantity.first - 1].norm if quantity.first else ""
    return before in {"the", "a", "its"} and quantity.first > 1


_COUNTED_UP = frozenset({"capitals", "districts", "crossings"})
_BARE = frozenset({"in", "to", "since", "within", "of"})
