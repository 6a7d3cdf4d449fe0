"""Ends: by which words and signs a noun phrase is over, and how its last word ends."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.reading import Reading

_SHORTEST_PERSON = 7
"""Fewest letters of a plural whose ending tells that it is of people: not "lists"."""

JOINTS = frozenset({"-", "'s", "/", "&"})
"""Signs that tie two words of a phrase."""


def ends_phrase(reading: Reading, index: int) -> bool:
    """Whether no noun phrase goes on at a token: a sign, a verb, a figure, a small word."""
    if index >= len(reading.tokens):
        return True
    token = reading.tokens[index]
    if token.norm in phrase_ends() or index in reading.verb_starts:
        return True
    if index in reading.figure_starts:
        return True
    return not (token.is_word or token.norm in JOINTS)


def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural."""
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "suiy'"


def is_personal(word: str) -> bool:
    """Whether an unknown plural in lower case ends as words for people do: "cellists"."""
    return len(word) >= _SHORTEST_PERSON and word.endswith(_personal_endings())


@functools.cache
def _personal_endings() -> tuple[str, ...]:
    return tuple(lexicon.grammar().personal_endings)


@functools.cache
def phrase_ends() -> frozenset[str]:
    """Small words that no noun phrase has inside."""
    grammar = lexicon.grammar()
    ends = grammar.prepositions | grammar.auxiliaries | grammar.modals | grammar.relatives
    ends |= grammar.conjunctions | grammar.adverbs | grammar.determiners | grammar.subordinators
    ends |= grammar.negations | grammar.including
    return ends - {"'s"}
