"""Grouping: which facts of an article tell the same thing again."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Sequence, Set

from data import lexicon
from data.fact import Fact
from data.parse.calendar.unresolved import Days, are_other_days, days_named
from data.parse.names.codes import chief_province, country_of
from data.parse.names.gazetteer import words_beyond_doubt
from data.parse.words.tokens import tokenize
from data.place_codes import is_border, lies_in


def group_facts(facts: Sequence[Fact]) -> list[Fact]:
    """The facts with ``fact_group`` set to the id of the first telling of each.

    Numbers are the same claim when kind, number, bounds, unit, action, movement, denominator and
    actor agree; claims without a number when kind, actor, action and places agree. Two that are
    dated to days that do not overlap are different happenings, whatever else agrees: 1,000 who fled
    on Monday are not the 1,000 of Friday, nor 22 dead in one province those of another. A sum or a
    length that is given in another unit in brackets is one claim in two expressions.
    """
    groups: dict[Hashable, list[Fact]] = {}
    grouped: list[Fact] = []
    quotes = _Quotes()
    for fact in facts:
        told = groups.setdefault(_key(fact), [])
        first = next((other for other in told if _agree(fact, other, quotes)), fact)
        told.append(fact)
        group = first.fact_group
        if first is fact and grouped and _is_conversion(fact, grouped[-1]):
            group = grouped[-1].fact_group
        new = group != fact.fact_group
        grouped.append(dataclasses.replace(fact, fact_group=group) if new else fact)
    return grouped


class _Quotes:
    """What the sentences of facts name, each looked up once: one is compared with many."""

    def __init__(self) -> None:
        self._days: dict[str, Days] = {}
        self._words: dict[str, Set[str]] = {}

    def days(self, quote: str) -> Days:
        """The days a sentence names."""
        if quote not in self._days:
            self._days[quote] = days_named(quote)
        return self._days[quote]

    def words(self, quote: str) -> Set[str]:
        """Its words in lower case."""
        if quote not in self._words:
            self._words[quote] = {token.norm for token in tokenize(quote)}
        return self._words[quote]


def _is_conversion(fact: Fact, before: Fact) -> bool:
    """Whether a sum or a length stands in brackets behind the same in another unit."""
    if fact.kind != before.kind or fact.kind not in _MEASURED or fact.unit == before.unit:
        return False
    if fact.sentence_start != before.sentence_start:
        return False
    between = fact.quote[before.end - fact.sentence_start : fact.start - fact.sentence_start]
    opened = between.strip()
    return opened.startswith("(") and ")" not in opened and len(opened) <= _LONGEST_OPENING


_MEASURED = frozenset({"money", "border_length"})
_LONGEST_OPENING = 12
"""Most characters of "(about" between a number and the same in another unit."""


def _key(fact: Fact) -> Hashable:
    if fact.has_number:
        number = (fact.value, fact.low, fact.high, fact.unit, fact.qualifier)
        way = (_end(fact.origin), _end(fact.destination))
        return (fact.kind, number, fact.action, *way, fact.of)
    return (fact.kind, fact.actor, fact.action, frozenset(fact.places))


def _end(code: str | None) -> str | None:
    """An end of a way, of which a country and its capital are one: the planes left from there."""
    if code is None or code in lexicon.countries():
        return code
    country = country_of(code)[0]
    return country if code == chief_province(country) else code


def _agree(one: Fact, other: Fact, quotes: _Quotes) -> bool:
    """Whether neither days nor actors nor places tell two facts apart.

    An actor that one of them names does not, where they have the same words: "5,300 people were
    evacuated", "X evacuated 5,300 people".
    """
    same = one.actor == other.actor
    unnamed = None in {one.actor, other.actor} and one.who == other.who
    if not (same or unnamed):
        return False
    return _dates_agree(one, other, quotes) and _places_agree(one, other, quotes)


def _dates_agree(one: Fact, other: Fact, quotes: _Quotes) -> bool:
    if one.when_start is None and other.when_start is None:
        if one.quote == other.quote:
            return True
        return not are_other_days(quotes.days(one.quote), quotes.days(other.quote))
    if one.when_start is None or other.when_start is None:
        return True
    if one.when_end is None or other.when_end is None:
        return True
    return one.when_start <= other.when_end and other.when_start <= one.when_end


def _places_agree(one: Fact, other: Fact, quotes: _Quotes) -> bool:
    """Whether the places of two numbers can be those of one happening.

    Any can be where the number is like no other. Those who moved are told of where they set out
    and where they arrived.
    """
    if not (one.has_number and one.places and other.places) or one.is_unmistakable:
        return True
    if not (_names_its_places(one, quotes) and _names_its_places(other, quotes)):
        return True
    if one.kind in lexicon.kinds_with("moves") and _is_abroad(one) != _is_abroad(other):
        return True
    return any(_meet(place, there) for place in one.places for there in other.places)


def _names_its_places(fact: Fact, quotes: _Quotes) -> bool:
    """Whether a sentence has a word for a place in each of the provinces and countries it is of."""
    words = quotes.words(fact.quote)
    return all(
        not words_beyond_doubt().get(code, frozenset()).isdisjoint(words)
        for place in fact.places
        for code in ((place,) if place in lexicon.provinces() else country_of(place))
    )


def _meet(one: str, other: str) -> bool:
    """Whether a place is in another; a border runs along both its countries."""
    if lies_in(one, other) or lies_in(other, one):
        return True
    if is_border(one) == is_border(other):
        return False
    return not set(country_of(one)).isdisjoint(country_of(other))


def _is_abroad(fact: Fact) -> bool:
    return not any(lexicon.subject() in country_of(code) for code in fact.places)
