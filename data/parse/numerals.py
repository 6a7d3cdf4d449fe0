"""Numerals: digits, number words, fractions and vague plurals, read with scale and unit."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Sequence

from data import lexicon
from data.parse.phrases import PhraseMatcher
from data.parse.tokens import Token

_AMBIGUOUS = re.compile(r"0\d.*|\d{1,3}\.\d{3}")
"""Digits that could be read two ways: 000, and 1.000, which is one or a thousand."""

_MOST_DIGITS = 15


@dataclasses.dataclass(frozen=True, slots=True)
class Number:
    """A number read at a token.

    Attributes:
        first: Index of its first token.
        stop: Index one past its last token, unit included.
        value: The number.
        unit: ``percent``, a measure or a currency code; None for a plain count.
        vague: It is a plural without a count ("dozens").
        scale: What its last scale word multiplies by; 1 without one.
    """

    first: int
    stop: int
    value: float
    unit: str | None = None
    vague: bool = False
    scale: int = 1


def read_number(tokens: Sequence[Token], index: int) -> Number | None:
    """The number that begins at a token, its currency sign before or its unit behind it."""
    if vague := _vague().match_at(tokens, index):
        return Number(index, vague.stop, vague.payload, vague=True)
    if fraction := _fractions().match_at(tokens, index):
        return Number(index, fraction.stop, fraction.payload, "percent")
    sign = _currency_signs().match_at(tokens, index)
    if sign is not None and sign.stop < len(tokens):
        number = _cardinal(tokens, sign.stop)
        return dataclasses.replace(number, first=index, unit=sign.payload) if number else None
    number = _cardinal(tokens, index)
    return _with_unit(tokens, number) if number else None


def _cardinal(tokens: Sequence[Token], index: int) -> Number | None:
    """Digits or number words with their scale: 2.26 bn, twenty-five thousand, a hundred."""
    numbers = lexicon.numbers()
    stop, scale, seen = index, 1, False
    total, current = 0.0, 0.0
    if tokens[index].norm in numbers.unit_words and index + 1 < len(tokens):
        seen = tokens[index + 1].norm in numbers.scales
        stop, current = (index + 1, 1.0) if seen else (index, 0.0)
    while stop < len(tokens):
        norm = tokens[stop].norm
        if tokens[stop].is_number and not seen:
            if _AMBIGUOUS.fullmatch(norm) or len(norm) > _MOST_DIGITS:
                return None
            current, seen = float(re.sub(r"[^\d.]", "", norm)), True
        elif seen and norm in numbers.scales:
            scale = numbers.scales[norm]
            current = (current or 1.0) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
        elif norm in numbers.words and not (seen and tokens[stop - 1].is_number):
            current, seen = current + numbers.words[norm], True
        elif not (seen and norm in {"-", "and"} and _continues(tokens, stop, numbers.words)):
            break
        stop += 1
    return Number(index, stop, total + current, scale=scale) if seen else None


def _continues(tokens: Sequence[Token], index: int, words: dict[str, int]) -> bool:
    """Whether a hyphen or "and" stands inside a written-out number: twenty-five."""
    if index == 0 or index + 1 >= len(tokens):
        return False
    before, after = tokens[index - 1].norm, tokens[index + 1].norm
    if tokens[index].norm == "-":
        return words.get(before, 0) >= 20 and words.get(after, 100) < 10
    return before in {"hundred", "thousand"} and after in words


def _with_unit(tokens: Sequence[Token], number: Number) -> Number:
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


@functools.cache
def _vague() -> PhraseMatcher[float]:
    return PhraseMatcher((text, float(low)) for text, low in lexicon.numbers().vague.items())


@functools.cache
def _fractions() -> PhraseMatcher[float]:
    return PhraseMatcher(lexicon.numbers().fractions.items())


@functools.cache
def _currency_signs() -> PhraseMatcher[str]:
    """Signs and codes that stand before a sum; words such as "dollars" stand behind it."""
    return PhraseMatcher(
        ((sign, code) for sign, code in lexicon.numbers().currencies.items() if not sign.islower()),
        names=True,
    )


@functools.cache
def _percent() -> PhraseMatcher[str]:
    return PhraseMatcher((word, "percent") for word in lexicon.numbers().percent.words)
