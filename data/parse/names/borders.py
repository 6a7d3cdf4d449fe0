"""Borders: the line two countries share, as a sentence speaks of it."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from data import lexicon
from data.parse.names.places import Place
from data.parse.words.tokens import Token, indexes_of, norms_of


class Border(NamedTuple):
    """A border of two countries that a sentence speaks of; fields as in :class:`Place`."""

    first: int
    stop: int
    start: int
    end: int
    code: str


def border_code(one: str, other: str) -> str:
    """Code of the border of two countries, whatever their order."""
    return "-".join(sorted((one, other)))


def may_be_border(norms: frozenset[str]) -> bool:
    """Whether a sentence of these words in lower case can speak of a border."""
    return not _border_words().isdisjoint(norms)


def find_borders(tokens: Sequence[Token], places: Sequence[Place]) -> list[Border]:
    """Borders between two named countries.

    Understands "the Afghan-Tajik border", "Tajikistan's border with Afghanistan", "its border
    with Afghanistan" (where ``places`` holds what "its" stands for) and "the border between
    Afghanistan and Tajikistan".
    """
    words = _border_words()
    spoken_of = indexes_of(words, norms_of(tokens))
    if not spoken_of:
        return []
    by_first = {place.first: place for place in places}
    by_stop = {place.stop: place for place in places}
    return [
        border
        for index in spoken_of
        if (border := _border_at(tokens, index, by_first, by_stop)) is not None
    ]


def _border_at(
    tokens: Sequence[Token], index: int, by_first: dict[int, Place], by_stop: dict[int, Place]
) -> Border | None:
    before = list(_owners_before(tokens, index, by_stop))
    after = list(_partners_after(tokens, index, by_first))
    pair = before[:2] if len(before) > 1 else [*before, *after][:2]
    if not before and len(after) > 1:
        if tokens[index + 1].norm == "with":
            return None  # "the borders with X and Y" are of somebody else
        pair = after[:2]
    if before and len(after) > 1 and tokens[index].norm.endswith("s"):
        return None  # "its borders with X, Y and Z" are several
    countries = {place.country for place in pair if place.country}
    if len(countries) != 2 or _are_several(tokens, index, before):
        return None
    first = min(index, *(place.first for place in pair))
    stop = max(index + 1, *(place.stop for place in pair))
    one, other = sorted(countries)
    return Border(first, stop, tokens[first].start, tokens[stop - 1].end, border_code(one, other))


def _are_several(tokens: Sequence[Token], index: int, owners: Sequence[Place]) -> bool:
    """Whether each owner has a border of its own: "the Tajik and Uzbek frontiers"."""
    if len(owners) < 2 or not tokens[index].norm.endswith("s"):
        return False
    return any(token.norm == "and" for token in tokens[owners[1].stop : owners[0].first])


def _owners_before(
    tokens: Sequence[Token], index: int, by_stop: dict[int, Place]
) -> Iterator[Place]:
    """Countries right before the word "border", nearest first, across adjectives and hyphens."""
    stop, free_words, between = index, 2, lexicon.location().lines.before_border
    while stop > 0:
        place = by_stop.get(stop)
        if place is not None:
            yield place
            stop, free_words = place.first, 0
        elif tokens[stop - 1].norm in between or tokens[stop - 1].is_number:
            stop -= 1
        elif free_words and tokens[stop - 1].is_word and tokens[stop - 1].text.islower():
            stop, free_words = stop - 1, free_words - 1
        else:
            return


def _partners_after(
    tokens: Sequence[Token], index: int, by_first: dict[int, Place]
) -> Iterator[Place]:
    """Countries after "border with", "border between", "border of"."""
    position, lines = index + 1, lexicon.location().lines
    if position >= len(tokens) or tokens[position].norm not in lines.leading_to_partners:
        return
    position += 1
    several = tokens[index].norm.endswith("s")
    skipped = lines.before_partner | {","} if several else lines.before_partner
    while position < len(tokens):
        place = by_first.get(position)
        if place is not None:
            yield place
            position = place.stop
        elif tokens[position].norm in skipped:
            position += 1
        else:
            return


@functools.cache
def _border_words() -> frozenset[str]:
    return frozenset(lexicon.grammar().border_words)
