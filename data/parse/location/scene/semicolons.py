"""Semicolons: they part a number from the grounds of what is told beside it."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from data import lexicon
from data.parse.lazy import remembered
from data.parse.reading import Reading


def is_parted(reading: Reading, first: int, stop: int) -> bool:
    """Whether a semicolon stands somewhere from one word to another."""
    signs = semicolons(reading)
    return bool(signs) and bisect.bisect_left(signs, first) < bisect.bisect_left(signs, stop)


@remembered
def semicolons(reading: Reading) -> Sequence[int]:
    """Indexes of a sentence's semicolons."""
    if ";" not in reading.text[reading.sentence.start : reading.sentence.end]:
        return ()
    return tuple(index for index, norm in enumerate(reading.lower) if norm == ";")


def is_of_remark(reading: Reading, first: int, stop: int) -> bool:
    """Whether a semicolon parts a number from where somebody is: "took $9m; he is in X"."""
    persons = lexicon.grammar().third_person
    return any(
        first <= index < stop and not persons.isdisjoint(reading.lower[index + 1 : index + 2])
        for index in semicolons(reading)
    )
