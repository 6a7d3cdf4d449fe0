"""Ones: where "one" counts people who were hurt, beside another number: "three men, one guard".

Elsewhere it is an article: "one official said".
"""

from __future__ import annotations

import bisect
import functools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from data import lexicon
from data.lexicon.counting import NounClass, Verb
from data.parse.phrases import Match
from data.parse.tokens import Token, indexes_of

if TYPE_CHECKING:
    from data.parse.reading import Reading

_LOSS = "casualties"

_LONGEST_PHRASE = 4
"""Most words from a number to the end of the noun that it counts."""

_LONGEST_JOINT = 4
"""Most words between two counts: ", was killed and", "and wounding"."""


def counting_ones(reading: Reading) -> frozenset[int]:
    """Indexes of each "one" that counts the hurt or dead beside another count of them."""
    if "one" not in reading.norms:
        return frozenset()
    tokens, norms, events = reading.tokens, reading.lower, reading.events
    losses = _losses(norms, events)
    if not losses:
        return frozenset()
    told = sorted(losses)
    others = [event.first for event in events if event.first not in losses]
    nouns = reading.nouns.values()
    stops = {match.stop: match for match in nouns if match.payload.unit == "people"}
    found = []
    for index in indexes_of({"one"}, norms):
        stop = _noun_stop(tokens, index + 1, stops)
        if stop is None or not _is_nearest(index, stop, told, others):
            continue
        behind, before = (
            _past_joint(norms, stop, 1, losses),
            _past_joint(norms, index - 1, -1, losses),
        )
        counted = _is_counted_behind(tokens, behind, stops, losses)
        if counted or _is_counted_before(tokens, before + 1, stops):
            found.append(index)
    return frozenset(found)


def _losses(norms: Sequence[str], events: Sequence[Match[Verb]]) -> frozenset[int]:
    """Indexes of the words for what befell the hurt and dead: "were killed", "dead"."""
    told = (event for event in events if event.payload.kinds.get("people") == _LOSS)
    words = indexes_of(lexicon.grammar().dead_words, norms)
    return frozenset([*words, *(i for event in told for i in range(event.first, event.stop))])


def _is_nearest(first: int, stop: int, losses: Sequence[int], others: Sequence[int]) -> bool:
    """Whether a loss is what the verb nearest to a count tells: not "one doctor left"."""
    return _distance(first, stop, losses) <= _distance(first, stop, others)


def _distance(first: int, stop: int, indexes: Sequence[int]) -> int:
    """Fewest words from a count to one of some words in order; a great number if there are none."""
    behind = bisect.bisect_left(indexes, first)
    before = first - indexes[behind - 1] if behind else _FAR
    return min(before, indexes[behind] - stop + 1 if behind < len(indexes) else _FAR)


_FAR = 1_000_000
"""A distance in words that no sentence has."""


def _noun_stop(
    tokens: Sequence[Token], first: int, stops: Mapping[int, Match[NounClass]]
) -> int | None:
    """Where the noun for people stops whose phrase begins at a token."""
    for stop in range(first + 1, min(first + _LONGEST_PHRASE, len(tokens)) + 1):
        if not tokens[stop - 1].is_word or tokens[stop - 1].norm in _small():
            return None
        if stop in stops:
            return stop
    return None


def _past_joint(norms: Sequence[str], index: int, step: int, losses: frozenset[int]) -> int:
    """Index past "and", commas and words for what befell those counted."""
    joints = lexicon.grammar().adding | lexicon.grammar().passive
    for _ in range(_LONGEST_JOINT):
        if not 0 <= index < len(norms) or not (norms[index] in joints or index in losses):
            break
        index += step
    return index


def _is_counted_behind(
    tokens: Sequence[Token],
    index: int,
    stops: Mapping[int, Match[NounClass]],
    losses: frozenset[int],
) -> bool:
    """Whether a number of people, or of those hurt, begins at a token."""
    if index >= len(tokens) or not _is_number(tokens[index]):
        return False
    stop = index + 1
    modifiers = lexicon.grammar().count_modifiers
    while stop < len(tokens) and tokens[stop].norm in modifiers | lexicon.grammar().passive:
        stop += 1
    if stop == len(tokens) or stop in losses or not tokens[stop].is_word:
        return True  # "and wounding two more"
    return _noun_stop(tokens, index + 1, stops) is not None


def _is_counted_before(
    tokens: Sequence[Token], stop: int, stops: Mapping[int, Match[NounClass]]
) -> bool:
    """Whether a number of people ends right before a token."""
    match = stops.get(stop)
    if match is None:
        return False
    for index in range(match.first - 1, max(-1, match.first - 1 - _LONGEST_PHRASE), -1):
        if _is_number(tokens[index]):
            return True
        if not tokens[index].is_word or tokens[index].norm in _small():
            return False
    return False


def _is_number(token: Token) -> bool:
    return token.is_number or token.norm in lexicon.numbers().words


@functools.cache
def _small() -> frozenset[str]:
    """Words that no phrase between a number and its noun has."""
    grammar = lexicon.grammar()
    small = grammar.prepositions | grammar.auxiliaries | grammar.modals | grammar.conjunctions
    return small | grammar.relatives | grammar.determiners | grammar.subordinators
