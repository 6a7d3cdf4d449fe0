"""country-named-entity-recognition: names of countries and their variants."""

from __future__ import annotations

import datetime as dt
from typing import Any

from country_named_entity_recognition import find_countries

from tests.accuracy.peers import Record


def search(text: str, published: dt.date) -> list[Any]:  # noqa: ARG001 - has no use for dates
    """Countries with their matches."""
    return list(find_countries(text))


def record(found: list[Any], text: str, published: dt.date) -> Record:  # noqa: ARG001
    """Countries by name; it has no demonyms."""
    return {"countries": sorted({country.alpha_3 for country, _ in found})}


def codes(text: str) -> list[str]:
    """Countries named in a piece of text, for tools that find only the words."""
    return [country.alpha_3 for country, _ in find_countries(text)]
