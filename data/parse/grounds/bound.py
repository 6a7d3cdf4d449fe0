"""Bound: whether "for" leads to where those are bound who left: "left for Y"."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.lazy import remembered
from data.parse.reading import Reading
from data.parse.words.inflection import verb_forms

_LONGEST_START = 5
"""Most words that say where those bound for a place set out: "left the country each day for X"."""

_MOST_BOUND = 8
"""Most numbers of those who leave, each with a place that they are bound for."""

_LONGEST_GAP = 8
"""Most words from one "for" to the number before the next."""


def is_bound(reading: Reading, index: int) -> bool:
    """Whether somebody is bound for what "for" leads to: "left for Y", "departs from X for Y".

    Right behind a number it goes on with the one before: "40 left for X and 20 for Y".
    """
    for _ in range(_MOST_BOUND):
        if index not in _number_ends(reading):
            break
        near = range(index - 2, max(-1, index - 2 - _LONGEST_GAP), -1)
        index = next((at for at in near if reading.lower[at] == "for"), 0)
    return index > 0 and _is_bound(reading, index)


@remembered
def _number_ends(reading: Reading) -> frozenset[int]:
    """Indexes one past each number; a word there stands right behind it."""
    return frozenset(reading.quantity_stops.values())


def _is_bound(reading: Reading, index: int) -> bool:
    bound = lexicon.location().leads.bound
    before = reading.lower[max(0, index - _LONGEST_START) : index]
    starts = "from" in before or "country" in before or before[-1] in _starts()
    if before[-1] in bound or (starts and not bound.isdisjoint(before)):
        return True
    return _is_left_before(reading, index)


def _is_left_before(reading: Reading, index: int) -> bool:
    """Whether a name and a verb of leaving stand before a word: "left X province for Y"."""
    name = index - 1
    if name > 0 and reading.lower[name] in lexicon.location().ground.words:
        name -= 1
    named = name > 0 and reading.tokens[name].text[0].isupper()
    near = reading.lower[max(0, index - _LONGEST_START) : index - 1]
    return named and not _leaving().isdisjoint(near)


@functools.cache
def _starts() -> frozenset[str]:
    """Nouns for places known, which people leave for another: "left the base for Y"."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in lexicon.location().stand_ins.last)


@functools.cache
def _leaving() -> frozenset[str]:
    return frozenset(form for verb in lexicon.location().verbs.leaving for form in verb_forms(verb))
