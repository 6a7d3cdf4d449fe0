"""Fated before: those whom their fate names right before their number: "and the wounded at 40"."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.nouns import class_of_participle


def find_fated_before(reading: Reading, quantity: Quantity) -> Counted | None:
    """Those whose number is put somewhere, or who are told of beside others of another fate.

    "put the wounded at 40", "the dead numbered 11 and the wounded 40", "the number of dead stood
    at 11 and of wounded at 40".
    """
    first, words = quantity.outer_first, lexicon.count_words()
    at = first - 1 - (reading.lower[first - 1] in words.leads_of_figure) if first else 0
    kind = lexicon.nouns().participles.get(reading.lower[at]) if at > 0 else None
    if kind is None or quantity.unit is not None:
        return None
    begin = _begin(reading, at)
    if begin is None or not (
        _is_put(reading, first, begin) or _is_beside(reading, quantity, begin)
    ):
        return None
    stop, name = quantity.outer_stop, reading.words(at, at + 1)
    return Counted(stop, stop, class_of_participle(kind), name, "measure")


def _begin(reading: Reading, at: int) -> int | None:
    """Where the words begin that make a name of a fate: "the", "of", "that of the"."""
    begin = at
    for word in lexicon.count_words().before_fate:
        begin -= begin > 0 and reading.lower[begin - 1] == word
    return begin if 0 < begin < at else None


def _is_put(reading: Reading, first: int, begin: int) -> bool:
    """Whether somebody puts their number at this: "put the wounded at 40"."""
    put = not lexicon.count_words().putting.isdisjoint(reading.lower[begin - 1 : begin])
    return put and reading.lower[first - 1] == "at"


def _is_beside(reading: Reading, quantity: Quantity, begin: int) -> bool:
    """Whether they are told of behind a number of others: ", the wounded 40"."""
    joints = lexicon.grammar().clause_joints
    before = reading.lower[begin - 1]
    if before not in joints and before not in {",", ";"}:
        return False
    return any(other.outer_stop <= begin - 1 for other in reading.quantities) and (
        reading.quantities[0].first < quantity.first
    )
