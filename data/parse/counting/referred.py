"""Referred: which of the numbers before one it goes on with, where it is not the last of them."""

from __future__ import annotations

from collections.abc import Sequence

from data.parse.draft import Draft
from data.parse.numbers.quantities import Quantity
from data.parse.reading import Reading

_OF_THEM = (["of", "them"], ["of", "those"], ["of", "these"])
_JOINTS = frozenset({"and", ","})


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
    them = reading.lower[quantity.outer_stop : quantity.outer_stop + 2] in _OF_THEM
    if len(told) > 1 and them and told[-1] is last and _carries(told[-1]):
        return told[-2]  # "set down 900 evacuees, and 12 flights have carried 200 of them on"
    return last


def _carries(draft: Draft) -> bool:
    happening = draft.happening
    if happening is None or happening.by_others or draft.unit != "count":
        return False
    return happening.verb.lemma == "board"


def _in_turn(reading: Reading, quantity: Quantity, told: Sequence[Draft]) -> Draft | None:
    """The count of which one of several parts is told: "of these, 40 and 12, respectively"."""
    stop = reading.lower.index("respectively")
    run = [q for q in reading.quantities if q.outer_stop < stop]
    size = 1
    while size < len(run) and _follows(reading, run[-size - 1], run[-size]):
        size += 1
    parts = run[-size:]
    if size == 1 or quantity not in parts:
        return None
    wholes = [draft for draft in told if draft.first < parts[0].first][-size:]
    return wholes[parts.index(quantity)] if len(wholes) == size else None


def _follows(reading: Reading, before: Quantity, after: Quantity) -> bool:
    """Whether nothing but "and" stands between two numbers."""
    between = reading.lower[before.outer_stop : after.outer_first]
    return bool(between) and _JOINTS.issuperset(between)
