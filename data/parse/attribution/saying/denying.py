"""Denying: who denies what a sentence tells somebody else to have said, and says more."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.attribution.saying.bounds import source_before
from data.parse.attribution.saying.openers import is_denied_at
from data.parse.attribution.sources.judging import Source
from data.parse.clauses import helping_words
from data.parse.reading import Reading


def denier_between(reading: Reading, first: int, stop: int) -> Source | None:
    """The subject of a verb of denying: "X said 40 fell, while Y denied it and said 30 had"."""
    for index in range(stop - 1, first, -1):
        if not is_denied_at(reading.lower, index):
            continue
        begin = index - len(helping_words(reading.tokens, index))
        if begin <= first or not reading.tokens[begin - 1].is_word:
            return None
        source = source_before(reading, begin)
        told = source is not None and source.first > first and source.nature != "other"
        return source if told and source and _begins(reading, source.first) else None
    return None


def _begins(reading: Reading, index: int) -> bool:
    """Whether a clause begins at a word: ", while the army", but not "a toll the army denied"."""
    before = reading.tokens[index - 1]
    if not before.is_word:
        return True
    return before.norm in lexicon.grammar().subordinators or before.norm in _sharing()


@functools.cache
def _sharing() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.sharing)
