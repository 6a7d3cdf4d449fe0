"""Setting: the country an article tells about, for what it does not place any closer."""

from __future__ import annotations

import collections
import functools
from collections.abc import Mapping, Sequence

from data import lexicon
from data.parse.grounds.evidence import evidence
from data.parse.grounds.roles import is_of_teller
from data.parse.grounds.sites import find_sites
from data.parse.lazy import remembered
from data.parse.names.codes import country_of, senders
from data.parse.names.gazetteer import words_of_country
from data.parse.reading import Reading
from data.parse.readings import Readings
from data.place_codes import is_border

_LEAD = 3
"""Sentences in which an article says what it is about, its headline included."""

_NEAR = 4
"""Sentences looked back at."""

_MARGIN = 1.0
"""How much more than of the subject must be said of another country."""

_OPENING = 40
"""Sentences searched for the subject where those near a fact name only states that sent troops."""


def setting(readings: Sequence[Reading], at: int) -> str | None:
    """The country of an article's events, judged by its lead and the sentences before one.

    Args:
        readings: The article's sentences.
        at: Index of the sentence.

    Returns:
        The country that most says the events take place in; Afghanistan where it is named and no
        other country is more so; None where none is. A dateline says only where the reporter sits.
    """
    return _setting(readings[at]) if readings else None


@remembered
def _setting(reading: Reading) -> str | None:
    whole = reading.whole
    if local := reported_from(whole):
        return local
    told = told_near(whole, reading.at)
    chief = leader(told)
    if chief is not None and told[chief] > told.get(lexicon.subject(), 0.0) + _MARGIN:
        return chief
    if told.get(lexicon.subject()):
        return lexicon.subject()
    if _opens_with_subject(whole):
        return lexicon.subject()
    return _chief_ground(whole) or chief or _chief_named(whole)


def setting_abroad(readings: Sequence[Reading], at: int) -> str | None:
    """The setting of what a state does that sent troops: not its own country, where it is told of.

    Its planes took people out of the subject, where its citizens were.
    """
    country = setting(readings, at)
    if country in senders() and (
        lexicon.subject() in told_near(readings, at) or _opens_with_subject(readings[0].whole)
    ):
        return lexicon.subject()
    return country


def told_near(readings: Sequence[Reading], at: int) -> Mapping[str, float]:
    """How much the lead and the sentences before one say of each country."""
    return _told_near(readings[at])


@remembered
def _told_near(reading: Reading) -> Mapping[str, float]:
    told: dict[str, float] = collections.defaultdict(float)
    for index in nearby(reading.at):
        for country, weight in evidence(reading.whole[index]).items():
            if weight:
                told[country] += weight
    return told


@remembered
def reported_from(readings: Readings) -> str | None:
    """The country of a local report on the subject's people abroad: "VAN, Turkey — 40 Afghans".

    Its dateline names a town of a state that sends troops, which is not its capital, and nothing
    in it is told to be in the subject, to have come from there or to be done by its sides.
    """
    subject, opening = lexicon.subject(), readings[:_OPENING]
    lines = (site for site in find_sites(readings[0]) if site.role == "dateline")
    here = {code for site in lines for code in site.codes}
    if len(here) != 1 or not here <= senders():
        return None
    if any(place.via == "capital" for place in readings[0].places[:2]):
        return None
    for reading in opening:
        sites = find_sites(reading)
        codes = {code for site in sites for code in site.codes if not is_border(code)}
        if any(subject in country_of(code) for code in codes):
            return None
        if any(actor.country == subject for actor in reading.actors):
            return None
    return next(iter(here))


@remembered
def _opens_with_subject(readings: Readings) -> bool:
    subject, opening = lexicon.subject(), readings[:_OPENING]
    words = words_of_country(subject)
    if all(words.isdisjoint(reading.word_set) for reading in opening):
        return False
    return any(subject in evidence(reading) for reading in opening)


@remembered
def _chief_named(readings: Readings) -> str | None:
    """The country an article without the subject names most, datelines and senders included."""
    counted = collections.Counter(
        place.country
        for reading in readings[:_OPENING]
        for place in reading.places
        if place.country is not None
        and place.via != "owner"
        and not is_of_teller(reading.lower, place)
    )
    return leader(counted)


@remembered
def _chief_ground(readings: Readings) -> str | None:
    """The country most grounds lie in: a list of figures may stand before what says where."""
    counted = collections.Counter(
        country
        for reading in readings[:_OPENING]
        for site in find_sites(reading)
        if site.role in {"at", "to", "of"}
        for code in site.codes
        for country in country_of(code)
    )
    return leader(counted)


def leader(counted: Mapping[str, float]) -> str | None:
    """The one of which most is said; None where it is two, of which neither is told apart."""
    most = max(counted.values(), default=0)
    leading = [name for name, count in counted.items() if count == most]
    return leading[0] if len(leading) == 1 else None


@functools.lru_cache(maxsize=1000)
def nearby(at: int) -> Sequence[int]:
    """Indexes of a sentence, of those right before it, nearest first, and of the lead."""
    first = max(0, at - _NEAR)
    return (*range(at, first - 1, -1), *range(min(_LEAD, first)))
