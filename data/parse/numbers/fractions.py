"""Fractions: two thirds, a quarter of it, one in five, half a million."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.parse.numbers.cardinals import Number, read_cardinal
from data.parse.numbers.qualifiers import qualifiers_before
from data.parse.words.phrases import PhraseMatcher
from data.parse.words.tokens import Token

_HUNDRED = 100
_WHOLES = frozenset({3, 4, 5, 6, 8, 10, 12, 20, 50, 100})
"""Of how many a share is told: "three out of four"."""

_ROUND = frozenset({10, 100})
"""Of so many, in digits, a share is told; of any other number it is a count."""

_FINEST = 10
"""Smallest part that is written with a slash."""

_SLASHES = frozenset("/⁄")


@functools.cache
def fractions() -> PhraseMatcher[lexicon.counting.Fraction]:
    """Shares in words."""
    return PhraseMatcher((fraction.text, fraction) for fraction in lexicon.numbers().fraction)


def read_fraction(tokens: Sequence[Token], index: int) -> Number | None:
    """Find two thirds, a quarter of it, one in five, half; not "a third group", "half an hour"."""
    if found := fractions().match_at(tokens, index):
        if found.payload.scaled:
            return Number(index, found.stop, found.payload.value, scale=1000)
        following = tokens[found.stop].norm if found.stop < len(tokens) else "."
        before = tokens[index - 1].norm if index else ""
        rules = lexicon.numbers()
        if following in rules.no_fraction_before or before in rules.no_fraction_after:
            return None
        if before == "in" and found.payload.text == "half":
            return None  # "cut in half"
        if before == "of" and found.payload.needs_of and following != "of":
            return None  # "two Danes and the child of a third"
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
    if before in lexicon.numbers().before_fraction:
        return True  # "ascribes a quarter to the army"
    token = tokens[index]
    if token.norm == ",":
        return False
    return token.norm in _behind_fraction() or not (token.is_word or token.norm in {"-", ","})


def _one_in_five(tokens: Sequence[Token], index: int) -> Number | None:
    part, stop = _part(tokens, index)
    if part is None or stop + 1 >= len(tokens):
        return None
    if tokens[stop].norm == "out" and tokens[stop + 1].norm == "of":
        stop += 2
    elif tokens[stop].norm == "in":
        stop += 1
    else:
        return None
    if stop < len(tokens) and tokens[stop].norm == "every":
        stop += 1  # "one out of every three"
    whole = read_cardinal(tokens, stop) if stop < len(tokens) else None
    if whole is None or not part < whole.value <= _HUNDRED or whole.stop != stop + 1:
        return None
    if tokens[stop - 1].norm == "of" and part > 1 and whole.value not in _WHOLES:
        return None  # "two out of seven crossings" are two counts
    after = tokens[whole.stop].norm if whole.stop < len(tokens) else ""
    if after in lexicon.numbers().time_units or after == "-":
        return None
    return Number(index, whole.stop, round(100 * part / whole.value, 1), "percent", "fraction")


def _part(tokens: Sequence[Token], index: int) -> tuple[float | None, int]:
    """How many "in five" they are, and where that number stops."""
    if tokens[index].norm == "one":
        return 1, index + 1
    if tokens[index].norm.isdecimal():
        return int(tokens[index].norm), index + 1
    part = lexicon.numbers().words.get(tokens[index].norm)
    if part is None or index + 1 >= len(tokens) or tokens[index + 1].norm != "-":
        return part, index + 1
    compound = read_cardinal(tokens, index)  # "forty-six out of every hundred"
    return (compound.value, compound.stop) if compound else (part, index + 1)


def read_digit_fraction(tokens: Sequence[Token], index: int) -> Number | None:
    """Find 1/3 of it, 1 in 3 of them and 9 out of 10, in digits; 26 out of 28 are a count."""
    digits = tokens[index].norm
    if index + 2 >= len(tokens) or not digits.isdecimal():
        return None
    stop = index + 1
    if tokens[stop].norm == "in":
        return _digits_in(tokens, index)
    if tokens[stop].norm in _SLASHES:
        slashed, whole = True, stop + 1
    elif tokens[stop].norm == "out" and tokens[stop + 1].norm == "of":
        slashed, whole = False, stop + 2
    else:
        return None
    if whole >= len(tokens) or not tokens[whole].norm.isdecimal():
        return None
    behind = tokens[whole + 1].norm if whole + 1 < len(tokens) else ""
    part, parts = int(digits), int(tokens[whole].norm)
    told = 1 < parts <= _FINEST and behind == "of" if slashed else parts in _ROUND
    if not told or not 0 < part < parts:
        return None
    return Number(index, whole + 1, round(100 * part / parts, 1), "percent", "fraction")


def _digits_in(tokens: Sequence[Token], index: int) -> Number | None:
    """Find "1 in 5" where it begins a noun phrase: "about 1 in 5 of them", not "lost 1 in 5 raids".

    What it is of follows: "1 in 2019", "2 in 3 hours" are none.
    """
    opens = not index or tokens[index - 1].norm in _before_share()
    opens = opens or qualifiers_before().match_before(tokens, index) is not None
    number = _one_in_five(tokens, index) if opens else None
    if number is None or number.stop >= len(tokens):
        return None
    return number if tokens[number.stop].is_word else None


@functools.cache
def _before_share() -> frozenset[str]:
    """Words before a share in digits that begins a noun phrase."""
    grammar = lexicon.grammar()
    return grammar.subordinators | grammar.focus | {"that", '"', "\u201c"}


@functools.cache
def _hedging_words() -> frozenset[str]:
    entries = lexicon.qualifiers().qualifier
    last = {phrase.split()[-1] for entry in entries for phrase in entry.phrases}
    return frozenset(last - lexicon.grammar().prepositions - {"or", "so"} | {"about", "over"})


@functools.cache
def _behind_fraction() -> frozenset[str]:
    grammar = lexicon.grammar()
    return grammar.auxiliaries | grammar.modals | lexicon.numbers().behind_fraction
