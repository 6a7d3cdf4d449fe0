"""Parted: where a sentence is parted that a source claims only a part of."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.parse.attribution.saying.sides import Utterance
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import is_verb
from data.parse.words.tokens import Token

_LONGEST_ADDED = 10
"""Most words from ", of which" to the source."""

_LONGEST_JOINT = 4
"""Most words from "and" to the source: "and with them, the ministry reckons, a third"."""

_LONGEST_DENIED = 8
"""Most words from "not" to the source: "not 12 men, as X claimed"."""


def parted_at(tokens: Sequence[Token], first: int) -> int:
    """Where what a source behind it claims is parted from the rest."""
    return max(_added_at(tokens, first), _denied(tokens, first), _counted_at(tokens, first))


def _added_at(tokens: Sequence[Token], first: int) -> int:
    """Where what a source behind it claims begins, if that is only added to the rest.

    "Hosts 40 Syrians and, the ministry says, 12 Afghans", "fell and by their account hold half",
    "share 900 km, of which 500, Dushanbe reckons, is lost".
    """
    words = vocabulary()
    if first and tokens[first].norm == "by" and tokens[first - 1].norm in words.coordinators:
        return first
    if first < 2 or tokens[first - 1].norm != ",":
        return 0
    if tokens[first - 2].norm in words.coordinators:
        return first
    for index in range(first - 3, max(0, first - _LONGEST_ADDED), -1):
        norm = tokens[index].norm
        if norm in words.coordinators and tokens[index + 1].norm == "with":
            return index if first - index <= _LONGEST_JOINT else 0
        if norm in {",", ";"}:
            parted = [token.norm for token in tokens[index + 1 : index + 3]]
            if parted not in (["of", "which"], ["of", "whom"]):
                return 0
            told = any(is_verb(tokens, at) for at in range(index + 3, first - 1))
            return 0 if told else index  # "came, of whom 12 were hurt, officials said"
    return 0


def _counted_at(tokens: Sequence[Token], first: int) -> int:
    """Where the clause begins that a count closes: "spent 40, and 12 left by the army's count"."""
    opens = [token.norm for token in tokens[first : first + 2]]
    counted = opens[:1] == ["by"] or opens == ["as", "per"]
    if not counted or first < 2 or tokens[first - 1].norm == ",":
        return 0
    return joint_at(tokens, 0, first) or 0


def _denied(tokens: Sequence[Token], first: int) -> int:
    """Where what a source only claimed begins: "killed 10 men, but no rebels as officials said"."""
    if first < 2 or tokens[first - 1].norm != "as":
        return 0
    near = range(first - 1, max(0, first - _LONGEST_DENIED), -1)
    if denied := next((index for index in near if _denies(tokens, index)), 0):
        return denied  # "40 men, not 12 as the army claimed, fell"
    if tokens[first - 2].norm == ",":  # "shut, though only for now, as X put it"
        behind = range(first - 2, 0, -1)
        return next((i for i in behind if _turns(tokens, i)), 0)
    return next((i for i in range(first - 1, 0, -1) if tokens[i].norm == "but"), 0)


def _denies(tokens: Sequence[Token], index: int) -> bool:
    """Whether what somebody claimed is denied from a word on: ", not 12 as X claimed"."""
    return tokens[index].norm == "not" and tokens[index - 1].norm == ","


def _turns(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].norm in contrasts() and tokens[index - 1].norm == ","


def is_corrected(tokens: Sequence[Token], utterance: Utterance) -> bool:
    """Whether only what is denied was claimed: "not X, as Y said, but Z"."""
    first, stop = utterance.first, utterance.stop
    if first < 2 or tokens[first - 1].norm != "as":
        return False
    behind = [token.norm for token in tokens[stop : stop + 2]]
    if behind != [",", "but"]:
        return False
    negations = lexicon.grammar().negations
    return any(token.norm in negations for token in tokens[:first])


def joint_at(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """Index of the last conjunction behind a comma: ", and"."""
    for index in range(stop - 1, first, -1):
        if tokens[index].norm in joins() and tokens[index - 1].norm == ",":
            return index
    return None


@functools.cache
def joins() -> frozenset[str]:
    """Words that open a clause of its own behind a comma."""
    return frozenset(lexicon.attribution().grammar.joins)


@functools.cache
def contrasts() -> frozenset[str]:
    """Words behind which a clause tells otherwise."""
    return frozenset(lexicon.attribution().grammar.contrasts)
