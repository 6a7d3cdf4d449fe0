"""Places: names in a sentence and the codes they stand for, borders included."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from data import lexicon
from data.lexicon.names import City, Crossing, Province
from data.parse.phrases import Match, PhraseMatcher
from data.parse.tokens import Token

Via = Literal["name", "demonym", "capital", "seat", "region", "anaphor", "owner"]


@dataclasses.dataclass(frozen=True, slots=True)
class Name:
    """What a name stands for.

    Attributes:
        code: Code of the place.
        country: Country it lies in, alpha-3; None for a region.
        via: How the text names it; towns and provinces are ``name``.
        weak: The name often means something else and counts only with support.
    """

    code: str
    country: str | None
    via: Via
    weak: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """A place a sentence names.

    Attributes:
        first: Index of the first token.
        stop: Index one past the last token.
        start: Offset of the first character in the article's text.
        end: Offset one past the last.
        code: Code of the place.
        country: Country it lies in, alpha-3; None for a region or a border.
        via: How the text names it; ``owner`` where it only says whose border is meant.
        landmark: Only says where something else is ("north of Afghanistan").
    """

    first: int
    stop: int
    start: int
    end: int
    code: str
    country: str | None
    via: Via
    landmark: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Border:
    """A border of two countries that a sentence speaks of; fields as in :class:`Place`."""

    first: int
    stop: int
    start: int
    end: int
    code: str


def border_code(one: str, other: str) -> str:
    """Code of the border of two countries, whatever their order."""
    return "-".join(sorted((one, other)))


def find_places(tokens: Sequence[Token], supported: frozenset[str]) -> list[Place]:
    """Places named in a sentence, in text order.

    Args:
        tokens: The sentence.
        supported: Countries that the article names beyond doubt. A weak name ("Georgia")
            counts only for one of these.
    """
    places: list[Place] = []
    for match in _matcher().find(tokens):
        name = _chosen(match, tokens)
        if name.weak and name.country not in supported:
            continue
        places.append(
            Place(
                first=match.first,
                stop=match.stop,
                start=match.start,
                end=match.end,
                code=name.code,
                country=name.country,
                via=name.via,
                landmark=_is_landmark(tokens, match.first),
            )
        )
    return places


def strong_countries(sentences: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Countries an article names by a name that means nothing else."""
    return frozenset(
        name.country
        for tokens in sentences
        for match in _matcher().find(tokens)
        for name in match.payload
        if name.country is not None and not name.weak
    )


def find_borders(tokens: Sequence[Token], places: Sequence[Place]) -> list[Border]:
    """Borders between two named countries.

    Understands "the Afghan-Tajik border", "Tajikistan's border with Afghanistan", "its border
    with Afghanistan" (where ``places`` holds what "its" stands for) and "the border between
    Afghanistan and Tajikistan".
    """
    by_first = {place.first: place for place in places}
    by_stop = {place.stop: place for place in places}
    words = frozenset(lexicon.grammar().border_words)
    return [
        border
        for index, token in enumerate(tokens)
        if token.norm in words
        and (border := _border_at(tokens, index, by_first, by_stop)) is not None
    ]


def _border_at(
    tokens: Sequence[Token], index: int, by_first: dict[int, Place], by_stop: dict[int, Place]
) -> Border | None:
    before = list(_owners_before(tokens, index, by_stop))
    after = list(_partners_after(tokens, index, by_first))
    pair = before[:2] if len(before) > 1 else [*before, *after][:2]
    if not before and len(after) > 1:
        pair = after[:2]
    countries = {place.country for place in pair if place.country}
    if len(countries) != 2:
        return None
    first = min(index, *(place.first for place in pair))
    stop = max(index + 1, *(place.stop for place in pair))
    one, other = sorted(countries)
    return Border(first, stop, tokens[first].start, tokens[stop - 1].end, border_code(one, other))


def _owners_before(
    tokens: Sequence[Token], index: int, by_stop: dict[int, Place]
) -> Iterator[Place]:
    """Countries right before the word "border", nearest first, across adjectives and hyphens."""
    stop, free_words = index, 2
    while stop > 0:
        place = by_stop.get(stop)
        if place is not None:
            yield place
            stop, free_words = place.first, 0
        elif tokens[stop - 1].norm in {"-", "'s", "and"} or tokens[stop - 1].is_number:
            stop -= 1
        elif free_words and tokens[stop - 1].is_word and tokens[stop - 1].text.islower():
            stop, free_words = stop - 1, free_words - 1
        else:
            return


def _partners_after(
    tokens: Sequence[Token], index: int, by_first: dict[int, Place]
) -> Iterator[Place]:
    """Countries after "border with", "border between", "border of"."""
    position = index + 1
    if position >= len(tokens) or tokens[position].norm not in {"with", "between", "of"}:
        return
    position += 1
    while position < len(tokens):
        place = by_first.get(position)
        if place is not None:
            yield place
            position = place.stop
        elif tokens[position].norm in {"the", "and", "neighbouring", "neighboring"}:
            position += 1
        else:
            return


def _is_landmark(tokens: Sequence[Token], first: int) -> bool:
    return (
        first >= 2
        and tokens[first - 1].norm == "of"
        and tokens[first - 2].norm in lexicon.grammar().directions
    )


def _chosen(match: Match[tuple[Name, ...]], tokens: Sequence[Token]) -> Name:
    """Of the places that share a name (Kunduz city, Kunduz province) the one the text means."""
    following = tokens[match.stop].norm if match.stop < len(tokens) else ""
    province = next(
        (name for name in match.payload if "-" in name.code and "/" not in name.code), None
    )
    city = next((name for name in match.payload if "/" in name.code), None)
    if province is not None and following in lexicon.grammar().province_words:
        return province
    if city is not None and following in lexicon.grammar().town_words:
        return city
    return match.payload[0]


def _names() -> Iterator[tuple[str, Name]]:
    for country in lexicon.countries().values():
        weak = frozenset(country.weak)
        listed: tuple[tuple[Via, tuple[str, ...]], ...] = (
            ("name", (country.name, *country.aliases)),
            ("demonym", country.demonyms),
            ("capital", country.capitals),
            ("seat", country.seats),
        )
        for via, names in listed:
            for name in names:
                yield name, Name(country.code, country.code, via, name in weak)
    gazetteer: tuple[City | Crossing | Province, ...] = (
        *lexicon.cities().values(),
        *lexicon.crossings().values(),
        *lexicon.provinces().values(),
    )
    for place in gazetteer:
        for name in (place.name, *place.aliases):
            yield name, Name(place.code, place.country, "name")
    for region in lexicon.regions().values():
        for name in (region.name, *region.aliases):
            yield name, Name(region.code, None, "region")


@functools.cache
def _matcher() -> PhraseMatcher[tuple[Name, ...]]:
    shared: dict[str, list[Name]] = {}
    for text, name in _names():
        shared.setdefault(text, []).append(name)
    return PhraseMatcher(
        ((text, tuple(names)) for text, names in shared.items()),
        names=True,
    )
