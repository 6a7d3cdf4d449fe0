"""Spreading: one hedge over coordinated counts, and over the same length in another unit."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.fact import Qualifier
from data.parse.numbers.qualifiers import bounds
from data.parse.numbers.quantity import Quantity
from data.parse.words.phrases import Match
from data.parse.words.tokens import Token

_OPEN: frozenset[Qualifier] = frozenset({"over", "at_least", "under", "up_to", "about"})

_LONGEST_LINK = 8
"""Most words between two coordinated counts."""

_LONGEST_WHOLE = 5
"""Most words from "of" to the whole that a sentence opens with: "of X's nearly 400"."""


def share_unit(tokens: Sequence[Token], found: list[Quantity], whole: Quantity) -> None:
    """Give a part the unit of length of its whole: "1,100 of the 1,357 kilometres"."""
    if (
        not found
        or whole.unit not in lexicon.numbers().measures.values()
        or found[-1].unit is not None
    ):
        return
    between = [token.norm for token in tokens[found[-1].outer_stop : whole.outer_first]]
    if between[:1] == ["of"] and lexicon.grammar().determiners.issuperset(between[1:]):
        found[-1] = found[-1]._replace(unit=whole.unit)


def spread(
    tokens: Sequence[Token],
    found: Sequence[Quantity],
    quantity: Quantity,
    verbs: Sequence[Match[str]],
) -> Quantity:
    """Let one hedge stand over coordinated counts: "at least 115 X and 58 Y were killed".

    It does not reach over a verb: "at least 41 were killed and 22 wounded".
    """
    if not found or quantity.qualifier != "exact" or quantity.value is None:
        return quantity
    head = found[-1]
    if head.qualifier not in _OPEN or quantity.is_ordinal:
        return quantity
    if _is_conversion(tokens, head, quantity):
        low, high = bounds(head.qualifier, quantity.value)
        return quantity._replace(low=low, high=high, qualifier=head.qualifier)
    if head.unit != quantity.unit:
        return quantity
    if quantity.stop < len(tokens) and tokens[quantity.stop].norm == "of":
        return quantity  # "lost nearly forty colleagues, four of them last year"
    between = tokens[head.outer_stop : quantity.first]
    if not between or between[-1].norm not in {"and", ","} or len(between) > _LONGEST_LINK:
        return quantity
    if between[-1].norm == "," and _is_whole(tokens, head):
        return quantity
    stops = _not_coordinated()
    if any(token.norm in stops or token.norm.endswith("ed") for token in between[:-1]):
        return quantity
    if any(head.stop <= verb.first < quantity.first for verb in verbs):
        return quantity
    low, high = bounds(head.qualifier, quantity.value)
    return quantity._replace(low=low, high=high, qualifier=head.qualifier)


def _is_whole(tokens: Sequence[Token], head: Quantity) -> bool:
    """Whether a number is what the next is a part of: "Of X's nearly 400 districts, 174 fell"."""
    first = head.outer_first
    for index in range(first - 1, max(-1, first - 1 - _LONGEST_WHOLE), -1):
        if tokens[index].norm == "of":
            return index == 0 or not tokens[index - 1].is_word
        if not (tokens[index].is_word or tokens[index].norm == "'s"):
            return False
    return False


def _is_conversion(tokens: Sequence[Token], head: Quantity, quantity: Quantity) -> bool:
    """Whether a number is the one before it in another unit: "about 1,300 km (835 miles)"."""
    between = tokens[head.outer_stop : quantity.first]
    units = {head.unit, quantity.unit}
    return len(between) == 1 and between[0].norm == "(" and len(units - {None, "percent"}) == 2


@functools.cache
def _not_coordinated() -> frozenset[str]:
    grammar = lexicon.grammar()
    words = grammar.auxiliaries | grammar.modals | grammar.relatives | grammar.including
    return words | {";", "(", ")"}
