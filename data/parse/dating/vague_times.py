"""Vague times: words that tell when and name no day, such as "at noon" and "in recent weeks"."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.lazy import remembered
from data.parse.phrases import PhraseMatcher
from data.parse.reading import Reading

_CLOCK = frozenset({":", ".", "a.m.", "p.m.", "am", "pm"})
"""Tokens behind the hour: "at 10:00", "at 10 a.m."."""


@remembered
def tells_hour(reading: Reading) -> bool:
    """Whether a sentence says at what hour of the day that was told before."""
    tokens = reading.tokens
    if "at" in reading.word_set:
        for one, hour, sign in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if one.norm == "at" and hour.norm.isdigit() and sign.norm in _CLOCK:
                return True
    return reading.has(_same_day())


@remembered
def is_vague(reading: Reading) -> bool:
    """Whether a sentence tells of a time that is no day: "in recent weeks", "so far"."""
    return reading.has(_vague())


@functools.cache
def _same_day() -> PhraseMatcher[bool]:
    return PhraseMatcher((phrase, True) for phrase in lexicon.times().dating.same_day)


@functools.cache
def _vague() -> PhraseMatcher[bool]:
    return PhraseMatcher((phrase, True) for phrase in lexicon.times().dating.vague)
