"""Makings: times that only say when a deal, a law or an institution was made."""

from __future__ import annotations

import itertools

from data import lexicon
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.words import dating_words
from data.parse.reading import Reading

_MADE = 8
"""Most tokens from "issued" to its year: "a decree issued by the head of state in 2015"."""

_NAME = 3
"""Most tokens of a deal's name behind its year: "the 2021 Humanitarian Response Plan"."""

_TO_OPENED = 4
"""Most tokens of "opened only in" before a time."""


def names_deal(reading: Reading, span: DatedSpan) -> bool:
    """Whether it is part of a name: "the 2020 deal", "the Aug. 31 pullout deadline"."""
    after = reading.lower[span.stop : span.stop + _NAME]
    agreements = dating_words().agreements
    before = reading.lower[max(0, span.first - 2) : span.first]
    if before[-1:] == ["of"] and before[0] in agreements:
        return True  # "a deadline of Aug. 31"
    if not after or after[0] in agreements:
        return bool(after)
    words = lexicon.grammar()
    small = words.determiners | words.prepositions
    name = itertools.takewhile(lambda word: word.isalpha() and word not in small, after)
    named = {*name}
    led = not dating_words().prepositions.isdisjoint(before)
    return not agreements.isdisjoint(named) or (led and not dating_words().plans.isdisjoint(named))


def is_when_made(reading: Reading, span: DatedSpan) -> bool:
    """Whether it is when a deal or a law was made: "under a decree issued by X in 2015"."""
    agreements, lower = dating_words().agreements, reading.lower
    for index in range(span.first - 1, max(0, span.first - _MADE), -1):
        if lower[index] == "," or index in reading.figure_starts:
            return False
        if lower[index - 1] in agreements:
            return lower[index].endswith("ed") and "that" not in lower[index : span.first]
    return False


def is_when_founded(reading: Reading, span: DatedSpan) -> bool:
    """Whether something began then: "Founded in 1988, the trust feeds 90", "had opened in May"."""
    near = range(max(1, span.first - _TO_OPENED), span.first)
    if any(reading.lower[i - 1] == "had" and _is_founding(reading.lower[i]) for i in near):
        return True
    opening = reading.lower[: span.first]
    closes = reading.lower[span.stop : span.stop + 1] == [","]
    return closes and len(opening) > 1 and _is_founding(opening[0])


def _is_founding(word: str) -> bool:
    return word in dating_words().founding
