"""Referred: which of the numbers before one it goes on with, where it is not the last of them."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.parse.counting.ground.told_again import count_told_again
from data.parse.counting.referents.antecedents import is_of_them
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading


def referred_to(
    reading: Reading, quantity: Quantity, told: Sequence[Draft], last: Draft | None
) -> Draft | None:
    """The fact that a number without a noun goes on with.

    Args:
        reading: The sentence.
        quantity: The number.
        told: The facts of its sentence so far.
        last: The fact of the last number before it.
    """
    if len(told) > 1 and "respectively" in reading.norms:
        return _in_turn(reading, quantity, told) or last
    if len(told) > 1 and told[-1] is last and _is_only_worth(told, quantity):
        return told[-2]  # "of the seven posts with an income above $2 million, five"
    if len(told) > 1 and told[-1] is last and _is_whole_by_some(reading, told, quantity):
        return told[-2]  # "of eight missiles launched by four jets, seven were shot down"
    them = is_of_them(reading, quantity.outer_stop)
    if len(told) > 1 and them and told[-1] is last and _carries(told[-1]):
        return told[-2]  # "set down 900 evacuees, and 12 flights have carried 200 of them on"
    if len(told) > 1 and not them and told[-1] is last and _is_closed_part(reading, told, quantity):
        return told[-2]  # "27 civilians, including 11 children, were killed and 136 wounded"
    return count_told_again(reading, quantity, told) or last


def _is_only_worth(told: Sequence[Draft], quantity: Quantity) -> bool:
    """Whether the last number told is a sum by which the whole before it is described."""
    whole, worth = told[-2], told[-1]
    if worth.kind != "money" or whole.action != "total" or quantity.unit is not None:
        return False
    return quantity.value is not None and quantity.value <= (
        whole.quantity.value or 0 if whole.quantity else 0
    )


def _is_whole_by_some(reading: Reading, told: Sequence[Draft], after: Quantity) -> bool:
    """Whether the last number told is only of those who did it to a whole that has a part now."""
    whole, last = told[-2], told[-1]
    if last.quantity is None or whole.quantity is None or whole.first < 1:
        return False
    lower = reading.lower
    by = lower[last.quantity.outer_first - 1] == "by"
    of = lower[whole.quantity.outer_first - 1 : whole.quantity.outer_first] == ["of"]
    return by and of and lower[after.outer_first - 1] == ","


def _is_closed_part(reading: Reading, told: Sequence[Draft], after: Quantity) -> bool:
    """Whether the last number told is a part of the one before, in an insertion closed by now."""
    whole, part = told[-2], told[-1]
    if part.quantity is None or part.in_brackets:
        return False
    lower, grammar = reading.lower, lexicon.grammar()
    first, behind = part.quantity.outer_first, part.quantity.outer_stop
    leads = lower[first - 1] in grammar.including or lower[first - 2 : first] == ["among", "them"]
    of_whom = lower[behind : behind + 1] == ["of"] and not grammar.partitive_relatives.isdisjoint(
        lower[behind + 1 : behind + 2]
    )
    if not (leads or of_whom or is_of_them(reading, behind)):
        return False
    stop = next((i for i in range(part.stop, after.outer_first) if lower[i] == ","), None)
    if stop is None:
        return False
    if whole.action == "total" and stop + 1 == after.outer_first:
        return True  # "Of 300 recruits, 40 of whom were ill, half left"
    return any(stop < verb.first < after.outer_first for verb in reading.verbs)


def _carries(draft: Draft) -> bool:
    happening = draft.happening
    if happening is None or happening.by_others or draft.unit != "count":
        return False
    return happening.verb.lemma == "board"


def _in_turn(reading: Reading, quantity: Quantity, told: Sequence[Draft]) -> Draft | None:
    """The count of which one of several parts is told: "of these, 40 and 12, respectively"."""
    parts = _parts(reading)
    if quantity not in parts:
        return None
    wholes = [draft for draft in told[-2 * len(parts) :] if draft.first < parts[0].first]
    wholes = wholes[-len(parts) :]
    return wholes[parts.index(quantity)] if len(wholes) == len(parts) else None


@remembered
def _parts(reading: Reading) -> Sequence[Quantity]:
    """The numbers before "respectively" between which nothing but "and" stands, if several."""
    stop = reading.lower.index("respectively")
    before = [quantity for quantity in reading.quantities if quantity.outer_stop < stop]
    size = 1
    while size < min(len(before), _MOST_PARTS) and _follows(reading, *before[-size - 1 :][:2]):
        size += 1
    return before[-size:] if size > 1 else ()


_MOST_PARTS = 6


def _follows(reading: Reading, before: Quantity, after: Quantity) -> bool:
    """Whether nothing but "and" stands between two numbers."""
    between = reading.lower[before.outer_stop : after.outer_first]
    return bool(between) and lexicon.grammar().adding.issuperset(between)
