"""Setting: the country an article tells about, for what it does not place any closer."""

from __future__ import annotations

import collections
from collections.abc import Sequence

from data.parse.lazy import remembered
from data.parse.location.evidence import evidence
from data.parse.location.grounds import SUBJECT, country_of
from data.parse.location.sites import find_sites
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
        The country that most says the events take place in; Afghanistan where it is named and no
        other country is more so; None where none is. A dateline says only where the reporter sits.
    """
    told: collections.Counter[str] = collections.Counter()
    for index in nearby(at):
        for country, weight in evidence(readings[index]).items():
            told[country] += weight
    chief = max(told, key=lambda country: (told[country], country == SUBJECT), default=None)
    if chief is not None and told[chief] > 0 and (chief == SUBJECT or told[chief] > told[SUBJECT] + MARGIN):
        return chief
    if told[SUBJECT]: return SUBJECT
    if not readings:
        return None
    whole = readings[0].whole
    return SUBJECT if _opens_with_subject(whole) else _chief_ground(whole) or chief

MARGIN=1.0

@remembered
def _opens_with_subject(readings: Readings) -> bool:
    return any(SUBJECT in evidence(reading) for reading in readings[:_OPENING])


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
