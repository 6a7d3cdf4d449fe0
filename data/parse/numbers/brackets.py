"""Brackets around a number that counts what stands behind them: "a total of (900) men"."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.parse.words.tokens import Token


def are_around(tokens: Sequence[Token], opening: int, closing: int) -> bool:
    """Whether brackets hold nothing but a number, in front of what it counts.

    Args:
        tokens: The sentence.
        opening: Index of the opening bracket.
        closing: Index right behind the number.
    """
    if closing + 1 >= len(tokens) or tokens[closing].norm != ")":
        return False
    if not tokens[closing + 1].text.islower():
        return False
    if not opening:
        return True
    before = tokens[opening - 1]
    if before.end == tokens[opening].start:
        return False  # "subsection 6A(4) of the Act"
    grammar = lexicon.grammar()
    leads = before.norm in grammar.prepositions or before.norm in grammar.determiners
    return leads or before.norm in {".", ","}
