"""Closing: what a verb such as "closed" closes, and where that ends."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.clauses import is_passive, looks_finite
from data.parse.counting.shares.denominators import goes_on
from data.parse.names.actor_mention import ActorMention
from data.parse.names.places import Place
from data.parse.reading import Reading

_SIGNS = frozenset({",", ";", "(", ":", "—"})

_CROSSING = " crossing"
"""Behind a town's name in that of a crossing: "Chaman crossing"."""


def closed_stop(reading: Reading, first: int, stop: int) -> int:
    """Where the object of a verb of closing ends: each crossing has a verb of its own.

    "X closed A and opened B" closes A, "X closed the posts at A and B" both.

    Args:
        reading: The sentence.
        first: Index one past the verb.
        stop: Where what the verb could speak of ends.
    """
    words = lexicon.statements().closing
    for index in range(first, stop):
        norm = reading.tokens[index].norm
        if norm in words.sparing and not _goes_on_all_the_same(reading, index):
            return index
        if norm in _SIGNS or norm in words.joints:
            place = _listed_behind(reading, index + 1, stop)
            if place is None or _acts(reading, place.stop):
                return index
    return stop


def _goes_on_all_the_same(reading: Reading, index: int) -> bool:
    """Whether a word that spares something else does not: "not only at A but also at B"."""
    return reading.lower[index + 1 : index + 2] in (["only"], ["also"])


def closes_crossing(reading: Reading, first: int) -> bool:
    """Whether the object right behind a verb is a crossing by name: "closed Torkham".

    "Closed Torkham's market" closes none.
    """
    place = _place_at(reading, first) or _place_at(reading, first + 1)
    if place is None or place.via != "name" or not _is_crossing(place.code):
        return False
    return not goes_on(reading, _list_stop(reading, place))


def closed_by(reading: Reading, verb: int, stop: int) -> tuple[ActorMention, list[str]] | None:
    """Who closes which crossings by name in the passive: "Torkham has been closed by Pakistan".

    Args:
        reading: The sentence.
        verb: Index of the participle.
        stop: Index one past the verb.
    """
    if reading.lower[stop : stop + 1] != ["by"] or not is_passive(reading.tokens, verb):
        return None
    near = (stop + 1, stop + 2)  # an article may stand in between
    actor = next((a for a in reading.actors if a.first in near and a.type != "medium"), None)
    first = reading.clause_of(verb).first
    closed = [
        place.code
        for place in reading.places
        if first <= place.first < verb and place.via == "name" and _is_crossing(place.code)
    ]
    return (actor, closed) if actor is not None and closed else None


def _list_stop(reading: Reading, place: Place) -> int:
    """Where a list of places ends that begins with one."""
    stop, adding = place.stop, lexicon.grammar().adding
    while stop + 1 < len(reading.tokens) and reading.tokens[stop].norm in adding:
        listed = _place_at(reading, stop + 1) or _place_at(reading, stop + 2)
        if listed is None or _acts(reading, listed.stop):
            break
        stop = listed.stop
    return stop


def _listed_behind(reading: Reading, index: int, stop: int) -> Place | None:
    """The place that goes on a list: "..., the post at X", "... and in northern Y"."""
    passed = _before_listed()
    dates = {reading.index_at(time.start): time.end for time in reading.times}
    while index < stop:
        if (end := dates.get(index)) is not None:  # "at A and, from Monday, at B"
            index = max(index + 1, reading.index_at(end))
            continue
        if (place := _place_at(reading, index)) is not None:
            return place
        norm = reading.tokens[index].norm
        if norm not in passed and norm.removesuffix("s") not in passed:
            return None
        index += 1
    return None


def _acts(reading: Reading, index: int) -> bool:
    """Whether a verb follows a name: "and Iran opened Islam Qala"; not "used by traders"."""
    grammar, tokens = lexicon.grammar(), reading.tokens
    while index < len(tokens) and tokens[index].norm in grammar.adverbs:
        index += 1
    if index >= len(tokens):
        return False
    norm = tokens[index].norm
    if norm in grammar.modals or (norm in grammar.auxiliaries and norm != "'s"):
        return True
    by = index + 1 < len(tokens) and tokens[index + 1].norm == "by"
    return not by and (index in reading.verb_starts or looks_finite(tokens[index]))


def _place_at(reading: Reading, index: int) -> Place | None:
    if index not in reading.place_starts:
        return None
    return next((place for place in reading.places if place.first == index), None)


def _is_crossing(code: str) -> bool:
    return code in lexicon.crossings() or code in _towns_with_crossing()


@functools.cache
def _towns_with_crossing() -> frozenset[str]:
    """Towns that a crossing is called after: nobody closes Chaman itself."""
    named = {
        name.removesuffix(_CROSSING)
        for crossing in lexicon.crossings().values()
        for name in (crossing.name, *crossing.aliases)
        if name.endswith(_CROSSING)
    }
    return frozenset(city.code for city in lexicon.cities().values() if city.name in named)


@functools.cache
def _before_listed() -> frozenset[str]:
    """Words that may lead on to the next place of a list."""
    grammar, words = lexicon.grammar(), lexicon.statements()
    small = grammar.prepositions | grammar.determiners | words.closing.joints
    modifiers = lexicon.location().modifiers.words
    return small.union(modifiers, words.facilities.words, words.closing.leading_on)
