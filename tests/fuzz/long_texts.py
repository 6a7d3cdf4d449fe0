"""Long texts: a megabyte of one thing, where a scan that looks back or ahead turns quadratic."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle
from typing import Final

from tests.accuracy.annotation import read_part
from tests.fuzz.words import words

LENGTH: Final = 1_000_000

_LINE, _LINE_OF_WORDS = 380, 1_600
"""Characters of a line that is nearly as long as a sentence may be before it counts as a dump."""

Make = Callable[[int], str]


def _of(piece: str) -> Make:
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def _mixed(words: Sequence[str]) -> Make:
    """The words in random order, so that no two stretches are alike."""

    def make(length: int) -> str:
        chance = random.Random(1)  # noqa: S311 - no secret
        return " ".join(chance.choices(words, k=length // 2))[:length]

    return make


def _numbers(length: int) -> str:
    chance = random.Random(1)  # noqa: S311 - no secret
    return " ".join(f"{chance.randrange(10**6):,}" for _ in range(length // 4))[:length]


def _endless_sentence(length: int) -> str:
    """Every text of the development part, without a full stop or a line break."""
    joined = " ".join(re.sub(r"[.!?\s]+", " ", text.text) for text in read_part("dev"))
    return _of(joined + " ")(length)


def _words_with_capitals(length: int) -> str:
    chance = random.Random(1)  # noqa: S311 - no secret
    letters = "abcdefghijklmnopqrstuvwxyz"
    made = ("".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(length // 4))
    return " ".join(word.capitalize() for word in made)[:length]


def _quoted_claims(length: int) -> str:
    names = cycle(("Smith", "Karimov", "Ahmadi", "the ministry", "a spokesman"))
    claims = (
        f"“More than {300 + number} soldiers fled to Tajikistan,” {next(names)} said on Monday. "
        for number in range(length // 60)
    )
    return "".join(claims)[:length]


LONG_TEXTS: Final[Mapping[str, Make]] = {
    "digits": _of("1234567890"),
    "numbers": _numbers,
    "digits and commas": _of("1,"),
    "digits and full stops": _of("1."),
    "opening brackets": _of("("),
    "brackets": _of("()"),
    "nested brackets": lambda length: "(" * (length // 2) + ")" * (length // 2),
    "straight quotes": _of('"'),
    "opening quotes": _of("“"),
    "quotes around words": _of('"fled" '),
    "apostrophes": _of("'"),
    "one endless sentence": _endless_sentence,
    "capitalised words": _words_with_capitals,
    "capital letters": _of("A"),
    "initials": _of("A. B. "),
    "one word": _of("soldier"),
    "commas": _of(","),
    "words and commas": _of("guards, "),
    "full stops": _of("."),
    "full stops and spaces": _of(". "),
    "hyphens": _of("-"),
    "dashes": _of(" – "),
    "spaces": _of(" "),
    "spaces between words": _of("fled" + " " * 400),
    "line breaks": _of("\n"),
    "list lines": _of("- 300 soldiers\n"),
    "longer list lines": _of("- in Kabul 300 soldiers\n"),
    "a figure a line": _of("5%\n"),
    "a claim a line": _of("300 fled\n"),
    "short claims": _of("300 fled. "),
    "figures and words": _of("1," * 150 + "men "),
    "figures with places": _of("300 soldiers in Kabul, 200 in Herat, "),
    "currencies": _of("$"),
    "percent signs": _of("5% "),
    "relative clauses": _of("who said that 300 soldiers which "),
    "coordinated counts": _of("300 soldiers and "),
    "quoted claims": _quoted_claims,
    "combining marks": _of("e\u0301\u0302"),
    "emoji": _of("💥🏽\u200d"),
    "Persian digits": _of("۱۲۳ "),
    "Chinese": _of("阿富汗"),
    **{name: _mixed(listed) for name, listed in words().mixed.items()},
}


def in_lines(text: str) -> str:
    """The text cut into lines that are read as sentences; whole, many are too long to be one."""
    line = _LINE_OF_WORDS if " " in text[:100] else _LINE
    return "\n".join(text[begin : begin + line] for begin in range(0, len(text), line))
