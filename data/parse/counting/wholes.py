"""Wholes: the number of which another one is a part."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.noun_phrases import owning_words
from data.parse.numbers.quantities import Quantity
from data.parse.reading import Reading


def is_whole(reading: Reading, quantity: Quantity) -> bool:
    """Whether this number is the y of "x of y", "all but two of y", or stands in "Of y, ..."."""
    tokens = reading.tokens
    owners = reading.place_stops
    index = quantity.outer_first
    skipped = owning_words()
    while index > 0:
        word = tokens[index - 1].norm
        if word == "of":
            before = tokens[index - 2].norm if index > 1 else ""
            if before in lexicon.grammar().whole_openers or not before.isalnum():
                return True
            return any(part.outer_stop in {index - 1, index - 2} for part in reading.quantities)
        if word in skipped:
            index -= 1
        elif index in owners:
            index = owners[index]
        else:
            return False
    return False
