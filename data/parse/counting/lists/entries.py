"""Entries: numbers of a list that have nothing but a name beside them: "Takhar: five"."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.lists.headed import Headed
from data.parse.counting.lists.heading_verbs import counts_people
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_SEPARATING = frozenset({":", ",", "-", "—", "(", "|"})


def is_entry(reading: Reading, quantity: Quantity, headed: Headed) -> bool:
    """Whether a number has nothing but a name beside it: "Takhar: five", "five in Takhar"."""
    if headed.in_column:
        return True
    if headed.happening is not None and not counts_people(headed.happening):
        return False
    lower, first, stop = reading.lower, quantity.outer_first, quantity.outer_stop
    behind = lower[stop] if stop < len(lower) else "."
    others = behind in lexicon.grammar().others
    if others and all(not token.is_word for token in reading.tokens[stop + 1 :]):
        return headed.noun.unit == "people"  # "300 others"
    before = [q.outer_stop for q in reading.quantities if q.outer_stop <= first]
    begin = max(before, default=0)
    places = reading.place_starts
    named = {at for start, end in places.items() for at in range(start, end)}  # "United States"
    if any(begin <= verb.first < first and verb.first not in named for verb in reading.verbs):
        return False
    name = reading.tokens[begin:first]
    if not any(token.is_word for token in name):
        return behind in lexicon.count_words().entry_places
    if behind not in lexicon.count_words().entry_ends:
        return False
    capital = any(token.is_word and token.text[0].isupper() for token in name)
    return capital and (lower[first - 1] in _SEPARATING or first in reading.place_stops)
