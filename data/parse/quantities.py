"""Quantities: number expressions and the range each of them claims."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Sequence

from data import lexicon
from data.fact import Qualifier
from data.parse.phrases import Match, PhraseMatcher
from data.parse.tokens import Token

_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")


@dataclasses.dataclass(frozen=True, slots=True)
class Quantity:
    """A number expression.

    Attributes:
        first: Index of the first token of the number itself, without its qualifier.
        stop: Index one past the last token.
        start: Offset of the first character in the article's text.
        end: Offset one past the last.
        outer_first: Index of the first token with the qualifier.
        outer_stop: Index one past the last token with the qualifier.
        value: The number; None for a range or a vague amount.
        low: Lower end of what is claimed; None where open.
        high: Upper end; None where open.
        qualifier: How the text bounds it.
        unit: ``percent``, ``km``, ``mi`` or a currency code; None for a plain count.
        bare_year: Four digits that could be a year.
    """

    first: int
    stop: int
    start: int
    end: int
    outer_first: int
    outer_stop: int
    value: float | None
    low: float | None
    high: float | None
    qualifier: Qualifier
    unit: str | None
    bare_year: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class _Number:
    """A number read at a token: its value, where it stops, and its unit."""

    first: int
    stop: int
    value: float
    unit: str | None = None
    vague: bool = False


def find_quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """Number expressions of a sentence, in text order, each with qualifier and unit."""
    found: list[Quantity] = []
    index = 0
    while index < len(tokens):
        number = _read(tokens, index)
        if number is None:
            index += 1
            continue
        quantity = _range(tokens, number) or _qualified(tokens, number)
        if not _counts_nothing(tokens, quantity):
            found.append(quantity)
        index = max(quantity.outer_stop, index + 1)
    return found


def bounds(qualifier: Qualifier, value: float) -> tuple[float | None, float | None]:
    """Lower and upper end that a qualified number claims."""
    if qualifier in {"over", "at_least"}:
        return value, None
    if qualifier in {"under", "up_to"}:
        return None, value
    if qualifier == "about":
        return None, None
    return value, value


def _read(tokens: Sequence[Token], index: int) -> _Number | None:
    if vague := _vague().match_at(tokens, index):
        return _Number(index, vague.stop, vague.payload, vague=True)
    if fraction := _fractions().match_at(tokens, index):
        return _Number(index, fraction.stop, fraction.payload, "percent")
    currency = lexicon.numbers().currencies.get(tokens[index].text)
    begin = index + 1 if currency and not tokens[index].norm.isalpha() else index
    if tokens[index].text in {"Rs", "US"} and begin == index and index + 1 < len(tokens):
        joined = lexicon.numbers().currencies.get(tokens[index].text + tokens[index + 1].text)
        begin, currency = (index + 2, joined) if joined else (index + 1, currency)
    number = _cardinal(tokens, begin) if begin < len(tokens) else None
    if number is None:
        return None
    if begin > index:
        return dataclasses.replace(number, first=index, unit=currency) if currency else None
    return _with_unit(tokens, number)


def _cardinal(tokens: Sequence[Token], index: int) -> _Number | None:
    """Digits or number words with their scale: 2.26 bn, twenty-five thousand."""
    words, scales = lexicon.numbers().words, lexicon.numbers().scales
    stop = index
    total, current, seen = 0.0, 0.0, False
    while stop < len(tokens):
        norm = tokens[stop].norm
        if tokens[stop].is_number and not seen:
            current, seen = float(re.sub(r"[^\d.]", "", norm)), True
        elif seen and norm in scales:
            current = (current or 1.0) * scales[norm]
            if scales[norm] >= 1000:
                total, current = total + current, 0.0
        elif norm in words and not (seen and tokens[stop - 1].is_number):
            current, seen = current + words[norm], True
        elif not (seen and norm in {"-", "and"} and _continues(tokens, stop, words)):
            break
        stop += 1
    return _Number(index, stop, total + current) if seen else None


def _continues(tokens: Sequence[Token], index: int, words: dict[str, int]) -> bool:
    """Whether a hyphen or "and" stands inside a written-out number: twenty-five."""
    if index == 0 or index + 1 >= len(tokens):
        return False
    before, after = tokens[index - 1].norm, tokens[index + 1].norm
    if tokens[index].norm == "-":
        return words.get(before, 0) >= 20 and words.get(after, 100) < 10
    return before in {"hundred", "thousand"} and after in words


def _with_unit(tokens: Sequence[Token], number: _Number) -> _Number:
    stop = number.stop
    if percent := (_percent().match_at(tokens, stop) if stop < len(tokens) else None):
        return dataclasses.replace(number, stop=percent.stop, unit="percent")
    if stop < len(tokens):
        step = 1 if tokens[stop].norm == "-" and stop + 1 < len(tokens) else 0
        word = tokens[stop + step].norm
        numbers = lexicon.numbers()
        unit = numbers.measures.get(word) or numbers.currencies.get(word)
        if unit:
            return dataclasses.replace(number, stop=stop + step + 1, unit=unit)
    return number


def _range(tokens: Sequence[Token], number: _Number) -> Quantity | None:
    """A range with one unit: "between A and B", "A to B", "A-B"."""
    joint = tokens[number.stop].norm if number.stop < len(tokens) else ""
    between = number.first > 0 and tokens[number.first - 1].norm == "between"
    if joint not in {"to", "-"} and not (between and joint == "and"):
        return None
    if number.stop + 1 >= len(tokens) or number.vague:
        return None
    other = _read(tokens, number.stop + 1)
    if other is None or other.vague or other.value <= number.value:
        return None
    if number.unit not in {None, other.unit}:
        return None
    first = number.first - 1 if between else number.first
    return Quantity(
        first=number.first,
        stop=other.stop,
        start=tokens[number.first].start,
        end=tokens[other.stop - 1].end,
        outer_first=first,
        outer_stop=other.stop,
        value=None,
        low=number.value,
        high=other.value,
        qualifier="range",
        unit=other.unit,
    )


def _qualified(tokens: Sequence[Token], number: _Number) -> Quantity:
    before = _qualifier_before(tokens, number.first)
    after = _after().match_at(tokens, number.stop) if number.stop < len(tokens) else None
    qualifier: Qualifier = "exact"
    if before is not None:
        qualifier = before.payload
    elif after is not None:
        qualifier = after.payload
    low, high = bounds(qualifier, number.value)
    if number.vague:
        qualifier, low, high = "vague", number.value, None
    single = number.stop == number.first + 1
    return Quantity(
        first=number.first,
        stop=number.stop,
        start=tokens[number.first].start,
        end=tokens[number.stop - 1].end,
        outer_first=before.first if before else number.first,
        outer_stop=after.stop if after and not before else number.stop,
        value=None if number.vague else number.value,
        low=low,
        high=high,
        qualifier=qualifier,
        unit=number.unit,
        bare_year=single and bool(_YEAR.fullmatch(tokens[number.first].text)),
    )


def _qualifier_before(tokens: Sequence[Token], first: int) -> Match[Qualifier] | None:
    """The longest qualifier that ends right before the number, an article in between or not."""
    stop = first - 1 if first and tokens[first - 1].norm in {"the", "a", "an"} else first
    for end in dict.fromkeys((first, stop)):
        for begin in range(max(0, end - 5), end):
            match = _before().match_at(tokens, begin)
            if match is not None and match.stop == end:
                return match
    return None


def _counts_nothing(tokens: Sequence[Token], quantity: Quantity) -> bool:
    rules = lexicon.numbers().not_counts
    if _not_after().match_at(tokens, quantity.stop) if quantity.stop < len(tokens) else False:
        return True
    stop = quantity.stop
    if stop < len(tokens) and tokens[stop].norm == "-":
        stop += 1
        if stop < len(tokens) and tokens[stop].norm in rules.followed_by:
            return True
    if quantity.first and tokens[quantity.first - 1].norm in {"-", "#", ":"}:
        return tokens[quantity.first - 1].end == tokens[quantity.first].start
    for begin in range(max(0, quantity.first - 3), quantity.first):
        match = _not_before().match_at(tokens, begin)
        if match is not None and match.stop == quantity.first:
            return True
    return False


@functools.cache
def _vague() -> PhraseMatcher[float]:
    return PhraseMatcher((text, float(low)) for text, low in lexicon.numbers().vague.items())


@functools.cache
def _fractions() -> PhraseMatcher[float]:
    return PhraseMatcher(lexicon.numbers().fractions.items())


@functools.cache
def _percent() -> PhraseMatcher[str]:
    return PhraseMatcher((word, "percent") for word in lexicon.numbers().percent.words)


@functools.cache
def _before() -> PhraseMatcher[Qualifier]:
    return _qualifiers("before")


@functools.cache
def _after() -> PhraseMatcher[Qualifier]:
    return _qualifiers("after")


def _qualifiers(side: str) -> PhraseMatcher[Qualifier]:
    entries: list[tuple[str, Qualifier]] = [
        (phrase, entry.name)
        for entry in lexicon.qualifiers().qualifier
        if entry.side == side
        for phrase in entry.phrases
    ]
    return PhraseMatcher(entries)


@functools.cache
def _not_after() -> PhraseMatcher[bool]:
    return PhraseMatcher((word, True) for word in lexicon.numbers().not_counts.followed_by)


@functools.cache
def _not_before() -> PhraseMatcher[bool]:
    return PhraseMatcher((word, True) for word in lexicon.numbers().not_counts.preceded_by)
