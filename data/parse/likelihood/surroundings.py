"""Surroundings: the words around a number, each with where it stands.

"flown" right before a number says more than "flown" somewhere in the article, so the same word is
another trait in each place: ``l0`` to ``l2`` are the words before the number, from it outwards,
``r0`` to ``r3`` those behind it; ``L`` and ``R`` hold a few more on either side in any order, ``S``
the sentence, ``T`` all sentences of the article that tell of numbers, ``who`` what is counted.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from data.parse.draft import Draft
from data.parse.reading import Reading

_BEFORE: Final = 3
_BEHIND: Final = 4
_NEAR_BEFORE: Final = 6
_NEAR_BEHIND: Final = 8

_ENDING: Final = re.compile(r"(?<=\w{3})(?:ings?|edly|ie[sd]|e[sd]|[sey])$")
"""What is taken off a word, if three letters are left of it."""


@functools.lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word in small letters without its ending; "#" for one in figures."""
    return "#" if word[0].isdigit() else _ENDING.sub("", word)


def number_traits(reading: Reading, draft: Draft) -> Iterator[str]:
    """What stands around a number."""
    words = reading.lower
    yield f"unit={draft.unit}"
    yield f"digits={_digits(draft)}"
    who = [stem(word) for word in (draft.who or "").lower().split()]
    yield from (f"who={word}" for word in set(who))
    yield f"head={who[-1] if who else ''}"
    before = words[max(0, draft.first - _NEAR_BEFORE) : draft.first][::-1]
    behind = words[draft.stop : draft.stop + _NEAR_BEHIND]
    yield from (f"l{i}={stem(word)}" for i, word in enumerate(before[:_BEFORE]))
    yield from (f"r{i}={stem(word)}" for i, word in enumerate(behind[:_BEHIND]))
    yield from _each("L", before)
    yield from _each("R", behind)


def sentence_traits(reading: Reading) -> Iterator[str]:
    """What stands in a sentence."""
    return _each("S", reading.norms)


def text_traits(telling: Iterable[Reading]) -> Iterator[str]:
    """What stands in the sentences of an article that tell of numbers."""
    return _each("T", {word for reading in telling for word in reading.norms})


def _each(place: str, words: Iterable[str]) -> Iterator[str]:
    return (f"{place}={word}" for word in {stem(word) for word in words if word[0].isalpha()})


def _digits(draft: Draft) -> int:
    quantity = draft.quantity
    if quantity is None:
        return 0
    number = quantity.value or quantity.low or quantity.high or 0
    return min(6, len(str(int(number))))
