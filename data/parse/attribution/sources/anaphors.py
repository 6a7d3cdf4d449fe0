"""Anaphors: whether a noun phrase can stand for a source that was named before."""

from __future__ import annotations

from data import lexicon
from data.parse.attribution.sources.vocabulary import Anaphor, vocabulary
from data.parse.reading import Reading

_SHORTEST_ACRONYM = 3

_LONGEST_OFFICE = 4
"""Most words of "the deputy interior minister", who may have been named before."""


def anaphor_of(reading: Reading, first: int, begin: int, core: int, stop: int) -> Anaphor:
    """How a noun phrase stands for a source: by its owner, its role, or as an acronym."""
    tokens = reading.tokens
    if tokens[begin].norm in vocabulary().owners:
        return "owner"
    if _is_described(reading, first, begin, core, stop):
        return "definite"
    alone = stop - begin == 1 and core == stop
    if not alone:
        return "none"
    text = tokens[begin].text
    if text.isupper() and len(text) >= _SHORTEST_ACRONYM:
        return "definite"
    if (
        tokens[begin].norm in vocabulary().deputies
        and tokens[first].norm in vocabulary().indefinite
    ):
        return "owner"
    role = text.islower() or tokens[begin].norm in vocabulary().bodies
    return (
        "definite"
        if role and begin > first and tokens[first].norm in vocabulary().definite
        else "none"
    )


def _is_described(reading: Reading, first: int, begin: int, core: int, stop: int) -> bool:
    """Whether somebody named before may be meant: "the local official", "the defence secretary"."""
    lower = reading.lower
    others = lexicon.attribution().grammar.not_described
    if lower[first] != "the" or lower[begin] in others:
        return False
    if core != stop:
        return _is_somebodys(reading, begin, core)
    if stop - begin == 2 and lower[begin + 1] == "official":
        return True
    if _is_generic(reading, begin, stop):
        return True
    office = 1 < stop - begin <= _LONGEST_OFFICE and lower[stop - 1] in vocabulary().people
    return office and "'s" not in lower[begin:stop] and reading.words(begin, stop).islower()


def _is_somebodys(reading: Reading, begin: int, core: int) -> bool:
    """Whether someone is told of whom the text may know, and whose: "the official of the army"."""
    role = core - begin == 1 and reading.lower[begin] in lexicon.attribution().people.generic
    return role and reading.lower[core] in lexicon.attribution().state.seated


def _is_generic(reading: Reading, begin: int, stop: int) -> bool:
    """Whether a body is only described: "the London-based charity", "the aid group"."""
    rules = lexicon.attribution()
    if stop - begin < 2 or reading.lower[stop - 1] not in (
        *rules.bodies.generic,
        *rules.media.generic,
    ):
        return False
    small = stop - 1
    while small > begin and reading.tokens[small - 1].text.islower():
        small -= 1
    seated = small > begin and reading.lower[small - 1] == "-"
    based = seated and reading.lower[small] in lexicon.grammar().located
    return small == begin or based
