"""Numbering: whether "number" is a verb of those told of before it, and names nothing."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.parse.words.tokens import Token


def numbers_them(tokens: Sequence[Token], index: int, verbs: frozenset[int]) -> bool:
    """Whether "number" is the verb of those told of before: "its staff, who number 900".

    Also behind a relative clause about them: "those who came on Tuesday number 900".
    """
    grammar = lexicon.grammar()
    relatives, before = grammar.relative_subjects, tokens[index - 1].norm
    if before in relatives:
        return True
    if before in grammar.prepositions or before in grammar.copulas:
        return False  # "who lives at number 12"
    if tokens[index - 1].text.islower() and tokens[index - 2].norm in grammar.prepositions:
        return False  # "who slept in room number 12"
    for at in range(index - 1, max(0, index - _NUMBERING_REACH), -1):
        norm = tokens[at].norm
        if norm in relatives:
            return any(at < verb < index for verb in verbs)
        if not (tokens[at].is_word or norm in {"'", "'s"} or _is_of_date(tokens, at)):
            return False
    return False


def _is_of_date(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure stands beside a month: "who have come since 2 August number 900"."""
    beside = {token.norm for token in tokens[max(0, at - 1) : at + 2]}
    return tokens[at].is_number and not lexicon.times().months.keys().isdisjoint(beside)


def numbers_those(tokens: Sequence[Token], index: int) -> bool:
    """Whether "number" is the verb of those called by their fate: "the injured now number 18"."""
    at = index - 1
    at -= at > 0 and tokens[at].norm in lexicon.grammar().adverbs
    told = tokens[at].norm in lexicon.nouns().participles
    return at > 0 and told and tokens[at - 1].norm == "the"


_NUMBERING_REACH = 18
"""Most words from "who" to the verb: "who came down from the hills on Tuesday number"."""
