"""What a code stands for, and which countries it lies in."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from geo.gazetteer import (
    border_codes,
    country_elsewhere,
    country_of_province,
    country_table,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Members = Mapping[str, Sequence[str]]


class CodeKind(StrEnum):
    """What a code stands for.

    A settlement is a city or a crossing, written as its own slug under its country
    (``AFG/shir-khan-bandar``); its coordinates are in the lexicon of ``data``. Elsewhere is a
    country that this map does not show, or a settlement or province there; missing is
    everything else.
    """

    COUNTRY = "country"
    PROVINCE = "province"
    BORDER = "border"
    SETTLEMENT = "settlement"
    REGION = "region"
    ELSEWHERE = "elsewhere"
    MISSING = "missing"


def kind_of(code: str, members: Members) -> CodeKind:
    """What a code stands for.

    Args:
        code: As it stands in a fact.
        members: Country codes by region code.
    """
    if code in members:
        return CodeKind.REGION
    if code in country_table():
        return CodeKind.COUNTRY
    if code in country_of_province():
        return CodeKind.PROVINCE
    if code in border_codes():
        return CodeKind.BORDER
    if country_elsewhere(code):
        return CodeKind.ELSEWHERE
    country, _, slug = code.partition("/")
    return CodeKind.SETTLEMENT if country in country_table() and slug else CodeKind.MISSING


def countries_of(code: str, members: Members) -> tuple[str, ...]:
    """The countries a code lies in or stands for, on this map or elsewhere.

    Args:
        code: As it stands in a fact.
        members: Country codes by region code.

    Returns:
        One country for most codes, two for a border, any number for a region, none for a
        missing code.
    """
    kind = kind_of(code, members)
    if kind is CodeKind.REGION:
        return tuple(members[code])
    if kind is CodeKind.PROVINCE:
        return (country_of_province()[code],)
    if kind is CodeKind.BORDER:
        return tuple(code.split("-"))
    if kind is CodeKind.MISSING:
        return ()
    if kind is CodeKind.ELSEWHERE:
        return (country_elsewhere(code) or code,)
    return (code.partition("/")[0],)


def codes_in(value: str | Sequence[str] | None) -> tuple[str, ...]:
    """The codes in a field of a fact: none, one, or several."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
