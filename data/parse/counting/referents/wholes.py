"""Wholes: the number of which another one is a part."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.noun_phrases.ends import ends_phrase
from data.parse.counting.noun_phrases.extents import owning_words
from data.parse.counting.referents.excepted import is_all_but_some
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading


def is_whole(reading: Reading, quantity: Quantity) -> bool:
    """Whether this number is the y of "x of y", "all but two of y", "all y but two", "Of y"."""
    tokens = reading.tokens
    owners = reading.place_stops
    index = quantity.outer_first
    dashes = lexicon.grammar().dashes
    if index > 1 and tokens[index - 1].norm in dashes and _is_spaced(reading, index - 1):
        return False  # "four in ten inhabitants of X - over 80,000 - have fled"
    if is_all_but_some(reading, quantity):
        return True
    skipped = owning_words()
    while index > 0:
        word = tokens[index - 1].norm
        if word == "of":
            before = tokens[index - 2].norm if index > 1 else ""
            if before == "out" and _is_moved_out(reading, index - 2, quantity):
                return False  # "were pushed out of six districts"
            if before == "total" and _is_of_total(reading, index - 2):
                return True  # "out of a total of 34"
            if before == "one" and _is_another_of(reading, index - 2, quantity):
                return False  # "a force of 75,000 beat one of 300,000"
            if before in lexicon.grammar().whole_openers or not before.isalnum():
                return True
            if before in lexicon.grammar().clause_joints and reading.lower[0] == "of":
                return True  # "Of the 14 of X, 10 are theirs, and of the seven of Y five"
            if before == "that" and _leads_to_part(reading, quantity):
                return True  # "said that of the 900 held in X, 40 are free"
            return any(part.outer_stop in {index - 1, index - 2} for part in reading.quantities)
        if word in skipped:
            index -= 1
        elif index in owners:
            index = owners[index]
        elif tokens[index].norm == "'s" and (owner := _owner_before(reading, index)):
            index = owner
        else:
            return False
    return False


def _is_of_total(reading: Reading, total: int) -> bool:
    """Whether "of" leads to a word for a total: "out of a total", "of the country's total"."""
    if "of" in reading.lower[max(0, total - 2) : total]:
        return True
    return reading.lower[total - 1] == "'s" and _owner_before(reading, total - 1) is not None


def _leads_to_part(reading: Reading, quantity: Quantity) -> bool:
    """Whether a comma and a number stand behind one: "of the 900, 40 are free"."""
    behind = (one for one in reading.quantities if one.first > quantity.first)
    part = next(behind, None)
    return part is not None and reading.lower[part.outer_first - 1] == ","


def _is_another_of(reading: Reading, one: int, quantity: Quantity) -> bool:
    """Whether "one" is another of what was measured before: "an army of 9,000 met one of 7,000"."""
    if not ends_phrase(reading, quantity.outer_stop):
        return False
    before = next((q for q in reversed(reading.quantities) if q.outer_stop <= one), None)
    if before is None or before.outer_first < _MEASURED:
        return False
    measure, of = reading.lower[before.outer_first - 2 : before.outer_first]
    return of == "of" and measure in lexicon.grammar().force_words


_MEASURED = 2
"""Fewest words before a number that measures something: "army of"."""


def _is_spaced(reading: Reading, index: int) -> bool:
    """Whether a dash parts words, and does not tie them: "war-torn"."""
    return reading.tokens[index - 1].end != reading.tokens[index].start


def _owner_before(reading: Reading, stop: int) -> int | None:
    """Where an owner that no list has begins behind "of": "one of the southern city's 10 posts"."""
    for index in range(stop - 1, max(0, stop - _LONGEST_OWNER), -1):
        if reading.lower[index - 1] == "of":
            return index
        if not reading.tokens[index].is_word:
            return None
    return None


_LONGEST_OWNER = 5
"""Most words of an owner, plus one: "the besieged southern city"."""


def _is_moved_out(reading: Reading, out: int, quantity: Quantity) -> bool:
    """Whether "out" goes with a verb before it, and not with a number: "three out of six".

    In "hold three districts out of six" nothing but a number stands behind it; "flew 40 men out of
    six districts" says of what.
    """
    if not out or not reading.tokens[out - 1].is_word:
        return False
    behind = reading.lower[quantity.outer_stop : quantity.outer_stop + 1]
    is_bare = not behind or not behind[0].isalpha() or behind[0] in lexicon.grammar().prepositions
    for part in reversed(reading.quantities):
        if part.outer_stop <= out:
            between = range(part.outer_stop, out)
            return part.outer_stop != out and not (
                is_bare and reading.verb_tokens.isdisjoint(between)
            )
    return True
