"""Tokens: a text cut into words, numbers and signs, each with its place in the text."""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Container, Iterable
from typing import NamedTuple

UNSEEN = r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
"""Signs without width, for a class of a pattern: no token is made of them alone."""

_TOKENS = re.compile(
    r"""
    (?=\S)                                                # a space is passed over at once
    ( [A-Za-z]++(?=[ ,;:)!?"-])                           # most words
    | [^\W\d_]++(?![.'’])                                 # those in any script
    | (?:[^\W\d_]\.){2,}                                  # U.S.
    | \d+(?:[,'’٬\u2009\u00a0\u202f]\d{2,3})*(?:[.٫]\d+)?  # 20,000  1,00,000  2.26  1 500
    | [’'′´](?:s|re|ve|ll|d|m)\b                          # Taliban|'s  they|'ve
    | n[’']t\b | [^\W\d_]+?(?=n[’']t\b)                   # would|n't
    | [^\W\d_]+                                           # words in any script
    | (?<=\d[,.])\u200b                                   # 1,|600 broken by a sign not seen
    | [^\s"""
    + UNSEEN
    + r"""] )                                             # signs, one by one
    """,
    re.VERBOSE,
)
_STRAIGHT = (
    *(("’", "'"), ("‘", "'"), ("′", "'"), ("´", "'")),
    *(("“", '"'), ("”", '"'), ("«", '"'), ("»", '"')),
    *(("‐", "-"), ("‑", "-"), ("–", "-")),
    *(("−", "-"), ("٪", "%"), ("％", "%")),
    *zip("āīūōēĀĪŪŌĒ", "aiuoeAIUOE", strict=True),  # "Herāt", "Kundūz"
)


class Token(NamedTuple):
    """One word, number or sign.

    Attributes:
        text: The characters as they stand in the text.
        norm: Lower case, with straight quotes and plain hyphens.
        start: Offset of the first character in the article's text.
        end: Offset one past the last.
    """

    text: str
    norm: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.text[0].isdecimal()


_new = tuple.__new__
_norm = operator.itemgetter(1)


def straighten(text: str) -> str:
    """The text with curly quotes and typographic hyphens made plain, length unchanged."""
    if not text.isascii():
        for sign, plain in _STRAIGHT:  # ten times as fast as one ``translate``
            text = text.replace(sign, plain)
    return text


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Tokens of ``text[start:end]``; offsets refer to the whole text."""
    stop = len(text) if end is None else end
    written = text[start:stop]
    gaps_and_tokens = _TOKENS.split(written)
    bounds = list(itertools.accumulate(map(len, gaps_and_tokens), initial=start))
    texts, firsts, lasts = gaps_and_tokens[1::2], bounds[1::2], bounds[2::2]
    norms: Iterable[str] = map(str.lower, texts)
    if not written.isascii():
        lower = lower_case(written)
        norms = [lower[a - start : b - start] for a, b in zip(firsts, lasts, strict=False)]
    # no loop in Python makes the tokens: it would cost as much as the search for them
    made = map(_new, itertools.repeat(Token), zip(texts, norms, firsts, lasts, strict=False))
    return tuple(made)


def norms_of(tokens: Iterable[Token]) -> list[str]:
    """The norm of each token."""
    return list(map(_norm, tokens))


def indexes_of(words: Container[str], norms: Iterable[str]) -> list[int]:
    """Where the norms of a sentence are among some words, found without a loop in Python."""
    return list(itertools.compress(itertools.count(), map(words.__contains__, norms)))


def lower_case(text: str) -> str:
    """The text straightened and in lower case, letter by letter, so that offsets stay true."""
    lower = text.lower() if text.isascii() else straighten(text).lower()
    if len(lower) != len(text):  # "İ" becomes two characters
        plain = straighten(text)
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
    return lower
