"""Prices: numbers whose currency the price before them tells."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.noun_phrases.ends import ends_phrase
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_LONGEST_LEAD = 2
"""Most words of what leads to a price: "sold for"."""


def priced(reading: Reading, quantity: Quantity, last: Draft | None) -> Quantity:
    """A number with the currency of the price that it is compared with, where it has no unit.

    "A seat cost 500 afghanis last month and is now sold for 2,000."

    Args:
        reading: The sentence.
        quantity: One of its numbers.
        last: The fact of the number before it.
    """
    if last is None or last.kind != "money" or last.at != reading.at or quantity.unit is not None:
        return quantity
    if quantity.is_ordinal or quantity.is_fraction or not ends_phrase(reading, quantity.outer_stop):
        return quantity
    first = quantity.outer_first
    leads = lexicon.count_words().to_price
    led = (" ".join(reading.lower[first - words : first]) for words in range(1, _LONGEST_LEAD + 1))
    return quantity if leads.isdisjoint(led) else quantity._replace(unit=last.unit)
