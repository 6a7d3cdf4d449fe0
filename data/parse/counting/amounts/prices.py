"""Prices: sums whose currency the sum before them tells."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.noun_phrases.ends import ends_phrase
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_LONGEST_LEAD = 3
"""Most words of what leads to a price: "the bill came to"."""

_LEAST_SUM = 100_000
"""Smallest sum that is told without its currency behind a name."""


def sum_again(reading: Reading, quantity: Quantity, last: Draft | None) -> Quantity:
    """A number in the currency of the sum before it, where it goes on with that.

    "A seat cost 500 afghanis last month and is now sold for 2,000", and, behind a name, "X earned
    5 million afghanis a day and Y 2 million".

    Args:
        reading: The sentence.
        quantity: One of its numbers.
        last: The fact of the number before it.
    """
    if last is None or last.kind != "money" or quantity.unit is not None:
        return quantity
    first, stop = quantity.outer_first, quantity.outer_stop
    if last.at != reading.at:
        return quantity._replace(unit=last.unit) if _is_part(reading, quantity, last) else quantity
    if quantity.is_ordinal or quantity.is_fraction or not ends_phrase(reading, stop):
        return quantity
    leads = lexicon.count_words().to_price
    led = (" ".join(reading.lower[first - words : first]) for words in range(1, _LONGEST_LEAD + 1))
    named = first > 0 and reading.tokens[first - 1].text[0].isupper()
    goes_on = not leads.isdisjoint(led) or (named and (quantity.value or 0) >= _LEAST_SUM)
    return quantity._replace(unit=last.unit) if goes_on else quantity


def _is_part(reading: Reading, quantity: Quantity, last: Draft) -> bool:
    """Whether a number opens the next sentence with a part of a sum: "Seven billion of it"."""
    if reading.at - last.at > 1 or quantity.outer_first or (quantity.value or 0) < _LEAST_SUM:
        return False
    sums = lexicon.count_words().standing_for_one
    behind = reading.lower[quantity.outer_stop : quantity.outer_stop + 2]
    return behind[:1] == ["of"] and not sums.isdisjoint(behind[1:])
