"""Sites: the places of a sentence as grounds of what happens, with what leads to each."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from data import lexicon
from data.parse.borders import border_code
from data.parse.inflection import verb_forms
from data.parse.places import Place, province_of
from data.parse.reading import Reading
from data.parse.tokens import Token

Role = Literal["at", "to", "from", "of", "for", "speaker", "dateline"]

SUBJECT: Final = "AFG"
"""The country whose war these articles are collected for."""

_LONGEST_WAY = 6
"""Most words between a preposition and its place: "in a remote village of northern X"."""

_LONGEST_LIST_LINE = 10
"""Most words of a headline or list line that opens with the place it is about."""

_LONGEST_SOURCE = 8
"""Most words between a source's place and the verb of saying: "officials in X have said"."""


@dataclasses.dataclass(frozen=True, slots=True)
class Site:
    """A place, or several listed ones, as the ground of something.

    Attributes:
        first: Index of the first token.
        stop: Index one past the last token.
        codes: Province, country or border; several where the text lists them.
        role: ``at`` it happens, ``to`` it leads, ``from`` it began, ``of`` or ``for`` a thing;
            ``speaker`` where only a source is there, ``dateline`` where only the reporter is.
    """

    first: int
    stop: int
    codes: tuple[str, ...]
    role: Role


def find_sites(reading: Reading) -> list[Site]:
    """The grounds a sentence names, in text order.

    Landmarks, actors ("Tajikistan said") and demonyms that describe people are none; "Tajik
    territory" is one.
    """
    sites: list[Site] = []
    for site in _single_sites(reading):
        before = sites[-1] if sites else None
        if before is not None and _is_listed(reading.tokens, before.stop, site.first):
            codes = _most_exact((*before.codes, *site.codes))
            sites[-1] = dataclasses.replace(before, stop=site.stop, codes=codes)
        elif before is not None and _lies_in(reading.tokens, before, site):
            codes = before.codes if "-" in before.codes[0] else site.codes
            sites[-1] = dataclasses.replace(before, stop=site.stop, codes=codes)
        else:
            sites.append(site)
    return sites


def ground(place: Place) -> str:
    """The code a place has as the ground of a fact: its province, its border or its country."""
    if place.via == "capital":
        return _chief_provinces().get(place.code, place.code)
    crossing = lexicon.crossings().get(place.code)
    if crossing is not None:
        return crossing.border
    return province_of(place.code) or (place.country if "/" in place.code else None) or place.code


def chief_province(country: str) -> str:
    """The province that bears the name of a country's capital, else the country."""
    return _chief_provinces().get(country, country)


def country_of(code: str) -> tuple[str, ...]:
    """Countries of the code of a country, a province or a border."""
    province = lexicon.provinces().get(code)
    return (province.country,) if province else tuple(code.split("-"))


def _most_exact(codes: Sequence[str]) -> tuple[str, ...]:
    """Codes without the countries of others: of "Zaranj, Afghanistan" only the province."""
    inner = {country for code in codes if code in lexicon.provinces() for country in country_of(code)}
    return tuple(dict.fromkeys(code for code in codes if code not in inner))


def _is_listed(tokens: Sequence[Token], stop: int, first: int) -> bool:
    """Whether only a comma, "and" or a word such as "province" parts two places."""
    if not 0 < first - stop <= 3:
        return False
    between = [token.norm for token in tokens[stop:first]]
    return between[-1] in {",", "and", "or", "&", "/", "of"} and all(
        norm in {",", "and", "or", "&", "/", "of", "the"} or norm in _ground_words()
        for norm in between
    )


def _lies_in(tokens: Sequence[Token], inner: Site, outer: Site) -> bool:
    """Whether one place only says where another lies: "the gate at X", "the X range in Y"."""
    between = [token.norm for token in tokens[inner.stop : outer.first]]
    return (
        inner.role not in {"dateline", "speaker"}
        and outer.role in {"at", "of"}
        and 0 < len(between) <= 3
        and between[0] in {"at", "in", "near", "outside", "of", *_ground_words()}
        and between[-1] in {"at", "in", "near", "outside", "of", "the", "northern", "southern"}
    )


def _single_sites(reading: Reading) -> Iterator[Site]:
    found: list[tuple[int, int, str, Role | None]] = []
    borders = reading.borders
    for border in borders:
        role = role_before(reading, border.first)
        found.append((border.first, border.stop, border.code, role if role != "of" else "at"))
    for place in reading.places:
        if any(border.first <= place.first < border.stop for border in borders):
            continue
        if place.via in {"anaphor", "owner", "region", "seat"}:
            continue
        code = ground(place)
        if _is_before_line(reading.tokens, place.stop):
            code = line_with(place.country) or ""
        if code:
            found.append((place.first, place.stop, code, _role(reading, place)))
    found.sort()
    for first, stop, code, role in found:
        if role is not None:
            yield Site(first, stop, (code,), role)


def line_with(country: str | None) -> str | None:
    """The border of Afghanistan with a neighbour; None where they share none.

    An article of this field that speaks of "the Iranian border" alone means this one.
    """
    return border_code(SUBJECT, country) if country in _neighbours() and country else None


def _is_before_line(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a country only says whose border is meant: "near the Malian border"."""
    lines = lexicon.location().lines.words
    return any(
        token.norm in lines for token in tokens[stop : stop + 2] if token.norm != "line"
    ) and tokens[stop].norm in lines | {"'s", "side"}


def _role(reading: Reading, place: Place) -> Role | None:
    tokens = reading.tokens
    exact = place.code != place.country
    if is_dateline(reading, place):
        return "dateline"
    if _in_actor(reading, place):
        return "speaker" if exact else None
    if place.via == "demonym" and not _makes_ground(tokens, place.stop):
        return None
    if place.first and tokens[place.first - 1].norm in lexicon.location().naming.words:
        return None
    owns = place.stop < len(tokens) and tokens[place.stop].norm == "'s"
    if owns and place.code in senders() and not _makes_ground(tokens, place.stop + 1):
        return None  # "under the UK's programme" is not in the UK
    role = role_before(reading, place.first)
    if role is None:
        role = "of" if owns else _as_object(tokens, place.first)
    if role is None and (exact or place.via in {"demonym", "part"}):
        role = "at"
    if role in {"at", "of", "from"} and _is_of_source(reading, place):
        return "speaker" if place.via != "capital" else None
    return role


def is_dateline(reading: Reading, place: Place) -> bool:
    """Whether a place opens the text: "KHOROG, July 7 —", "BAGHLAN, Afghanistan (Agency) –"."""
    tokens = reading.tokens
    if place.stop >= len(tokens) or place.first > 3:
        return False
    if place.first == 0 and place.via == "name" and place.code == place.country:
        return False  # "AFGHANISTAN: a snapshot" is about the country
    sign = tokens[place.stop].norm
    if place.first:
        opened = tokens[0].text.isupper() and tokens[place.first - 1].norm == ","
        return opened and sign in {"(", "-", "—", "–"}
    if tokens[0].text.isupper() and len(tokens[0].text) > 1:
        return sign in {",", "(", "-", "—", "–", ".", ":", "/"}
    following = tokens[place.stop + 1] if place.stop + 1 < len(tokens) else None
    if following is None:
        return False
    if sign == ":":  # "Balkh: 9 of 14" is a line of a list
        return following.text[0].isupper() and len(tokens) > _LONGEST_LIST_LINE
    return sign in {"(", "—", "–"} or (sign == "," and following.norm in lexicon.times().months)


def _in_actor(reading: Reading, place: Place) -> bool:
    return any(
        actor.first <= place.first and place.stop <= actor.stop
        for actor in reading.actors
        if (actor.first, actor.stop) != (place.first, place.stop) and not actor.anaphor
    )


def _makes_ground(tokens: Sequence[Token], stop: int) -> bool:
    return any(token.norm in _ground_words() for token in tokens[stop : stop + 2])


def role_before(reading: Reading, first: int) -> Role | None:
    """The preposition before a place, across the words between: "in a village near X"."""
    tokens = reading.tokens
    roles = _prepositions()
    for index in range(first - 1, max(-1, first - 1 - _LONGEST_WAY), -1):
        token = tokens[index]
        role = roles.get(token.norm)
        if role is not None:
            return _role_behind(tokens, index, role)
        if token.norm == "." and index and len(tokens[index - 1].text) == 1:
            continue
        if not (token.is_word or token.is_number or token.norm in {"-", "'s", "N."}):
            return None
        if token.norm in _stops_before() or token.norm in _object_verbs():
            return None
    return None


def _role_behind(tokens: Sequence[Token], index: int, role: Role) -> Role | None:
    """The role a preposition gives with the word before it: "out of X", "bound for X"."""
    before = tokens[index - 1].norm if index else ""
    leads = lexicon.location().leads
    if role == "of":
        if before in {"that", "those"}:  # "near that of Niger" is not in Niger
            return None
        return "from" if before == "out" else _role_of_ground(tokens, index)
    if role == "to" and before in leads.nowhere:
        return None
    if role == "to" and before in leads.beside:
        return "at"
    return "to" if role == "for" and before in leads.bound else role


def _role_of_ground(tokens: Sequence[Token], index: int) -> Role:
    """"to the soil of X" leads there; else it is the X of something."""
    if tokens[index - 1].norm in _ground_words():
        for position in range(index - 2, max(-1, index - 4), -1):
            role = _prepositions().get(tokens[position].norm)
            if role in {"to", "from"}:
                return role
    return "of"


def _as_object(tokens: Sequence[Token], first: int) -> Role | None:
    before = tokens[first - 1].norm if first else ""
    if before in {"the", "northern", "southern", "eastern", "western", "neighbouring", "neighboring"}:
        before = tokens[first - 2].norm if first > 1 else ""
    return _object_verbs().get(before)


def _is_of_source(reading: Reading, place: Place) -> bool:
    """Whether only a source is at a place: "officials in X say", "said a lawmaker from X"."""
    tokens = reading.tokens
    for index in range(place.stop, min(len(tokens), place.stop + _LONGEST_SOURCE)):
        token = tokens[index]
        if token.norm in _saying_forms():
            return not _has_number(reading, 0, index)
        if token.norm in {",", ";", ":"} or token.is_number:
            break
    for index in range(place.first - 1, max(-1, place.first - _LONGEST_SOURCE), -1):
        if tokens[index].norm in _saying_forms():
            return not _has_number(reading, index, place.first) and "that" not in {
                token.norm for token in tokens[index : place.first]
            }
        if tokens[index].norm in {",", ";", ":"}:
            break
    return False


def _has_number(reading: Reading, first: int, stop: int) -> bool:
    return any(first <= quantity.first < stop for quantity in reading.quantities)


@functools.cache
def senders() -> frozenset[str]:
    """States with troops in Afghanistan: what is theirs may well be there."""
    return frozenset((*lexicon.regions()["NATO"].members, "AUS", "RUS"))


@functools.cache
def _neighbours() -> frozenset[str]:
    """Countries that share a border with Afghanistan."""
    return frozenset(
        country
        for crossing in lexicon.crossings().values()
        for country in crossing.border.split("-")
        if country != SUBJECT
    )


@functools.cache
def _chief_provinces() -> dict[str, str]:
    named = {(province.country, province.name): province.code for province in lexicon.provinces().values()}
    return {
        country.code: named[country.code, capital]
        for country in lexicon.countries().values()
        for capital in country.capitals
        if (country.code, capital) in named
    }


@functools.cache
def _prepositions() -> dict[str, Role]:
    words = lexicon.location().prepositions
    roles: dict[str, Role] = {"of": "of"}
    listed: tuple[tuple[Role, frozenset[str]], ...] = (
        ("at", words.at),
        ("to", words.to),
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
            *_saying_forms(),
            "that",
            "with",
            "by",
            "against",
            "than",
            "like",
        )
    ) - {"'s"}


@functools.cache
def _saying_forms() -> frozenset[str]:
    return frozenset(
        form
        for saying in lexicon.attribution().saying
        for form in verb_forms(saying.lemma, saying.forms)
        if " " not in form
    )


@functools.cache
def _ground_words() -> frozenset[str]:
    return lexicon.location().ground.words
