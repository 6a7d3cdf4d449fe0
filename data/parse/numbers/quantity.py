"""Quantity: a number expression and the range it claims."""

from __future__ import annotations

from typing import NamedTuple

from data.fact import Qualifier


class Quantity(NamedTuple):
    """A number expression.

    Attributes:
        first: Index of the first token of the number itself, without its qualifier.
        stop: Index one past the last token.
        outer_first: Index of the first token with the qualifier.
        outer_stop: Index one past the last token with the qualifier.
        value: The number; None for a range or a vague amount.
        low: Lower end of what is claimed; None where open.
        high: Upper end; None where open.
        qualifier: How the text bounds it.
        unit: ``percent``, ``km``, ``mi`` or a currency code; None for a plain count.
        is_ordinal: It is written as an ordinal ("the tenth"), a running total.
        is_fraction: It is a share in words ("a third", "one in five").
    """

    first: int
    stop: int
    outer_first: int
    outer_stop: int
    value: float | None
    low: float | None
    high: float | None
    qualifier: Qualifier
    unit: str | None
    is_ordinal: bool = False
    is_fraction: bool = False
