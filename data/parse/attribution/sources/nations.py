"""Nations: whose official a source is that bears no name the lexicon knows.

"A senior Tajik official" speaks for Tajikistan, and so do "officials in Khatlon"; "the provincial
council" speaks for the country of the province that the sentence tells of.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from data import lexicon
from data.actor_codes import government
from data.lexicon.names import ActorType
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.names.actors import find_actors
from data.parse.names.gazetteer import look_up
from data.parse.names.places import Place, find_places
from data.parse.reading import Reading
from data.parse.words.inflection import plural
from data.parse.words.phrases import PhraseMatcher
from data.parse.words.tokens import tokenize

_AT_HOME = frozenset({"defence-ministry", "interior-ministry"})
"""Institutions that tell of battles in their own country."""

_FARTHEST = 25
"""Most sentences back to the full name of whoever speaks."""

_OFFICE_REACH = 4
"""Most words from a nationality to the office it describes: "the Afghan Emergencies Ministry"."""


_LONGEST_OFFICE = 14
"""Most words of what stands behind a name about who it is."""

_MARKS = frozenset({",", ";", ".", "(", '"'})

_SERVED: frozenset[ActorType] = frozenset({"armed-group", "government", "institution", "military"})


class StateWords(NamedTuple):
    """Words of whoever speaks for a state; explained in ``attribution.toml``."""

    roles: frozenset[str]
    local: frozenset[str]
    abroad: frozenset[str]
    never: frozenset[str]
    seated: frozenset[str]


def nation_of(reading: Reading, first: int, core: int, stop: int) -> str | None:
    """Actor code of the government that a source speaks for, if the sentence tells.

    Args:
        reading: The sentence.
        first: Index of the first word of the source.
        core: Index one past the noun itself, where "of X" or "in X" begins.
        stop: Index one past the source.
    """
    words = state_words()
    norms = reading.lower[first:stop]
    if words.roles.isdisjoint(norms) or not words.never.isdisjoint(norms):
        return None
    inside = [place for place in reading.names if first <= place.first and place.stop <= stop]
    owners = {place.country for place in inside if _owns_office(reading, place, core, stop)}
    if not owners and not words.roles.isdisjoint(norms[: core - first]):
        if inside:
            owners = _seated(reading, first, core, inside)
        elif not words.local.isdisjoint(norms):
            owners = {place.country for place in reading.names if _is_ground(place)}
    country = owners.pop() if len(owners) == 1 else None
    if country is not None:
        return government(country)
    return None if inside else _ministry_at_home(reading, first, stop)


def whom_they_serve(reading: Reading, stop: int) -> str | None:
    """Actor code of whom a person speaks for, by what stands behind the name.

    "Andrew Bates, a spokesman for the White House", "Latif Mansur, who leads a Taliban delegation".

    Args:
        reading: The sentence.
        stop: Index one past the name.
    """
    lower = reading.lower
    if lower[stop : stop + 1] != [","]:
        return None
    behind = lower[stop + 1 : stop + 1 + _LONGEST_OFFICE]
    end = stop + 1 + next((at for at, norm in enumerate(behind) if norm in _MARKS), len(behind))
    rules = lexicon.attribution().state
    office = next((at for at in range(stop + 1, end) if lower[at] in rules.serving), None)
    if office is None or not rules.former.isdisjoint(lower[stop + 1 : office]):
        return None
    behind_office = range(office + 1, min(end, office + 1 + _OFFICE_REACH + 1))
    named = [one for one in reading.actors if stop < one.first and one.stop <= end]
    for actor in named:
        if actor.type not in _SERVED:
            continue
        if actor.stop == office or actor.first in behind_office:
            return actor.code
    return None


def _ministry_at_home(reading: Reading, first: int, stop: int) -> str | None:
    """Code of a ministry that tells of battles at home: "the ministry said the Taliban took X"."""
    bodies = (one for one in reading.known_names.bodies if first <= one.first < stop)
    suffix = next((one.payload for one in bodies if one.payload in _AT_HOME), None)
    if suffix is None or "ministry" not in reading.lower[first:stop]:
        return None
    grounds = {place.code: place.country for place in reading.names if place.code != place.country}
    countries = set(grounds.values())
    country = countries.pop() if len(countries) == 1 else None
    fought = any(one.type == "armed-group" for one in reading.named_actors)
    return f"{country.lower()}-{suffix}" if country and (fought or len(grounds) > 1) else None


def code_of_name(words: str) -> str | None:
    """Actor code of a name that stands by itself, as in front of what somebody says.

    Args:
        words: The name, with office or rank: "Gen. Mark Milley".
    """
    tokens = tokenize(words)
    names = look_up(tokens)
    actors = find_actors(tokens, names, find_places(tokens, frozenset(), names), words)
    people = [actor for actor in actors if actor.type == "person"]
    return next((actor.code for actor in people or actors), None)


def code_before(readings: Sequence[Reading], at: int, words: str) -> str | None:
    """Actor code of whom a sentence before names in full: "Taylor", "the Defence Ministry".

    Args:
        readings: The article's sentences.
        at: Index of the sentence that the source is from.
        words: The source: a surname, or words that hold the name of an institution.
    """
    last = words.rpartition(" ")[2]
    is_surname = last == words and last.isalpha() and last.istitle()
    suffix = None if is_surname else _institution(words)
    if not (is_surname or suffix):
        return None
    for reading in reversed(readings[max(0, at - _FARTHEST) : at]):
        if last not in reading.text[reading.sentence.start : reading.sentence.end]:
            continue
        for actor in reversed(reading.named_actors):
            named = actor.type == "person" and actor.words.endswith(f" {last}")
            if (is_surname and named) or (suffix and actor.code.endswith(f"-{suffix}")):
                return actor.code
    return None


def code_of_dateline(readings: Sequence[Reading], at: int, words: str) -> str | None:
    """Actor code of a ministry of the country from whose capital an article is: "LONDON (X) -".

    Args:
        readings: The article's sentences.
        at: Index of the sentence that the source is from, the dateline's own or one below.
        words: The source.
    """
    suffix = _institution(words)
    if suffix is None:
        return None
    for reading in readings[: min(at + 1, _LATEST_DATELINE)]:
        place = next(iter(reading.names), None)
        if place is None or place.first or place.via != "capital" or place.country is None:
            continue
        sign = reading.lower[place.stop : place.stop + 1]
        if reading.tokens[0].text.isupper() and sign and sign[0] in _AFTER_TOWN:
            return f"{place.country.lower()}-{suffix}"
    return None


_LATEST_DATELINE = 3
"""Sentences of an article, its headlines included, that may open with where it is from."""

_AFTER_TOWN = frozenset({"(", ",", "-", "—"})


def _institution(words: str) -> str | None:
    """The suffix of the institution that words hold the name of; none for any government."""
    if _institutions().last_words.isdisjoint(words.lower().split()):
        return None
    return next((match.payload for match in _institutions().find(tokenize(words))), None)


def _owns_office(reading: Reading, place: Place, core: int, stop: int) -> bool:
    """Whether a place describes an office: "the Herat police", "a guard at the Afghan Embassy"."""
    if place.stop > core and place.code != place.country:
        return False
    reach = core if place.stop <= core else min(stop, place.stop + _OFFICE_REACH)
    return not state_words().roles.isdisjoint(reading.lower[place.stop : reach])


def _seated(reading: Reading, first: int, core: int, inside: Sequence[Place]) -> set[str | None]:
    """Countries of the places where those sit who speak: "officials in Herat"."""
    words, norms = state_words(), reading.lower[first:core]
    seated = not words.seated.isdisjoint(reading.lower[core : core + 1])
    if not seated or not words.abroad.isdisjoint(norms):
        return set()
    if _bears_name(reading, first, core):
        return set()
    in_capital = any(place.via == "capital" for place in inside)
    if in_capital and vocabulary().bodies.isdisjoint(norms):
        return set()  # "officials in Kabul" may be anybody's
    return {place.country for place in inside if place.via != "demonym"}


def _bears_name(reading: Reading, first: int, core: int) -> bool:
    """Whether a noun has a word with a capital that tells of no office: "a WFP official in X"."""
    roles = state_words().roles
    return any(
        token.text[0].isupper() and token.norm not in roles
        for token in reading.tokens[max(first, 1) : core]
    )


def _is_ground(place: Place) -> bool:
    """Whether a place is a province or a town, where local officials are."""
    return place.country is not None and (place.code != place.country or place.via == "capital")


@functools.cache
def _institutions() -> PhraseMatcher[str]:
    """Institutions of which a country has one, by the suffix of their codes."""
    listed = [one for one in lexicon.institutions().values() if one.suffix != "government"]
    return PhraseMatcher(((name, one.suffix) for one in listed for name in one.names), names=True)


@functools.cache
def state_words() -> StateWords:
    """The words of ``attribution.toml``, with plurals, as sets."""
    rules = lexicon.attribution().state
    roles = frozenset(rules.roles)
    return StateWords(
        roles=roles.union(map(plural, roles)),
        local=frozenset(rules.local),
        abroad=frozenset(rules.abroad),
        never=frozenset(rules.never),
        seated=rules.seated,
    )
