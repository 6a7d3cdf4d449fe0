"""Parts: numbers that tell a part of whom was told of before: "six of them", "a third are"."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.attribution.sources.words import auxiliaries, is_number
from data.parse.reading import Reading
from data.parse.words.phrases import PhraseMatcher


def is_part(reading: Reading, first: int) -> bool:
    """Whether a part of who was told of opens at a token: "Six of them", "Half are men"."""
    told = next((one for one in reading.quantities if one.outer_first == first), None)
    if told is None:
        return False
    behind = reading.lower[told.outer_stop : told.outer_stop + 2]
    if behind[:1] == ["of"]:
        return behind[1:] != [] and behind[1] in lexicon.attribution().continued.parts
    share = told.is_fraction or told.unit == "percent"
    return share and bool(behind) and behind[0] in auxiliaries()


def counts_of_them(reading: Reading) -> bool:
    """Whether the first number of a sentence is a part of who was told of: "X saw 61 of them".

    So is that of "they account for 46 percent of these deaths", and of "men make up 32 percent".
    """
    first = next(iter(reading.quantities), None)
    if first is None or "where" in reading.lower[: first.outer_first]:
        return False  # "He lay in the hospital, where two of them died"
    behind = reading.lower[first.outer_stop : first.outer_stop + 2]
    if behind[:1] == ["of"]:
        return behind[1:] in (["them"], ["these"])
    share = first.is_fraction or first.unit == "percent"
    return share and any(one.stop == first.outer_first for one in reading.find(_amounting()))


def takes_up(before: Reading, reading: Reading) -> bool:
    """Whether a sentence opens with a number of the one before: "Of the 40 dead, 12 were men"."""
    if reading.lower[:2] != ["of", "the"]:
        return False
    told = next((one for one in reading.quantities if one.outer_first == 2), None)
    return told is not None and any(one.value == told.value for one in before.quantities)


@functools.cache
def _amounting() -> PhraseMatcher[bool]:
    """Verbs in front of a share that leaves out of whom it is one: "make up"."""
    return PhraseMatcher((phrase, True) for phrase in lexicon.attribution().continued.amounting)


def is_shared(reading: Reading, first: int) -> bool:
    """Whether a noun phrase is what a share is a share of: "of the 543 outlets, only 312"."""
    if not first or reading.lower[first - 1] != "of":
        return False
    before = reading.lower[first - 2] if first > 1 else ""
    return not before or before in percent() or before == '"'


def is_picked(reading: Reading, of: int) -> bool:
    """Whether it follows out of whom somebody is: the doctors of "one of the doctors said"."""
    if not of or reading.lower[of] != "of":
        return False
    before = reading.lower[of - 1]
    return before != "half" and before not in percent() and before not in _fractions()


def is_share(reading: Reading, begin: int) -> bool:
    """Whether a noun phrase is a share of people, who say what they think: "a third of them said".

    Of "half of the families said" the words behind "half" are left.
    """
    tokens, lower = reading.tokens, reading.lower
    if lower[begin] in lexicon.grammar().prepositions and tokens[begin].text.islower():
        return True
    if is_number(tokens[begin]) and not percent().isdisjoint(lower[begin + 1 : begin + 3]):
        return True
    return lower[begin] in _fractions() and lower[begin + 1 : begin + 2] == ["of"]


@functools.cache
def _fractions() -> frozenset[str]:
    """Words of fractions: "third", "thirds"."""
    fractions = (one for one in lexicon.numbers().fraction if one.needs_of and not one.scaled)
    words = (one.text.rpartition(" ")[2] for one in fractions)
    return frozenset(word for one in words for word in (one, one + "s"))


@functools.cache
def percent() -> frozenset[str]:
    """Signs and words of percent."""
    words = (phrase.rpartition(" ")[2] for phrase in lexicon.numbers().percent.words)
    return frozenset(("%", *words))
