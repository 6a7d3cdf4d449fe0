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
        place = reading.place_starts.get(index + 2)
        whole = place is None or reading.lower[place : place + 1] == ["'s"]  # "of X's 13 districts"
        return index + 1 if whole else index  # "thousands out of X"
    if index + 2 >= len(tokens) or tokens[index].norm != ",":
        return index
    for position in range(index + 1, min(len(tokens) - 1, index + _LONGEST_INSERTION)):
        if tokens[position].norm == ",":
            return position + 1 if tokens[position + 1].norm == "of" else index
    return index + 1 if tokens[index + 1].norm == "of" else index


def past_share(reading: Reading, index: int) -> int:
    """From behind "114 posts" to behind the share in brackets in "114 posts (28 percent) fell"."""
    if reading.lower[index : index + 1] != ["("]:
        return index
    at = bisect.bisect_left(reading.quantities, index + 1, key=_first_of)
    share = reading.quantities[at] if at < len(reading.quantities) else None
    if share is None or share.unit != "percent" or share.outer_first != index + 1:
        return index
    closes = reading.lower[share.outer_stop : share.outer_stop + 1] == [")"]
    return share.outer_stop + 1 if closes else index


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
