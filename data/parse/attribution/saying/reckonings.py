"""Reckonings: by whose estimate a number is told that says whose behind or in front of the noun."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.attribution.saying.cues import CueMatch
from data.parse.attribution.saying.sides import Utterance, trailing
from data.parse.attribution.sources.behind import source_after
from data.parse.attribution.sources.judging import judge
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import can_stand_inside
from data.parse.reading import Reading

_LONGEST_NAME = 4
"""Most words between "by" and the noun: "by White House count"."""


def reckoned_by(reading: Reading, match: CueMatch) -> Utterance | None:
    """The utterance of "by the estimate of X", "in the assessment of X" and "by X count"."""
    lower = reading.lower
    first = match.first
    while first and (lower[first - 1] in _modifiers() or lower[first - 1] in _determined()):
        first -= 1
    if lower[match.stop : match.stop + 1] == ["of"]:
        leading = lower[first - 1] if 0 < first < match.first else ""
        led = leading == "by" and lower[match.first] not in _counting()
        led = led or (leading == "in" and lower[match.first] in _judging())
        source = source_after(reading, match.stop + 1) if led else None
        known = source is not None and source.nature != "other"
        return trailing(first - 1, source) if source is not None and known else None
    return _named_before(reading, match)


def _named_before(reading: Reading, match: CueMatch) -> Utterance | None:
    """Read "by Pentagon figures", where a name stands right in front of the noun."""
    tokens = reading.tokens
    first = match.first
    while first and match.first - first < _LONGEST_NAME and tokens[first - 1].norm != "by":
        named = tokens[first - 1].text[0].isupper() and can_stand_inside(tokens, first - 1)
        if not named:
            return None
        first -= 1
    if first == match.first or not first or tokens[first - 1].norm != "by":
        return None
    source = judge(reading, first, match.first)
    if source is None or source.nature not in {"body", "medium"}:
        return None
    return trailing(first - 1, source._replace(stop=match.stop))


@functools.cache
def _counting() -> frozenset[str]:
    return frozenset(lexicon.attribution().reckoning.counting)


@functools.cache
def _judging() -> frozenset[str]:
    return lexicon.attribution().reckoning.judging


@functools.cache
def _modifiers() -> frozenset[str]:
    return frozenset(lexicon.attribution().reckoning.modifiers)


@functools.cache
def _determined() -> frozenset[str]:
    return vocabulary().articles | vocabulary().indefinite
