"""Listed numbers: those that each stand behind the name of a place: "X sends 300, and Y 60"."""

from __future__ import annotations

from collections.abc import Mapping

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.behind import find_behind
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.names.places import Place
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_LONGEST_NAME = 3
"""Most words of a country's name."""

_MOST_LISTED = 8
"""Most places of a list that is read up to the noun it ends with."""


def follows_place(reading: Reading, quantity: Quantity) -> bool:
    """Whether the next of a list of places stands before a number: ", and Italy 600"."""
    first = reading.place_stops.get(quantity.outer_first)
    if first is None or quantity.outer_first - first > _LONGEST_NAME:
        return False
    before = reading.tokens[first - 1].norm if first else ""
    if before == "the" and first > 1:
        before = reading.tokens[first - 2].norm
    return before in lexicon.grammar().place_joints


def listed_place(reading: Reading, quantity: Quantity) -> Place | None:
    """The place that a list names before a number."""
    if not follows_place(reading, quantity):
        return None
    return _places_by_stop(reading).get(quantity.outer_first)


@remembered
def _places_by_stop(reading: Reading) -> Mapping[int, Place]:
    return {place.stop: place for place in reading.places}


def resumes_place(reading: Reading, quantity: Quantity, last: Draft | None) -> bool:
    """Whether a number behind a name is no part of it: "X lost 10 policemen, Taloqan 20".

    Countries have no numbers in their names: "X will host 200, Albania 60"; towns have, unless
    one of them did before what is told.
    """
    if last is None or last.at != reading.at or last.happening is None:
        return False
    stop = quantity.outer_stop
    if stop < len(reading.tokens) and reading.lower[stop] not in lexicon.count_words().number_ends:
        return False
    place = listed_place(reading, quantity)
    if place is None:
        return False
    is_country = place.code == place.country and place.via == "name"
    return is_country or last.happening.first in reading.place_stops


def noun_of_list(reading: Reading, quantity: Quantity) -> Counted | None:
    """The noun a list of places ends with: "X 2,000, Y 4,000 and Z 20,000 refugees"."""
    if quantity.is_ordinal:
        return None
    index = quantity.outer_stop
    for _ in range(_MOST_LISTED):
        number = _next_listed(reading, index)
        if number is None or number.unit != quantity.unit or number.is_ordinal:
            return None
        index = number.outer_stop
        found = find_behind(reading, index) if index < len(reading.tokens) else None
        if found is not None:
            return found
    return None


def _next_listed(reading: Reading, index: int) -> Quantity | None:
    """The number behind the next place of a list that goes on at a token."""
    lower, joints = reading.lower, lexicon.grammar().place_joints
    if index >= len(lower) or lower[index] not in joints:
        return None
    while index < len(lower) and (lower[index] in joints or lower[index] == "the"):
        index += 1
    first = reading.place_starts.get(index)
    return None if first is None else _numbers_by_start(reading).get(first)


@remembered
def _numbers_by_start(reading: Reading) -> Mapping[int, Quantity]:
    return {quantity.outer_first: quantity for quantity in reading.quantities}
