"""Schemas of the lexicon files about countries, provinces, towns, crossings and regions."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Final, Literal

from data.entry import Entry, FieldError, Limits, Passes
from data.lexicon.bounds import refuse_outside
from data.lexicon.place_names import Name, Names, refuse_disorder, refuse_repeated
from data.lexicon.schema import IN_ORDER, BorderCode, Code3, InOrder, Latitude, Longitude, Words
from data.toml_file import read_toml

_FOLDER: Final = Path(__file__).parent
_AS_OF: Final = "2021"
"""Year as of which members of regions are listed."""


class Country(Entry):
    """Names of a country, of ``demonyms`` its adjective first.

    ``weak`` names, which are among the others, count only with support.
    """

    code: Code3
    name: Name
    aliases: Names
    demonyms: Annotated[Names, IN_ORDER]
    capitals: Names
    seats: Names
    weak: Names

    def __post_init__(self) -> None:
        """Refuse names that come twice, and weak ones that are none or all."""
        lists = ("aliases", "demonyms", "capitals", "seats")
        others: dict[str, Names] = {field: getattr(self, field) for field in lists}
        refuse_repeated(self.name, **others)
        refuse_repeated("", weak=self.weak)
        names = {self.name, *itertools.chain(*others.values())}
        for place, name in enumerate(self.weak):
            if name not in names:
                problem = "is weak, but no name of the country"
                raise FieldError(("weak", place), problem, "Enter it as a name, too.")
        if names == set(self.weak):
            raise FieldError(("weak",), "holds every name", "Leave one to count by itself.")


class Countries(Entry):
    """Schema of ``countries.toml``."""

    country: tuple[Country, ...]

    def __post_init__(self) -> None:
        """Refuse entries out of order."""
        refuse_disorder("country", self.country)


@functools.cache
def countries() -> Mapping[str, Country]:
    """Countries by ISO 3166-1 alpha-3 code."""
    file = read_toml(_FOLDER / "countries.toml", Countries)
    return {country.code: country for country in file.country}


def _is_country(code: str) -> str:
    if code not in countries():
        raise ValueError("is no country of countries.toml, which has codes of ISO 3166-1 alpha-3")
    return code


def _is_border(code: str) -> str:
    sides = code.split("-")
    if sides != sorted(sides) or not countries().keys() >= {*sides}:
        raise ValueError("has to be two codes of countries.toml in alphabetical order")
    return code


KnownCountry = Annotated[Code3, Passes(_is_country)]


class Province(Entry):
    """Names of a first-level division; ``capital`` is the code of its chief town."""

    code: Annotated[str, Limits(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")]
    country: KnownCountry
    name: Name
    aliases: Names
    capital: str | None = None

    def __post_init__(self) -> None:
        """Refuse a name that comes twice."""
        refuse_repeated(self.name, aliases=self.aliases)


class Provinces(Entry):
    """Schema of ``provinces.toml``."""

    province: tuple[Province, ...]

    def __post_init__(self) -> None:
        """Refuse entries out of order."""
        refuse_disorder("province", self.province)


@functools.cache
def provinces() -> Mapping[str, Province]:
    """First-level divisions by ISO 3166-2 code."""
    file = read_toml(_FOLDER / "provinces.toml", Provinces)
    return {province.code: province for province in file.province}


PlaceCode = Annotated[str, Limits(pattern=r"^[A-Z]{3}/[a-z0-9-]+$")]


class City(Entry):
    """Names of a town and where it lies (degrees, WGS 84)."""

    code: PlaceCode
    country: KnownCountry
    province: str | None = None
    name: Name
    aliases: Names
    lat: Latitude
    lon: Longitude

    def __post_init__(self) -> None:
        """Refuse a town outside of its country, or in a province of none or of another."""
        _refuse_foreign_code(self)
        province = provinces().get(self.province) if self.province else None
        if self.province and (province is None or province.country != self.country):
            problem = f"is no province of {self.country} in provinces.toml"
            raise FieldError(("province",), problem, "Name one by its ISO 3166-2 code.")
        refuse_outside(self.lat, self.lon, "country", self.country)
        refuse_repeated(self.name, aliases=self.aliases)


class Cities(Entry):
    """Schema of ``cities.toml``."""

    city: tuple[City, ...]

    def __post_init__(self) -> None:
        """Refuse entries out of order, and two in one place."""
        refuse_disorder("city", self.city)
        _refuse_one_place("city", self.city)


class Crossing(Entry):
    """Names of a border crossing and where it lies (degrees, WGS 84)."""

    code: PlaceCode
    country: KnownCountry
    border: Annotated[BorderCode, Passes(_is_border)]
    name: Name
    aliases: Names
    lat: Latitude
    lon: Longitude

    def __post_init__(self) -> None:
        """Refuse a crossing that lies elsewhere than its border, or is of a third country."""
        _refuse_foreign_code(self)
        if self.country not in self.border.split("-"):
            problem = f"is on neither side of the border {self.border}"
            raise FieldError(("country",), problem, "Name one of the two countries.")
        refuse_outside(self.lat, self.lon, "border", self.border)
        refuse_repeated(self.name, aliases=self.aliases)


class Crossings(Entry):
    """Schema of ``crossings.toml``."""

    crossing: tuple[Crossing, ...]

    def __post_init__(self) -> None:
        """Refuse entries out of order, and two in one place."""
        refuse_disorder("crossing", self.crossing)
        _refuse_one_place("crossing", self.crossing)


def _refuse_foreign_code(entry: City | Crossing) -> None:
    if not entry.code.startswith(f"{entry.country}/"):
        problem = f"does not begin with its country, {entry.country}"
        raise FieldError(("code",), problem, f"Write it as {entry.country}/ and a slug.")


def _refuse_one_place(field: str, entries: Sequence[City | Crossing]) -> None:
    at: dict[tuple[float, float], str] = {}
    for place, entry in enumerate(entries):
        other = at.setdefault((entry.lat, entry.lon), entry.code)
        if other != entry.code:
            problem = f"lies where {other!r} does, so that one dot would hide the other"
            raise FieldError((field, place), problem, "Correct lat or lon of one of them.")


class Locality(Entry):
    """Places of which only what they lie in has a code: a province, a border or a country."""

    within: Annotated[str, Limits(pattern=r"^([A-Z]{2}-[A-Z0-9]{1,3}|[A-Z]{3}-[A-Z]{3}|[A-Z]{3})$")]
    places: tuple[InOrder, ...]


class Localities(Entry):
    """Schema of ``localities.toml``; ``shared`` names need another name to tell which is meant."""

    links: Words
    shared: Words
    locality: tuple[Locality, ...]


class Namesakes(Entry):
    """Schema of ``namesakes.toml``."""

    names: Words


class Region(Entry):
    """A region or an alliance with its members, and where the list comes from."""

    code: Annotated[str, Limits(pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)*$")]
    name: Name
    aliases: Names
    members: tuple[KnownCountry, ...]
    type: Literal["region", "alliance"]
    source: str

    def __post_init__(self) -> None:
        """Refuse members out of order, and a source that does not say as of when they are."""
        if list(self.members) != sorted(set(self.members)):
            problem = "has to be in alphabetical order, each once"
            raise FieldError(
                ("members",), problem, f"Write {', '.join(sorted(set(self.members)))}."
            )
        if _AS_OF not in self.source:
            problem = f"does not say that the members are those of {_AS_OF}"
            raise FieldError(("source",), problem, "Name the list, and its year.")
        refuse_repeated(self.name, aliases=self.aliases)


class Regions(Entry):
    """Schema of ``regions.toml``."""

    region: tuple[Region, ...]

    def __post_init__(self) -> None:
        """Refuse entries out of order."""
        refuse_disorder("region", self.region)
