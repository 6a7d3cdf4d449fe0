"""Quantities: number expressions and the range each of them claims."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Sequence

from data import lexicon
from data.fact import Qualifier
from data.parse.numerals import Number, read_number
from data.parse.phrases import Match, PhraseMatcher
from data.parse.tokens import Token

_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_SIGNS_BEFORE = frozenset("(\"'“‘[—~")
_SIGNS_AFTER = frozenset(".,;!?\"'”’)]…")
_WIDEST_RANGE = 100
"""A range whose end is this many times its start is two numbers, or a misreading: 10-15,000."""


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


def find_quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """Number expressions of a sentence, in text order, each with qualifier and unit."""
    found: list[Quantity] = []
    index = 0
    while index < len(tokens):
        number = read_number(tokens, index)
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


def unqualified(quantity: Quantity) -> Quantity:
    """The same number as an exact one, where the word before it belongs to something else."""
    value = quantity.value
    return dataclasses.replace(
        quantity, outer_first=quantity.first, low=value, high=value, qualifier="exact"
    )


def _range(tokens: Sequence[Token], number: Number) -> Quantity | None:
    """A range with one unit: "between A and B", "A to B", "A-B"."""
    joint = tokens[number.stop].norm if number.stop < len(tokens) else ""
    between = number.first > 0 and tokens[number.first - 1].norm == "between"
    if joint not in {"to", "-"} and not (between and joint == "and"):
        return None
    if number.stop + 1 >= len(tokens) or number.vague:
        return None
    other = read_number(tokens, number.stop + 1)
    if other is not None and number.scale == 1 < other.scale:  # "5 to 7 thousand"
        number = dataclasses.replace(number, value=number.value * other.scale)
    if other is None or other.vague or not 1 < other.value / max(number.value, 1) < _WIDEST_RANGE:
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


def _qualified(tokens: Sequence[Token], number: Number) -> Quantity:
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
    )


def _qualifier_before(tokens: Sequence[Token], first: int) -> Match[Qualifier] | None:
    """The longest qualifier that ends right before the number."""
    for begin in range(max(0, first - 5), first):
        match = _before().match_at(tokens, begin)
        if match is not None and match.stop == first:
            return match
    return None


def _counts_nothing(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a number is a time, a name, a year, or a part of a longer figure."""
    return (
        _is_year(tokens, quantity)
        or _is_part_of_a_figure(tokens, quantity)
        or _is_followed_by_time(tokens, quantity.stop)
        or _follows_a_label(tokens, quantity.first)
    )


def _is_year(tokens: Sequence[Token], quantity: Quantity) -> bool:
    single = quantity.stop == quantity.first + 1
    text = tokens[quantity.first].text
    return single and quantity.qualifier == "exact" and bool(_YEAR.fullmatch(text))


def _is_part_of_a_figure(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether more signs or digits cling to a number: AK-47, 9/11, 201st, 1,000-man, +93 799."""
    first, stop = quantity.first, quantity.stop
    before = tokens[first - 1] if first else None
    after = tokens[stop] if stop < len(tokens) else None
    clings_before = before is not None and before.end == tokens[first].start
    if before is not None and clings_before and before.norm not in _SIGNS_BEFORE:
        return True
    clings_after = after is not None and after.start == tokens[stop - 1].end
    if after is not None and clings_after and after.norm not in _SIGNS_AFTER:
        return True
    # "93 799 123456" and "1 500": digits apart are one figure that cannot be trusted.
    apart = (before, after) if tokens[first].is_number else ()
    return any(token is not None and token.is_number for token in apart)


def _is_followed_by_time(tokens: Sequence[Token], stop: int) -> bool:
    if stop < len(tokens) and tokens[stop].norm == "-":
        stop += 1
    return stop < len(tokens) and _not_after().match_at(tokens, stop) is not None


def _follows_a_label(tokens: Sequence[Token], first: int) -> bool:
    for begin in range(max(0, first - 3), first):
        match = _not_before().match_at(tokens, begin)
        if match is not None and match.stop == first:
            return True
    return False


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
