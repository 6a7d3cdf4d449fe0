"""Verbs that a number behind them does not hang on: a preposition takes it, or a measure ends."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.counting.noun_phrases.asides import (
    opens_bracket,
    opens_content,
)
from data.parse.reading import Reading


def belongs_elsewhere(reading: Reading, verb_stop: int, first: int) -> bool:
    """Whether a preposition before a number takes it: "kept in touch to find room for 17"."""
    tokens = reading.tokens
    if opens_bracket(reading, verb_stop, first) or _closes_measure(reading, verb_stop, first):
        return True
    if opens_content(reading.lower[verb_stop:first]):
        return True
    index = first - 1
    while index > 0 and tokens[index].norm in _beside_number():
        index -= 1
    if index == verb_stop and tokens[index].norm in lexicon.grammar().particles:
        return False  # "shipped out about 300 loads"
    if index > verb_stop and tokens[index].norm == "to":
        return True  # "to bring relief to 11 million people"
    return index >= 0 and tokens[index].norm in _taking()


def _closes_measure(reading: Reading, verb_stop: int, first: int) -> bool:
    """Whether an insertion about a measure ends before its figure: "the count, given out, was"."""
    lower, grammar = reading.lower, lexicon.grammar()
    if lower[first - 1] not in grammar.finite_be or "," not in lower[verb_stop:first]:
        return False
    return not grammar.measuring_nouns.isdisjoint(lower[:verb_stop])


@functools.cache
def _beside_number() -> frozenset[str]:
    """Words between a preposition and a number that it takes: "for another 17"."""
    return lexicon.grammar().determiners | lexicon.grammar().count_modifiers - {"of"}


@functools.cache
def _taking() -> frozenset[str]:
    """Prepositions that take a number, but for those of a figure and of who goes along."""
    return lexicon.grammar().prepositions - lexicon.count_words().company_links
