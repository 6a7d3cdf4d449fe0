"""Reckonings: by whose count or in whose account a number is told: "the UN's estimate is"."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.attribution.saying.bounds import source_before
from data.parse.attribution.saying.cues import CueMatch
from data.parse.attribution.saying.sides import Utterance, trailing
from data.parse.attribution.sources.behind import source_after
from data.parse.attribution.sources.judging import Nature, Source, judge
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import can_stand_inside, is_genitive, is_verb
from data.parse.reading import Reading

_LONGEST_NAME = 4
"""Most words between "by" and the noun: "by White House count"."""

_LONGEST_OWNER = 8
"""Most words from "by" to the end of whose reckoning it is."""

_LONGEST_ASIDE = 10
"""Most words of an aside behind the noun: "its first count, given out on Monday, was"."""

_COUNTING: frozenset[Nature] = frozenset(("body", "medium", "group", "person"))
"""Whose counts a name in front of the noun can tell of."""

_CLOSING = {"-": "-", "—": "—", ")": "(", ",": ","}
"""Signs that close an aside, with what opens it."""


def reckoned(reading: Reading, match: CueMatch, _: list[Utterance]) -> Utterance | None:
    """Read "the UN's estimate is", "by the ministry's count" and "by the estimate of the UN"."""
    found = _behind_noun(reading, match) or _by_name(reading, match)
    if found is None and (source := _owner_of(reading, match)) is not None:
        if source.first and _leads(reading, source.first - 1, match):
            found = trailing(source.first - 1, source._replace(stop=match.stop))
        else:
            return _stated(reading, match, source)
    if found is None:
        return _counted_by(reading, match)
    return found._replace(aside=aside_at(reading, found.first, found.stop))


def _behind_noun(reading: Reading, match: CueMatch) -> Utterance | None:
    """Read "by the estimate of X" and "in the assessment of X"."""
    lower = reading.lower
    first = match.first
    while first and (lower[first - 1] in _modifiers() or lower[first - 1] in _determined()):
        first -= 1
    if lower[match.stop : match.stop + 1] != ["of"]:
        return None
    leading = lower[first - 1] if 0 < first < match.first else ""
    led = leading == "by" and lower[match.first] not in _counting()
    led = led or (leading == "in" and lower[match.first] in _judging())
    source = source_after(reading, match.stop + 1) if led else None
    known = source is not None and source.nature != "other"
    return trailing(first - 1, source) if source is not None and known else None


def _by_name(reading: Reading, match: CueMatch) -> Utterance | None:
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
    if not named and "'s" in reading.lower[first : match.first]:
        return None  # "by the army's own count"
    if first == match.first or not first or tokens[first - 1].norm != "by":
        return None
    source = judge(reading, first, match.first)
    if source is None or source.nature not in _COUNTING:
        return None
    return trailing(first - 1, source._replace(stop=match.stop))


def _owner_of(reading: Reading, match: CueMatch) -> Source | None:
    """Whose reckoning it is: "the UN's latest estimate", "its own count"."""
    tokens = reading.tokens
    owner = match.first - 1
    while owner > 0 and tokens[owner].norm in _modifiers():
        owner -= 1
    if owner < 0:
        return None
    if tokens[owner].norm in vocabulary().owners:
        source = judge(reading, owner, match.stop)
        if source is not None and source.nature != "record":
            stands_for = lexicon.attribution().reckoning.owned[tokens[owner].norm]
            source = source._replace(nature="other", anaphor=stands_for)
    elif tokens[owner].norm == "'s" or (owner and is_genitive(tokens, owner)):
        source = _owner(reading, owner)
        if source is not None and tokens[owner - 1].norm in vocabulary().occasions:
            source = source._replace(anaphor="record")  # "last week's estimate"
    else:
        return None
    if source is None or (source.nature == "other" and source.anaphor == "none"):
        return None
    return source


def _owner(reading: Reading, stop: int) -> Source | None:
    """Whose a reckoning is: the UN of "75,000 men by the UN's count"."""
    for index in range(stop - 1, max(0, stop - _LONGEST_OWNER), -1):
        if reading.tokens[index].norm == "by":
            return judge(reading, index + 1, stop)
    return source_before(reading, stop)


def _leads(reading: Reading, index: int, match: CueMatch) -> bool:
    """Whether a word in front says by what it is counted: "by its count", "in its telling"."""
    word = reading.lower[index]
    return word in {"by", "on"} or (word == "in" and reading.lower[match.first] in _judging())


def _counted_by(reading: Reading, match: CueMatch) -> Utterance | None:
    """Read "An earlier count by the ministry was 40" and "The last UN estimate was 40"."""
    if match.first and reading.lower[match.stop : match.stop + 1] == ["by"]:
        source = source_after(reading, match.stop + 1)
        if source is None or source.nature not in {*_COUNTING, "name"}:
            return None
        told = _stated(reading, match._replace(stop=source.stop), source)
        return told and told._replace(first=match.first)
    first = match.first
    while (
        first and reading.tokens[first - 1].text[0].isupper() and reading.tokens[first - 1].is_word
    ):
        first -= 1
    named = 0 < first < match.first and reading.lower[match.first] not in _counting()
    source = judge(reading, first, match.first) if named else None
    if source is None or source.nature not in {"body", "medium"} or _is_place(reading, source):
        return None
    return _stated(reading, match, source)


def _is_place(reading: Reading, source: Source) -> bool:
    """Whether a name is that of a place: "the Kabul figure", "the Afghan number"."""
    return any(place.stop == source.stop for place in reading.names)


def _stated(reading: Reading, match: CueMatch, source: Source) -> Utterance | None:
    """The utterance of a noun whose number follows: "its count is 40", "its estimate of 40"."""
    lower = reading.lower
    verb = _past_aside(reading, match.stop)
    following = lower[verb : verb + 2]
    counted = verb == match.stop and following[:1] == ["of"] and len(following) > 1
    if counted and reading.tokens[verb + 1].is_number:
        return Utterance(source, "leading", source.first, match.stop)
    if not following or following[0] not in _states():
        return None
    if following[1:] and following[1] in lexicon.grammar().falsehoods:
        return None  # "the army's figures are wrong: 40 died"
    if lower[match.first] in _telling() and not _told().intersection(following):
        return None  # "the army's account was shut"
    return Utterance(source, "leading", source.first, verb)


def _past_aside(reading: Reading, stop: int) -> int:
    """Index behind an aside at a token: "its first count, given out late on Monday, was"."""
    if reading.lower[stop : stop + 1] != [","]:
        return stop
    behind = reading.lower[stop + 1 : stop + 2 + _LONGEST_ASIDE]
    return stop + behind.index(",") + 2 if "," in behind else stop


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


@functools.cache
def _counting() -> frozenset[str]:
    return frozenset(lexicon.attribution().reckoning.counting)


@functools.cache
def _judging() -> frozenset[str]:
    return lexicon.attribution().reckoning.judging


@functools.cache
def _telling() -> frozenset[str]:
    return lexicon.attribution().reckoning.telling


@functools.cache
def _told() -> frozenset[str]:
    return lexicon.attribution().reckoning.told


@functools.cache
def _modifiers() -> frozenset[str]:
    return frozenset(lexicon.attribution().reckoning.modifiers)


@functools.cache
def _states() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.states)


@functools.cache
def _determined() -> frozenset[str]:
    return vocabulary().articles | vocabulary().indefinite
