"""Codes as people read them, and the countries a code stands for."""

from __future__ import annotations

import functools
import re
from typing import Final

from data import lexicon
from data.claims.claimants import refers_back

_MOST_CODES: Final = 4096
"""Codes whose names and countries are remembered: more than the lexicon has."""

_BORDER = re.compile(r"([A-Z]{3})-([A-Z]{3})")
_OF_A_COUNTRY = re.compile(r"([a-z]{3})-([a-z-]+)")


@functools.lru_cache(maxsize=_MOST_CODES)
def label(code: str) -> str:
    """The name people use for a place or an actor; the code itself where none is known."""
    if (country := lexicon.countries().get(code)) is not None:
        return country.name
    for names in (lexicon.regions(), lexicon.provinces(), lexicon.cities(), lexicon.crossings()):
        if code in names:
            return str(names[code].name)
    if (actor := lexicon.actors().get(code)) is not None:
        return actor.name
    if border := _BORDER.fullmatch(code):
        return f"{_adjective(border[1])}-{_adjective(border[2])} border"
    return _institution(code) or code


def in_full(words: str, code: str | None) -> str:
    """A text's words for somebody, with the name where they say who it is only in their sentence.

    For example ``the movement (Taliban)``; of most words, the words.

    Args:
        words: As in the text.
        code: Who is meant; None where that is not known.
    """
    if code is None or not refers_back(words):
        return words
    name = label(code)
    return words if name.casefold() in words.casefold() else f"{words} ({name})"


def within_sentence(actor: str) -> str:
    """An actor's name as a sentence has it: ``the Taliban``, ``the Afghan government``."""
    known = lexicon.actors().get(actor)
    article = known.article if known else _institution(actor) is not None
    return f"the {label(actor)}" if article else label(actor)


def is_or_are(actor: str | None) -> str:
    """The verb behind an actor's name; None stands for somebody."""
    known = lexicon.actors().get(actor or "")
    return "are" if known and known.plural else "is"


def is_border(code: str) -> bool:
    """Whether a code stands for the border of two countries."""
    return _BORDER.fullmatch(code) is not None


def is_region(code: str) -> bool:
    """Whether a code stands for several countries at once."""
    return code in lexicon.regions()


@functools.lru_cache(maxsize=_MOST_CODES)
def countries_behind(code: str) -> frozenset[str]:
    """Countries that a place or an actor belongs to: two for a border, all for a region."""
    if (region := lexicon.regions().get(code)) is not None:
        return frozenset(region.members)
    if code in lexicon.countries():
        return frozenset({code})
    if border := _BORDER.fullmatch(code):
        return frozenset(border.groups())
    if (province := lexicon.provinces().get(code)) is not None:
        return frozenset({province.country})
    if (crossing := lexicon.crossings().get(code)) is not None:
        return frozenset({crossing.country}) | countries_behind(crossing.border)
    if (city := lexicon.cities().get(code)) is not None:
        return frozenset({city.country})
    country = actor_country(code)
    return frozenset({country}) if country else frozenset()


def actor_country(code: str) -> str | None:
    """The country an actor belongs to; None for an actor of no country or an unknown one."""
    if (actor := lexicon.actors().get(code)) is not None:
        return actor.country
    own = _OF_A_COUNTRY.fullmatch(code)
    return own[1].upper() if own and own[1].upper() in lexicon.countries() else None


def _institution(code: str) -> str | None:
    own = _OF_A_COUNTRY.fullmatch(code)
    institution = lexicon.institutions().get(own[2]) if own else None
    if own is None or institution is None:
        return None
    return f"{_adjective(own[1].upper())} {institution.label}"


def _adjective(country: str) -> str:
    entry = lexicon.countries().get(country)
    if entry is None:
        return country
    return entry.demonyms[0] if entry.demonyms else entry.name
