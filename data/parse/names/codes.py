"""Codes: those that places have as the ground of a fact, and how these lie together."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.names.borders import border_code
from data.parse.names.places import Place, province_of


def ground(place: Place) -> str:
    """The code a place has as the ground of a fact: its province, its border or its country."""
    if place.via == "capital":
        return chief_province(place.code)
    return ground_of(place.code)


@functools.cache
def ground_of(code: str) -> str:
    """The province of a town, the border of a crossing; other codes as they are."""
    crossing = lexicon.crossings().get(code)
    if crossing is not None:
        return crossing.border
    city = lexicon.cities().get(code)
    return province_of(code) or (city.country if city is not None else code)


def chief_province(country: str) -> str:
    """The province that bears the name of a country's capital, else the country."""
    return _chief_provinces().get(country, country)


@functools.cache
def country_of(code: str) -> tuple[str, ...]:
    """Countries of the code of a country, a province or a border."""
    province = lexicon.provinces().get(code)
    return (province.country,) if province else tuple(code.split("-"))


def line_with(country: str | None) -> str | None:
    """The border of Afghanistan with a neighbour; None where they share none.

    An article of this field that speaks of "the Iranian border" alone means this one.
    """
    if country is None or country not in _neighbours():
        return None
    return border_code(lexicon.subject(), country)


@functools.cache
def senders() -> frozenset[str]:
    """States with troops in Afghanistan, or a say in it: what is theirs may well be there."""
    return lexicon.location().senders.union(lexicon.regions()["NATO"].members)


@functools.cache
def _neighbours() -> frozenset[str]:
    return frozenset(
        country
        for crossing in lexicon.crossings().values()
        for country in crossing.border.split("-")
        if country != lexicon.subject()
    )


@functools.cache
def _chief_provinces() -> dict[str, str]:
    named = {
        (province.country, province.name): province.code
        for province in lexicon.provinces().values()
    }
    return {
        country.code: named[country.code, capital]
        for country in lexicon.countries().values()
        for capital in country.capitals
        if (country.code, capital) in named
    }
