"""Fronted: the group in front of a number that counts a part of it, or the whole of it.

"Of the wounded, 14 are children"; "Those killed were nine soldiers".
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from data import lexicon
from data.lexicon.counting import NounClass
from data.parse.clauses import is_adverb
from data.parse.counting.verbs.happenings import Happening
from data.parse.reading import Reading
from data.parse.verbs import find_event_verbs
from data.parse.words.nouns import class_of_participle

_LONGEST_GROUP = 10
"""Most words between "of" and the comma: "Of those wounded on Monday in the bazaar, 14 ..."."""


class Fronted(NamedTuple):
    """A group that a number counts a part of.

    Attributes:
        kind: Kind of fact that its fate makes of whoever is counted.
        noun: Class of the noun for it.
        words: The words for it, without article.
        happening: What happened to it, if a verb says so.
        partly: The number counts a part of it: "Of the wounded, 14 are children".
    """

    kind: str
    noun: NounClass
    words: str
    happening: Happening | None
    partly: bool


def find_fronted(reading: Reading, first: int) -> Fronted | None:
    """The group in front of a number that begins at a token, qualifier included."""
    lower, focus = reading.lower, lexicon.grammar().focus
    while first and (lower[first - 1] in focus or is_adverb(reading.tokens[first - 1])):
        first -= 1
    if first < _SHORTEST:
        return None
    if lower[first - 1] == ",":
        return _parted(reading, first - 1)
    return _identified(reading, first - 1) if lower[first - 1] in _identifying() else None


def _parted(reading: Reading, comma: int) -> Fronted | None:
    """The group of "Of the wounded," at the beginning of a clause."""
    lower, words = reading.lower, lexicon.count_words()
    for index in range(comma - 2, max(-1, comma - _LONGEST_GROUP), -1):
        if lower[index] in words.partitive and lower[index + 1] in words.partitive_determiners:
            opens = not index or lower[index - 1] in _joints()
            return _group(reading, index + 2, comma, partly=True) if opens else None
        if not reading.tokens[index].is_word:
            return None
    return None


def _identified(reading: Reading, copula: int) -> Fronted | None:
    """The group of "Those killed were", "The dead include"."""
    lower = reading.lower
    for index in range(copula - 2, max(-1, copula - _LONGEST_GROUP), -1):
        if lower[index] in {"those", "the"}:
            near = lower[index] == "those" or copula - index == _SHORTEST
            opens = not index or lower[index - 1] in _joints()
            return _group(reading, index + 1, copula, partly=False) if near and opens else None
        if not reading.tokens[index].is_word:
            return None
    return None


def _group(reading: Reading, index: int, stop: int, *, partly: bool) -> Fronted | None:
    """The group that a word at a token or right behind it names by its fate."""
    for at in range(index, min(index + 2, stop)):
        word = reading.lower[at]
        if kind := lexicon.nouns().participles.get(word):
            happening = _done(reading, at)
            noun = class_of_participle(kind)
            return Fronted(kind, noun, reading.words(at, at + 1), happening, partly)
        match = reading.nouns.get(at)
        fates = lexicon.kinds_with("fate")
        if match is not None and (match.payload.kind in fates or word in _dead()):
            kind = "casualties" if word in _dead() else match.payload.kind
            words = reading.words(match.first, match.stop)
            return Fronted(kind, match.payload, words, None, partly)
    return None


def _done(reading: Reading, index: int) -> Happening | None:
    """What a participle behind "those" says happened to them."""
    found = find_event_verbs(reading.tokens[index : index + 1], reading.lower[index : index + 1])
    if not found:
        return None
    by_others = found[0].payload.counted != "subject"
    return Happening(found[0].payload, index, index + 1, by_others=by_others)


_SHORTEST = 2
"""Fewest words in front of the sign or verb: "the dead"."""


@functools.cache
def _identifying() -> frozenset[str]:
    return lexicon.grammar().copulas | lexicon.grammar().including


@functools.cache
def _dead() -> frozenset[str]:
    return lexicon.grammar().dead_words


@functools.cache
def _joints() -> frozenset[str]:
    """Words and signs behind which a clause begins."""
    return lexicon.grammar().conjunctions | lexicon.grammar().subordinators | {",", ";", ":", '"'}
