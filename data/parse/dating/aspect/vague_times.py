"""Vague times: words that tell when and name no day, such as "at noon" and "in recent weeks"."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from data import lexicon
from data.parse.dating.words import dating_words
from data.parse.lazy import remembered
from data.parse.reading import Reading
from data.parse.words.phrases import PhraseMatcher
from data.parse.words.tokens import Token


@remembered
def tells_hour(reading: Reading) -> bool:
    """Whether a sentence says at what hour of the day that was told before."""
    if "at" in reading.norms and any(map(_is_clock, _behind(reading.lower, "at"))):
        return True
    return reading.has(_same_day())


def _behind(norms: Sequence[str], word: str) -> Iterator[Sequence[str]]:
    """The two words behind each place that a word has, without "around" in "at around 10 p.m."."""
    roughly = dating_words().roughly
    for index in range(norms.index(word), len(norms) - 2):
        if norms[index] == word:
            first = index + 2 if norms[index + 1] in roughly else index + 1
            yield norms[first : first + 2]


def _is_clock(words: Sequence[str]) -> bool:
    clock = lexicon.times().dating.clock
    return len(words) > 1 and words[0].isdigit() and words[1] in clock


@remembered
def is_vague(reading: Reading) -> bool:
    """Whether a sentence tells of a time that is no day: "in recent weeks", "so far"."""
    return reading.has(_vague()) or reading.has(_peaks())


def tells_vaguely(tokens: Sequence[Token]) -> bool:
    """Whether some of a sentence's words tell of such a time.

    "The daily figure" is no time.
    """
    totals = dating_words().totals
    return any(
        match.stop >= len(tokens) or tokens[match.stop].norm not in totals
        for match in _vague().find(tokens)
    )


def tells_at_once(tokens: Sequence[Token], index: int) -> bool:
    """Whether such a time begins at a token."""
    return index < len(tokens) and _vague().match_at(tokens, index) is not None


def tells_so_far(reading: Reading) -> bool:
    """Whether a sentence tells of what has happened up to now: "killed so far this year"."""
    return "far" in reading.norms and "so far" in " ".join(reading.lower)


@functools.cache
def _same_day() -> PhraseMatcher[bool]:
    return PhraseMatcher((phrase, True) for phrase in lexicon.times().dating.same_day)


@functools.cache
def _peaks() -> PhraseMatcher[bool]:
    return PhraseMatcher((phrase, True) for phrase in lexicon.times().dating.peaks)


@functools.cache
def _vague() -> PhraseMatcher[bool]:
    return PhraseMatcher((phrase, True) for phrase in lexicon.times().dating.vague)
