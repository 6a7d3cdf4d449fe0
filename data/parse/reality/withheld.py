"""Withheld: what a sentence tells only as what somebody would not say or could not confirm."""

from __future__ import annotations

from data import lexicon
from data.parse.clauses import is_adverb
from data.parse.reading import Reading
from data.parse.reality.negation import has_no_doer, is_negated

_REACH = 12
"""Most words from "declined to confirm that" to what it leaves open."""


def is_withheld(reading: Reading, first: int) -> bool:
    """Whether nobody says what a token tells: "declined to confirm that", "would not say whether".

    Those who are known already are there all the same: "would not say whether the 300 would be
    sent back". So is what an aside tells, and what was before: "... the attack, in which 40 died".
    """
    grammar, lower = lexicon.grammar(), reading.lower
    if grammar.open_verbs.isdisjoint(reading.norms):
        return False
    if lower[first - 1] in grammar.plural_definite:
        return False
    for index in range(first - 1, max(0, first - 1 - _REACH), -1):
        norm = lower[index]
        if norm in grammar.open_links:
            return _is_left_open(reading, index)
        if norm == "," or norm in grammar.clause_openers or norm in grammar.relatives:
            return False
    return False


def _is_left_open(reading: Reading, link: int) -> bool:
    """Whether "that" or "whether" stands behind a verb of saying that is denied."""
    verb = link - 1
    while verb > 0 and is_adverb(reading.tokens[verb]):
        verb -= 1
    known = reading.lower[verb] in lexicon.grammar().open_verbs
    if not known or not verb:
        return False
    return is_negated(reading, verb) or has_no_doer(reading, verb)
