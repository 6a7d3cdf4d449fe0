"""Tellings: the report or claim of which a sentence tells what it says."""

from __future__ import annotations

from typing import NamedTuple

from data import lexicon
from data.parse.clauses import looks_finite
from data.parse.reading import Reading

REACH = 12
"""Most words between a word and one that governs it: "denied reports that ... had fled"."""

BEFORE_TELLING = 8
"""Most words from a verb to the telling that is its object: "called the Taliban's claim"."""

_TELLER = 5
"""Most words between a telling and its "that": "an assertion by the Taliban that"."""


class Telling(NamedTuple):
    """A report or claim, and where what it tells begins.

    Attributes:
        noun: Index of "reports" or "claim".
        link: Index of "that", "of", "to" or "they" behind it.
    """

    noun: int
    link: int


def find_telling(reading: Reading, first: int) -> Telling | None:
    """The "reports" or the "claim" that tells what stands at a token, the nearest before it."""
    grammar, lower = lexicon.grammar(), reading.lower
    tellings = grammar.tellings
    if reading.norms.isdisjoint(tellings):
        return None
    for index in range(first - 1, max(0, first - REACH), -1):
        norm = lower[index]
        if norm in grammar.told_links and lower[index - 1] in tellings:
            return Telling(index - 1, index)
        if norm == "that" and (noun := _told_by(reading, index)) is not None:
            return Telling(noun, index)
        is_open = norm == "to" or norm in grammar.third_person
        if is_open and lower[index - 1] in tellings and _is_noun(reading, index - 1):
            return Telling(index - 1, index)
        if norm == "the" and lower[index - 1] in tellings and _opens(reading, index - 1):
            return Telling(index - 1, index)
    return None


def _opens(reading: Reading, index: int) -> bool:
    """Whether a telling opens what somebody says: "Claims the ...", "said reports the ..."."""
    before = reading.lower[index - 1 : index]
    return not before or before[0] in lexicon.attribution().grammar.speech or before[0] == '"'


def _told_by(reading: Reading, that: int) -> int | None:
    """Index of the telling of "an assertion by the Taliban that"."""
    tellings = lexicon.grammar().tellings
    for index in range(that - 2, max(-1, that - _TELLER - 1), -1):
        if reading.lower[index] in tellings:
            return index if reading.lower[index + 1] in {"by", "from"} else None
    return None


def _is_noun(reading: Reading, index: int) -> bool:
    """Whether "claim" before "to" or "they" is a noun: "X's claim to", "called X's claim they"."""
    lower, grammar = reading.lower, lexicon.grammar()
    before = lower[max(0, index - 1)]
    if before == "'s" or before in grammar.determiners:
        return True
    begin = max(0, index - BEFORE_TELLING)
    return not grammar.calling.isdisjoint(lower[begin:index])


def is_right_before(reading: Reading, first: int, telling: Telling) -> bool:
    """Whether nothing but what describes a telling stands before it: "the Taliban's", "Friday's".

    No other verb, nothing joined and no phrase: "called the vote wrong and cited reports".
    """
    grammar, between = lexicon.grammar(), range(first, telling.noun)
    parting = grammar.prepositions | grammar.coordinators | {",", ";", ":"}
    return parting.isdisjoint(reading.lower[first : telling.noun]) and not any(
        index in reading.verb_tokens or looks_finite(reading.tokens[index]) for index in between
    )
