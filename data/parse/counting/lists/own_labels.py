"""Own labels: lines of figures that each say themselves what their number is: "Killed: 900"."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.counting.lists.headed import find_headed
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.nouns import class_of_participle, noun_class

_LONGEST_LABEL = 8
"""Most words of a label."""


def by_own_label(
    reading: Reading, quantity: Quantity, counted: Counted, last: Draft | None
) -> Counted:
    """What a number counts by the label of its line, and not what the line before counted.

    "Contested: 124" and "Killed in July: 900" behind "Districts: 204" count no districts. A line
    that is labelled with a name, a time or "total" goes on with the one before.
    """
    if counted.how != "before" or (last is not None and last.at == reading.at):
        return counted
    label = _label(reading, quantity)
    if label is None:
        return counted
    if fated := _fated(reading, label, quantity.outer_stop):
        return fated
    stop = quantity.outer_stop
    headed = find_headed(reading, quantity)
    if headed is not None and headed.noun.unit == "count":
        return counted  # "Contested: 124" below "Districts lost or contested:"
    named = reading.places or reading.actors or reading.times
    if named or not _going_on().isdisjoint(reading.lower[:label]):
        return counted
    return Counted(stop, stop, noun_class("things"), reading.words(0, label), "measure")


def by_fate(reading: Reading, quantity: Quantity) -> Counted | None:
    """People whom the label of a line only calls by their fate: "Killed: 900"."""
    label = _label(reading, quantity)
    return None if label is None else _fated(reading, label, quantity.outer_stop)


def _fated(reading: Reading, label: int, stop: int) -> Counted | None:
    """People of the fate that a label names."""
    participles = lexicon.nouns().participles
    index = next((index for index in range(label) if reading.lower[index] in participles), None)
    if index is None:
        return None
    noun = class_of_participle(participles[reading.lower[index]])
    return Counted(stop, stop, noun, reading.words(index, index + 1), "measure")


def _label(reading: Reading, quantity: Quantity) -> int | None:
    """Where the label of a line ends that holds nothing else but a number: "Displaced: 270,000"."""
    colon = quantity.outer_first - 1
    if not 0 < colon <= _LONGEST_LABEL or reading.lower[colon] != ":":
        return None
    if any(token.is_word for token in reading.tokens[quantity.outer_stop :]):
        return None
    return colon if reading.tokens[0].is_word and ":" not in reading.lower[:colon] else None


@functools.cache
def _going_on() -> frozenset[str]:
    """Words of a label that only tell which part or sum of what was counted before it is."""
    grammar = lexicon.grammar()
    return grammar.measuring_nouns | grammar.anaphoric | grammar.including | grammar.count_modifiers
