"""Sites: the places of a sentence as grounds of what happens, with what leads to each."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Sequence

from data import lexicon
from data.parse.lazy import remembered
from data.parse.location.grounds import chief_province, country_of, ground, line_with, senders
from data.parse.location.place_roles import (
    Role,
    is_compound,
    is_of_source,
    role_before,
    role_of_object,
)
from data.parse.names.places import Place
from data.parse.reading import Reading
from data.parse.tokens import Token

_WIDEST_LIST_GAP = 3
"""Most words between two places of a list, and between a place and what it lies in."""

_NEAR = 4
_LEAD = 3
"""Sentences before one, and at the opening, that may say which border of a country is meant."""

_LONGEST_LIST_LINE = 10
"""Most words of a headline or list line that opens with the place it is about."""


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


@remembered
def find_sites(reading: Reading) -> Sequence[Site]:
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
        elif before is not None and _is_inside(reading.tokens, before, site):
            sites[-1] = dataclasses.replace(before, stop=site.stop, codes=site.codes)
        elif before is not None and _lies_in(reading.tokens, before, site):
            codes = before.codes if "-" in before.codes[0] else site.codes
            role = site.role if before.role == "of" else before.role
            sites[-1] = dataclasses.replace(before, stop=site.stop, codes=codes, role=role)
        else:
            sites.append(site)
    return tuple(sites)


def _most_exact(codes: Sequence[str]) -> tuple[str, ...]:
    """Codes without the countries of others: of "Zaranj, Afghanistan" only the province."""
    inner = {
        country for code in codes if code in lexicon.provinces() for country in country_of(code)
    }
    return tuple(dict.fromkeys(code for code in codes if code not in inner))


def _is_listed(tokens: Sequence[Token], stop: int, first: int) -> bool:
    """Whether only a comma, "and" or a word such as "province" parts two places."""
    if not 0 < first - stop <= _WIDEST_LIST_GAP:
        return False
    words = lexicon.location()
    between = [token.norm for token in tokens[stop:first]]
    if between[-1] != "the" and between[-1] in words.modifiers.words:
        between.pop()  # "southern X and western Y"
    return (
        bool(between)
        and between[-1] in words.listing.words
        and all(
            norm in words.listing.words or norm == "the" or norm in words.ground.words
            for norm in between
        )
    )


def _is_inside(tokens: Sequence[Token], outer: Site, inner: Site) -> bool:
    """Whether a country only says where the next place lies: "X's northern Y"."""
    words = lexicon.location()
    between = [
        token.norm
        for token in tokens[outer.stop : inner.first]
        if not token.is_number and token.norm not in words.listing.announcing
    ]  # "X's three provinces: Y and Z"
    return (
        0 < len(between) <= _WIDEST_LIST_GAP
        and outer.codes[0] in lexicon.countries()
        and inner.codes[0] in lexicon.provinces()
        and country_of(inner.codes[0]) == outer.codes
        and all(
            norm in {"'s", "of"} or norm in words.modifiers.words or norm in words.ground.words
            for norm in between
        )
    )


def _lies_in(tokens: Sequence[Token], inner: Site, outer: Site) -> bool:
    """Whether one place only says where another lies: "the gate at X", "the X range in Y"."""
    words = lexicon.location()
    between = [token.norm for token in tokens[inner.stop : outer.first]]
    return (
        inner.role not in {"dateline", "speaker"}
        and (inner.codes[0] not in lexicon.countries() or outer.codes[0] in lexicon.countries())
        and outer.role in {"at", "of"}
        and 0 < len(between) <= _WIDEST_LIST_GAP
        and (between[0] in words.nesting.words or between[0] in words.ground.words)
        and (between[-1] in words.nesting.words or between[-1] in words.modifiers.words)
    )


def _single_sites(reading: Reading) -> Iterator[Site]:
    found: list[tuple[int, int, str, Role | None]] = []
    borders = reading.borders
    for border in borders:
        role = role_before(reading, border.first)
        found.append((border.first, border.stop, border.code, role if role != "of" else "at"))
    for place in reading.places:
        if borders and any(border.first <= place.first < border.stop for border in borders):
            continue
        if place.via in {"anaphor", "owner", "region", "seat"}:
            continue
        code = ground(place)
        if place.country is not None and _is_before_capital(reading.tokens, place.stop):
            code = chief_province(place.country)
        if _is_before_line(reading.tokens, place.stop):
            code = _line_of(reading, place.country) or ""
        if code:
            found.append((place.first, place.stop, code, _role(reading, place)))
    found.sort()
    for first, stop, code, role in found:
        if role is not None:
            yield Site(first, stop, (code,), role)


def _line_of(reading: Reading, country: str | None) -> str | None:
    """The border meant by "the X border": one of X told of nearby, else that with the subject."""
    near = (
        *reversed(reading.whole[max(0, reading.at - _NEAR) : reading.at]),
        *reading.whole[:_LEAD],
    )
    told = (border.code for other in (reading, *near) for border in other.borders)
    return next((code for code in told if country in code.split("-")), line_with(country))


def _is_before_capital(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a country only says whose capital is meant: "in the X capital"."""
    following = [token.norm for token in tokens[stop : stop + 2]]
    return following[:1] == ["capital"] or following == ["'s", "capital"]


def _is_before_line(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a country only says whose border is meant: "near the Malian border"."""
    words = lexicon.location().lines
    for index in range(stop, min(stop + 2, len(tokens))):
        if tokens[index].norm in words.words and tokens[index].norm != "line":
            guarded = index + 1 < len(tokens) and tokens[index + 1].norm in words.services
            return not guarded and tokens[stop].norm in words.words | {"'s", "side"}
    return False


def _role(reading: Reading, place: Place) -> Role | None:
    tokens = reading.tokens
    exact = place.code != place.country
    if is_dateline(reading, place):
        return "dateline"
    if _in_actor(reading, place):
        return "speaker" if exact else None
    described = place.via == "demonym" and not _makes_own_ground(reading, place)
    if described or is_compound(tokens, place.stop):
        return None
    if place.first and tokens[place.first - 1].norm in lexicon.location().naming.words:
        return None
    if place.stop < len(tokens) and tokens[place.stop].norm == "time":
        return None  # "3 a.m. Washington time"
    if _is_adjective(reading, place):
        return None
    owns = place.stop < len(tokens) and tokens[place.stop].norm == "'s"
    if owns and _has_neighbours(tokens, place.stop + 1):
        return None
    if owns and not exact and _is_of_office(reading, place):
        return None
    if owns and place.code in senders() and not _makes_ground(tokens, place.stop + 1):
        return None  # "under the UK's programme" is not in the UK
    role = None if _is_subject(reading, place) else role_before(reading, place.first)
    if role == "at" and place.via == "name" and not exact and _is_aside(tokens, place.first):
        return None  # "drills near X" are not in X
    if role == "at" and _is_seat(reading, place):
        return None
    if role is None:
        role = "of" if owns else role_of_object(tokens, place.first)
    if role is None and (
        exact or place.via in {"demonym", "part"} or _is_of_capital(tokens, place)
    ):
        role = "at"
    if role is None and place.via == "name" and (before := _listed_before(reading, place)):
        return _role(reading, before)
    if role in {"at", "of", "from"} and is_of_source(reading, place):
        return "speaker" if place.via != "capital" else None
    return role


def _is_aside(tokens: Sequence[Token], first: int) -> bool:
    return tokens[first - 1].norm in lexicon.location().leads.aside


def _is_seat(reading: Reading, place: Place) -> bool:
    """Whether a place only says where an institution sits: "the Defence Ministry in X"."""
    return reading.tokens[place.first - 1].norm == "in" and any(
        actor.first < place.first and actor.stop == place.stop and actor.type == "institution"
        for actor in reading.actors
    )


def _has_neighbours(tokens: Sequence[Token], index: int) -> bool:
    """Whether a country only says whose neighbours are meant: "several of X's neighbours"."""
    neighbours = lexicon.location().leads.neighbours
    return any(token.norm in neighbours for token in tokens[index : index + 1])


def _is_subject(reading: Reading, place: Place) -> bool:
    """Whether a country acts in a clause that no word opens: "those people X has brought out"."""
    tokens, before = reading.tokens, place.first - 1
    if place.code != place.country or place.stop >= len(tokens) or before < 1:
        return False
    before -= tokens[before].norm == "the"
    acts = (
        tokens[place.stop].norm in lexicon.grammar().auxiliaries and tokens[place.stop].norm != "'s"
    )
    return acts and before in reading.countable_starts


def _is_of_office(reading: Reading, place: Place) -> bool:
    """Whether a country only says whose office or body it is: "X's Chief of Staff".

    "In X's Chief district" is in X.
    """
    tokens, index = reading.tokens, place.stop + 1
    if index >= len(tokens) or index in reading.place_starts:
        return False
    words, norm = lexicon.location(), tokens[index].norm
    if norm in words.leads.bearers:
        return True
    if place.first and tokens[place.first - 1].norm in words.prepositions.at:
        return False
    ground = norm in words.ground.words or norm in words.modifiers.words
    return tokens[index].text.istitle() and not ground


def _listed_before(reading: Reading, place: Place) -> Place | None:
    """The place before one that goes on a list: "in X, Y and Z"."""
    tokens, between = reading.tokens, place.first - 1
    if between < 1 or tokens[between].norm not in {",", "and", "or"}:
        return None
    goes_on = place.stop < len(tokens) and tokens[place.stop].norm in {",", "and", "or"}
    if tokens[between].norm == "," and not goes_on:
        return None
    stop = between - (tokens[between - 1].norm == ",")
    return next((other for other in reading.places if other.stop == stop), None)


def _is_of_capital(tokens: Sequence[Token], place: Place) -> bool:
    """Whether ground of a capital acts: "Islamabad airport handled 450 flights"."""
    return place.via == "capital" and _makes_ground(tokens, place.stop)


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
    """Whether a place only says whose an actor is: "forces of X", but not "troops in X"."""
    if place.first and reading.tokens[place.first - 1].norm == "in":
        return False
    return any(
        actor.first <= place.first and place.stop <= actor.stop
        for actor in reading.actors
        if (actor.first, actor.stop) != (place.first, place.stop) and not actor.anaphor
    )


def _is_adjective(reading: Reading, place: Place) -> bool:
    """Whether an abbreviation describes what follows: "in 89 US and allied flights"."""
    tokens = reading.tokens
    if place.via != "name" or not tokens[place.first].text.isupper() or place.stop >= len(tokens):
        return False
    before, after = tokens[place.first - 1] if place.first else None, tokens[place.stop]
    if before is not None and before.is_number:
        return True
    if after.norm in {"and", "&", "-", "–"} and _is_demonym(reading, place.stop + 1):
        return True  # "in joint US and Afghan operations"
    if after.text.istitle() and place.stop not in reading.place_starts:
        return after.norm not in _not_described() and len(tokens[place.first].text) > 1
    if not after.is_word or not after.text.islower() or place.stop in reading.verb_starts:
        return False
    return after.norm not in _not_described()


def _is_demonym(reading: Reading, index: int) -> bool:
    return any(place.first == index and place.via == "demonym" for place in reading.places)


def _makes_own_ground(reading: Reading, place: Place) -> bool:
    """Whether the ground of a people is where they live: bases of a sender may be anywhere."""
    words = lexicon.location().ground
    reach = 1 if place.stop in reading.nouns else 2  # "made 46 Afghan aircraft land"
    following = [token.norm for token in reading.tokens[place.stop : place.stop + reach]]
    if not any(norm in words.words for norm in following):
        return False
    return place.country not in senders() or words.bases.isdisjoint(following)


def _makes_ground(tokens: Sequence[Token], stop: int) -> bool:
    return any(token.norm in lexicon.location().ground.words for token in tokens[stop : stop + 2])


@functools.cache
def _not_described() -> frozenset[str]:
    """Words behind a name that it does not describe."""
    grammar = lexicon.grammar()
    return frozenset((*grammar.prepositions, *grammar.auxiliaries, *grammar.conjunctions))
