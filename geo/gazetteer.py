"""Which codes there are: countries.toml, provinces.toml, elsewhere.toml, published_lengths.toml."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from data.entry import Entry, Limits
from geo.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
_REMEDY = "The file is part of the source code: correct it or restore it"

CountryCode = Annotated[str, Limits(pattern=r"^[A-Z]{3}$")]
ProvinceCode = Annotated[str, Limits(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")]
BorderCode = Annotated[str, Limits(pattern=r"^[A-Z]{3}-[A-Z]{3}$")]
LonLat = tuple[Annotated[float, Limits(ge=-180, le=180)], Annotated[float, Limits(ge=-90, le=90)]]


class Country(Entry):
    """A country on the map.

    Attributes:
        name: Common English name.
        units: Values of ``adm0_a3`` in Natural Earth whose provinces make up the country.
        provinces: Whether its provinces are on the map too.
    """

    name: str
    units: Annotated[tuple[CountryCode, ...], Limits(min_length=1)]
    provinces: bool = False


class Province(Entry):
    """A province on the map.

    Attributes:
        name: Common English name.
        source: Its ``gn_name`` in Natural Earth, unique in its country.
        town: A town in it: the one it is governed from, if that is well inside.
        at: Longitude and latitude of the town in degrees, good to about two kilometres.
    """

    name: str
    source: str
    town: str
    at: LonLat


class UndrawnProvince(Entry):
    """A province by ISO 3166-2 that the source does not draw.

    Attributes:
        name: Common English name.
        drawn_in: Code of the province whose shape contains it.
        town: The city itself.
        at: Longitude and latitude of the town in degrees.
    """

    name: str
    drawn_in: ProvinceCode
    town: str
    at: LonLat


class _Provinces(Entry):
    drawn: dict[CountryCode, dict[ProvinceCode, Province]]
    not_drawn: dict[ProvinceCode, UndrawnProvince]


class _Elsewhere(Entry):
    codes: frozenset[CountryCode]
    divided: dict[Annotated[str, Limits(pattern=r"^[A-Z]{2}$")], CountryCode]


class PublishedLengths(Entry):
    """Border lengths as somebody published them.

    Attributes:
        title: Where in the publication.
        publisher: Who published it.
        url: Address of the publication.
        licence: Licence of the figures.
        total_km: Their published total, which they must add up to.
        km: Kilometres by border code.
    """

    title: str
    publisher: str
    url: str
    licence: str
    total_km: Annotated[float, Limits(gt=0)]
    km: dict[BorderCode, Annotated[float, Limits(gt=0)]]

    def __post_init__(self) -> None:
        """Refuse lengths that do not add up."""
        if sum(self.km.values()) != self.total_km:
            raise ValueError(f"lengths add up to {sum(self.km.values())}, not {self.total_km}")


@functools.cache
def country_table() -> Mapping[str, Country]:
    """Countries on the map by ISO 3166-1 alpha-3 code, in the order of the codes.

    Raises:
        ShapeError: If countries.toml cannot be used; so for every function below.
    """
    return read_table(HERE / "countries.toml", dict[CountryCode, Country], _REMEDY)


@functools.cache
def province_table() -> Mapping[str, Mapping[str, Province]]:
    """Provinces on the map by country code, then by ISO 3166-2 code."""
    return _provinces().drawn


@functools.cache
def undrawn_provinces() -> Mapping[str, UndrawnProvince]:
    """Provinces of ISO 3166-2 that are shown on the province around them, by code."""
    return _provinces().not_drawn


@functools.cache
def elsewhere() -> frozenset[str]:
    """ISO 3166-1 alpha-3 codes of all countries that are not on the map."""
    return _elsewhere().codes


def country_elsewhere(code: str) -> str | None:
    """The country not on the map that a code names or lies in; None for any other code.

    Args:
        code: A country, a settlement (``DEU/ramstein``) or a province (``ET-TI``).
    """
    country, slash, slug = code.partition("/")
    if country in elsewhere():
        return country if slug or not slash else None
    prefix, _, division = code.partition("-")
    return _elsewhere().divided.get(prefix) if division else None


@functools.cache
def published_lengths() -> PublishedLengths:
    """Published lengths of Afghanistan's land borders, in kilometres."""
    return read_table(HERE / "published_lengths.toml", PublishedLengths, _REMEDY)


@functools.cache
def country_of_province() -> Mapping[str, str]:
    """Country code by province code, undrawn provinces included."""
    drawn = {code: country for country, group in province_table().items() for code in group}
    undrawn = {code: drawn[entry.drawn_in] for code, entry in undrawn_provinces().items()}
    return drawn | undrawn


@functools.cache
def border_codes() -> tuple[str, ...]:
    """Codes of the borders on the map, alphabetically."""
    return tuple(sorted(published_lengths().km))


@functools.cache
def _provinces() -> _Provinces:
    return read_table(HERE / "provinces.toml", _Provinces, _REMEDY)


@functools.cache
def _elsewhere() -> _Elsewhere:
    return read_table(HERE / "elsewhere.toml", _Elsewhere, _REMEDY)
