"""flashgeotext: names of countries and their synonyms."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pycountry
from flashgeotext.geotext import GeoText
from loguru import logger

from tests.accuracy.peers import Record, geotext

logger.disable("flashgeotext")
_FINDER = GeoText()


def search(text: str, published: dt.date) -> Any:  # noqa: ARG001 - has no use for dates
    """Countries and towns."""
    return _FINDER.extract(text)


def record(found: Any, text: str, published: dt.date) -> Record:  # noqa: ARG001
    """Countries by name; it has no demonyms."""
    return {"countries": sorted({code for name in found["countries"] for code in _codes(name)})}


def _codes(name: str) -> list[str]:
    """GeoNames' names, which geotext lists, too, or ISO's; contested lands have neither."""
    alpha_2 = geotext.alpha_2(name)
    country = pycountry.countries.get(alpha_2=alpha_2) or pycountry.countries.get(name=name)
    return [country.alpha_3] if country else []
