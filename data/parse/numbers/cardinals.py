"""Cardinals: digits and number words with their scale."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from data import lexicon
from data.parse.words.tokens import Token

Form = Literal["plain", "fraction", "ordinal", "vague"]

_LEADING_ZERO = re.compile(r"0\d.*")
_POINT_GROUPS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
"""Digits that could be read two ways: 1.100 is a thousand and a hundred, or one and a tenth."""

_GROUP = re.compile(r"\d{3}")
_NOT_DIGITS = re.compile(r"[^\d.]")

_MOST_DIGITS = 15
_THOUSAND = 1000


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
    """Digits or number words with their scale: 2.26 bn, twenty-five thousand, a hundred.

    What a smaller scale adds to it in digits is a part of it: "2 crore 30 lakh".
    """
    number = _scaled_number(tokens, index)
    while number is not None and number.scale >= _THOUSAND and _goes_on(tokens, number.stop):
        rest = _scaled_number(tokens, number.stop)
        if rest is None or not 1 < rest.scale < number.scale or rest.value >= number.scale:
            break
        number = Number(index, rest.stop, number.value + rest.value, scale=rest.scale)
    return number


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].is_number


def _scaled_number(tokens: Sequence[Token], index: int) -> Number | None:
    numbers = lexicon.numbers()
    words, scales = numbers.words, numbers.scales
    length = len(tokens)
    stop, scale, seen = index, 1, False
    total, current = 0.0, 0.0
    if tokens[index].norm in numbers.unit_words:
        following = tokens[index + 1].norm if index + 1 < length else ""
        scaled = following in scales and following not in numbers.glued_scales
        if not (scaled or (tokens[index].norm == "one" and _half_stop(tokens, index + 1))):
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
            total, current = _scaled(total, current, scale, again=tokens[stop - 1].norm in scales)
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
        elif not seen and stop == index and _is_the_thousand(tokens, index):
            current, seen, scale = 1000.0, True, 1000
        elif seen and (behind := _half_stop(tokens, stop)):
            current, stop = current + 0.5, behind
            continue
        elif norm == "one" and seen and _is_compound(tokens, stop, current):
            current += 1
        elif not (seen and norm in {"-", "and"} and _continues(tokens, stop, words)):
            break
        stop += 1
    return Number(index, stop, total + current, scale=scale) if seen else None


def _is_the_thousand(tokens: Sequence[Token], index: int) -> bool:
    """Whether "thousand" is told of again, before several: "the thousand troops who"."""
    if tokens[index].norm != "thousand" or not index or index + 1 >= len(tokens):
        return False
    behind = tokens[index + 1]
    several = behind.norm.endswith("s") or behind.norm in lexicon.nouns().collective
    return tokens[index - 1].norm == "the" and several and behind.text.islower()


def _scales_noun(tokens: Sequence[Token], index: int) -> bool:
    """Whether "m" stands before what has no length: "2.7 m people"."""
    behind = tokens[index + 1].norm if index + 1 < len(tokens) else ""
    return tokens[index].norm == "m" and behind in lexicon.numbers().scaled_nouns


def _half_stop(tokens: Sequence[Token], index: int) -> int | None:
    """Where "and a half" stops that begins at a token, hyphens or none; None if none does."""
    if index >= len(tokens) or tokens[index].norm not in lexicon.numbers().before_half:
        return None
    if tokens[index].norm == "½" and tokens[index - 1].end == tokens[index].start:
        return index + 1
    wanted = [*lexicon.numbers().and_a_half]
    for stop in range(index, min(index + 2 * len(wanted), len(tokens))):
        if tokens[stop].norm == wanted[0]:
            wanted.pop(0)
            if not wanted:
                return stop + 1
        elif tokens[stop].norm != "-":
            return None
    return None


def _scaled(total: float, current: float, scale: int, *, again: bool) -> tuple[float, float]:
    """What a scale word makes of a number; behind another it scales that: "3 lakh crore"."""
    if again and not current:
        return 0.0, total * scale
    return total, (current or 1.0) * scale


def _is_compound(tokens: Sequence[Token], index: int, current: float) -> bool:
    """Whether "one" goes on with the number before it: "fifty-one", "Fifty One"."""
    before = tokens[index - 1].norm
    words = lexicon.numbers().words
    return before == "-" or (before in words and _adds(current, 1) and current % 100 >= 20)


def _clings(tokens: Sequence[Token], index: int, stop: int) -> bool:
    """Whether a letter scales its digits: "5m", not "5 m" of wall; "$9B", not "flat 9B"."""
    if tokens[stop].start != tokens[stop - 1].end and not _scales_noun(tokens, stop):
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
    if index and tokens[index - 1].norm in lexicon.times().months:
        return float(text), stop  # "on August 15 158 men came"
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
    return before in lexicon.numbers().before_and and after in words
