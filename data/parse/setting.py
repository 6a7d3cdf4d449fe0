"""Setting: the country an article tells about, for what it does not place any closer."""

from __future__ import annotations

import collections
from collections.abc import Sequence

from data import lexicon
from data.parse.reading import Reading
from data.parse.sites import country_of, find_sites, ground

_LEAD = 2
"""Sentences in which an article says what it is about."""

_NEAR = 4
"""Sentences looked back at."""

_SUBJECT = "AFG"
"""The country whose war these articles are collected for: theirs, wherever they name it."""


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
    for index in nearby(readings, at):
        for country in _countries(readings[index]):
            if country == _SUBJECT:
                return _SUBJECT
            counted[country] += 1
    return counted.most_common(1)[0][0] if counted else None


def nearby(readings: Sequence[Reading], at: int) -> list[int]:
    """Indexes of a sentence, of those right before it, nearest first, and of the lead."""
    before = range(at, max(-1, at - _NEAR - 1), -1)
    return [*before, *(index for index in range(min(_LEAD, at)) if index < at - _NEAR)]


def _countries(reading: Reading) -> list[str]:
    sites = find_sites(reading)
    datelines = {site.first for site in sites if site.role == "dateline"}
    named = [
        country
        for place in reading.places
        if place.first not in datelines and place.via not in {"region", "anaphor", "owner"}
        for country in country_of(ground(place))
        if country in lexicon.countries()
    ]
    acting = [
        actor.country
        for actor in reading.actors
        if actor.country is not None and actor.type == "armed-group"
    ]
    return [*named, *acting]
