"""Between: words that stand between a number and what it counts, and belong to neither."""

from __future__ import annotations

import bisect
import operator
from collections.abc import Sequence

from data import lexicon
from data.parse.lazy import remembered
from data.parse.reading import Reading

_LONGEST_INSERTION = 9
"""Most words between a number and its "of" in ", or slightly more than half, of"."""


def past_insertion(reading: Reading, index: int) -> int:
    """From behind "212" to "of" in "212, or slightly more than half, of the 421 districts"."""
    tokens = reading.tokens
    if index < len(tokens) and tokens[index].norm == '"':
        return index + 1
    if index + 2 < len(tokens) and tokens[index].norm == "(":
        stop = min(len(tokens) - 1, index + _LONGEST_INSERTION)
        closing = (i for i in range(index + 1, stop) if tokens[i].norm == ")")
        return next(closing, index - 1) + 1
    if index + 1 < len(tokens) and tokens[index].norm == "out" and tokens[index + 1].norm == "of":
        return index if _is_way_out(reading, index + 2) else index + 1
    if index + 2 >= len(tokens) or tokens[index].norm != ",":
        return index
    for position in range(index + 1, min(len(tokens) - 1, index + _LONGEST_INSERTION)):
        if tokens[position].norm == ",":
            return position + 1 if tokens[position + 1].norm == "of" else index
    return index + 1 if tokens[index + 1].norm == "of" else index


def _is_way_out(reading: Reading, index: int) -> bool:
    """Whether "out of" leads out of one place: "thousands out of X", "5,000 out of the city".

    Of several things, or of those of a place, a part is counted: "six out of X's 13 districts".
    """
    place = reading.place_starts.get(index)
    if place is not None:
        return reading.lower[place : place + 1] != ["'s"]
    lower = reading.lower[index : index + 2]
    if reading.lower[index + 2 : index + 3] == ["'s"]:
        return False
    return lower[:1] == ["the"] and lower[-1] in lexicon.count_words().left_places


def past_share(reading: Reading, index: int) -> int:
    """From behind "114 posts" to behind the share in brackets in "114 posts (28 percent) fell".

    Likewise behind the same once more: "90 families (some 500 people) fled".
    """
    if reading.lower[index : index + 1] == [","]:
        return _past_inserted_share(reading, index)
    if reading.lower[index : index + 1] != ["("]:
        return index
    at = bisect.bisect_left(reading.quantities, index + 1, key=_first_of)
    again = reading.quantities[at] if at < len(reading.quantities) else None
    if again is None or again.outer_first != index + 1:
        return index
    nouns = again.unit is None and not again.is_ordinal
    behind = reading.lower[again.outer_stop : again.outer_stop + 1 + nouns]
    closes = behind[-1:] == [")"] and (nouns or again.unit == "percent")
    return again.outer_stop + len(behind) if closes else index


def _past_inserted_share(reading: Reading, comma: int) -> int:
    """From behind "9 million people" past ", or a third of the population," where it is so."""
    first = comma + 1 + (reading.lower[comma + 1 : comma + 2] == ["or"])
    at = bisect.bisect_left(reading.quantities, first, key=_first_of)
    share = reading.quantities[at] if at < len(reading.quantities) else None
    if share is None or share.unit != "percent" or share.outer_first != first:
        return comma
    behind = reading.lower[share.outer_stop : share.outer_stop + _LONGEST_INSERTION]
    closed = behind[:1] == ["of"] and "," in behind
    return share.outer_stop + behind.index(",") + 1 if closed else comma


_first_of = operator.attrgetter("outer_first")


def verb_between(reading: Reading, first: int, stop: int) -> bool:
    """Whether a verb that says what happened to somebody begins between two tokens."""
    starts = _event_starts(reading)
    at = bisect.bisect_left(starts, first)
    return at < len(starts) and starts[at] < stop


def number_start(reading: Reading, index: int) -> int:
    """Where the last number before a token begins, qualifiers included; 0 if there is none."""
    numbers = reversed(reading.quantities)
    return next((number.outer_first for number in numbers if number.outer_stop <= index), 0)


@remembered
def _event_starts(reading: Reading) -> Sequence[int]:
    return [verb.first for verb in reading.events]


def past_number_of(reading: Reading, index: int) -> int:
    """From behind "seven" to behind "the number of" in "bringing to seven the number of posts"."""
    for step in (index, index + 1):
        if reading.lower[step : step + 2] == ["number", "of"]:
            return step + 2
    return index


def is_number_again(reading: Reading, index: int) -> bool:
    """Whether "of" is followed by "this number", "the total"."""
    tokens = reading.tokens
    again = lexicon.count_words().before_again
    if index + 1 >= len(tokens) or tokens[index].norm not in again:
        return False
    measure = tokens[index + 1].norm
    if measure in lexicon.count_words().never_again:
        return False
    return measure in lexicon.grammar().measuring_nouns and (
        index + 2 >= len(tokens) or tokens[index + 2].norm != "of"
    )
