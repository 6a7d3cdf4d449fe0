"""Labels: numbers that name a page, a street or an item instead of counting anything."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.parse.numbers.quantities import Quantity
from data.parse.tokens import Token

_HIGHEST = 10_000
_BEHIND = frozenset({"in", "on", "at", "by", "from"})


def is_label(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a number names a thing: "Street 10", "page 3 of 10", "2-" before an item."""
    return (
        _names_a_thing(tokens, quantity)
        or _stands_alone(tokens, quantity)
        or _is_of_pages(tokens, quantity)
    )


def _names_a_thing(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Name a thing by digits right behind a capitalised word and before no noun: "Street 10"."""
    first, stop = quantity.first, quantity.stop
    if not tokens[first].is_number or not can_be_label(quantity):
        return False
    if not first:  # "2- Ghazni: ...": the number of an item
        return stop + 1 < len(tokens) and tokens[stop].norm in {"-", ")"}
    before = tokens[first - 1]
    if before.norm in lexicon.grammar().formation_words:
        return True
    if not before.is_word or not before.text[0].isupper() or before.text.isupper():
        return False
    if stop < len(tokens) and tokens[stop].is_word:
        return tokens[stop].norm in _BEHIND and first > 1
    return first > 1


def _stands_alone(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether digits are all that their line says: the number of an item, cut from it."""
    alone = not quantity.first and tokens[0].is_number
    return alone and not any(token.is_word for token in tokens[quantity.stop :])


def _is_of_pages(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether it tells how many pages there are: "page 3 of 10"."""
    first = quantity.first
    if first < 3 or tokens[first - 1].norm != "of" or not tokens[first - 2].is_number:
        return False
    return tokens[first - 3].norm in lexicon.grammar().paged


def can_be_label(quantity: Quantity) -> bool:
    """Pages, rooms and streets have small plain numbers."""
    value = quantity.high
    return quantity.qualifier in {"exact", "range"} and value is not None and value < _HIGHEST
