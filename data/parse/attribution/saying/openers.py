"""Openers: the subject that a sentence, or a part of one, begins with."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.parse.attribution.sources.behind import source_after
from data.parse.attribution.sources.judging import Source, judge
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import is_spaced
from data.parse.reading import Reading
from data.parse.words.tokens import Token


def first_subject(reading: Reading, stop: int) -> Source | None:
    """The subject a sentence begins with, in front of its first verb."""
    tokens = reading.tokens
    first = 0
    for index in range(min(stop, 16)):
        if tokens[index].norm == "—" or (tokens[index].norm == "-" and is_spaced(tokens, index)):
            first = index + 1
    first = first or past_place(tokens)
    if first < stop and tokens[first].norm in vocabulary().prepositions:
        first = _past_adverbial(tokens, first, stop)
    while first < stop and (tokens[first].norm == "," or tokens[first].norm in vocabulary().asides):
        first += 1  # "On Monday, however, the ministry"
    source = subject_from(reading, first, stop)
    return source if source and source.stop < stop and source.nature != "other" else None


def past_place(tokens: Sequence[Token]) -> int:
    """Index behind the place that a sentence opens with: "KABUL: The ministry has 40"."""
    return 2 if len(tokens) > 2 and tokens[1].norm == ":" and tokens[0].text.isupper() else 0


def _past_adverbial(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Index behind what opens with a preposition: "In the north, ...", "On Sunday the army"."""
    index = first + 1
    while index < stop and tokens[index].norm in vocabulary().occasions:
        index += 1
    if first + 1 < index < stop and tokens[index].norm in vocabulary().articles:
        return index
    return next((i for i in range(first, stop) if tokens[i].norm == ","), stop) + 1


def subject_from(reading: Reading, first: int, stop: int) -> Source | None:
    """The subject that begins at a token, without a verb of denying: "Residents dispute it"."""
    source = source_after(reading, first) if first < stop else None
    denied = next((i for i in range(first + 1, stop) if is_denied_at(reading.lower, i)), stop)
    parted = denied == stop or "," in reading.lower[first:denied]
    if not parted and (source is None or source.stop > denied):
        source = judge(reading, first, denied)
    return source


def is_denied_at(norms: Sequence[str], index: int) -> bool:
    """Whether a verb of denying stands at a word: "Residents dispute the toll and say 40 died"."""
    return norms[index] in _denying() and norms[index - 1] not in lexicon.grammar().determiners


@functools.cache
def _denying() -> frozenset[str]:
    """Verbs of denying in the present, which no other list of verbs has."""
    grammar = lexicon.grammar()
    return frozenset((*grammar.disputing, *grammar.denials))
