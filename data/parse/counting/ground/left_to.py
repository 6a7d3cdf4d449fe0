"""Left to: ground that others leave to somebody: "leaving 27 under government control"."""

from __future__ import annotations

import itertools

from data import lexicon
from data.parse.clauses import is_adverb
from data.parse.counting.counted_as import Counted
from data.parse.counting.ground.having import holder_having
from data.parse.counting.ground.named_holders import Holder, named_holder
from data.parse.counting.referents.recalled import ground_told
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_LONGEST_NAME = 5
"""Most words of whom something is left to: "leaving the government of the south with"."""


def is_left(reading: Reading, quantity: Quantity, stop: int) -> bool:
    """Whether a number is what is left to somebody who holds it.

    Args:
        reading: The sentence.
        quantity: The number.
        stop: Index one past what it counts.
    """
    before = _before(reading, quantity)
    if reading.lower[before] not in lexicon.count_words().leaving:
        return False
    words = lexicon.count_words().under_control - {"with"}
    behind = reading.lower[stop : reading.clause_of(quantity.first).stop]
    held = not lexicon.grammar().holding_nouns.isdisjoint(behind)
    return held and not words.isdisjoint(behind[:1])


def left_with(reading: Reading, quantity: Quantity) -> Holder | None:
    """Who is left with what a number counts: "leaving the army with 27", "... in control of 27"."""
    before, leaving = _before(reading, quantity), lexicon.count_words().leaving
    if reading.norms.isdisjoint(leaving):
        return None
    link = "with"
    if reading.lower[before] == "of" and before > 1:
        if reading.lower[before - 1] not in lexicon.grammar().holding_nouns:
            return None
        before, link = before - 2, "in"
    if reading.lower[before] != link:
        return None
    if before and reading.lower[before - 1] in leaving:
        return _left_alone(reading, before - 1)
    for index in range(before - 2, max(-1, before - 2 - _LONGEST_NAME), -1):
        if reading.lower[index] in leaving:
            return named_holder(reading, index + 1, before)
        if not reading.tokens[index].is_word:
            break
    return _left_too(reading, before)


_APART = 30
"""Most words from "is left with" to another who is left with something."""


def _left_alone(reading: Reading, verb: int) -> Holder | None:
    """Who "is left with" ground, before the verb."""
    if reading.lower[verb - 1 : verb] and reading.lower[verb - 1] in lexicon.grammar().copulas:
        return holder_having(reading, verb)
    return None


def _left_too(reading: Reading, leading: int) -> Holder | None:
    """Who else is left with ground: "the army is left with nine, and the Taliban with 30"."""
    actor = next((actor for actor in reading.actors if actor.stop == leading), None)
    if actor is None:
        return None
    first = actor.first
    while first and reading.lower[first - 1] in lexicon.grammar().determiners:
        first -= 1
    if not first or reading.lower[first - 1] not in lexicon.grammar().separators:
        return None
    leaving = lexicon.count_words().leaving
    told = any(
        before in leaving and after == "with"
        for before, after in itertools.pairwise(reading.lower[max(0, first - _APART) : first])
    )
    return Holder(actor.words, actor) if told else None


def is_left_with(reading: Reading, quantity: Quantity, counted: Counted) -> bool:
    """Whether a number counts ground that somebody is left with."""
    ground = counted.noun.kind in lexicon.kinds_with("ground")
    return ground and left_with(reading, quantity) is not None


def ground_left(reading: Reading, quantity: Quantity, counted: Counted | None) -> Counted | None:
    """What a number without a noun counts, where it is what others leave of the ground told of."""
    stop = quantity.outer_stop
    if counted is not None and counted.first < counted.stop:
        return counted
    if quantity.is_ordinal or reading.norms.isdisjoint(lexicon.count_words().leaving):
        return counted
    if not is_left(reading, quantity, stop):
        ends = stop >= len(reading.tokens) or reading.lower[stop] in _ends()
        if not ends or left_with(reading, quantity) is None:
            return counted
    ground = ground_told(reading, quantity)
    return Counted(stop, stop, *ground, "before") if ground else counted


def _ends() -> frozenset[str]:
    return lexicon.count_words().number_ends


def _before(reading: Reading, quantity: Quantity) -> int:
    """Index of the word before a number, "just" and the like aside; 0 where there is none."""
    index = quantity.outer_first - 1
    focus = lexicon.grammar().focus
    while index > 0 and (reading.lower[index] in focus or is_adverb(reading.tokens[index])):
        index -= 1
    return max(0, index)
