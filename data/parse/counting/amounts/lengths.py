"""Lengths: of a border or of a stretch of one; other distances are left alone."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.ground.holders import held_behind
from data.parse.counting.verbs.agents import find_agent
from data.parse.counting.verbs.happenings import NumberPhrase, find_happening
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_NEAR = 2
"""Most sentences from a length or the word for a border to a length that does not say of what."""

_REACH_OF_NAMES = 4
"""The same where a sentence names a country or a fence: "Uzbekistan's is 144 km long"."""

_LED_REACH = 3
"""Most words from "along" to a length: "along a mere 90 km"."""


def find_length(reading: Reading, quantity: Quantity, last: Draft | None) -> Draft | None:
    """The draft of a border's length; None for a distance from somewhere.

    Args:
        reading: The sentence.
        quantity: A number with a unit of length.
        last: The fact of the number before; what follows a border's length in the same
            sentence, in brackets or not, is its length too.
    """
    if _is_distance(reading, quantity) or not _speaks_of_border(reading, quantity, last):
        return None
    if _in_brackets(reading, quantity) and not _is_same_length(last, reading, quantity):
        return None  # "is 5 km (3 miles) from the town"
    phrase = NumberPhrase(quantity.outer_first, quantity.outer_stop)
    happening = find_happening(reading, phrase)
    held = happening if happening and happening.verb.holds else None
    agent = find_agent(reading, held) if held else None
    holder = agent.doer if agent else None
    in_hands = None if agent else held_behind(reading, quantity.outer_stop)
    if in_hands is not None:
        holder = in_hands.actor
    clause = reading.clause_of(quantity.first)
    borders = reading.borders
    near = [border for border in borders if clause.first <= border.first < clause.stop] or borders
    code = near[0].code if near else None
    if code is None and last is not None and last.kind == "border_length" and last.places:
        code = last.places[0]
    return Draft(
        kind="border_length",
        rule="counts.border-length",
        action=held.verb.action if held else "control" if in_hands else "run",
        first=quantity.first,
        stop=quantity.stop,
        verb=held.first if held else quantity.first,
        at=reading.at,
        quantity=quantity,
        unit=quantity.unit,
        who=agent.words if agent else in_hands.words if in_hands else None,
        actor=holder.code if holder else None,
        places=(code,) if code else (),
    )


def _is_distance(reading: Reading, quantity: Quantity) -> bool:
    """Whether it says how far: "120 kilometers west of Herat", "within 20 km"."""
    tokens, grammar = reading.tokens, lexicon.grammar()
    before = tokens[quantity.outer_first - 1].norm if quantity.outer_first else ""
    if before in grammar.distance_before:
        return True
    stop = quantity.outer_stop
    if reading.lower[stop : stop + 1] == ["("]:  # "25 km (16 miles) from the border"
        stop = next((i + 1 for i in range(stop, len(tokens)) if tokens[i].norm == ")"), stop)
    behind = reading.lower[stop : stop + 2]
    return any(word in grammar.distance_behind for word in behind)


def _in_brackets(reading: Reading, quantity: Quantity) -> bool:
    """Whether it is a length in another unit behind one: "144 km (89 miles)"."""
    first = quantity.outer_first
    return first > 1 and reading.lower[first - 1] == "(" and reading.tokens[first - 2].is_word


def _is_same_length(last: Draft | None, reading: Reading, quantity: Quantity) -> bool:
    """Whether the number right in front of the brackets is the length of a border."""
    if last is None or last.kind != "border_length" or last.at != reading.at:
        return False
    return last.stop == quantity.outer_first - 1


def _speaks_of_border(reading: Reading, quantity: Quantity, last: Draft | None) -> bool:
    words = lexicon.grammar().length_words
    if reading.borders or not words.isdisjoint(reading.word_set):
        return True
    if _is_of_touching(reading, quantity):
        return True
    if last is not None and last.kind == "border_length" and reading.at - last.at <= _NEAR:
        return True
    far = bool(reading.names) or _is_of_fence(reading, quantity)
    reach = _REACH_OF_NAMES if far else _NEAR
    before = reading.whole[max(0, reading.at - reach) : reading.at]
    return any(not words.isdisjoint(above.word_set) for above in before)


def _is_of_fence(reading: Reading, quantity: Quantity) -> bool:
    """Whether it is the length of what fences a border off: "most of the 900km barrier is up"."""
    stop = quantity.outer_stop
    return not lexicon.location().lines.fences.isdisjoint(reading.lower[stop : stop + 1])


def _is_of_touching(reading: Reading, quantity: Quantity) -> bool:
    """Whether it says how far two states touch: "X touches Y along 90 km", "parts them over"."""
    if lexicon.grammar().touching.isdisjoint(reading.word_set):
        return False
    led = reading.lower[max(0, quantity.outer_first - _LED_REACH) : quantity.first]
    return "along" in led or "over" in led
