"""Surroundings: the places around a verb, and which way people moved."""

from __future__ import annotations

import functools
from typing import NamedTuple

from data import lexicon
from data.parse.grounds.bound import is_bound
from data.parse.grounds.roles import role_of_object
from data.parse.names.codes import chief_province, senders
from data.parse.names.places import Place
from data.parse.reading import Reading

_REACH = 7
"""Most words between "from" and the place it goes with: "from a base in the north of X"."""


class Journey(NamedTuple):
    """Codes of where a movement began and ended; None where the text does not say."""

    origin: str | None
    destination: str | None


def journey(reading: Reading, verb_stop: int, number_stop: int) -> Journey:
    """Where the movement of a verb led: "from X", "to Y" behind it in the same clause.

    The object of "reach" and "leave" is the one and the other. What stands behind a later number
    with a way of its own is that number's: "300 fled to X and 40 from Y to Z".

    Args:
        reading: The sentence.
        verb_stop: Index one past the verb.
        number_stop: Index one past the number and what it counts.
    """
    stop = _start_of_next(reading, verb_stop, number_stop)
    origin = destination = None
    for place in reading.places:
        if not verb_stop <= place.first < stop or not _is_ground(reading, place):
            continue
        way = _way(reading, place, verb_stop)
        if way == "from" and not _is_home_of_takers(reading, place):
            origin = origin or place
        elif way == "to" and _before_next_verb(reading, verb_stop, place):
            destination = destination or place
    return _between(origin, destination)


def _between(origin: Place | None, destination: Place | None) -> Journey:
    """A way from one place to another.

    Who comes to a capital comes to its province, not from abroad; who leaves one leaves its country
    unless the way ends there.
    """
    end = None if destination is None else _end_at(destination)
    if origin is None:
        return Journey(None, end)
    inside = destination is not None and destination.country == origin.country
    return Journey(_end_at(origin) if inside else origin.code, end)


def _end_at(place: Place) -> str:
    return chief_province(place.code) if place.via == "capital" else place.code


def _is_home_of_takers(reading: Reading, place: Place) -> bool:
    """Whether "out of the country" seems to mean a state with troops abroad, which takes them."""
    if place.via != "anaphor" or place.code not in senders():
        return False
    return reading.lower[place.first - 2 : place.first] == ["out", "of"]


def journey_of_number(reading: Reading, number_stop: int) -> Journey:
    """Where those went whose number has a way of its own: "300 fled to X and 40 to Y"."""
    if not _has_own_way(reading, number_stop):
        return Journey(None, None)
    return journey(reading, number_stop, number_stop)


def _start_of_next(reading: Reading, verb_stop: int, number_stop: int) -> int:
    """Index of the next number of a verb's clause that has its own way, else the clause's end."""
    stop = reading.clause_of(verb_stop - 1).stop
    ahead = range(max(verb_stop, number_stop), stop)
    later = (quantity for quantity in reading.counting if quantity.outer_first in ahead)
    return next((q.outer_first for q in later if _has_own_way(reading, q.outer_stop)), stop)


def _has_own_way(reading: Reading, number_stop: int) -> bool:
    """Whether "to" or "from" stands right behind a number: "another 40 of them to Y"."""
    grammar, lower = lexicon.grammar(), reading.lower
    passed = grammar.count_modifiers | grammar.anaphoric
    behind = (index for index in range(number_stop, len(lower)) if lower[index] not in passed)
    index = next(behind, None)
    if index is None:
        return False
    return lower[index] in _moving() or (lower[index] == "for" and is_bound(reading, index))


def _is_ground(reading: Reading, place: Place) -> bool:
    """Whether one can go there: not to "the White House", to "Tajik territory", not to Tajiks."""
    if place.via in {"owner", "seat"} or _inside_another(reading, place):
        return False
    if place.via != "demonym":
        return True
    following = reading.lower[place.stop : place.stop + 1]
    return not lexicon.location().ground.words.isdisjoint(following)


def places_between(reading: Reading, first: int, stop: int) -> list[str]:
    """Codes of the places named between two tokens, borders in place of their two countries.

    Landmarks ("north of X"), demonyms that describe people, owners ("its border") and places
    inside an actor's name ("the Russian Foreign Ministry") are left out.
    """
    codes: dict[int, str] = {}
    for border in reading.borders:
        if border.first < stop and border.stop > first and border.stop <= stop + 1:
            codes[border.first] = border.code
    for place in reading.places:
        if not first <= place.first < stop or place.landmark or place.via == "owner":
            continue
        if any(border.first <= place.first < border.stop for border in reading.borders):
            continue
        if place.via == "demonym" or _names_actor(reading, place):
            continue
        codes[place.first] = place.code
    return list(dict.fromkeys(code for _, code in sorted(codes.items())))


def _way(reading: Reading, place: Place, limit: int) -> str | None:
    """Whether a movement led to a place or from it: "from a base in X" comes from X."""
    tokens = reading.tokens
    moving, joining = _moving(), lexicon.grammar().joining
    for index in range(place.first - 1, max(limit, place.first - _REACH) - 1, -1):
        token = tokens[index]
        if (way := moving.get(token.norm)) is not None:
            nowhere = index and tokens[index - 1].norm in lexicon.location().leads.nowhere
            return None if way == "to" and nowhere else way
        if token.norm == "for" and is_bound(reading, index):
            return "to"
        if not (token.is_word or token.norm in {"-", "'s"}) or token.norm in joining:
            break
    return role_of_object(tokens, place.first) if place.first <= limit + 1 else None


@functools.cache
def _moving() -> dict[str, str]:
    grammar = lexicon.grammar()
    return dict.fromkeys(grammar.to_place, "to") | dict.fromkeys(grammar.from_place, "from")


def _inside_another(reading: Reading, place: Place) -> bool:
    """Whether a place only says where the one before it lies: "X province in Y"."""
    tokens = reading.tokens
    inner = place.first - 1
    if inner < 1 or tokens[inner].norm not in {"in", "of", ","}:
        return False
    return any(other.stop in {inner, inner - 1} for other in reading.places)


def _before_next_verb(reading: Reading, verb_stop: int, place: Place) -> bool:
    return not any(verb_stop <= verb.first < place.first for verb in reading.verbs)


def _names_actor(reading: Reading, place: Place) -> bool:
    return any(
        actor.first <= place.first < actor.stop and actor.type not in {"government"}
        for actor in reading.actors
    )
