"""Sites: the places of a sentence as grounds of what happens, with what leads to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from data import lexicon
from data.parse.grounds.grounding import role_of
from data.parse.grounds.roles import Role, role_before
from data.parse.grounds.understood_lines import line_near
from data.parse.lazy import remembered
from data.parse.names.codes import chief_province, country_of, ground
from data.parse.reading import Reading
from data.parse.words.tokens import Token

_ENDS = frozenset({".", ";"})

_WIDEST_LIST_GAP = 3
"""Most words between two places of a list, and between a place and what it lies in."""


class Site(NamedTuple):
    """A place, or several listed ones, as the ground of something.

    Attributes:
        first: Index of the first token.
        stop: Index one past the last token.
        codes: Province, country or border; several where the text lists them.
        role: ``at`` it happens, ``to`` it leads, ``from`` it began, ``of`` or ``for`` a thing;
            ``speaker`` where only a source is there, ``dateline`` where only the reporter is.
    """

    first: int
    stop: int
    codes: tuple[str, ...]
    role: Role


@remembered
def find_sites(reading: Reading) -> Sequence[Site]:
    """The grounds a sentence names, in text order.

    Landmarks, actors ("Tajikistan said") and demonyms that describe people are none; "Tajik
    territory" is one.
    """
    sites: list[Site] = []
    for site in _single_sites(reading):
        before = sites[-1] if sites else None
        if before is not None and _is_abroad(reading.tokens, before, site):
            sites[-1] = site._replace(role=before.role)
        elif before is not None and _acts_in_gap(reading, before, site):
            continue
        elif before is not None and _is_listed(reading.lower, before.stop, site.first):
            codes = _most_exact((*before.codes, *site.codes))
            sites[-1] = before._replace(stop=site.stop, codes=codes)
        elif before is not None and _is_inside(reading.tokens, before, site):
            sites[-1] = before._replace(stop=site.stop, codes=site.codes)
        elif before is not None and _lies_in(reading.lower, before, site):
            codes = before.codes if "-" in before.codes[0] else site.codes
            role = site.role if before.role == "of" else before.role
            sites[-1] = before._replace(stop=site.stop, codes=codes, role=role)
        else:
            sites.append(site)
    return tuple(sites)


@remembered
def countries_named(reading: Reading) -> Sequence[str]:
    """Countries a sentence names in any way, each once, those of actors behind those of places."""
    places = (place.country for place in reading.places)
    actors = (actor.country for actor in reading.actors)
    return tuple(dict.fromkeys(country for country in (*places, *actors) if country is not None))


def countries_left(reading: Reading) -> frozenset[str]:
    """Countries a sentence says that somebody came from: "from X"."""
    left = (site.codes for site in find_sites(reading) if site.role == "from")
    return frozenset(country for codes in left for code in codes for country in country_of(code))


def _acts_in_gap(reading: Reading, before: Site, site: Site) -> bool:
    """Whether a state behind the ground of a number does the same to a number of its own.

    "X flew 50 diplomats out of Kandahar, and Russia 20 out of Mazar-i-Sharif": not ground.
    """
    if site.codes[0] not in lexicon.countries() or before.codes == site.codes:
        return False
    if site.stop not in _bare_numbers(reading) or not _is_joined(reading, before, site):
        return False
    return any(quantity.stop <= before.first for quantity in reading.quantities)


def _is_joined(reading: Reading, before: Site, site: Site) -> bool:
    between = " ".join(reading.lower[before.stop : site.first])
    return between in lexicon.location().listing.way_joints


@remembered
def _bare_numbers(reading: Reading) -> frozenset[int]:
    """Where numbers start behind which no noun stands: "20 from Herat", "and Britain 20."."""
    lower, behind = reading.lower, lexicon.location().prepositions.ways | _ENDS
    bare = (
        q
        for q in reading.quantities
        if not behind.isdisjoint(lower[q.outer_stop : q.outer_stop + 1] or ["."])
    )
    return frozenset(quantity.outer_first for quantity in bare)


def _most_exact(codes: Sequence[str]) -> tuple[str, ...]:
    """Codes without the countries of others: of "Zaranj, Afghanistan" only the province."""
    inner = {
        country for code in codes if code in lexicon.provinces() for country in country_of(code)
    }
    return tuple(dict.fromkeys(code for code in codes if code not in inner))


def _is_abroad(tokens: Sequence[Token], owner: Site, site: Site) -> bool:
    """Whether a country only owns what is in the next place: "India's Kabul mission"."""
    return (
        site.first - owner.stop == 1
        and tokens[owner.stop].norm == "'s"
        and owner.codes[0] in lexicon.countries()
        and country_of(site.codes[0]) != owner.codes
    )


def _is_listed(norms: Sequence[str], stop: int, first: int) -> bool:
    """Whether only a comma, "and" or a word such as "province" parts two places."""
    if not 0 < first - stop <= _WIDEST_LIST_GAP:
        return False
    words = lexicon.location()
    between = norms[stop:first]
    if between[-1] != "the" and between[-1] in words.modifiers.words:
        between = between[:-1]  # "southern X and western Y"
    return (
        bool(between)
        and between[-1] in words.listing.words
        and all(
            norm in words.listing.words or norm == "the" or norm in words.ground.words
            for norm in between
        )
    )


def _is_inside(tokens: Sequence[Token], outer: Site, inner: Site) -> bool:
    """Whether a country only says where the next place lies: "X's northern Y"."""
    words = lexicon.location()
    between = [
        token.norm
        for token in tokens[outer.stop : inner.first]
        if not token.is_number and token.norm not in words.listing.announcing
    ]  # "X's three provinces: Y and Z"
    return (
        0 < len(between) <= _WIDEST_LIST_GAP
        and outer.codes[0] in lexicon.countries()
        and inner.codes[0] in lexicon.provinces()
        and country_of(inner.codes[0]) == outer.codes
        and all(
            norm in {"'s", "of"} or norm in words.modifiers.words or norm in words.ground.words
            for norm in between
        )
    )


def _lies_in(norms: Sequence[str], inner: Site, outer: Site) -> bool:
    """Whether one place only says where another lies: "the gate at X", "the X range in Y"."""
    words = lexicon.location()
    between = norms[inner.stop : outer.first]
    return (
        inner.role not in {"dateline", "speaker"}
        and (inner.codes[0] not in lexicon.countries() or outer.codes[0] in lexicon.countries())
        and outer.role in {"at", "of"}
        and 0 < len(between) <= _WIDEST_LIST_GAP
        and (between[0] in words.nesting.words or between[0] in words.ground.words)
        and (between[-1] in words.nesting.words or between[-1] in words.modifiers.words)
    )


def _single_sites(reading: Reading) -> Iterator[Site]:
    found: list[tuple[int, int, str, Role | None]] = []
    borders = reading.borders
    for border in borders:
        role = role_before(reading, border.first)
        found.append((border.first, border.stop, border.code, role if role != "of" else "at"))
    for place in reading.places:
        if borders and any(border.first <= place.first < border.stop for border in borders):
            continue
        if place.via in {"anaphor", "owner", "region", "seat"}:
            continue
        code = ground(place)
        if place.country is not None and _is_before_capital(reading.lower, place.stop):
            code = chief_province(place.country)
        if _is_before_line(reading.lower, place.stop):
            code = line_near(reading, place.country) or ""
        if code:
            found.append((place.first, place.stop, code, role_of(reading, place)))
    found.sort()
    for first, stop, code, role in found:
        if role is not None:
            yield Site(first, stop, (code,), role)


def _is_before_capital(norms: Sequence[str], stop: int) -> bool:
    """Whether a country only says whose capital is meant: "in the X capital"."""
    following = norms[stop : stop + 2]
    return following[:1] == ["capital"] or following == ["'s", "capital"]


def _is_before_line(norms: Sequence[str], stop: int) -> bool:
    """Whether a country only says whose border is meant: "near the Malian border"."""
    words = lexicon.location().lines
    following = norms[stop : stop + 3]
    for index, norm in enumerate(following[:2]):
        if norm in words.words and norm != "line":
            guarded = not words.services.isdisjoint(following[index + 1 : index + 2])
            return not guarded and following[0] in words.words | {"'s", "side"}
    return False


def is_on_the_way(reading: Reading, site: Site) -> bool:
    """Whether people only came past a ground: "landed via X", "came by way of X"."""
    ways = lexicon.location().leads.ways_past
    before = reading.lower[max(0, site.first - _LONGEST_PASSING) : site.first]
    return any(" ".join(before[at:]) in ways for at in range(len(before)))


_LONGEST_PASSING = 3
"""Words of "by way of"."""
