"""Numerals: digits, number words, fractions, ordinals and vague plurals, with scale and unit."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from data import lexicon
from data.parse.phrases import PhraseMatcher
from data.parse.tokens import Token

Form = Literal["plain", "fraction", "ordinal", "vague"]

_LEADING_ZERO = re.compile(r"0\d.*")
_POINT_GROUPS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
"""Digits that could be read two ways: 1.100 is a thousand and a hundred, or one and a tenth."""

_GROUP = re.compile(r"\d{3}")
_NOT_DIGITS = re.compile(r"[^\d.]")
_MOST_DIGITS = 15
_HUNDRED = 100


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


def number_openings(tokens: Sequence[Token]) -> list[int]:
    """Indexes of the tokens at which a number can begin."""
    openers = _openers()
    return [
        index
        for index, token in enumerate(tokens)
        if token.norm in openers or token.text[0].isdecimal()
    ]


def read_number(tokens: Sequence[Token], index: int) -> Number | None:
    """The number that begins at a token, its currency sign before or its unit behind it."""
    if vague := _vague().match_at(tokens, index):
        money = _of_money(tokens, vague.stop)
        stop, unit = money or (vague.stop, None)
        return Number(index, stop, vague.payload, unit, "vague")
    if fraction := _fraction(tokens, index):
        return fraction
    if ordinal := _ordinal(tokens, index):
        return ordinal
    sign = _signs_before().match_at(tokens, index)
    if sign is not None and sign.stop < len(tokens):
        number = _cardinal(tokens, sign.stop)
        return number._replace(first=index, unit=sign.payload) if number else None
    if tokens[index].norm == "one" and index and tokens[index - 1].norm == "but":
        return Number(index, index + 1, 1.0)  # "all but one"
    number = _cardinal(tokens, index)
    return unit_behind(tokens, number) if number else None


def _of_money(tokens: Sequence[Token], index: int) -> tuple[int, str] | None:
    """Where "of dollars" stops behind "hundreds of millions", and the currency."""
    if index + 1 >= len(tokens) or tokens[index].norm != "of":
        return None
    currency = _words_behind().match_at(tokens, index + 1)
    return (currency.stop, currency.payload) if currency else None


def _cardinal(tokens: Sequence[Token], index: int) -> Number | None:
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
        if token.is_number and not seen:
            digits = _digits(tokens, stop)
            if digits is None:
                return None
            current, stop = digits
            seen = True
            continue
        if seen and norm in scales:
            if norm in numbers.glued_scales and token.start != tokens[stop - 1].end:
                break  # "5 m" is five metres, "5m" five million
            scale = scales[norm]
            current = (current or 1.0) * scale
            if scale >= 1000:
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


def _adds(current: float, word: int) -> bool:
    """Whether a number word goes on with the one before: "twenty five", not "two three"."""
    return (word < 10 and current % 100 >= 20 and current % 10 == 0) or current % 100 == 0


def _digits(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    """Digits as they are grouped in the text, and where they stop; None for what is no count."""
    text = tokens[index].norm
    if _LEADING_ZERO.fullmatch(text) and "." not in text:
        return None
    if len(text) > _MOST_DIGITS:
        return None
    if _POINT_GROUPS.fullmatch(text):  # 1.100 men: nobody counts thousandths
        after = tokens[index + 1].norm if index + 1 < len(tokens) else ""
        scaled = after in lexicon.numbers().scales or after in lexicon.numbers().percent.words
        return (float(text), index + 1) if scaled else (float(text.replace(".", "")), index + 1)
    stop = index + 1
    if len(text) <= 3 and text.isdecimal():
        groups = [text]
        while (
            stop < len(tokens)
            and tokens[stop].start == tokens[stop - 1].end + 1
            and _GROUP.fullmatch(tokens[stop].text)
        ):
            groups.append(tokens[stop].norm)
            stop += 1
        text = "".join(groups)
        if len(text) > _MOST_DIGITS:
            return None
    return float(_NOT_DIGITS.sub("", text.replace("٫", "."))), stop


def _continues(tokens: Sequence[Token], index: int, words: dict[str, int]) -> bool:
    """Whether a hyphen or "and" stands inside a written-out number: twenty-five."""
    if index == 0 or index + 1 >= len(tokens):
        return False
    before, after = tokens[index - 1].norm, tokens[index + 1].norm
    if tokens[index].norm == "-":
        return words.get(before, 0) >= 20 and (words.get(after, 100) < 10 or after == "one")
    return before in {"hundred", "thousand"} and after in words


def _fraction(tokens: Sequence[Token], index: int) -> Number | None:
    """Find two thirds, a quarter of it, one in five, half; not "a third group", "half an hour"."""
    if found := _fractions().match_at(tokens, index):
        if found.payload.scaled:
            return Number(index, found.stop, found.payload.value, scale=1000)
        following = tokens[found.stop].norm if found.stop < len(tokens) else "."
        before = tokens[index - 1].norm if index else ""
        rules = lexicon.numbers()
        if following in rules.no_fraction_before or before in rules.no_fraction_after:
            return None
        if before == "in" and found.payload.text == "half":
            return None  # "cut in half"
        if found.payload.needs_of and not _closes(tokens, found.stop, before):
            return None
        return Number(index, found.stop, found.payload.value, "percent", "fraction")
    return _one_in_five(tokens, index)


def _closes(tokens: Sequence[Token], index: int, before: str) -> bool:
    """Whether a noun phrase ends before a token: at "of", a verb of being, a sign, or the end.

    "A fourth, X, followed" is an ordinal, "roughly a fourth, and ..." a share.
    """
    if index >= len(tokens) or before in _hedging_words():
        return True
    token = tokens[index]
    if token.norm == ",":
        return False
    return token.norm in _behind_fraction() or not (token.is_word or token.norm in {"-", ","})


def _one_in_five(tokens: Sequence[Token], index: int) -> Number | None:
    words = lexicon.numbers().words
    part = 1 if tokens[index].norm == "one" else words.get(tokens[index].norm)
    if part is None or index + 2 >= len(tokens):
        return None
    stop = index + 1
    if tokens[stop].norm == "out" and tokens[stop + 1].norm == "of":
        stop += 2
    elif tokens[stop].norm in {"in", "of"}:
        if tokens[stop].norm == "of":
            return None
        stop += 1
    else:
        return None
    whole = _cardinal(tokens, stop) if stop < len(tokens) else None
    if whole is None or not part < whole.value <= _HUNDRED or whole.stop != stop + 1:
        return None
    after = tokens[whole.stop].norm if whole.stop < len(tokens) else ""
    if after in lexicon.numbers().time_units or after == "-":
        return None
    return Number(index, whole.stop, round(100 * part / whole.value, 1), "percent", "fraction")


def _ordinal(tokens: Sequence[Token], index: int) -> Number | None:
    """Read 12th and "twelfth"; "first" gives no running total."""
    numbers = lexicon.numbers()
    token = tokens[index]
    if token.is_number:
        stop = index + 1
        if (
            stop < len(tokens)
            and tokens[stop].norm in numbers.ordinal_endings
            and tokens[stop].start == token.end
            and token.norm.isdecimal()
            and len(token.norm) <= 3
            and int(token.norm) > 1
        ):
            return Number(index, stop + 1, float(token.norm), form="ordinal")
        return None
    if token.norm in numbers.ordinals:
        return Number(index, index + 1, float(numbers.ordinals[token.norm]), form="ordinal")
    if (
        numbers.words.get(token.norm, 0) >= 20
        and index + 2 < len(tokens)
        and tokens[index + 1].norm == "-"
        and numbers.ordinals.get(tokens[index + 2].norm, 10) < 10
    ):
        value = numbers.words[token.norm] + numbers.ordinals[tokens[index + 2].norm]
        return Number(index, index + 3, float(value), form="ordinal")
    return None


def unit_behind(tokens: Sequence[Token], number: Number) -> Number:
    """The number with the percent sign, measure or currency right behind it."""
    stop = number.stop
    if stop >= len(tokens):
        return number
    if percent := _percent().match_at(tokens, stop):
        return number._replace(stop=percent.stop, unit="percent")
    step = 1 if tokens[stop].norm == "-" and stop + 1 < len(tokens) else 0
    word = tokens[stop + step]
    if measure := lexicon.numbers().measures.get(word.norm):
        return number._replace(stop=stop + step + 1, unit=measure)
    if (currency := _words_behind().match_at(tokens, stop + step)) and not (
        word.norm == "pounds" and currency.stop < len(tokens) and tokens[currency.stop].norm == "of"
    ):
        return number._replace(stop=currency.stop, unit=currency.payload)
    return number


def may_hold_number(words: frozenset[str]) -> bool:
    """Whether a sentence of these words, in lower case, can have a number written in words."""
    return not _tell_tales().isdisjoint(words)


@functools.cache
def _tell_tales() -> frozenset[str]:
    """Words one of which every number in words has: not "a" or "one", but what goes with them."""
    numbers = lexicon.numbers()
    vague = {phrase.split()[-1] for phrase in numbers.vague}
    fractions = {fraction.text.split()[-1] for fraction in numbers.fraction}
    return frozenset({*numbers.words, *numbers.ordinals, *numbers.scales, *vague, *fractions})


@functools.cache
def _openers() -> frozenset[str]:
    """First words of everything that can be read as a number, digits aside."""
    numbers = lexicon.numbers()
    phrases = (*numbers.vague, *(f.text for f in numbers.fraction), *numbers.currencies.before)
    first = {phrase.replace("-", " ").split()[0].lower().rstrip(".") for phrase in phrases}
    signs = {sign for sign in "$€£" if any(sign in text for text in numbers.currencies.before)}
    words = {*numbers.words, *numbers.unit_words, *numbers.ordinals, "hundred"}
    return frozenset(first | signs | words | {"u.s.", "us", "a", "c"})


@functools.cache
def _vague() -> PhraseMatcher[float]:
    return PhraseMatcher((text, float(low)) for text, low in lexicon.numbers().vague.items())


@functools.cache
def _fractions() -> PhraseMatcher[lexicon.schema.Fraction]:
    return PhraseMatcher((fraction.text, fraction) for fraction in lexicon.numbers().fraction)


@functools.cache
def _signs_before() -> PhraseMatcher[str]:
    """Signs and codes that stand before a sum."""
    return PhraseMatcher(lexicon.numbers().currencies.before.items(), names=True)


@functools.cache
def _words_behind() -> PhraseMatcher[str]:
    """Words and codes that stand behind a sum."""
    return PhraseMatcher(lexicon.numbers().currencies.behind.items())


@functools.cache
def _percent() -> PhraseMatcher[bool]:
    return PhraseMatcher((word, True) for word in lexicon.numbers().percent.words)


@functools.cache
def _hedging_words() -> frozenset[str]:
    entries = lexicon.qualifiers().qualifier
    last = {phrase.split()[-1] for entry in entries for phrase in entry.phrases}
    return frozenset(last - lexicon.grammar().prepositions - {"or", "so"} | {"about", "over"})


@functools.cache
def _behind_fraction() -> frozenset[str]:
    grammar = lexicon.grammar()
    return frozenset({*grammar.auxiliaries, *grammar.modals, "of", "and", "or", "in"})
