"""Tellers: places where only somebody speaks, and no ground of what they tell."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.parse.names.codes import senders
from data.parse.names.places import Place
from data.parse.reading import Reading
from data.parse.time_spans import time_stops
from data.parse.words.inflection import verb_forms
from data.parse.words.tokens import Token

_LONGEST_SOURCE = 8
"""Most words between a source's place and the verb of saying: "officials in X have said"."""


def is_of_source(reading: Reading, place: Place) -> bool:
    """Whether only a source is at a place: "officials in X say", "said a lawmaker from X"."""
    if saying_forms().isdisjoint(reading.norms):
        return False
    tokens = reading.tokens
    for index in range(place.stop, min(len(tokens), place.stop + _LONGEST_SOURCE)):
        token = tokens[index]
        if token.norm in saying_forms() and not _is_named(reading, index):
            return not _has_number(reading, _segment_start(tokens, place.first), index)
        if token.norm in {",", ";", ":"} or token.is_number:
            break
    last = max(-1, place.first - _LONGEST_SOURCE)
    titled = place.first > 1 and tokens[place.first - 1].norm in lexicon.location().leads.titled
    titled = titled and not _titles().isdisjoint(reading.lower[last + 1 : place.first])
    for index in range(place.first - 1, last - _LONGEST_SOURCE * titled, -1):
        if index < 0:
            break
        if tokens[index].norm in saying_forms() and not _is_named(reading, index):
            told = "that" in reading.lower[index : place.first] or _is_in_claim(
                reading, index, place
            )
            return not told and not _has_number(reading, index, place.first)
        if tokens[index].norm in {";", ":"} or (tokens[index].norm == "," and not titled):
            break  # "said Col. Y, deputy commander of the base at X" goes on
    return False


def speaks_from(reading: Reading, place: Place) -> bool:
    """Whether somebody only tells it from abroad: "half of it is ours, X said from Y"."""
    lower, first = reading.lower, place.first
    if place.via != "name" or place.code != place.country or lower[first - 1 : first] != ["from"]:
        return False
    return not saying_forms().isdisjoint(lower[max(0, first - 3) : first - 1])


def only_opens_telling(reading: Reading, place: Place) -> bool:
    """Whether only somebody speaks at the capital of a state that sent troops.

    "In Washington, officials said 650 soldiers would stay" is about soldiers abroad.
    """
    if place.via != "capital" or place.country not in senders():
        return False
    lower = reading.lower
    if lower[: place.first] != ["in"] or lower[place.stop : place.stop + 1] != [","]:
        return False
    for index in range(place.stop + 1, min(len(lower), place.stop + 1 + _LONGEST_SOURCE)):
        if lower[index] in saying_forms():
            return not _has_number(reading, place.stop, index)
    return False


def is_told_by(norms: Sequence[str], stop: int) -> bool:
    """Whether who ends at a word only tells of something: "X said", "X has reported"."""
    return not saying_forms().isdisjoint(norms[stop : stop + 2])


def _is_in_claim(reading: Reading, saying: int, place: Place) -> bool:
    """Whether a place is where it happened: "officials said a blast in X killed ten"."""
    determiners, lower = lexicon.grammar().determiners, reading.lower
    if not saying or not reading.tokens[saying - 1].is_word:
        return False  # "…, said a lawmaker from X"
    if determiners.isdisjoint(lower[saying + 1 : place.first - 1]):
        return False
    index, times = place.stop, time_stops(reading)
    while index < min(len(lower), place.stop + _LONGEST_SOURCE):
        if index in reading.verb_tokens:
            return True
        if index in times:
            index = times[index]
        elif index in reading.place_starts:
            index = reading.place_starts[index]
        elif lower[index] in {",", "on"}:
            index += 1
        else:
            return False
    return False


def _is_named(reading: Reading, index: int) -> bool:
    """Whether a word is a part of a place's name: "the United States" states nothing."""
    return any(place.first < index < place.stop for place in reading.places)


def _segment_start(tokens: Sequence[Token], index: int) -> int:
    """Where the words begin that no comma parts from a word: "30 died, officials in X said"."""
    for position in range(index - 1, -1, -1):
        if tokens[position].norm in {",", ";", ":"}:
            return position
    return 0


def _has_number(reading: Reading, first: int, stop: int) -> bool:
    return any(first <= quantity.first < stop for quantity in reading.counting)


@functools.cache
def _titles() -> frozenset[str]:
    """Nouns for those who speak for somebody: "commander", "governor"."""
    return frozenset(lexicon.attribution().people.words)


@functools.cache
def saying_forms() -> frozenset[str]:
    """Forms of the verbs of saying, of one word."""
    return frozenset(
        form
        for saying in lexicon.attribution().saying
        for form in verb_forms(saying.lemma, saying.forms)
        if " " not in form
    )
