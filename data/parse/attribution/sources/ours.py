"""Ours: who "our sources", "our colleagues from X" and "the same source" can be."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.reading import Reading
from data.parse.words.tokens import Token


def are_ours(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether it is "our sources" or "our director", who are no medium that speaks for itself."""
    prepositions = vocabulary().prepositions
    core = next((i for i in range(first + 2, stop) if tokens[i].norm in prepositions), stop)
    last = tokens[core - 1].norm  # but "our count of what sources say"
    media = lexicon.attribution().media
    if not media.freelance.isdisjoint(token.norm for token in tokens[first:stop]):
        return True  # "our stringer in Kandahar"
    return last in vocabulary().people and last not in media.people


def whose_colleagues(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """Index of the body in "our colleagues from X", who pass on what it says."""
    rules = lexicon.attribution()
    ours = tokens[first].norm in vocabulary().ours and stop - first > 3
    if not ours or tokens[first + 1].norm not in rules.grammar.colleagues:
        return None
    return first + 3 if tokens[first + 2].norm in rules.state.seated | {"at"} else None


def is_same(reading: Reading, first: int, index: int) -> bool:
    """Whether it is "the same source", who was told of before."""
    same = reading.lower[index] == "same" and index > first
    return same and reading.lower[index - 1] in vocabulary().definite
