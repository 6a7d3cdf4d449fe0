"""Evidence: which countries a sentence is set in, and how much it says so."""

from __future__ import annotations

import collections
from collections.abc import Iterator, Mapping
from typing import Final

from data import lexicon
from data.lexicon.names import ActorType
from data.parse.grounds.grounding import is_dateline
from data.parse.grounds.roles import Role, is_compound
from data.parse.grounds.sites import Site, find_sites
from data.parse.grounds.verbs import forms_of
from data.parse.lazy import remembered
from data.parse.names.codes import country_of, senders
from data.parse.reading import Reading

_GROUND: Final = 2.0
_ACTING: Final = 2.0
_TOLD: Final = 1.0
_MENTIONED: Final = 0.5
"""What a ground, a side that fights or acts at home, a source, and any mention weigh."""

_ASIDE: Final = 0.5
"""Share of its weight that something has in an added clause: "amid fighting in X"."""

_STATES: Final[frozenset[ActorType]] = frozenset(
    {"government", "institution", "person", "military"}
)

_WEIGHT_OF_ROLE: Final[Mapping[Role, float]] = {
    "at": _GROUND,
    "to": _GROUND,
    "of": _GROUND,
    "for": _GROUND,
    "dateline": _TOLD,
    "speaker": _MENTIONED,
    "from": 0.0,
}


@remembered
def evidence(reading: Reading) -> Mapping[str, float]:
    """How much a sentence says that its countries are where it is set.

    Grounds say most, then who fights or acts at home. Where people come from, and whose they
    are, says little: "200 Afghan migrants from X were stopped in Y" is set in Y. A state that
    sent troops is the setting only of what is on its ground or what it does at home.
    """
    found: dict[str, float] = collections.defaultdict(float)
    for first, country, weight in _told(reading):
        if country in lexicon.countries():
            found[country] += weight * (_ASIDE if is_aside(reading, first) else 1)
    return dict(found)


def _told(reading: Reading) -> Iterator[tuple[int, str, float]]:
    for site in find_sites(reading):
        weight = _TOLD if _is_left_by_air(reading, site) else _WEIGHT_OF_ROLE[site.role]
        countries = [country for code in site.codes for country in country_of(code)]
        for country in dict.fromkeys(countries):  # in text order, for ties are told by it
            if site.role != "dateline" or country not in senders():
                yield site.first, country, weight
    for actor in reading.actors:
        if actor.country is None:
            continue
        if actor.type == "armed-group":
            yield actor.first, actor.country, _ACTING
        elif actor.type in _STATES and (
            actor.type != "government" or not _is_led(reading, actor.first)
        ):
            yield actor.first, actor.country, _weight_of_state(reading, actor.country, actor.stop)
    left = [site for site in find_sites(reading) if site.role == "from"]
    for place in reading.places:
        if (
            any(site.first <= place.first < site.stop for site in left)
            and place.country != lexicon.subject()
        ):
            continue
        if place.country is None or place.via in {"anaphor", "owner"} or place.country in senders():
            continue
        if not is_dateline(reading, place) and not is_compound(reading.lower, place.stop):
            yield place.first, place.country, _MENTIONED


def _is_left_by_air(reading: Reading, site: Site) -> bool:
    """Whether an airlift sets out from the subject, which it is about: "took off from Kabul"."""
    if site.role != "from" or not reading.whole.themes.airlift:
        return False
    return any(lexicon.subject() in country_of(code) for code in site.codes)


def _weight_of_state(reading: Reading, country: str, stop: int) -> float:
    clause = reading.clause_of(stop - 1)
    words = lexicon.location().home
    if forms_of(words.actions).find(reading.tokens[stop : clause.stop]):
        return _ACTING
    if country in senders():
        return 0.0
    return _ACTING if country == lexicon.subject() else _TOLD


def _is_led(reading: Reading, first: int) -> bool:
    """Whether somebody stands where they do not act: "borders with X", "84 X soldiers"."""
    before = reading.lower[max(0, first - 2) : first]
    if before and before[-1] == "the":
        before.pop()
    if before and before[-1] in lexicon.grammar().prepositions:
        return True
    stops = reading.quantity_stops.values()
    return first in stops or first - 1 in stops


def is_aside(reading: Reading, first: int) -> bool:
    """Whether a word stands in an added clause or phrase: "as Y leaves", "amid fighting in X"."""
    clause = reading.clause_of(first)
    if clause.opener in lexicon.grammar().subordinators:
        return True
    backgrounds = lexicon.location().leads.backgrounds
    return not backgrounds.isdisjoint(reading.norms) and not backgrounds.isdisjoint(
        reading.lower[clause.first : first]
    )
