"""Reckonings: by whose estimate a number is told that says whose behind or in front of the noun."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.attribution.saying.cues import CueMatch
from data.parse.attribution.saying.sides import Utterance, trailing
from data.parse.attribution.sources.behind import source_after
from data.parse.attribution.sources.judging import Nature, judge
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import can_stand_inside, is_verb
from data.parse.reading import Reading

_LONGEST_NAME = 4
"""Most words between "by" and the noun: "by White House count"."""


def reckoned_by(reading: Reading, match: CueMatch) -> Utterance | None:
    """The utterance of "by the estimate of X", "in the assessment of X" and "by X count"."""
    utterance = _reckoned(reading, match)
    if utterance is None:
        return None
    return utterance._replace(aside=aside_at(reading, utterance.first, utterance.stop))


def _reckoned(reading: Reading, match: CueMatch) -> Utterance | None:
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


def aside_at(reading: Reading, first: int, stop: int) -> int | None:
    """Index of the sign that opens the aside which ends with a reckoning, if it counts something.

    "The guards - 120 men by one trader's count - left", "the guards, 120 men by his count, left".
    """
    lower = reading.lower
    if stop >= len(lower) - 1 or lower[stop] not in _CLOSING:
        return None
    opening = _CLOSING[lower[stop]]
    begin = next((i for i in range(first - 1, 0, -1) if lower[i] == opening), None)
    if begin is None or any(is_verb(reading.tokens, i) for i in range(begin + 1, first)):
        return None
    counted = [one.outer_first for one in reading.quantities if begin < one.outer_first < first]
    if not counted or (opening == "," and counted[0] != begin + 1):
        return None
    return begin


_COUNTING: frozenset[Nature] = frozenset(("body", "medium", "group", "person"))
"""Whose counts a name in front of the noun can tell of."""

_CLOSING = {"-": "-", "—": "—", ")": "(", ",": ","}
"""Signs that close an aside, with what opens it."""


def _named_before(reading: Reading, match: CueMatch) -> Utterance | None:
    """Read "by Pentagon figures" and "by an army count": the name stands in front of the noun."""
    tokens = reading.tokens
    first = match.first
    while first and match.first - first < _LONGEST_NAME and tokens[first - 1].norm != "by":
        if not can_stand_inside(tokens, first - 1):
            return None
        first -= 1
    named = all(token.text[0].isupper() for token in tokens[first : match.first])
    if not named and (reading.lower[first] not in _determined() or match.first - first < 2):
        return None
    if first == match.first or not first or tokens[first - 1].norm != "by":
        return None
    source = judge(reading, first, match.first)
    if source is None or source.nature not in _COUNTING:
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
