"""Gazetteer: every name list in one index, so that a sentence is searched for names once."""

from __future__ import annotations

import dataclasses
import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from data import lexicon
from data.lexicon.gazetteer import City, Crossing, Province
from data.lexicon.names import Actor
from data.parse.words.phrases import Match, PhraseMatcher
from data.parse.words.tokens import Token, indexes_of, norms_of, straighten
from data.place_codes import is_border

Via = Literal["name", "demonym", "capital", "seat", "region", "part", "anaphor", "owner"]

_SHORT = 4
"""Words below this length are not recognised in capitals by themselves: "LASHKAR GAH"."""

_GAP = re.compile(r"[\s-]+")
_WORD = re.compile(r"[^\W_]+")

_SPELLINGS_OF_LINK = (" e ", " i ", "e ", "i ", " ")


@dataclasses.dataclass(frozen=True, slots=True)
class Name:
    """What a name stands for.

    Attributes:
        code: Code of the place.
        country: Country it lies in, alpha-3; None for a region.
        via: How the text names it; towns and provinces are ``name``, a part of a country that
            has no code of its own ("Virginia") is ``part``.
        weak: The name often means something else and counts only with support.
        personal: Persons may bear it too, so that it counts only by itself.
    """

    code: str
    country: str | None
    via: Via
    weak: bool = False
    personal: bool = False


class Names(NamedTuple):
    """Names found in a sentence, list by list; each list in text order, free of overlaps.

    Attributes:
        places: What a name may stand for; nothing for a namesake ("Air India").
        actors: Named actors.
        bodies: Institutions that every country may have, as the suffix of their code.
    """

    places: Sequence[Match[tuple[Name, ...]]]
    actors: Sequence[Match[Actor]]
    bodies: Sequence[Match[str]]


NO_NAMES = Names((), (), ())
"""Of a sentence that names nobody and nothing."""


def look_up(tokens: Sequence[Token], norms: Sequence[str] | None = None) -> Names:
    """Every name of a sentence, found in one pass over its tokens.

    Args:
        tokens: The sentence.
        norms: The norm of each of its tokens, where they are at hand.
    """
    lists = _lists()
    found: tuple[list[Match[Any]], ...] = ([], [], [])
    searched_to = [0, 0, 0]
    begins = _lists_by_first_word()
    norms = norms or norms_of(tokens)
    for index in indexes_of(begins, norms):
        following = norms[index + 1] if index + 1 < len(norms) else ""
        for number, behind in begins[norms[index]]:
            if index < searched_to[number] or (behind is not None and following not in behind):
                continue
            match = lists[number].match_at(tokens, index)
            if match is not None:
                found[number].append(match)
                searched_to[number] = match.stop
    return Names(*found)


def may_name(words: frozenset[str]) -> bool:
    """Whether a sentence with these words may hold a name: it has one word of it at least."""
    return not _telling_words().isdisjoint(words)


def spellings(name: str) -> tuple[str, ...]:
    """A name as the news writes it.

    The particle of a Persian name is written in several ways ("Dasht-e-Archi", "Dasht-i Archi",
    "Dashti Archi") and left out. In headlines and datelines a name of several words stands in
    capitals, short words included.
    """
    if name.isalpha():
        return (name,)
    forms = [name]
    if _link().search(name):
        forms += [_link().sub(link, name) for link in _SPELLINGS_OF_LINK]
        forms.append(_link().sub(lambda link: link[0].upper(), name))
    words = _GAP.split(name)
    if len(words) > 1 and any(len(word) < _SHORT for word in words):
        forms += [form.upper() for form in forms]
    return tuple(dict.fromkeys(forms))


@functools.cache
def _link() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w)[- ](?:{'|'.join(lexicon.name_links())})[- ](?=\w)")


def words_of_names(is_meant: Callable[[Name], bool]) -> frozenset[str]:
    """A word, in lower case, of every name that may stand for a place of some sort.

    A sentence without any of them names no such place, and need not be searched for names.

    Args:
        is_meant: Tells whether a place is of that sort.
    """
    named = (text for text, names in _places().items() if any(map(is_meant, names)))
    return frozenset(map(_telling_word, named))


@functools.cache
def words_of_country(country: str) -> frozenset[str]:
    """A word, in lower case, of every name of a country, of a place in it or an actor of it."""
    actors = (name for name, actor in _actors() if actor.country == country)
    return words_of_names(lambda name: name.country == country).union(map(_telling_word, actors))


@functools.cache
def words_beyond_doubt() -> Mapping[str, frozenset[str]]:
    """A word of each name that means nothing but places in a country or province, by its code."""
    words: dict[str, set[str]] = defaultdict(set)
    for text, names in _places().items():
        within = {code for name in names if not name.weak for code in _places_around(name)}
        word = _telling_word(text) if within else ""
        for code in within:
            words[code].add(word)
    return {code: frozenset(of_code) for code, of_code in words.items()}


def _places_around(name: Name) -> Iterator[str]:
    """Codes of the country and the province that a place lies in or is, as far as it has them."""
    return (code for code in (name.country, province_of(name.code)) if code)


@functools.cache
def province_of(code: str) -> str | None:
    """Code of the province that a town lies in or that the code itself is; None if neither."""
    city = lexicon.cities().get(code)
    if city is not None:
        return city.province
    return code if code in lexicon.provinces() else None


def _telling_word(name: str) -> str:
    """The longest word of a name, in lower case: the one that fewest sentences have."""
    if name.isascii() and name.replace(" ", "").isalnum():  # most are: a search takes thrice
        words = name.lower().split()
    else:
        words = _WORD.findall(straighten(name).lower())
    return max(words, key=len) if len(words) > 1 else words[0]


def _place_names() -> Iterator[tuple[str, Name]]:
    for country in lexicon.countries().values():
        weak = frozenset(country.weak)
        listed: tuple[tuple[Via, tuple[str, ...]], ...] = (
            ("name", (country.name, *country.aliases)),
            ("demonym", country.demonyms),
            ("capital", country.capitals),
            ("seat", country.seats),
        )
        for via, names in listed:
            for name in names:
                yield name, Name(country.code, country.code, via, name in weak)
    gazetteer: tuple[City | Crossing | Province, ...] = (
        *lexicon.cities().values(),
        *lexicon.crossings().values(),
        *lexicon.provinces().values(),
    )
    for place in gazetteer:
        for name in (place.name, *place.aliases):
            yield name, Name(place.code, place.country, "name")
    yield from _local_names()
    for region in lexicon.regions().values():
        for name in (region.name, *region.aliases):
            yield name, Name(region.code, None, "region")


def _local_names() -> Iterator[tuple[str, Name]]:
    for locality in lexicon.localities():
        province = lexicon.provinces().get(locality.within)
        border = is_border(locality.within)
        country = province.country if province else None if border else locality.within
        via: Via = "name" if province else "part"
        for names in locality.places:
            for name in names:
                personal = via == "name" and " " not in name and "-" not in name
                yield name, Name(locality.within, country, via, personal=personal)


@functools.cache
def _places() -> Mapping[str, tuple[Name, ...]]:
    """Names with all the places that share them; namesakes of countries stand for none."""
    shared: Mapping[str, list[Name]] = defaultdict(list)
    for text, name in _place_names():
        for form in spellings(text):
            names = shared[form.replace("-", " ")]
            if name not in names:
                names.append(name)
    found: dict[str, tuple[Name, ...]] = dict.fromkeys(lexicon.namesakes().names, ())
    for text, named in shared.items():
        found.setdefault(text, tuple(named))
    return found


@functools.cache
def _lists() -> tuple[PhraseMatcher[Any], ...]:
    """Matchers in the order of the fields of :class:`Names`."""
    lists: tuple[Iterable[tuple[str, Any]], ...] = (_places().items(), _actors(), _bodies())
    return tuple(PhraseMatcher(entries, names=True) for entries in lists)


@functools.cache
def _telling_words() -> frozenset[str]:
    lists = (_places(), (name for name, _ in _actors()), (name for name, _ in _bodies()))
    return frozenset(map(_telling_word, itertools.chain(*lists)))


@functools.cache
def _lists_by_first_word() -> Mapping[str, Sequence[tuple[int, frozenset[str] | None]]]:
    """Numbers of the lists with names that begin with a word, and what must stand behind it."""
    begins: dict[str, list[tuple[int, frozenset[str] | None]]] = {}
    for number, matcher in enumerate(_lists()):
        for first in matcher.first_words:
            begins.setdefault(first, []).append((number, matcher.words_behind(first)))
    return begins


def _actors() -> Iterable[tuple[str, Actor]]:
    return ((name, actor) for actor in lexicon.actors().values() for name in actor.names)


def _bodies() -> Iterable[tuple[str, str]]:
    return ((name, body.suffix) for body in lexicon.institutions().values() for name in body.names)
