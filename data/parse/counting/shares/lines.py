"""Lines: which border a share is of, where the text names one of its sides or leaves out the word.

"70 percent of the Tajik border", "... and 60 percent of the Uzbek one", "two thirds of the Tajik
and half of the Uzbek border".
"""

from __future__ import annotations

import functools
import itertools

from data import lexicon
from data.parse.clauses import is_adverb
from data.parse.grounds.setting import setting
from data.parse.grounds.understood_lines import (
    beside_subject,
    line_of_several,
    line_shared,
    owner_at,
    owner_of_line,
)
from data.parse.names.border_owners import border_words
from data.parse.names.places import Place
from data.parse.reading import Reading

_LONGEST_LIST = 25
"""Most words from the first owner of a list to the word that all share."""

_REACH = 3
"""How many sentences back "the border" may be the one spoken of."""


def line_between(reading: Reading, first: int, stop: int) -> str | None:
    """The border some words speak of; the one spoken of last where they name no side of it."""
    for border in reading.borders:
        if first <= border.first < stop:
            return border.code
    word = border_word(reading, first, stop)
    if word is None or _are_several(reading, word):
        return None
    owner = owner_of_line(reading, word)
    if owner is None:
        return _spoken_of_before(reading)
    return _line_of(reading, owner)


def _spoken_of_before(reading: Reading) -> str | None:
    """The border that the sentences right before one spoke of last."""
    before = reading.whole[max(0, reading.at - _REACH) : reading.at]
    borders = (border for above in reversed(before) for border in reversed(above.borders))
    return next((border.code for border in borders), None)


def border_word(reading: Reading, first: int, stop: int) -> int | None:
    """Index of the first word for a border among some words; "border guards" are none."""
    lower, words, services = reading.lower, border_words(), lexicon.location().lines.services
    for index in range(first, stop):
        if lower[index] in words and services.isdisjoint(lower[index + 1 : index + 2]):
            return index
    return None


def line_right_before(reading: Reading, index: int) -> tuple[str | None] | None:
    """The border that a bare figure is of: "..., the Uzbek border 60 percent".

    Returns:
        Its code in a tuple, which holds None where nobody can say; None where no word for a
        border stands there.
    """
    lower = reading.lower
    while index and (lower[index - 1] in _leading() or is_adverb(reading.tokens[index - 1])):
        index -= 1
    if not index or lower[index - 1] not in border_words():
        return None
    owner = owner_of_line(reading, index - 1)
    if owner is None:
        return None
    paired = next((border.code for border in reading.borders if border.stop == index), None)
    return (paired or _line_of(reading, owner),)


def elided_line(reading: Reading, stop: int) -> tuple[int, str | None] | None:
    """The border behind "percent" whose word is left out: "of the Uzbek one", "of that with X".

    Returns:
        Where its words stop, and its code or None; None where no border is meant.
    """
    lower = reading.lower
    if lower[stop : stop + 3] == ["of", "that", "with"]:
        first = stop + 4 if lower[stop + 3 : stop + 4] == ["the"] else stop + 3
    elif lower[stop : stop + 2] == ["of", "the"]:
        first = stop + 2
    else:
        return None
    owner = owner_at(reading, first)
    if owner is None:
        return None
    spoken_of = not border_words().isdisjoint(lower[:stop])
    if lower[stop + 1] == "that":
        return (owner.stop, _line_of(reading, owner)) if spoken_of else None
    if spoken_of and lower[owner.stop : owner.stop + 1] == ["one"]:
        return owner.stop + 1, _line_of(reading, owner)
    return (owner.stop, _line_of(reading, owner)) if _shares_word(reading, owner) else None


def _shares_word(reading: Reading, owner: Place) -> bool:
    """Whether others with their shares follow that have the word: "..., half of the Y border"."""
    lower, index = reading.lower, owner.stop
    if lower[index : index + 1] not in (["and"], [","], [";"]) or owner.via != "demonym":
        return False
    counted = reading.quantity_stops
    found = False
    while index < min(len(lower), owner.stop + _LONGEST_LIST):
        if index in counted:
            index, found = counted[index], True
        elif index in reading.place_starts:
            index = reading.place_starts[index]
        elif lower[index] in lexicon.count_words().between_owners:
            index += 1
        else:
            return found and lower[index] in border_words()
    return False


def _are_several(reading: Reading, word: int) -> bool:
    """Whether a word for borders has several owners: "of the Iranian and Pakistani borders"."""
    lower = reading.lower
    if not lower[word].endswith("s"):
        return False
    owner = owner_of_line(reading, word)
    if owner is None:
        return False
    beside = (lower[owner.first - 1 : owner.first], lower[owner.stop : owner.stop + 1])
    listed = owner.first < word, owner.first > word
    return any(
        behind and not lexicon.grammar().adding.isdisjoint(words)
        for behind, words in zip(listed, beside, strict=True)
    )


def _line_of(reading: Reading, owner: Place) -> str | None:
    """The border of a country: with the subject where only the article says with whom."""
    line = line_shared(reading, owner.country)
    if line is None and setting(reading.whole, reading.at) == lexicon.subject():
        return beside_subject(owner.country)
    return line or line_of_several(reading, owner.country)


@functools.cache
def _leading() -> frozenset[str]:
    """Words between a border and its share."""
    return frozenset(itertools.chain(lexicon.grammar().copulas, {",", "at", "to"}))
