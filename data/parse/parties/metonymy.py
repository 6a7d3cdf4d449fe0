"""Metonymy: when the name of a capital means the government that sits there."""

from __future__ import annotations

import dataclasses
import functools

from data import lexicon
from data.parse.clauses import looks_finite
from data.parse.names.places import Place
from data.parse.reading import Reading
from data.parse.words.inflection import verb_forms
from data.parse.words.tokens import Token

_MOST_LISTED = 4
"""How many names of a list are followed: "Moscow, Beijing and Tehran say"."""

_SHORTEST_VERB = 5
"""Letters of "says" are too few to tell a verb from "this"; the lexicon knows such verbs."""

_SIGNS_OF_A_DATELINE = frozenset({"(", "-", "—", "–", "--", "/", "."})


@dataclasses.dataclass(frozen=True, slots=True)
class _Names:
    """A capital with those listed beside it ("Moscow and Beijing"), which share its meaning."""

    first: int
    stop: int
    with_towns: bool
    listed: int
    capitals: int


def stands_for_government(reading: Reading, place: Place) -> bool:
    """Whether a name means a government: "Moscow said", but not "in Moscow" or "KABUL, July 9".

    Args:
        reading: The sentence.
        place: A place that it names, as a capital or as a seat ("the Kremlin").
    """
    if place.via == "seat":
        name = reading.words(place.first, place.stop)
        return name not in lexicon.metonymy().agencies.words
    if place.via != "capital":
        return False
    names = _listed_with(reading, place)
    if names.with_towns or _opens_dateline(reading, names):
        return False
    if _is_source_of_headline(reading, names):
        return True
    after = _by_what_follows(reading, place, names)
    return _by_what_precedes(reading, names) if after is None else after


def _norm(reading: Reading, index: int) -> str:
    return reading.tokens[index].norm if 0 <= index < len(reading.tokens) else ""


def _listed_with(reading: Reading, place: Place) -> _Names:
    by_first = {other.first: other for other in reading.places}
    by_stop = {other.stop: other for other in reading.places}
    members, joints = [place], lexicon.grammar().separators | {"-"}
    for _ in range(_MOST_LISTED):
        joint = _norm(reading, members[-1].stop)
        following = by_first.get(members[-1].stop + 1)
        if joint not in joints or following is None:
            break
        members.append(following)
    for _ in range(_MOST_LISTED):
        joint = _norm(reading, members[0].first - 1)
        preceding = by_stop.get(members[0].first - 1)
        if joint not in joints or preceding is None:
            break
        members.insert(0, preceding)
    return _Names(
        first=members[0].first,
        stop=members[-1].stop,
        with_towns=any(member.code != member.country for member in members),
        listed=len(members),
        capitals=sum(member.via == "capital" for member in members),
    )


def _opens_dateline(reading: Reading, names: _Names) -> bool:
    """A town in front of the text: "KABUL (Agency) -", "Kabul, July 9", "ISLAMABAD: The"."""
    if names.first != 0:
        return False
    sign = _norm(reading, names.stop)
    following = reading.tokens[names.stop + 1] if names.stop + 1 < len(reading.tokens) else None
    if following is None:
        return sign in _SIGNS_OF_A_DATELINE
    capitals = reading.tokens[0].text.isupper() and not following.text.isupper()
    if sign == ":":  # "Berlin: flight called off" tells what Berlin says
        return capitals or (following.text[0].isupper() and not reading.sentence.is_heading)
    if sign == ",":
        return following.norm in lexicon.times().months or following.is_number or capitals
    if capitals and not sign.isalpha():
        return True
    return sign in _SIGNS_OF_A_DATELINE and not following.is_word


def _is_source_of_headline(reading: Reading, names: _Names) -> bool:
    """Whether a headline says who says it: "Berlin: flight off", "Border lost: Moscow"."""
    if names.first == 0:
        return _norm(reading, names.stop) == ":"
    ends = names.stop == len(reading.tokens)
    return (
        ends
        and names.capitals == names.listed
        and _norm(reading, names.first - 1) in {":", "-", "—", "–"}
    )


def _by_what_follows(reading: Reading, place: Place, names: _Names) -> bool | None:
    """What the words behind the name say; None where they leave it open."""
    words = lexicon.metonymy()
    stop = names.stop
    following = _norm(reading, stop)
    if following == "'s":
        return _owns_as_government(reading, stop + 1)
    if following == "-":
        grammar, suffix = lexicon.grammar(), _norm(reading, stop + 1)
        return suffix in grammar.describing_suffixes and suffix not in grammar.located
    if following in words.of_government.words or _is_institution(reading, stop):
        return True
    if following in words.of_town.words:
        return False
    if _is_way_between(reading, names):
        return False
    before = _norm(reading, names.first - 1)
    if before in words.prepositions.town or before in words.prepositions.government:
        return None
    return _acts(reading, place, stop)


def _owns_as_government(reading: Reading, index: int) -> bool:
    """Whether what it owns is a government's: "Kabul's forces", not "Kabul's streets"."""
    if index >= len(reading.tokens):
        return False
    words = lexicon.metonymy()
    for position in range(index, min(index + 3, len(reading.tokens))):
        token = reading.tokens[position]
        if token.norm in words.of_government.words or _is_institution(reading, position):
            return True
        if token.norm in words.of_town.words:
            return False
        if not token.is_word or token.norm in lexicon.grammar().prepositions:
            break
    return not reading.tokens[index].text[0].isupper() or reading.sentence.is_heading


def _is_institution(reading: Reading, index: int) -> bool:
    return any(
        actor.first <= index < actor.stop and actor.type in {"institution", "person"}
        for actor in reading.actors
    )


def _is_way_between(reading: Reading, names: _Names) -> bool:
    """Whether a road or a flight joins the names: "flights between Kabul and Islamabad"."""
    near = {token.norm for token in reading.tokens[max(0, names.first - 4) : names.first]}
    near |= {token.norm for token in reading.tokens[names.stop : names.stop + 2]}
    return names.capitals > 1 and not near.isdisjoint(lexicon.metonymy().ways.words)


def _acts(reading: Reading, place: Place, stop: int) -> bool | None:
    """Whether the name is the subject of a verb that a government can do."""
    words = lexicon.metonymy()
    tokens = reading.tokens
    if _norm(reading, stop) == "," and _norm(reading, stop + 1) in {"which", "where"}:
        if _norm(reading, stop + 1) == "where":
            return False
        stop += 2
    if _norm(reading, stop) == "and":  # "Damascus and the rebels blame each other"
        stop = _behind_partner(reading, stop)
    if _norm(reading, stop) == "," == _norm(reading, stop + 2):  # ", meanwhile,"
        stop += 3
    index = stop
    while index < len(tokens) and _helps(reading, index):
        index += 1
    if index >= len(tokens) or index > stop + _MOST_LISTED:
        return None
    helping = {_norm(reading, helper) for helper in range(stop, index)} & _helping_words()
    verb = tokens[index]
    if verb.norm in words.happening_to_town.words:
        return False
    if "'s" in helping or not lexicon.grammar().finite_be.isdisjoint(helping):
        return verb.norm not in words.state_of_town.words
    if helping or any(match.first == index for match in reading.verbs):
        return True
    if looks_finite(verb) or verb.norm in words.acting.words:
        return True
    if _is_third_person(verb) and (verb.text.islower() or reading.sentence.is_heading):
        return reading.words(place.first, place.stop) != verb.text
    return None


def _is_third_person(token: Token) -> bool:
    """Whether a word looks like a verb in the present tense: "says", but not "this", "across"."""
    return (
        token.is_word
        and len(token.norm) >= _SHORTEST_VERB
        and token.norm.endswith("s")
        and not token.norm.endswith("ss")
    )


def _behind_partner(reading: Reading, index: int) -> int:
    """Index of the verb behind "and the rebels"; the index itself where none follows."""
    for match in reading.verbs:
        if index + 1 < match.first <= index + _MOST_LISTED:
            return match.first
    return index


def _helps(reading: Reading, index: int) -> bool:
    grammar = lexicon.grammar()
    token = reading.tokens[index]
    return (
        token.norm in _helping_words()
        or token.norm in grammar.adverbs
        or (token.norm.endswith("ly") and token.text.islower())
    )


def _by_what_precedes(reading: Reading, names: _Names) -> bool:
    words = lexicon.metonymy()
    first = names.first
    while first and _norm(reading, first - 1) in words.prepositions.skipped:
        first -= 1
    if first == 0 and first < names.first and names.capitals > 1:
        return True  # "Both Moscow and Beijing"
    before = _norm(reading, first - 1)
    earlier = {token.norm for token in reading.tokens[max(0, first - 4) : max(0, first - 1)]}
    if before in words.prepositions.government:
        partner = names.capitals > 1 or _norm(reading, names.stop) == "and"
        return before != "between" or partner
    if before == "for":
        return earlier.isdisjoint(words.prepositions.leaving)
    if before == "in" and not earlier.isdisjoint(words.circles.words):
        return _norm(reading, first - 2) in words.circles.words
    if before in words.prepositions.town:
        return before != "in" and not earlier.isdisjoint(words.dealing.words)
    return before in _addressing_forms()


@functools.cache
def _helping_words() -> frozenset[str]:
    grammar = lexicon.grammar()
    return frozenset((*grammar.auxiliaries, *grammar.modals, *grammar.negations)) - {"if"}


@functools.cache
def _addressing_forms() -> frozenset[str]:
    return frozenset(
        form for verb in lexicon.metonymy().addressing.words for form in verb_forms(verb)
    )
