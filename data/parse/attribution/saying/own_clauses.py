"""Own clauses: what is said without "that", about whoever says it: "admits it lost two"."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.parse.attribution.sources.words import is_verb
from data.parse.words.tokens import Token

_LONGEST_ADVERBS = 2
"""Most adverbs between a pronoun and its verb: "it has only just"."""


def opens_own_clause(tokens: Sequence[Token], index: int) -> bool:
    """Whether a pronoun and its verb stand at a token: "admits it lost two"."""
    if index >= len(tokens) or tokens[index].norm not in lexicon.grammar().third_person:
        return False
    verb, modals = index + 1, lexicon.grammar().modals
    while verb < len(tokens) and verb - index <= _LONGEST_ADVERBS and _is_adverb(tokens[verb]):
        verb += 1
    return verb < len(tokens) and (is_verb(tokens, verb) or tokens[verb].norm in modals)


def _is_adverb(token: Token) -> bool:
    return token.norm.endswith("ly") or token.norm in lexicon.grammar().adverbs
