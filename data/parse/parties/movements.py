"""Movements: sources with the name of a country that are not its state: "Yemen's Houthis"."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from data import lexicon
from data.parse.names.actor_mention import ActorMention
from data.parse.reading import Reading
from data.parse.words.phrases import PhraseMatcher
from data.parse.words.tokens import tokenize


def names_movement(reading: Reading, first: int, stop: int) -> bool:
    """Whether a noun phrase names a movement, or whom one runs: "X's Hamas-run ministry".

    Args:
        reading: The sentence.
        first: Index of the first word of the phrase.
        stop: Index one past its last word.
    """
    if _has_initials(token.text for token in reading.tokens[first:stop]):
        return True
    return reading.has(_movements()) and any(
        first <= match.first and match.stop <= stop for match in reading.find(_movements())
    )


def is_movement(words: str) -> bool:
    """Whether some words name a movement: "Islamic State militants", "IS fighters"."""
    return _has_initials(words.split()) or bool(_movements().find(tokenize(words)))


def _has_initials(texts: Iterable[str]) -> bool:
    return not lexicon.attribution().state.initials.isdisjoint(texts)


def group_of(reading: Reading, inside: list[ActorMention]) -> ActorMention | None:
    """The armed group that a country is only the home of: "Afghanistan's Taliban".

    Args:
        reading: The sentence.
        inside: Actors of a noun phrase, in text order.
    """
    homes = {actor.stop for actor in inside if actor.type == "government"}
    return next(
        (
            actor
            for actor in inside
            if actor.type == "armed-group"
            and actor.first - 1 in homes
            and reading.lower[actor.first - 1] == "'s"
        ),
        None,
    )


@functools.cache
def _movements() -> PhraseMatcher[None]:
    return PhraseMatcher((name, None) for name in lexicon.attribution().state.movements)
