"""Shares told without a number: "almost all of the border" claims 90 to 100 percent of it."""

from __future__ import annotations

import functools
from typing import Final

from data import lexicon
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.phrases import PhraseMatcher

_LOW: Final = 90.0
_HIGH: Final = 100.0
"""What "almost all" is taken to claim at least and at most, in percent."""


def find_near_wholes(reading: Reading) -> list[Quantity]:
    """The words of a sentence that mean almost all of something, in text order."""
    if _first_words().isdisjoint(reading.word_set):
        return []
    return [
        Quantity(
            first=found.first,
            stop=found.stop,
            outer_first=found.first,
            outer_stop=found.stop,
            value=None,
            low=_LOW,
            high=_HIGH,
            qualifier="range",
            unit="percent",
            is_fraction=True,
        )
        for found in _near_wholes().find(reading.tokens, reading.lower)
    ]


@functools.cache
def _near_wholes() -> PhraseMatcher[str]:
    return PhraseMatcher((phrase, phrase) for phrase in lexicon.numbers().near_wholes)


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in lexicon.numbers().near_wholes)
