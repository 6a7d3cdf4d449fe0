"""Left alone: which numbers of a sentence count nothing, and why."""

from __future__ import annotations

from collections.abc import Container, Sequence

from data.parse.numbers.exclusions import exclusion
from data.parse.numbers.labels import is_line_number, is_next_item
from data.parse.numbers.quantity import Quantity
from data.parse.numbers.rows import in_rows
from data.parse.words.tokens import Token


def left_alone(
    text: str,
    tokens: Sequence[Token],
    quantities: Sequence[Quantity],
    verbs: frozenset[int],
    people: Container[int],
) -> dict[int, str]:
    """Ids of the exclusions that numbers fall under, by where the numbers start.

    Args:
        text: The whole article's text.
        tokens: A sentence.
        quantities: Its number expressions.
        verbs: Indexes of the first tokens of its verbs.
        people: Indexes of the first tokens of its nouns and demonyms.
    """
    rows = in_rows(tokens, quantities)
    found = (
        (each.first, "row" if each.first in rows else exclusion(tokens, each, verbs, people))
        for each in quantities
    )
    reasons = {first: reason for first, reason in found if reason is not None}
    if quantities and is_line_number(text, tokens, quantities[0]):
        reasons[quantities[0].first] = "label"
    if quantities and is_next_item(text, tokens, quantities[-1]):
        reasons[quantities[-1].first] = "label"
    return reasons
