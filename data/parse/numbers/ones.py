"""Ones: where "one" counts people who were hurt, beside another number: "three men, one guard".

Elsewhere it is an article: "one official said".
"""

from __future__ import annotations

import bisect
import functools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from data import lexicon
from data.lexicon.counting import NounClass
from data.parse.clauses import is_adverb, is_passive
from data.parse.numbers.listed_ones import listed_ones
from data.parse.words.phrases import Match
from data.parse.words.tokens import Token, indexes_of
from data.parse.words.verb_forms import saying_lemmas

if TYPE_CHECKING:
    from data.parse.reading import Reading

_LOSS = "casualties"

_LONGEST_PHRASE = 4
"""Most words from a number to the end of the noun that it counts."""

_LONGEST_JOINT = 4
"""Most words between two counts: ", was killed and", "and wounding"."""


def counting_ones(reading: Reading) -> frozenset[int]:
    """Indexes of each "one" that counts the hurt or dead beside others, or goes on a list."""
    if "one" not in reading.norms:
        return frozenset()
    return _hurt_ones(reading) | listed_ones(reading)


def _hurt_ones(reading: Reading) -> frozenset[int]:
    """Indexes of each "one" that counts the hurt or dead beside another count of them."""
    tokens, norms = reading.tokens, reading.lower
    losses = _losses(reading)
    if not losses.words:
        return frozenset()
    others = [event.first for event in reading.events if event.first not in losses.words]
    said = [verb.first for verb in reading.verbs if verb.payload in saying_lemmas()]
    nouns = reading.nouns.values()
    stops = {match.stop: match for match in nouns if match.payload.unit == "people"}
    found = []
    for index in indexes_of({"one"}, norms):
        stop = _noun_stop(tokens, index + 1, stops)
        if stop is None or not _is_nearest(index, stop, losses, others, said):
            continue
        if (
            norms[index + 1] in lexicon.numbers().whose_ones
            and norms[index - 1] in lexicon.grammar().prepositions
        ):
            continue  # "three of them from one family"
        behind, before = (
            _past_joint(norms, stop, 1, losses.words),
            _past_joint(norms, index - 1, -1, losses.words),
        )
        counted = _is_counted_behind(tokens, behind, stops, losses.words)
        if counted or _is_counted_before(tokens, before + 1, stops):
            found.append(index)
    return frozenset(found)


class _Losses(NamedTuple):
    """Indexes of the words for what befell the hurt and dead, in order.

    Attributes:
        words: All of them: "were killed", "dead".
        of_subjects: Those of whoever stands before them: "was killed", "dead".
        of_objects: Those of whoever stands behind them: "killing", "the dead include".
    """

    words: frozenset[int]
    of_subjects: Sequence[int]
    of_objects: Sequence[int]


def _losses(reading: Reading) -> _Losses:
    tokens, norms, grammar = reading.tokens, reading.lower, lexicon.grammar()
    of_subjects: list[int] = []
    of_objects: list[int] = []
    found: set[int] = set()
    for event in reading.events:
        if event.payload.kinds.get("people") == _LOSS:
            found.update(range(event.first, event.stop))
            passive = is_passive(tokens, event.first)
            has_object = not passive and _opens_object(tokens, event.stop)
            (of_objects if has_object else of_subjects).append(event.first)
    dead = [at for at in indexes_of(grammar.dead_words, norms) if at not in found]
    for indexes in (of_subjects, of_objects):
        indexes.extend(dead)
    found.update(dead)
    if found:  # "Twelve died, including one child"
        of_objects += [at for at in indexes_of(grammar.including, norms) if at > min(found)]
    return _Losses(frozenset(found), sorted(of_subjects), sorted(of_objects))


def _opens_object(tokens: Sequence[Token], index: int) -> bool:
    """Whether whom a verb befell stands right behind it: "killed one guard", not "killed in"."""
    if index >= len(tokens):
        return False
    token = tokens[index]
    is_small = token.norm in _small() and token.norm not in lexicon.grammar().determiners
    return (token.is_word or token.is_number) and not is_small and not is_adverb(token)


def _is_nearest(
    first: int, stop: int, losses: _Losses, others: Sequence[int], said: Sequence[int]
) -> bool:
    """Whether a loss is what the verb nearest to a count tells.

    Not "one doctor left", and not "one witness said"; but "they said one guard was killed".
    """
    loss = min(_behind(stop, losses.of_subjects), _before(first, losses.of_objects))
    rivals = _behind(stop, others), _before(first, others), _behind(stop, said)
    return loss < _FAR and loss <= min(rivals)


def _behind(stop: int, indexes: Sequence[int]) -> int:
    """Fewest words from the end of a count to one of some words in order behind it."""
    at = bisect.bisect_left(indexes, stop)
    return indexes[at] - stop + 1 if at < len(indexes) else _FAR


def _before(first: int, indexes: Sequence[int]) -> int:
    """Fewest words from one of some words in order to a count behind it."""
    at = bisect.bisect_left(indexes, first)
    return first - indexes[at - 1] if at else _FAR


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
