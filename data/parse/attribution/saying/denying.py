"""Denying: who denies or answers what a sentence has somebody else say, and says more."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.attribution.saying.bounds import source_before
from data.parse.attribution.saying.openers import is_denied_at, subject_from
from data.parse.attribution.sources.judging import Nature, Source
from data.parse.attribution.sources.words import is_verb
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
    return _told_against(reading, first, stop)


def _told_against(reading: Reading, first: int, stop: int) -> Source | None:
    """The subject of a contrast that does something and speaks: ", but the army fled and said"."""
    opening = lexicon.attribution().grammar.contrasts
    for index in range(stop - 2, first, -1):
        opens = reading.lower[index] in opening or reading.lower[index] == "but"
        if not opens or reading.lower[index - 1] not in {",", ";"}:
            continue
        source = subject_from(reading, index + 1, stop)
        if source is None or source.nature not in _SPEAKING:
            return None
        acts = source.first == index + 1 and is_verb(reading.tokens, source.stop)
        goes_on = source.stop < stop and "," not in reading.lower[source.stop : stop]
        return source if acts and goes_on else None
    return None


_SPEAKING: frozenset[Nature] = frozenset(("person", "group", "body"))


def _begins(reading: Reading, index: int) -> bool:
    """Whether a clause begins at a word: ", while the army", but not "a toll the army denied"."""
    before = reading.tokens[index - 1]
    if not before.is_word:
        return True
    return before.norm in lexicon.grammar().subordinators or before.norm in _sharing()


@functools.cache
def _sharing() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.sharing)
