"""Taken: places that can change hands, and how a text names them."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from data import lexicon
from data.parse.names.gazetteer import spellings, words_of_names
from data.parse.names.places import Place, province_of
from data.parse.reading import Reading


class Taken(NamedTuple):
    """A place that is taken.

    Attributes:
        code: Its code: of a town, a crossing or a whole province; of a district its province.
        first: Index of the first token of its name.
        stop: Index one past the last.
        is_district: Whether only a district of the province is taken.
    """

    code: str
    first: int
    stop: int
    is_district: bool = False

    @property
    def is_town(self) -> bool:
        """Whether it is a town or a crossing."""
        return "/" in self.code

    @property
    def country(self) -> str:
        """Country it lies in, alpha-3."""
        for table in (lexicon.cities(), lexicon.crossings(), lexicon.provinces()):
            if self.code in table:
                return table[self.code].country
        return self.code.partition("/")[0]


def named_in(reading: Reading) -> list[Taken]:
    """Every place of a sentence that can be taken, whatever is said of it."""
    return [
        taken
        for place in reading.names
        if place.via != "demonym" and not place.landmark and (taken := taken_of(reading, place))
    ]


def may_name(words: frozenset[str]) -> bool:
    """Whether a sentence of these words, in lower case, can name a place that can be taken."""
    return not _name_words().isdisjoint(words)


def names_province(reading: Reading, place: Place) -> bool:
    """Whether a name is that of a province, and not of one of its districts."""
    return _plain(reading.words(place.first, place.stop)) in _provinces()


def provinces_of(places: Sequence[Taken]) -> Sequence[Taken]:
    """The provinces meant by names that a province may share with its capital."""
    named = [taken._replace(code=province_of(taken.code) or "") for taken in places]
    return [taken for taken in named if taken.code]


def taken_of(reading: Reading, place: Place) -> Taken | None:
    """A place as what is taken, where it is a town, a crossing, a province or a district."""
    code: str | None = place.code
    name = reading.words(place.first, place.stop)
    if place.via == "capital":
        code = _seats().get((place.country or "", name.lower()))
    if code is None or not _can_be_taken(code):
        return None
    is_district = code in lexicon.provinces() and not names_province(reading, place)
    return Taken(code, place.first, place.stop, is_district)


def _can_be_taken(code: str) -> bool:
    return code in lexicon.provinces() or "/" in code


@functools.cache
def _name_words() -> frozenset[str]:
    """A word of the name of each place that can be taken, capitals of countries among them."""
    return words_of_names(lambda name: name.via == "capital" or _can_be_taken(name.code))


def _plain(name: str) -> str:
    return name.lower().replace("-", " ")


@functools.cache
def _provinces() -> frozenset[str]:
    """Names of provinces as the news writes them, to tell them from those of their districts."""
    return frozenset(
        _plain(form)
        for province in lexicon.provinces().values()
        for name in (province.name, *province.aliases)
        for form in spellings(name)
    )


@functools.cache
def capitals() -> frozenset[str]:
    """Codes of the capitals of provinces."""
    return frozenset(
        province.capital for province in lexicon.provinces().values() if province.capital
    )


@functools.cache
def _seats() -> Mapping[tuple[str, str], str]:
    """Codes of the capitals of countries that are listed as towns, by country and name."""
    return {(city.country, city.name.lower()): city.code for city in lexicon.cities().values()}
