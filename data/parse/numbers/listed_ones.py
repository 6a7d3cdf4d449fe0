"""Listed ones: where "one" counts in a list by places: "six fell in Kunduz, one in Balkh"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from data import lexicon
from data.parse.words.tokens import Token, indexes_of

if TYPE_CHECKING:
    from data.parse.reading import Reading


def listed_ones(reading: Reading) -> frozenset[int]:
    """Indexes of each "one" that goes on a list of numbers with a place each.

    Behind the place of the number before, or as the first of several behind a dash: "lost four -
    one in Balkh and three in Herat". "An official in X and one in Y" has no number before.
    """
    if not reading.known_names.places:
        return frozenset()
    found: set[int] = set()
    numbers = [at for at, token in enumerate(reading.tokens) if _is_number(token)]
    for index in indexes_of({"one"}, reading.lower):
        stop = _place_behind(reading, index)
        if stop is None or not numbers or numbers[0] > index:
            continue
        before = _before_joint(reading.lower, index)
        if before == index:
            first = reading.lower[index - 1] in _OPENING and _goes_on(reading, stop)
        else:
            first = before in reading.place_stops
        if first:
            found.add(index)
    return frozenset(found)


_OPENING = frozenset({"-", "–", "—", ":"})


def _is_number(token: Token) -> bool:
    return token.is_number or token.norm in lexicon.numbers().words


def _place_behind(reading: Reading, index: int) -> int | None:
    """Where the place stops in which "one" or a number is: "one in the north of X" names none."""
    if reading.lower[index + 1 : index + 2] not in (["in"], ["from"]):
        return None
    first = index + 2 + (reading.lower[index + 2 : index + 3] == ["the"])
    return reading.place_starts.get(first)


def _before_joint(lower: Sequence[str], index: int) -> int:
    """Where what stands before "and" or a comma stops; the index itself where none stands."""
    while index and lower[index - 1] in lexicon.grammar().adding:
        index -= 1
    return index


def _goes_on(reading: Reading, stop: int) -> bool:
    """Whether the next number with a place follows: "one in X and three in Y"."""
    index = stop
    while index < len(reading.tokens) and reading.lower[index] in lexicon.grammar().adding:
        index += 1
    if index == stop or index >= len(reading.tokens):
        return False
    return _is_number(reading.tokens[index]) and _place_behind(reading, index) is not None
