"""Bounded: numbers whose bound stands behind what they count: "ten dead, if not more"."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.parse.numbers.qualifiers import qualifier_behind
from data.parse.numbers.quantity import Quantity
from data.parse.words.tokens import Token


def bounded_behind(tokens: Sequence[Token], quantity: Quantity, stop: int) -> Quantity:
    """The number with the bound behind what it counts: "ten dead, if not more".

    Args:
        tokens: The sentence.
        quantity: A number.
        stop: Index one past the noun that it counts.
    """
    if quantity.qualifier != "exact" or quantity.value is None or quantity.is_ordinal:
        return quantity
    after = qualifier_behind(tokens, stop)
    if after is None or after.payload != "at_least":
        return quantity
    behind = tokens[after.stop] if after.stop < len(tokens) else None
    closes = behind is None or not behind.text[0].isalnum()
    if not closes and not (behind and behind.norm in lexicon.grammar().passive):
        return quantity  # "ten people, at least four of them children"
    return quantity._replace(low=quantity.value, high=None, qualifier="at_least")


def bounded_behind_whole(tokens: Sequence[Token], quantity: Quantity) -> Quantity:
    """A share with the bound behind what it is of: "65 percent of the country, or more"."""
    stop = quantity.stop
    if stop >= len(tokens) or tokens[stop].norm != "of":
        return quantity
    for index in range(stop + 2, min(len(tokens), stop + _LONGEST_BOUNDED)):
        bounded = bounded_behind(tokens, quantity, index)
        if bounded is not quantity:
            return bounded
        if not (tokens[index].is_word or tokens[index].norm in {"'s", "-"}):
            break
    return quantity


_LONGEST_BOUNDED = 8
"""Most words of a whole that a bound may stand behind: "of Afghanistan's 419 district centres"."""
