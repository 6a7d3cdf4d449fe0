"""Numerals: whatever can be read as a number at a token, with its unit."""

from __future__ import annotations

import functools
from collections.abc import Container, Sequence

from data import lexicon
from data.parse.numbers.cardinals import Number, read_cardinal
from data.parse.numbers.fractions import fractions, read_digit_fraction, read_fraction
from data.parse.words.phrases import Match, PhraseMatcher
from data.parse.words.tokens import Token, norms_of


def number_openings(tokens: Sequence[Token]) -> list[int]:
    """Indexes of the tokens at which a number can begin."""
    openers = _openers()
    return [
        index
        for index, norm in enumerate(norms_of(tokens))
        if norm in openers or (not "a" <= norm < "{" and norm[0].isdecimal())  # most are letters
    ]


def read_number(tokens: Sequence[Token], index: int) -> Number | None:
    """The number that begins at a token, its currency sign before or its unit behind it."""
    if tokens[index].norm not in _worded():
        shared = read_digit_fraction(tokens, index)
        return shared or _ordinal(tokens, index) or _cardinal(tokens, index)
    if vague := _vague().match_at(tokens, index):
        money = _of_money(tokens, vague.stop, vague.payload)
        stop, unit = money or (vague.stop, None)
        return Number(index, stop, vague.payload, unit, "vague")
    if fraction := read_fraction(tokens, index):
        return fraction if fraction.unit is not None else _scaled_sum(tokens, fraction)
    if ordinal := _ordinal(tokens, index):
        return ordinal
    sign = _signs_before().match_at(tokens, index)
    if sign is not None and sign.stop < len(tokens):
        number = read_cardinal(tokens, sign.stop)
        return number._replace(first=index, unit=sign.payload) if number else None
    if tokens[index].norm == "one" and all_but().match_before(tokens, index):
        return Number(index, index + 1, 1.0)
    return _cardinal(tokens, index)


def _cardinal(tokens: Sequence[Token], index: int) -> Number | None:
    number = read_cardinal(tokens, index)
    return unit_behind(tokens, number) if number else None


def _scaled_sum(tokens: Sequence[Token], number: Number) -> Number:
    """With the currency behind: "half a billion dollars", "half a billion in aid"."""
    if money := _of_money(tokens, number.stop, number.value):
        return number._replace(stop=money[0], unit=money[1])
    return unit_behind(tokens, number)


def _of_money(tokens: Sequence[Token], index: int, amount: float) -> tuple[int, str] | None:
    """Where "of dollars" stops behind "hundreds of millions", and the currency."""
    if index + 1 >= len(tokens):
        return None
    if tokens[index].norm == "in" and amount >= _FEWEST_OF_A_SUM:
        funds = lexicon.numbers().currencies.funds  # "for billions in aid"
        return (
            (index, "USD") if any(t.norm in funds for t in tokens[index + 1 : index + 3]) else None
        )
    if tokens[index].norm != "of":
        return None
    if amount < _FEWEST_OF_A_SUM and tokens[index + 1].norm in _peoples():
        return None  # "thousands of Afghanis rushed the airport"
    currency = _currency_at(tokens, index + 1)
    return (currency.stop, currency.payload) if currency else None


def _currency_at(tokens: Sequence[Token], index: int) -> Match[str] | None:
    """The currency named at a token; not the people of its name: "dozens of Afghani soldiers"."""
    found = _words_behind().match_at(tokens, index)
    if found is None or tokens[index].norm not in _peoples() or tokens[index].norm[-1] == "s":
        return found
    after = tokens[found.stop] if found.stop < len(tokens) else None
    goes_on = after is not None and after.is_word and after.norm not in _behind_sum()
    return None if goes_on else found


_FEWEST_OF_A_SUM = 1_000_000
"""Fewer "of Afghanis" are people."""


def _peoples() -> frozenset[str]:
    return lexicon.numbers().currencies.peoples


@functools.cache
def _behind_sum() -> frozenset[str]:
    """Small words behind a sum."""
    grammar = lexicon.grammar()
    small = grammar.prepositions | grammar.auxiliaries | grammar.modals | grammar.conjunctions
    return small | grammar.adverbs | grammar.subordinators | lexicon.numbers().behind_sum


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
    if stop >= len(tokens) or (tokens[stop].norm not in _units() and tokens[stop].norm != "-"):
        return number
    if percent := _percent().match_at(tokens, stop):
        return number._replace(stop=percent.stop, unit="percent")
    step = 1 if tokens[stop].norm == "-" and stop + 1 < len(tokens) else 0
    word = tokens[stop + step]
    if measure := lexicon.numbers().measures.get(word.norm):
        return number._replace(stop=stop + step + 1, unit=measure)
    if (currency := _currency_at(tokens, stop + step)) and not (
        word.norm == "pounds" and currency.stop < len(tokens) and tokens[currency.stop].norm == "of"
    ):
        return number._replace(stop=currency.stop, unit=currency.payload)
    return number


def may_hold_number(words: frozenset[str]) -> bool:
    """Whether a sentence of these words, in lower case, can have a number written in words."""
    if not _tell_tales().isdisjoint(words):
        return True
    return "one" in words and not all_but().first_words.isdisjoint(words)


@functools.cache
def _tell_tales() -> frozenset[str]:
    """Words one of which every number in words has: not "a" or "one", but what goes with them.

    Nor is a scale that only clings to figures one: the "t" of "don't" is no trillion.
    """
    numbers = lexicon.numbers()
    phrases = (*numbers.vague, *(fraction.text for fraction in numbers.fraction))
    single = {*numbers.words, *numbers.ordinals, *numbers.scales} - numbers.glued_scales
    single.update(phrase for phrase in phrases if " " not in phrase)
    return frozenset(single).union(_tell_tale(phrase.split(), single) for phrase in phrases)


def _tell_tale(phrase: Sequence[str], single: Container[str]) -> str:
    """The word that few sentences have: "dozen" of "several dozen", "halfway" of "halfway done"."""
    known = (word for word in phrase if word in single)
    others = (word for word in phrase if word not in lexicon.numbers().unit_words)
    return next(known, None) or next(others)


@functools.cache
def _worded() -> frozenset[str]:
    """First words of all numbers that are more than digits, number words and ordinals."""
    lists = (_vague(), fractions(), _signs_before())
    first = (word for phrases in lists for word in phrases.first_words)
    return frozenset((*first, *lexicon.numbers().words, "one"))


@functools.cache
def _units() -> frozenset[str]:
    """First words of all units that stand behind a number."""
    lists = (_percent(), _words_behind())
    first = (word for phrases in lists for word in phrases.first_words)
    return frozenset((*first, *lexicon.numbers().measures))


@functools.cache
def _openers() -> frozenset[str]:
    """First words of everything that can be read as a number, digits aside."""
    numbers = lexicon.numbers()
    phrases = (*numbers.vague, *(f.text for f in numbers.fraction), *numbers.currencies.before)
    first = {phrase.replace("-", " ").split()[0].lower().rstrip(".") for phrase in phrases}
    signs = {sign for sign in "$€£" if any(sign in text for text in numbers.currencies.before)}
    words = {*numbers.words, *numbers.unit_words, *numbers.ordinals, "hundred", "thousand"}
    return frozenset(first | signs | words | numbers.currencies.before_sign)


@functools.cache
def _vague() -> PhraseMatcher[float]:
    return PhraseMatcher((text, float(low)) for text, low in lexicon.numbers().vague.items())


@functools.cache
def all_but() -> PhraseMatcher[str]:
    """What stands before the number of those left out: "all but one", "all except two"."""
    return PhraseMatcher((phrase, phrase) for phrase in lexicon.grammar().all_but)


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
