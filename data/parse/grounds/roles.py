"""Roles: what a place is to a happening, by the words that lead to it."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Literal

from data import lexicon
from data.parse.grounds.bound import is_bound
from data.parse.grounds.tellers import saying_forms
from data.parse.names.places import Place
from data.parse.reading import Reading
from data.parse.words.inflection import verb_forms
from data.parse.words.tokens import Token

Role = Literal["at", "to", "from", "of", "for", "speaker", "dateline"]

_LONGEST_WAY = 6
"""Most words between a preposition and its place: "in a remote village of northern X"."""

_LONGEST_GROUND = 5
"""Most words from a preposition to the ground of a place: "into the Y-Z village of X"."""

_LONGEST_LINE = 4
"""Words of "from across the border" before the "in" that says of what."""


def role_before(reading: Reading, first: int) -> Role | None:
    """The preposition before a place, across the words between: "in a village near X"."""
    tokens = reading.tokens
    roles = _prepositions()
    for index in range(first - 1, max(-1, first - 1 - _LONGEST_WAY), -1):
        token = tokens[index]
        role = roles.get(token.norm)
        if role == "to" and index + 1 < first and index + 1 in reading.verb_starts:
            return None  # "to match X's withdrawal"
        if role is not None:
            if index + 1 < first and index + 1 in reading.date_starts:
                return None  # "on 29 February the United States had"
            bounds = _is_bound_of_number(tokens, index)
            return None if bounds else _role_behind(reading, index, role)
        if token.norm == "." and index and len(tokens[index - 1].text) == 1:
            continue
        if not (token.is_word or token.is_number or token.norm in {"-", "'s"}):
            return None
        if token.norm in _stops_before() or _is_object_verb(tokens, index):
            return None
    return None


def _is_bound_of_number(tokens: Sequence[Token], index: int) -> bool:
    """Whether a preposition only bounds a number: "around 390", "at least 40 X soldiers"."""
    words, behind = lexicon.location().prepositions, tokens[index + 1]
    if behind.norm in words.limits:
        return True
    return tokens[index].norm in words.bounding and behind.is_number


def _role_behind(reading: Reading, index: int, role: Role) -> Role | None:
    """The role a preposition gives with the word before it: "out of X", "bound for X"."""
    norms = reading.lower
    before = norms[index - 1] if index else ""
    leads = lexicon.location().leads
    if role == "of":
        if before in {"that", "those"} or before in leads.bearers:
            return None  # "near that of Niger" is not in Niger, nor need its citizens be
        if before in lexicon.grammar().directions and norms[index - 2] != "the":
            return None  # "Bagram, north of Kabul" is not in Kabul
        return "from" if before == "out" else _role_of_ground(norms, index)
    if role == "from" and before in leads.asked:
        return None  # "want help from X"
    if role == "at" and _is_from_beyond(norms, index):
        return "from"
    if (role == "to" and before in leads.nowhere) or (role == "at" and before in leads.apart):
        return None
    if norms[index] == "in" and before in leads.spoken:
        return None  # "Speaking in X"
    if role == "to" and before in leads.beside:
        return "at"
    return "to" if role == "for" and is_bound(reading, index) else role


def _is_from_beyond(norms: Sequence[str], index: int) -> bool:
    """Whether something came from there: "from inside X", "from across the border in X"."""
    before = norms[max(0, index - _LONGEST_LINE) : index]
    if before[-1:] == ["from"]:
        return True
    words = lexicon.location()
    if "from" not in before or before[-1] not in words.lines.words:
        return False
    return before[before.index("from") + 1] in words.prepositions.across


def _role_of_ground(norms: Sequence[str], index: int) -> Role:
    """Where "of" leads: "to the soil of X" leads there; else it is the X of something."""
    if norms[index - 1] in lexicon.location().ground.words:
        for position in range(index - 2, max(-1, index - 2 - _LONGEST_GROUND), -1):
            role = _prepositions().get(norms[position])
            if role in {"to", "from"}:
                return role
            if role is not None or norms[position] in {",", ";", ":"}:
                break
    return "of"


def role_of_object(tokens: Sequence[Token], first: int) -> Role | None:
    """The role a verb right before a place gives it: "reached X", "left the X district"."""
    if first and tokens[first - 1].norm in lexicon.location().modifiers.words:
        first -= 1
    if not first or not _is_object_verb(tokens, first - 1):
        return None
    return _object_verbs().get(tokens[first - 1].norm)


def _is_object_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether a place is the object of a word: "hit X", not "quake-hit X"."""
    compound = index > 0 and tokens[index - 1].norm == "-"
    return tokens[index].norm in _object_verbs() and not compound


def is_compound(norms: Sequence[str], stop: int) -> bool:
    """Whether a hyphen makes a name say whose doing something is: "the X-backed militia"."""
    compounds = lexicon.location().leads.compounds
    following = norms[stop : stop + 2]
    if following == ["-", "and"]:
        return True  # "the X- and Y-led mission"
    return len(following) > 1 and following[0] == "-" and following[1] in compounds


def only_describes(norms: Sequence[str], place: Place) -> bool:
    """Whether it says whose time or refugees: "3 a.m. Washington time", "Palestine refugees"."""
    behind = norms[place.stop : place.stop + 2]
    if behind[:1] == ["time"]:
        return True
    if place.via != "name" or behind[:1] == ["refugees"]:
        return place.via == "name"
    return behind[:1] == ["refugee"] and behind[1:] not in (["camp"], ["camps"])


def is_of_teller(norms: Sequence[str], place: Place) -> bool:
    """Whether a demonym only says whose charity or paper it is: "a French broadcaster"."""
    if place.via != "demonym":
        return False
    return not _private_bodies().isdisjoint(norms[place.stop : place.stop + 1])


@functools.cache
def _private_bodies() -> frozenset[str]:
    """Nouns for those who tell something and are no state."""
    rules = lexicon.attribution()
    return frozenset((*rules.bodies.private, *rules.media.words))


def is_nationality(reading: Reading, place: Place) -> bool:
    """Whether a state says whose the next citizens are: "112 citizens of X and 79 of Y"."""
    if place.via != "name" or place.code != place.country or place.first < _OF_A_NUMBER:
        return False
    lower, of = reading.lower, place.first - 1
    of -= lower[of] == "the"
    if lower[of] != "of":
        return False
    citizens = lexicon.location().leads.citizens
    led = of in reading.quantity_stops.values() or lower[of - 1] in citizens
    return led and any(lower[at] in citizens and lower[at + 1] == "of" for at in range(of))


_OF_A_NUMBER = 2
"""Fewest words before the state: "79 of"."""


def tells_since_when(norms: Sequence[str], first: int) -> bool:
    """Whether a place is only named for when it fell: "has waited since the fall of X"."""
    since, the, fall, of = ("", "", "", "", *norms[max(0, first - 4) : first])[-4:]
    falls = lexicon.location().leads.falls
    return (since, the, of) == ("since", "the", "of") and fall in falls


@functools.cache
def _prepositions() -> dict[str, Role]:
    words = lexicon.location().prepositions
    roles: dict[str, Role] = {"of": "of"}
    listed: tuple[tuple[Role, frozenset[str]], ...] = (
        ("at", words.at),
        ("to", lexicon.grammar().to_place),
        ("from", words.from_),
        ("for", words.for_),
    )
    for role, prepositions in listed:
        roles.update(dict.fromkeys(prepositions, role))
    return roles


@functools.cache
def _object_verbs() -> dict[str, Role]:
    verbs = lexicon.location().verbs
    roles: dict[str, Role] = {}
    for lemma in verbs.leaving:
        roles.update(dict.fromkeys(verb_forms(lemma), "from"))
    for lemma in verbs.taking:
        roles.update(dict.fromkeys(verb_forms(lemma), "at"))
    for lemma in verbs.reaching:
        roles.update(dict.fromkeys(verb_forms(lemma), "to"))
    return roles


@functools.cache
def _stops_before() -> frozenset[str]:
    """Words at which the way back from a place to its preposition ends."""
    grammar = lexicon.grammar()
    return frozenset(
        (
            *grammar.auxiliaries,
            *grammar.modals,
            *grammar.relatives,
            *grammar.subordinators,
            *lexicon.location().prepositions.elsewhere,
            *saying_forms(),
        )
    ) - {"'s"}
