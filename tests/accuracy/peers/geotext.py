"""geotext: names of countries and nationalities, and of towns with the countries they lie in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import pycountry
from geotext import GeoText

from tests.accuracy.peers import Record


def search(text: str, published: dt.date) -> Any:  # noqa: ARG001 - has no use for dates
    """All that it finds."""
    return GeoText(text)


def record(found: Any, text: str, published: dt.date) -> Record:  # noqa: ARG001
    """Countries by name and nationality: a town that a text is set in names no country."""
    names = [found.index.countries[name.lower()] for name in found.countries]
    peoples = [found.index.nationalities[name.lower()] for name in found.nationalities]
    return {"countries": sorted(set(_alpha_3([*names, *peoples])))}


def demonyms(text: str) -> list[str]:
    """Countries of the nationalities in a text, for tools that find only the words."""
    found = GeoText(text)
    return _alpha_3(found.index.nationalities[name.lower()] for name in found.nationalities)


def alpha_2(name: str) -> str:
    """The code of a country's name; empty for a name it does not list."""
    return str(GeoText.index.countries.get(name.lower(), ""))


def _alpha_3(codes: Iterable[str]) -> list[str]:
    known = (pycountry.countries.get(alpha_2=code) for code in codes)
    return [country.alpha_3 for country in known if country]
