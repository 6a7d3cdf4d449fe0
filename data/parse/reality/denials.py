"""Denials: what a sentence tells only to deny or dispute it."""

from __future__ import annotations

import functools
import itertools
from typing import NamedTuple

from data import lexicon
from data.parse.clauses import is_passive, looks_finite
from data.parse.reading import Reading
from data.parse.reality.negation import is_undoubted
from data.parse.reality.tellings import (
    BEFORE_TELLING,
    REACH,
    Telling,
    find_telling,
    is_right_before,
)
from data.parse.words.phrases import PhraseMatcher
from data.parse.words.verb_forms import saying_lemmas

_PARTING = frozenset({";", ":"})
"""What stands behind these is told beside what is denied before them."""


def is_denied(reading: Reading, first: int) -> bool:
    """Whether a token is told only to be denied.

    It stands in a claim that somebody disputes, or "denied that" or the like governs it: active,
    and nothing that is told for true begins between.
    """
    telling = find_telling(reading, first)
    if telling and _is_disputed(reading, telling):
        return not _goes_on(reading, telling.noun, first)
    denial = _denial_before(reading, telling.noun if telling else first, first)
    if denial is None or is_passive(reading.tokens, denial.first):
        return False
    failed = reading.lower[denial.stop - 1] in lexicon.grammar().unfulfilled
    if failed and (
        _turns_to_deed(reading, denial.stop, first) or is_failure(reading, denial.stop, first)
    ):
        return False
    return not _goes_on(reading, denial.stop, first) and not _is_aside(reading, denial, first)


class _Denial(NamedTuple):
    """Where a sentence has "denied that" or the like."""

    first: int
    stop: int


def _denial_before(reading: Reading, near: int, first: int) -> _Denial | None:
    """The last denial before a token, in reach of the telling that it may deny."""
    if not reading.has(_denials()):
        return None
    begin = max(0, near - REACH)
    found = [
        _Denial(begin + match.first, begin + match.stop)
        for match in _denials().find(reading.tokens[begin:first])
    ]
    doubted = [
        denial
        for denial in found
        if not is_undoubted(reading, denial.first) and not is_refusal(reading, denial.stop)
    ]
    return doubted[-1] if doubted else None


def is_refusal(reading: Reading, stop: int) -> bool:
    """Whether "denied" that ends before a token refuses something: "denied entry to 40 men".

    "Denied entry of 40 men into X" says that they did not come.
    """
    behind = reading.lower[stop : stop + 2]
    return not lexicon.grammar().entries.isdisjoint(behind[:1]) and behind[1:] != ["of"]


def _goes_on(reading: Reading, first: int, stop: int) -> bool:
    """Whether something new is said between a denial and a token: "rejected it and said that"."""
    lower = reading.lower
    said = any(
        first < verb.first < stop
        and verb.payload in saying_lemmas()
        and lower[verb.first - 1] in lexicon.grammar().resuming
        for verb in reading.verbs
    )
    put = (",", "putting") in itertools.pairwise(lower[first:stop])
    return said or put or _is_beside(reading, first, stop)


def _is_aside(reading: Reading, denial: _Denial, first: int) -> bool:
    """Whether a denial is over with its insertion: "the Taliban, who deny it, killed 22"."""
    before = reading.lower[max(0, denial.first - 2) : denial.first]
    return (
        not lexicon.grammar().relatives.isdisjoint(before)
        and "," in reading.lower[denial.stop : first]
    )


def _is_beside(reading: Reading, first: int, stop: int) -> bool:
    """Whether a clause of its own begins: "rejected a truce after 40 were killed"."""
    grammar, lower = lexicon.grammar(), reading.lower
    for index in reversed(range(first, stop)):
        norm, follows_comma = lower[index], lower[index - 1] == ","
        if norm in _PARTING or norm in grammar.clause_openers:
            return True
        if follows_comma and (norm == "but" or norm in grammar.relatives):
            return True
        if norm == "that" and _describes(reading, first, index):
            return True
        if norm == "," or norm in grammar.told_links:
            return False
    return False


def _describes(reading: Reading, first: int, that: int) -> bool:
    """Whether "that" tells of what there was: "denied a role in the attack that killed 40"."""
    if not lexicon.grammar().tellings.isdisjoint(reading.lower[first:that]):
        return False
    behind = that + 1
    return behind in reading.verb_tokens or looks_finite(reading.tokens[behind])


def _turns_to_deed(reading: Reading, first: int, stop: int) -> bool:
    """Whether what was done follows what was not: "failed to take X and lost 40 fighters"."""
    return any(
        first < verb.first < stop
        and reading.lower[verb.first - 1] in {"and", "but"}
        and reading.lower[verb.first] != verb.payload
        for verb in reading.verbs
    )


def is_failure(reading: Reading, first: int, stop: int) -> bool:
    """Whether something failed by itself, and what it cost follows: "it failed, with 40 killed".

    Args:
        reading: The sentence.
        first: Index one past "failed".
        stop: Index of the number or the verb behind it.
    """
    grammar, lower = lexicon.grammar(), reading.lower
    if lower[first - 1] not in grammar.unfulfilled or "to" in lower[first:stop]:
        return False
    signs = [index for index in range(first, stop) if lower[index] == ","]
    return bool(signs) and lower[signs[-1] + 1] in grammar.costing


def _is_disputed(reading: Reading, telling: Telling) -> bool:
    """Whether a claim is the object of "disputes" or the like: "contests the Taliban's claim".

    "In disputed Kashmir police sent a report" and "amid a dispute over X, reports" dispute none.
    """
    grammar, lower = lexicon.grammar(), reading.lower
    begin = max(0, telling.noun - BEFORE_TELLING)
    return any(
        lower[index] in grammar.disputing
        and (not index or lower[index - 1] not in grammar.determiners)
        and is_right_before(reading, index + 1, telling)
        for index in range(begin, telling.noun)
    )


@functools.cache
def _denials() -> PhraseMatcher[bool]:
    return PhraseMatcher((phrase, True) for phrase in lexicon.grammar().denials)
