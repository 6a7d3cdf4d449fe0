"""Setting: the country an article tells about, for what it does not place any closer."""

from __future__ import annotations

import collections
from collections.abc import Iterator, Sequence

from data import lexicon
from data.parse.lazy import remembered
from data.parse.location.grounds import SUBJECT, country_of, ground, senders
from data.parse.location.place_roles import is_compound
from data.parse.location.sites import find_sites, is_dateline
from data.parse.reading import Reading
from data.parse.readings import Readings

_LEAD = 3
"""Sentences in which an article says what it is about, its headline included."""

_NEAR = 4
"""Sentences looked back at."""

_OPENING = 40
"""Sentences searched for the subject where those near a fact name only states that sent troops."""


def setting(readings: Sequence[Reading], at: int) -> str | None:
    """The country of an article's events, judged by its lead and the sentences before one.

    Args:
        readings: The article's sentences.
        at: Index of the sentence.

    Returns:
        Afghanistan where the text names it, a place in it or somebody of it; else the country
        it names most; None where it names none. A dateline says only where the reporter sits.
    """
    counted: collections.Counter[str] = collections.Counter()
    for index in nearby(at):
        for country in _countries(readings[index]):
            if country == SUBJECT:
                return SUBJECT
            counted[country] += 2 if index < _LEAD else 1
    named = counted.most_common(1)[0][0] if counted else None
    if named is not None and named not in senders():
        return named
    if not readings:
        return named
    whole = readings[0].whole
    return SUBJECT if _opens_with_subject(whole) else named or _chief_ground(whole)


@remembered
def _opens_with_subject(readings: Readings) -> bool:
    return any(SUBJECT in _countries(reading) for reading in readings[:_OPENING])


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
    return counted.most_common(1)[0][0] if counted else None


def nearby(at: int) -> list[int]:
    """Indexes of a sentence, of those right before it, nearest first, and of the lead."""
    first = max(0, at - _NEAR)
    return [*range(at, first - 1, -1), *range(min(_LEAD, first))]


@remembered
def _countries(reading: Reading) -> Sequence[str]:
    return tuple(_find_countries(reading))


def _find_countries(reading: Reading) -> Iterator[str]:
    for place in reading.places:
        if place.via in {"region", "anaphor", "owner"} or is_dateline(reading, place):
            continue
        if is_compound(reading.tokens, place.stop):
            continue
        for country in country_of(ground(place)):
            if country in lexicon.countries():
                yield country
    for actor in reading.actors:
        if actor.country is not None and actor.type == "armed-group":
            yield actor.country
