"""Runs: words that can name a source, to the left and right of a verb or phrase."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.parse.attribution.sources.judging import Source, judge
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import (
    can_stand_inside,
    closes_acronym,
    determiners,
    is_abbreviation,
    is_clock,
    is_name,
    is_verb,
    points,
)
from data.parse.reading import Reading
from data.parse.words.tokens import Token

_LONGEST_SECOND = 7
"""Most tokens from "and" to the end of a second source."""

_SHORTEST_NAME = 2
"""Fewest words of a name that stands before an office without a comma."""

_LONGEST_OFFICE = 3
"""Most words of an office: "the deputy district governor"."""

_LONGEST_SOURCE = 16
"""Most tokens of a source: "a spokesman for the Border Troops of the State Committee for ..."."""


def leftmost(reading: Reading, stop: int) -> int:
    """Index of the first token of the run of words that ends before a token."""
    tokens = reading.tokens
    index, joint = stop, None
    while index > 0 and stop - index < _LONGEST_SOURCE:
        token = tokens[index - 1]
        if token.norm in vocabulary().coordinators and index < stop:
            joint = joint or index
        elif token.is_number and is_clock(tokens, index - 1):
            break
        elif closes_acronym(tokens, index - 1):
            index -= 2
        elif not can_stand_inside(tokens, index - 1) and not points(tokens, index - 1):
            if joint and is_verb(tokens, index - 1):
                return joint  # "Five were killed and officials said"
            break
        index -= 1
    return index


def rightmost(reading: Reading, first: int) -> int:
    """Index one past the run of words that begins at a token and can name a source."""
    tokens = reading.tokens
    occasions = vocabulary().occasions
    index = first
    while index < len(tokens) and index - first < _LONGEST_SOURCE:
        token = tokens[index]
        if token.norm in vocabulary().coordinators and _goes_on(tokens, index + 1):
            index += 1
            continue
        if (
            index > first
            and closes_acronym(tokens, index + 2)
            and _is_record_head(tokens, index + 3)
        ):
            index += 3  # "an Inter-Services Public Relations (ISPR) statement"
            continue
        if index == first and token.norm.endswith("ed") and _is_record_head(tokens, index + 1):
            index += 1  # "confirmed reports"
            continue
        if not can_stand_inside(tokens, index) or token.norm in _breaks():
            break
        if token.norm == "to" and _is_purpose(tokens, index):
            break
        if index > first and _opens_citing(tokens, index):
            break
        if token.norm in occasions and index > first and not _is_record_head(tokens, index):
            break
        if token.is_number and index > first and tokens[index - 1].norm != "the":
            break
        index += 1
    if index > first + 1 and reading.lower[index - 1 : index + 1] == ["run", "by"]:
        index -= 1  # "the hospital in X run by a charity"
    while index > first + 1 and tokens[index - 1].norm in _never_last():
        index -= 1
    return index if index > first + 1 or tokens[first].norm not in _never_last() else first


def _opens_citing(tokens: Sequence[Token], index: int) -> bool:
    """Whether it follows whom a source cites: "reported by X with reference to Y"."""
    words = " ".join(token.norm for token in tokens[index : index + _LONGEST_CITING])
    return words in lexicon.attribution().citing.phrases


_LONGEST_CITING = 3
"""Words of "with reference to"."""


def _is_purpose(tokens: Sequence[Token], index: int) -> bool:
    """Whether "to" opens what for: "announced by X to end the war", but not "the envoy to Y"."""
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    return behind is not None and behind.text.islower() and behind.norm not in determiners()


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Whether "and" joins a second source: "officials and residents" up to a sign."""
    for position in range(index, min(len(tokens), index + _LONGEST_SECOND)):
        if tokens[position].norm in {",", ".", ";", '"'}:
            return position > index
        if not can_stand_inside(tokens, position) or tokens[position].is_number:
            return False
    return len(tokens) <= index + _LONGEST_SECOND


def _is_record_head(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].norm in vocabulary().records


def head_of(reading: Reading, first: int, stop: int) -> Source | None:
    """The source in a run of words, without "On Monday" before and "in a statement" behind."""
    tokens = reading.tokens
    words = vocabulary()
    stop = _without_occasion(tokens, first, before_occasion(tokens, first, stop))
    whose = first > 0 and tokens[first - 1].norm == "whose" and stop - first > 1
    begin = first + 1 if whose else first  # "whose strength Moscow", but "whose spokesman"
    for index in range(first + 1, stop):
        previous = tokens[index - 1].norm
        opens = tokens[index].norm in determiners() and previous not in words.prepositions
        opens = opens and not is_abbreviation(tokens, index + 1)  # "Gen. Mark A. Dean"
        if opens and (_inside_name(tokens, first, index) or _is_object(tokens, first, index)):
            continue
        if opens and _is_named_before(reading, begin, index):
            return _with_office(judge(reading, begin, index), judge(reading, index, stop))
        if (opens and previous not in _joiners()) or (
            previous in words.occasions and tokens[first].norm in words.prepositions
        ):
            begin = index
    while begin < stop - 1 and (
        tokens[begin].norm in words.prepositions or tokens[begin].norm in words.occasions
    ):
        if begin == first and _is_record_of(tokens, begin):
            break  # "statement of the border guards said"
        begin += 1
    while begin < stop and tokens[begin].norm in _joiners():
        begin += 1
    if 0 < begin < stop - 1 and tokens[begin].norm == "what" and tokens[begin - 1].norm == "by":
        begin += 1  # "By what nurses say, 40 died"
    return judge(reading, begin, stop) if begin < stop else None


def _is_record_of(tokens: Sequence[Token], index: int) -> bool:
    """Whether a document is named without article, with whose it is."""
    return _is_record_head(tokens, index) and tokens[index + 1].norm in vocabulary().by


def _is_named_before(reading: Reading, first: int, article: int) -> bool:
    """Whether a name stands right before its office: "Ali Khan the mayor of X said"."""
    if article - first < _SHORTEST_NAME or not is_name(reading, first, article):
        return False
    if any(place.first < article and first < place.stop for place in reading.names):
        return False
    office = reading.lower[article + 1 : article + 1 + _LONGEST_OFFICE]
    return reading.lower[article] == "the" and not vocabulary().people.isdisjoint(office)


def _with_office(named: Source | None, office: Source | None) -> Source | None:
    """Who bears a name, and speaks for whom their office does."""
    if named is None or office is None:
        return named
    code, heads = named.code or office.code, named.heads | office.heads
    return named._replace(stop=office.stop, code=code, nature="person", heads=heads)


def _inside_name(tokens: Sequence[Token], first: int, article: int) -> bool:
    """Whether an article is part of a name: "Save the Children"."""
    if tokens[first].norm in vocabulary().prepositions or article + 1 >= len(tokens):
        return False
    before, behind = tokens[article - 1], tokens[article + 1]
    named = before.text[0].isupper() and behind.text[0].isupper()
    return named and before.norm not in vocabulary().occasions


def _is_object(tokens: Sequence[Token], first: int, article: int) -> bool:
    """Whether an article opens what people are told by: "fighters resisting the Taliban"."""
    if article - first < 2 or not tokens[article - 1].norm.endswith("ing"):
        return False
    return tokens[article - 2].norm in vocabulary().people


def before_occasion(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where the name ends in "the envoy in an interview with a channel"."""
    words = vocabulary()
    for index in range(first + 1, stop - 2):
        if tokens[index].norm in words.describing:
            return index
        opens = (
            tokens[index].norm in words.at
            and tokens[index + 1].norm in words.articles | words.owners
        )
        named = index > first + 1 or tokens[first].norm not in words.occasions | words.asides
        opens = opens and named  # but "Earlier in the day the ministry said"
        occasion = tokens[index + 2 : min(index + 5, stop)]
        if opens and not words.occasions.isdisjoint(token.norm for token in occasion):
            return index
    return stop


def _without_occasion(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where the name ends in "the Taliban on Wednesday" and "the ministry in a statement"."""
    words = vocabulary()
    while stop > first + 1:
        speaks = tokens[stop - 1].norm in words.people
        if speaks and tokens[stop - 2].norm not in words.prepositions:
            return stop  # "local journalists"
        if tokens[stop - 1].is_number and tokens[stop - 2].norm in words.occasions:
            stop -= 1
            continue
        if tokens[stop - 1].norm not in words.occasions or tokens[stop - 1].norm in words.records:
            prep = _preposition_of_occasion(tokens, first, stop)
            if prep is None:
                return stop
            stop = prep
            continue
        stop -= 1
        while stop > first + 1 and (
            tokens[stop - 1].norm in words.prepositions or tokens[stop - 1].norm in words.articles
        ):
            stop -= 1
    return stop


def _preposition_of_occasion(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    words = vocabulary()
    if tokens[stop - 1].norm not in words.occasions:
        return None
    for index in range(stop - 1, max(first, stop - 5), -1):
        if tokens[index].norm in _occasion_openers():
            return index if index > first else None
    return None


@functools.cache
def _never_last() -> frozenset[str]:
    """Words that end no source: the "at some" of "estimated by the ministry at some 500"."""
    return vocabulary().prepositions | vocabulary().articles


@functools.cache
def _joiners() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.never_first)


@functools.cache
def _breaks() -> frozenset[str]:
    """Words that end a source on the right, besides those that end one everywhere."""
    grammar = lexicon.attribution().grammar
    return frozenset((*grammar.breaks, *grammar.describing))


@functools.cache
def _occasion_openers() -> frozenset[str]:
    """Prepositions of an occasion: "in a statement"."""
    return frozenset(lexicon.attribution().grammar.occasion_openers)
