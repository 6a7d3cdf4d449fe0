"""Where the noun phrase begins and ends that stands before or behind a verb of saying."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Sequence

from data.parse.reading import Reading
from data.parse.sources import Source, judge, vocabulary
from data.parse.sources_words import (
    auxiliaries,
    can_stand_inside,
    closes_acronym,
    determiners,
    is_abbreviation,
    is_name,
    is_verb,
    joins,
    speech_verbs,
)
from data.parse.tokens import Token

_LONGEST_SOURCE = 16
"""Most tokens of a source: "a spokesman for the Border Troops of the State Committee for ..."."""


_LONGEST_INSERTION = 24
"""Most tokens between the commas of "X, the envoy for Y, said"."""


_LONGEST_NAME = 7


_SHORTEST_NAME = 2


def source_before(reading: Reading, stop: int, depth: int = 3) -> Source | None:
    """The source whose noun phrase ends right before a token; looks through insertions."""
    if stop <= 0 or not depth:
        return None
    norm = reading.tokens[stop - 1].norm
    if norm in {",", ")", "-", "—"}:
        return _before_insertion(reading, stop - 1, depth)
    if norm in {"who", "which"}:
        comma = stop >= 2 and reading.tokens[stop - 2].norm == ","
        return source_before(reading, stop - 2 if comma else stop - 1, depth - 1)
    first = _leftmost(reading, stop)
    source = _head_of(reading, first, stop) if first < stop else None
    relative = first - 1
    known = source is not None and source.nature != "other"
    if not known and relative > 0 and reading.tokens[relative].norm in _relatives():
        return _antecedent(reading, relative, depth) or source
    pronoun = _relative_before(reading, relative)
    if pronoun is not None:
        return _antecedent(reading, pronoun, depth) or source
    parenthetical = stop + 1 < len(reading.tokens) and reading.tokens[stop + 1].norm == ","
    return source if source is None or parenthetical else _described(reading, source, depth)


def _antecedent(reading: Reading, relative: int, depth: int) -> Source | None:
    """Who a relative clause is about: "the charity that employs them said"."""
    source = source_before(reading, relative, depth - 1)
    if source is not None and source.nature in {"person", "group", "body"}:
        return source
    return None


def _relative_before(reading: Reading, verb: int) -> int | None:
    """Index of the relative pronoun in "an aide who took part in a briefing said"."""
    tokens = reading.tokens
    if verb < 2 or not is_verb(tokens, verb) or tokens[verb].norm in speech_verbs():
        return None
    before = verb - 1
    while before > 1 and tokens[before].norm in auxiliaries():
        before -= 1
    return before if tokens[before].norm in _relatives() else None


def _described(reading: Reading, source: Source, depth: int) -> Source:
    """Of "Ali Khan, a lawmaker from Herat told" it is the name that speaks."""
    tokens = reading.tokens
    comma = source.first - 1
    if (
        comma < 1
        or tokens[comma].norm != ","
        or tokens[source.first].norm not in {"a", "an", "the"}
    ):
        return source
    first = _leftmost(reading, comma)
    if comma - first < _SHORTEST_NAME or not is_name(reading, first, comma):
        return source
    if first > 0 and tokens[first - 1].norm == ",":
        return source
    named = judge(reading, first, comma)
    if named is None or depth < 2:
        return source
    return Source(
        named.first,
        source.stop,
        named.words,
        named.code,
        "person",
        "none",
        named.heads | source.heads,
    )


def source_after(reading: Reading, first: int) -> Source | None:
    """The source whose noun phrase begins at a token, with the name in apposition to it."""
    if first >= len(reading.tokens) or reading.tokens[first].norm in vocabulary().occasions:
        return None
    stop = _rightmost(reading, first)
    source = judge(reading, first, stop) if stop > first else None
    if source is None:
        return None
    if source.nature == "record":
        maker = _maker(reading, stop)
        if maker is not None:
            return dataclasses.replace(maker, first=first)
    named = name_behind(reading, stop)
    if named and not is_name(reading, source.first, source.stop):
        return joined(reading, source, named)
    return source


def _maker(reading: Reading, index: int) -> Source | None:
    """Who made a document: X of "figures compiled by X"."""
    tokens = reading.tokens
    made = index + 1 < len(tokens) and tokens[index].norm in vocabulary().made
    if not made or tokens[index + 1].norm not in vocabulary().by:
        return None
    return source_after(reading, index + 2)


def name_behind(reading: Reading, comma: int) -> int | None:
    """Where a name in apposition ends that opens at a comma: ", Ali Khan,"."""
    tokens = reading.tokens
    if comma >= len(tokens) or tokens[comma].norm != ",":
        return None
    stop = comma + 1
    while stop < len(tokens) and stop - comma <= _LONGEST_NAME:
        if tokens[stop].norm in {",", ".", '"'} and not is_abbreviation(tokens, stop):
            break
        stop += 1
    return stop if stop > comma + 1 and is_name(reading, comma + 1, stop) else None


def joined(reading: Reading, role: Source, stop: int) -> Source | None:
    """The source of a role and the name in apposition that ends at a token."""
    source = judge(reading, role.first, stop)
    return source and Source(
        role.first, stop, source.words, source.code, role.nature, "none", source.heads
    )


def _before_insertion(reading: Reading, closing: int, depth: int) -> Source | None:
    """The source of "X, the envoy for Y, said" and "the spokesman, Ali Khan, said"."""
    tokens = reading.tokens
    opening = _opening(tokens, closing)
    if opening is None or opening == 0:
        return None
    aged = opening > 1 and tokens[opening - 1].is_number and tokens[opening - 2].norm == ","
    outer = source_before(reading, opening - 2 if aged else opening, depth - 1)
    if outer is None or outer.nature == "other":
        return None
    role = outer.nature == "body" or not is_name(reading, outer.first, outer.stop)
    if role and tokens[closing].norm == "," and name_behind(reading, opening) == closing:
        return joined(reading, outer, closing)
    inner = frozenset(token.norm for token in tokens[opening + 1 : closing])
    acronym = tokens[closing].norm == ")" and closing - opening == 2
    words = outer.words
    if acronym and tokens[opening + 1].text.isupper() and outer.anaphor == "none":
        begin = tokens[outer.stop - 1].end - len(words)
        words = reading.text[begin : tokens[closing].end]
    return Source(
        outer.first,
        closing + 1,
        words,
        outer.code,
        outer.nature,
        outer.anaphor,
        outer.heads | inner,
    )


def _opening(tokens: Sequence[Token], closing: int) -> int | None:
    """Index of the sign that opens the insertion which closes at a token."""
    sign = "(" if tokens[closing].norm == ")" else tokens[closing].norm
    if sign == "-" and joins(tokens, closing):
        return None
    for index in range(closing - 1, max(-1, closing - _LONGEST_INSERTION), -1):
        norm = tokens[index].norm
        if norm == sign and not (sign == "-" and joins(tokens, index)):
            return index
        if norm in {'"', ";", ":"}:
            return None
    return None


def _leftmost(reading: Reading, stop: int) -> int:
    """Index of the first token of the run of words that ends before a token."""
    tokens = reading.tokens
    index, joint = stop, None
    while index > 0 and stop - index < _LONGEST_SOURCE:
        token = tokens[index - 1]
        if token.norm in {"and", "or"} and index < stop:
            joint = joint or index
        elif closes_acronym(tokens, index - 1):
            index -= 2
        elif not can_stand_inside(tokens, index - 1):
            if joint and is_verb(tokens, index - 1):
                return joint  # "Five were killed and officials said"
            break
        index -= 1
    return index


def _rightmost(reading: Reading, first: int) -> int:
    """Index one past the run of words that begins at a token and can name a source."""
    tokens = reading.tokens
    occasions = vocabulary().occasions
    index = first
    while index < len(tokens) and index - first < _LONGEST_SOURCE:
        token = tokens[index]
        if token.norm in {"and", "or"} and _goes_on(tokens, index + 1):
            index += 1
            continue
        if not can_stand_inside(tokens, index) or token.norm in {
            "and",
            "or",
            "by",
            "after",
            "during",
            "on",
        }:
            break
        if token.norm in occasions and index > first and not _is_record_head(tokens, index):
            break
        if token.is_number and index > first and tokens[index - 1].norm != "the":
            break
        index += 1
    while index > first and tokens[index - 1].norm in vocabulary().prepositions:
        index -= 1
    return index


def _is_record_head(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].norm in vocabulary().records


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Whether "and" joins a second source: "officials and residents" up to a sign."""
    for position in range(index, min(len(tokens), index + _LONGEST_NAME)):
        if tokens[position].norm in {",", ".", ";", '"'}:
            return position > index
        if not can_stand_inside(tokens, position) or tokens[position].is_number:
            return False
    return len(tokens) <= index + _LONGEST_NAME


def _head_of(reading: Reading, first: int, stop: int) -> Source | None:
    """The source in a run of words, without "On Monday" before and "in a statement" behind."""
    tokens = reading.tokens
    words = vocabulary()
    stop = _without_occasion(tokens, first, stop)
    begin = first + 1 if first and tokens[first - 1].norm == "whose" else first
    for index in range(first + 1, stop):
        previous = tokens[index - 1].norm
        opens = tokens[index].norm in determiners() and previous not in words.prepositions
        if opens and _inside_name(tokens, first, index):
            continue
        if (opens and previous not in _joiners()) or (
            previous in words.occasions and tokens[first].norm in words.prepositions
        ):
            begin = index
    while begin < stop - 1 and (
        tokens[begin].norm in words.prepositions or tokens[begin].norm in words.occasions
    ):
        begin += 1
    while begin < stop and tokens[begin].norm in _joiners():
        begin += 1
    return judge(reading, begin, stop) if begin < stop else None


def _inside_name(tokens: Sequence[Token], first: int, article: int) -> bool:
    """Whether an article is part of a name: "Save the Children"."""
    if tokens[first].norm in vocabulary().prepositions or article + 1 >= len(tokens):
        return False
    before, behind = tokens[article - 1], tokens[article + 1]
    named = before.text[0].isupper() and behind.text[0].isupper()
    return named and before.norm not in vocabulary().occasions


def _without_occasion(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where the name ends in "the Taliban on Wednesday" and "the ministry in a statement"."""
    words = vocabulary()
    while stop > first + 1:
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
        if tokens[index].norm in {"in", "on", "at", "by", "during"}:
            return index if index > first else None
    return None


@functools.cache
def _joiners() -> frozenset[str]:
    return frozenset(("and", "or", "both", "'s", "all", "half"))


@functools.cache
def _relatives() -> frozenset[str]:
    return frozenset(("that", "who", "which"))
