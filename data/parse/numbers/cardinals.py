"""Cardinals: digits and number words with their scale."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from data import lexicon
from data.parse.tokens import Token

Form = Literal["plain", "fraction", "ordinal", "vague"]

_LEADING_ZERO = re.compile(r"0\d.*")
_POINT_GROUPS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
"""Digits that could be read two ways: 1.100 is a thousand and a hundred, or one and a tenth."""

_GROUP = re.compile(r"\d{3}")
_NOT_DIGITS = re.compile(r"[^\d.]")
_MOST_DIGITS = 15


class Number(NamedTuple):
    """A number read at a token.

    Attributes:
        first: Index of its first token.
        stop: Index one past its last token, unit included.
        value: The number; a fraction in percent.
        unit: ``percent``, a measure or a currency code; None for a plain count.
        form: How it is written.
        scale: What its last scale word multiplies by; 1 without one.
    """

    first: int
    stop: int
    value: float
    unit: str | None = None
    form: Form = "plain"
    scale: int = 1


def read_cardinal(tokens: Sequence[Token], index: int) -> Number | None:
    """Digits or number words with their scale: 2.26 bn, twenty-five thousand, a hundred."""
    numbers = lexicon.numbers()
    words, scales = numbers.words, numbers.scales
    length = len(tokens)
    stop, scale, seen = index, 1, False
    total, current = 0.0, 0.0
    if tokens[index].norm in numbers.unit_words:
        following = tokens[index + 1].norm if index + 1 < length else ""
        if following not in scales or following in numbers.glued_scales:
            return None
        stop, current, seen = index + 1, 1.0, True
    while stop < length:
        token = tokens[stop]
        norm = token.norm
        if not seen and token.is_number:
            digits = _digits(tokens, stop)
            if digits is None:
                return None
            current, stop = digits
            seen = True
            continue
        if seen and norm in scales:
            if norm in numbers.glued_scales and not _clings(tokens, index, stop):
                break
            scale = scales[norm]
            current = (current or 1.0) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
        elif seen and norm in numbers.plural_scales and tokens[stop - 1].norm in words:
            current = (current or 1.0) * numbers.plural_scales[norm]  # "six thousands servicemen"
            total, current = total + current, 0.0
        elif norm in words and not (seen and tokens[stop - 1].is_number):
            if seen and current and not _adds(current, words[norm]):
                break
            current, seen = current + words[norm], True
        elif norm == "hundred" and not seen and stop == index:
            current, seen, scale = 100.0, True, 100
        elif norm == "one" and seen and tokens[stop - 1].norm == "-":
            current += 1
        elif not (seen and norm in {"-", "and"} and _continues(tokens, stop, words)):
            break
        stop += 1
    return Number(index, stop, total + current, scale=scale) if seen else None


def _clings(tokens: Sequence[Token], index: int, stop: int) -> bool:
    """Whether a letter scales its digits: "5m", not "5 m" of wall; "$9B", not "flat 9B"."""
    if tokens[stop].start != tokens[stop - 1].end:
        return False
    summed = index > 0 and tokens[index - 1].norm in {"$", "€", "£"}
    return summed or tokens[stop].norm not in lexicon.numbers().sum_scales


def _adds(current: float, word: int) -> bool:
    """Whether a number word goes on with the one before: "twenty five", not "two three"."""
    return (word < 10 and current % 100 >= 20 and current % 10 == 0) or current % 100 == 0


def _digits(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    """Digits as they are grouped in the text, and where they stop; None for what is no count."""
    text = tokens[index].norm
    if len(text) > _MOST_DIGITS:
        return None
    if text.isdecimal():
        if text[0] == "0" and len(text) > 1:
            return None
        return _spaced_groups(tokens, index) if len(text) <= 3 else (float(text), index + 1)
    if _LEADING_ZERO.fullmatch(text) and "." not in text:
        return None
    if _POINT_GROUPS.fullmatch(text):  # 1.100 men: nobody counts thousandths
        after = tokens[index + 1].norm if index + 1 < len(tokens) else ""
        scaled = after in lexicon.numbers().scales or after in lexicon.numbers().percent.words
        return (float(text), index + 1) if scaled else (float(text.replace(".", "")), index + 1)
    return float(_NOT_DIGITS.sub("", text.replace("٫", "."))), index + 1


def _spaced_groups(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    """Digits with those that a space parts from them: 1 100 000."""
    text, end, stop = tokens[index].norm, tokens[index].end, index + 1
    while (
        stop < len(tokens) and tokens[stop].start == end + 1 and _GROUP.fullmatch(tokens[stop].text)
    ):
        text, end, stop = text + tokens[stop].norm, tokens[stop].end, stop + 1
        if len(text) > _MOST_DIGITS:
            return None
    return float(text), stop


def _is_scaled_by_hyphen(tokens: Sequence[Token], index: int) -> bool:
    """Whether a hyphen ties a scale word to its digits: "37-hundred evacuees"."""
    if tokens[index].norm != "-" or index + 1 >= len(tokens) or not tokens[index - 1].is_number:
        return False
    after = tokens[index + 1]
    numbers = lexicon.numbers()
    scaled = after.norm in numbers.scales and after.norm not in numbers.glued_scales
    return scaled and after.start == tokens[index].end


def _continues(tokens: Sequence[Token], index: int, words: dict[str, int]) -> bool:
    """Whether a hyphen or "and" stands inside a written-out number: twenty-five."""
    if index == 0 or index + 1 >= len(tokens):
        return False
    if _is_scaled_by_hyphen(tokens, index):
        return True
    before, after = tokens[index - 1].norm, tokens[index + 1].norm
    if tokens[index].norm == "-":
        return words.get(before, 0) >= 20 and (words.get(after, 100) < 10 or after == "one")
    return before in {"hundred", "thousand"} and after in words
