"""Counted: what a number counts."""

from __future__ import annotations

from typing import Literal, NamedTuple

from data.lexicon.counting import NounClass

How = Literal["behind", "part", "participle", "measure", "before"]


class Counted(NamedTuple):
    """What a number counts.

    Attributes:
        first: Index of the first token of the noun phrase; where the number stops if none.
        stop: Index one past the noun phrase.
        noun: Class of the noun.
        words: The noun phrase; for an elliptical number that of the number before.
        how: Where it was found: right ``behind`` the number; as the group a ``part`` is taken
            of ("four of them"); a ``participle`` ("22 wounded"); a ``measure`` before it ("the
            number of X rose to"); or what the number ``before`` counted.
        whole: The number is the total of "x of y".
        ahead: Index one past the noun of a ``measure``, where the words behind it tell of those
            counted: "the number of X captured in June".
    """

    first: int
    stop: int
    noun: NounClass
    words: str
    how: How
    whole: bool = False
    ahead: int | None = None
