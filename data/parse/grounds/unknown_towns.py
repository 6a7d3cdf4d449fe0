"""Unknown towns: names that no list has, behind which a country stands: "in Sagme, Cameroon"."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.grounds.roles import Role, role_before
from data.parse.names.places import Place
from data.parse.reading import Reading

_LONGEST = 12
"""Most tokens of "the Department of Ayacucho" or "Rupganj, Narayanganj, Dhaka Division,"."""

_ROLES: frozenset[Role] = frozenset({"at", "to", "from"})


def role_in_country(reading: Reading, place: Place) -> Role | None:
    """What a country is to a happening in a town of it whose name is on no list.

    The preposition stands before the town; the country closes the phrase, so that "in Sagme,
    Cameroon said" is none.
    """
    comma = place.first - 1
    if comma < 2 or reading.lower[comma] != "," or place.code != place.country:
        return None
    if not _is_closed(reading, place.stop):
        return None
    first = _start_of_name(reading, comma, _known(reading, place.country))
    role = role_before(reading, first) if first is not None else None
    return role if role in _ROLES else None


def _start_of_name(reading: Reading, comma: int, known: frozenset[int]) -> int | None:
    """Where names of unknown places begin that end before a comma, right behind a preposition."""
    tokens = reading.tokens
    index = comma
    while index and comma - index < _LONGEST:
        before = tokens[index - 1]
        if before.norm in lexicon.location().prepositions.at and before.text.islower():
            return index if index < comma else None
        named = before.is_word and before.text[0].isupper() and index - 1 not in known
        joint = before.norm in _joints() or (before.norm == "," and tokens[index].text[0].isupper())
        if not named and not joint:
            return None
        index -= 1
    return None


def _known(reading: Reading, country: str | None) -> frozenset[int]:
    """Tokens of places elsewhere than in a country, of actors and of days."""
    spans = [(one.first, one.stop) for one in reading.places if one.country != country]
    actors = (one for one in reading.actors if one.country != country)
    spans += [(actor.first, actor.stop) for actor in actors]
    times = ((reading.index_at(one.start), reading.index_at(one.end - 1)) for one in reading.times)
    spans += [(first, last + 1) for first, last in times]
    return frozenset(at for first, stop in spans for at in range(first, stop))


def _is_closed(reading: Reading, stop: int) -> bool:
    """Whether nothing that a country can be the subject or the owner of stands behind it."""
    behind = reading.tokens[stop : stop + 1]
    if not behind or stop in reading.date_starts:
        return True
    norm = behind[0].norm
    return norm in _closing() or not (behind[0].is_word or norm == "'s" or norm == "-")


@functools.cache
def _closing() -> frozenset[str]:
    grammar = lexicon.grammar()
    return grammar.prepositions | grammar.subordinators


@functools.cache
def _joints() -> frozenset[str]:
    return lexicon.grammar().determiners | {"of", "-"}
