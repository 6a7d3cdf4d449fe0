"""Far more: numbers without a noun that count others than those told of before."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading


def are_far_more(quantity: Quantity, last: Draft | None) -> bool:
    """Whether a number is no part of those told of before, as it is far higher."""
    if last is None or last.quantity is None:
        return False
    before = last.quantity.value or last.quantity.high or last.quantity.low
    return before is not None and (quantity.low or quantity.value or 0) > _FAR_MORE * before


_FAR_MORE = 20
"""Times a number by which the next counts others than it: "296 soldiers", "60,000 have fled"."""


def of_whole(
    reading: Reading, quantity: Quantity, counted: Counted, last: Draft | None
) -> Counted | None:
    """What a total counts behind a part: "flew out 900 people, among them 90 boys. The total is".

    It counts those of whom they were a part.
    """
    first = quantity.outer_first
    near = reading.lower[max(0, first - _TOTAL_REACH) : first]
    if last is None or last.at == reading.at or lexicon.location().adds.figures.isdisjoint(near):
        return None
    if not is_part_told(reading, last) or _amount(quantity) <= _amount(last.quantity):
        return None
    told, part = reading.whole[last.at], last.quantity.outer_first if last.quantity else last.first
    whole = next((told.nouns[at] for at in range(part - 1, -1, -1) if at in told.nouns), None)
    if whole is None or whole.payload.unit != "people" or part - whole.stop > _PART_REACH:
        return counted._replace(words="")
    return counted._replace(noun=whole.payload, words=told.words(whole.first, whole.stop))


_TOTAL_REACH = 5
"""Most words from "total" to its figure: "the total so far to"."""

_PART_REACH = 6
"""Most words from those of whom a part is told to the number of that part."""


def _amount(quantity: Quantity | None) -> float:
    return (quantity.value or quantity.low or quantity.high or 0) if quantity else 0


def is_part_told(reading: Reading, last: Draft | None) -> bool:
    """Whether the number before counts a part: "including 90 boys", "of these 250 were Danes"."""
    if last is None:
        return False
    lower, grammar = reading.whole[last.at].lower, lexicon.grammar()
    first = last.quantity.outer_first if last.quantity else last.first
    before, behind = lower[max(0, first - 2) : first], lower[last.stop : last.stop + 2]
    if before and before[-1] in grammar.including:
        return True
    of_them = (before[:1], before[1:]), (behind[:1], behind[1:])
    return any(
        of in (["of"], ["among"]) and not grammar.anaphoric.isdisjoint(them) for of, them in of_them
    )
