"""Told behind: what a number counts that is only announced, and explained in the next sentence.

"Look at another number: 66,000. That is how many soldiers were killed."
"""

from __future__ import annotations

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.ends import is_plural
from data.parse.counting.noun_phrases.extents import read_phrase
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.nouns import noun_class

_LOSS_REACH = 6
"""Most words from people to what befell them: "soldiers and policemen were killed"."""


def is_announced(reading: Reading, quantity: Quantity) -> bool:
    """Whether a sentence ends with a number of which it only says that it is one."""
    first, stop = quantity.outer_first, quantity.outer_stop
    if first < 2 or reading.lower[first - 1] != ":" or len(reading.tokens) - stop > 1:
        return False
    return reading.lower[first - 2] in lexicon.count_words().announcing


def told_behind(reading: Reading, quantity: Quantity) -> Counted | None:
    """What the next sentence says that an announced number counts, if it does."""
    if reading.at + 1 >= len(reading.whole):
        return None
    behind = reading.whole[reading.at + 1]
    lower = behind.lower
    at = next((i for i in range(len(lower) - 1) if lower[i : i + 2] == ["how", "many"]), None)
    if at is None or lower[0] not in lexicon.count_words().standing_for_one:
        return None
    stop, noun, end = read_phrase(behind, at + 2)
    if noun is None or stop == at + 2:
        return None
    if not is_plural(lower[end - 1]) and lower[end - 1] not in lexicon.nouns().collective:
        return None
    near = range(end, end + _LOSS_REACH)
    lost = noun.unit == "people" and any(
        event.first in near and event.payload.kinds.get("people") == "casualties"
        for event in behind.events
    )
    words = behind.words(at + 2, end)
    noun = noun_class("casualties") if lost else noun
    return Counted(quantity.outer_stop, quantity.outer_stop, noun, words, "measure")
