"""Gone over: ground that a bare number counts and that goes to somebody: "nine went to X"."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.counting.ground.named_holders import named_holder
from data.parse.counting.referents.bare_numbers import fitting
from data.parse.counting.referents.recalled import ground_told
from data.parse.counting.verbs.happenings import Happening
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_REACH = 3
"""Most words from the number to "to": "came back to"."""


def is_gone_over(reading: Reading, quantity: Quantity) -> bool:
    """Whether it is told of a number without a noun to whom it went: "and three to the army"."""
    at, lower = quantity.outer_stop, reading.lower
    if quantity.is_ordinal or lower[at : at + 1] == [] or "to" not in lower[at : at + _REACH]:
        return False
    if lower[at] not in lexicon.count_words().going_over:
        return False
    to = lower.index("to", at)
    return named_holder(reading, to + 1) is not None


def ground_gone_over(
    reading: Reading, quantity: Quantity, counted: Counted | None
) -> Counted | None:
    """What a number without a noun counts, where a side gets it of the ground told of before."""
    if counted is not None or not is_gone_over(reading, quantity):
        return counted
    ground = ground_told(reading, quantity)
    stop = quantity.outer_stop
    return Counted(stop, stop, *ground, "before") if ground else None


def fitted(
    reading: Reading,
    quantity: Quantity,
    counted: Counted,
    happening: Happening | None,
    last: Draft | None,
) -> Counted:
    """What a number counts as its verb lets it, but for ground that goes over to somebody."""
    ground = counted.how == "before" and counted.noun.kind in lexicon.kinds_with("ground")
    if ground and is_gone_over(reading, quantity):
        return counted
    return fitting(reading, quantity, counted, happening, last)
