"""Schemas of the lexicon files about countries, provinces, towns, crossings and regions."""

from __future__ import annotations

from typing import Annotated, Literal

from data.entry import Entry, Limits
from data.lexicon.schema import InOrder, Words

Code3 = Annotated[str, Limits(pattern=r"^[A-Z]{3}$")]
Latitude = Annotated[float, Limits(ge=-90, le=90)]
Longitude = Annotated[float, Limits(ge=-180, le=180)]


class Country(Entry):
    """Names of a country, of ``demonyms`` its adjective first. ``weak`` ones need support."""

    code: Code3
    name: str
    aliases: Words
    demonyms: InOrder
    capitals: Words
    seats: Words
    weak: Words


class Countries(Entry):
    """Schema of ``countries.toml``."""

    country: tuple[Country, ...]


class Province(Entry):
    """Names of a first-level division; ``capital`` is the code of its chief town."""

    code: Annotated[str, Limits(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")]
    country: Code3
    name: str
    aliases: Words
    capital: str | None = None


class Provinces(Entry):
    """Schema of ``provinces.toml``."""

    province: tuple[Province, ...]


class City(Entry):
    """Names of a town and where it lies (degrees, WGS 84)."""

    code: Annotated[str, Limits(pattern=r"^[A-Z]{3}/[a-z0-9-]+$")]
    country: Code3
    province: str | None = None
    name: str
    aliases: Words
    lat: Latitude
    lon: Longitude


class Cities(Entry):
    """Schema of ``cities.toml``."""

    city: tuple[City, ...]


class Crossing(Entry):
    """Names of a border crossing and where it lies (degrees, WGS 84)."""

    code: Annotated[str, Limits(pattern=r"^[A-Z]{3}/[a-z0-9-]+$")]
    country: Code3
    border: Annotated[str, Limits(pattern=r"^[A-Z]{3}-[A-Z]{3}$")]
    name: str
    aliases: Words
    lat: Latitude
    lon: Longitude


class Crossings(Entry):
    """Schema of ``crossings.toml``."""

    crossing: tuple[Crossing, ...]


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
    name: str
    aliases: Words
    members: tuple[Code3, ...]
    type: Literal["region", "alliance"]
    source: str


class Regions(Entry):
    """Schema of ``regions.toml``."""

    region: tuple[Region, ...]
