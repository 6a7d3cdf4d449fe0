"""Surroundings: the words around a number, by where they stand.

"flown" right before a number says more than "flown" somewhere in the article, so the same word is
another trait in each place: ``l0`` to ``l2`` are the words before the number, from it outwards,
``r0`` to ``r3`` those behind it; ``L`` and ``R`` hold a few more on either side in any order, ``S``
the sentence, ``T`` all sentences of the article that tell of numbers, ``who`` what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from data.parse.draft import Draft
from data.parse.reading import Reading

Trait = tuple[str, Collection[str]]
"""A place, and what stands there."""

_BEFORE: Final = 3
_BEHIND: Final = 4
_NEAR_BEFORE: Final = 6
_NEAR_BEHIND: Final = 8

_ENDING: Final = re.compile(r"(?<=\w{3})(?:ings?|edly|ie[sd]|e[sd]|[sey])$")
"""What is taken off a word, if three letters are left of it."""


def stem(word: str) -> str:
    """A word in small letters without its ending; "#" for one in figures."""
    return "#" if word[0].isdigit() else _ENDING.sub("", word)


def stems(words: Iterable[str]) -> frozenset[str]:
    """Words without their endings; figures and signs are none."""
    return frozenset([stem(word) for word in words if word[0].isalpha()])


def number_traits(reading: Reading, draft: Draft) -> Iterator[Trait]:
    """What stands around a number."""
    words = reading.lower
    who = [stem(word) for word in (draft.who or "").lower().split()]
    before = words[max(0, draft.first - _NEAR_BEFORE) : draft.first][::-1]
    behind = words[draft.stop : draft.stop + _NEAR_BEHIND]
    yield "unit", (draft.unit or "",)
    yield "digits", (_digits(draft),)
    yield "who", frozenset(who)
    yield "head", who[-1:] or ("",)
    yield from ((f"l{at}", (stem(word),)) for at, word in enumerate(before[:_BEFORE]))
    yield from ((f"r{at}", (stem(word),)) for at, word in enumerate(behind[:_BEHIND]))
    yield "L", stems(before)
    yield "R", stems(behind)


def sentence_trait(reading: Reading) -> Trait:
    """What stands in a sentence."""
    return "S", stems(reading.norms)


def text_trait(telling: Iterable[Reading]) -> Trait:
    """What stands in the sentences of an article that tell of numbers."""
    return "T", stems(frozenset().union(*(reading.norms for reading in telling)))


def _digits(draft: Draft) -> str:
    quantity = draft.quantity
    if quantity is None:
        return "0"
    number = quantity.value or quantity.low or quantity.high or 0
    return str(min(6, len(str(int(number)))))
