"""Codes as people read them, and the countries a code stands for."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from dashboard.words.forms import forms
from data import lexicon
from data.actor_codes import body_of, country_of
from data.claims.claimants import refers_back
from data.place_codes import is_border

_MOST_CODES: Final = 4096
"""Codes whose names and countries are remembered: more than the lexicon has."""


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
    if is_border(code):
        return f"{'-'.join(map(_adjective, code.split('-')))} border"
    return _institution(code) or code


def in_full(words: str, code: str | None) -> str:
    """A text's words for somebody, with the name where they say who it is only in their sentence.

    For example ``their delegation (Taliban)``, ``Taliban militants`` for "the militants",
    ``Taliban`` for "the movement" and ``displaced people`` for "displaced"; of most words, the
    words.

    Args:
        words: As in the text.
        code: Who is meant; None where that is not known.
    """
    if words.casefold() in forms().without_noun:
        return f"{words} people"
    if code is None or not refers_back(words):
        return words
    name, bare = label(code), words.casefold().removeprefix("the ")
    if name.casefold() in words.casefold():
        return words
    rules = lexicon.comparing()
    if bare in rules.bodies:
        return name
    return f"{name} {bare}" if bare in rules.nameless else f"{words} ({name})"


def either(names: Sequence[str]) -> str:
    """Names of which any is meant: ``Nuristan, Panjshir or Parwan``."""
    return in_a_row(names, "or")


def in_a_row(names: Sequence[str], before_last: str) -> str:
    """Names with a word before the last: ``amount, place and date``."""
    return f" {before_last} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def within_sentence(actor: str) -> str:
    """An actor's name as a sentence has it: ``the Taliban``, ``the Afghan government``."""
    known = lexicon.actors().get(actor)
    article = known.article if known else _institution(actor) is not None
    return f"the {label(actor)}" if article else label(actor)


def is_or_are(actor: str | None) -> str:
    """The verb behind an actor's name; None stands for somebody."""
    known = lexicon.actors().get(actor or "")
    return "are" if known and known.plural else "is"


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
    if is_border(code):
        return frozenset(code.split("-"))
    if (province := lexicon.provinces().get(code)) is not None:
        return frozenset({province.country})
    if (crossing := lexicon.crossings().get(code)) is not None:
        return frozenset({crossing.country}) | countries_behind(crossing.border)
    if (city := lexicon.cities().get(code)) is not None:
        return frozenset({city.country})
    country = country_of(code)
    return frozenset({country}) if country else frozenset()


def _institution(code: str) -> str | None:
    body = body_of(code)
    institution = lexicon.institutions().get(body.suffix) if body else None
    if body is None or institution is None:
        return None
    return f"{_adjective(body.country)} {institution.label}"


def _adjective(country: str) -> str:
    entry = lexicon.countries().get(country)
    if entry is None:
        return country
    return entry.demonyms[0] if entry.demonyms else entry.name
