"""Insertions: what stands between a source and its verb, by its signs and closing words."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import (
    auxiliaries,
    is_relative,
    is_verb,
    joins,
    speech_verbs,
)
from data.parse.words.tokens import Token

_LONGEST_INSERTION = 24
"""Most tokens between the commas of "X, the envoy for Y, said"."""

_LONGEST_CLAUSE = 12
"""Most words from "who" to the verb behind its clause."""

_SUMS = frozenset(("$", "€", "£", "%", "-"))
"""Signs of numbers that a clause goes across."""


def made_at(tokens: Sequence[Token], stop: int) -> int | None:
    """Index of the participle that tells when a document was made: "a report released Friday"."""
    words = vocabulary()
    index = stop
    while index > 1 and (
        tokens[index - 1].norm in words.occasions or tokens[index - 1].norm in words.prepositions
    ):
        index -= 1
    made = index > 1 and tokens[index - 1].norm in words.made
    return index - 1 if made and tokens[index - 2].norm in words.records else None


def wish_at(tokens: Sequence[Token], stop: int) -> int | None:
    """Index of the "who" of sources that gave no name: "officials who asked not to be named"."""
    named = lexicon.attribution().grammar.identifying
    if tokens[stop - 1].norm not in named:
        stop = _before_reason(tokens, stop)
    if tokens[stop - 1].norm not in named:
        return None
    near = range(stop - 2, max(0, stop - _LONGEST_WISH), -1)
    return next((i for i in near if is_relative(tokens[i])), None)


_LONGEST_WISH = 10
"""Most words from "who" to "named": "who asked that they not be named"."""


def _before_reason(tokens: Sequence[Token], stop: int) -> int:
    """Where a wish ends that a reason is given for: "named because he had not been cleared"."""
    for index in range(stop - 1, max(0, stop - _LONGEST_REASON), -1):
        if tokens[index].norm == "because":
            return index
        if not tokens[index].is_word:
            return stop
    return stop


_LONGEST_REASON = 16
"""Most words from "because" to the end of a reason."""


def relative_inside(tokens: Sequence[Token], closing: int) -> int | None:
    """Index of the pronoun of a clause that a comma closes only: "X who is mayor, told"."""
    for index in range(closing - 1, max(0, closing - _LONGEST_INSERTION), -1):
        if is_relative(tokens[index]):
            return index
        if not tokens[index].is_word:
            return None
    return None


def opening_of(tokens: Sequence[Token], closing: int) -> int | None:
    """Index of the sign that opens the insertion which closes at a token."""
    sign = "(" if tokens[closing].norm == ")" else tokens[closing].norm
    if sign == "-" and joins(tokens, closing):
        return None
    for index in range(closing - 1, max(-1, closing - _LONGEST_INSERTION), -1):
        norm = tokens[index].norm
        if norm == sign and not (sign == "-" and joins(tokens, index)):
            return index
        if norm in {'"', ";", ":"}:
            return None
    return None


def relative_before(tokens: Sequence[Token], verb: int) -> int | None:
    """Index of the relative pronoun in "an aide who took part in a briefing said"."""
    if verb < 2 or not is_verb(tokens, verb) or tokens[verb].norm in speech_verbs():
        return None
    before = verb - 1
    while before > 1 and tokens[before].norm in auxiliaries():
        before -= 1
    return before if tokens[before].norm in relatives() else None


def clause_before(tokens: Sequence[Token], last: int) -> int | None:
    """Index of the "who" whose clause ends at a token: "auditors who saw 40 of them found"."""
    verbs = 0
    for index in range(last, max(0, last - _LONGEST_CLAUSE), -1):
        token = tokens[index]
        if token.norm == "who" and not token.text.isupper():
            return index if verbs == 1 else None
        verbs += is_verb(tokens, index)
        if not (token.is_word or token.is_number or token.text in _SUMS):
            return None
    return None


def clause_around(tokens: Sequence[Token], first: int) -> int | None:
    """Index of the comma in front of a clause in which what stands before a token is told.

    Of "the journal, whose editors ask where its offices, police and courts are, says" no offices
    say it.
    """
    if tokens[first - 1].norm == ",":
        return None
    for index in range(first - 2, max(0, first - _LONGEST_INSERTION), -1):
        if tokens[index].norm == ",":
            opens = tokens[index + 1].norm in lexicon.grammar().relatives
            return index if opens and not tokens[index + 1].text.isupper() else None
        if tokens[index].norm in {";", ":"}:
            return None
    return None


@functools.cache
def relatives() -> frozenset[str]:
    """Words that open a clause about the noun before them, "that" among them."""
    return vocabulary().relatives | {"that"}
