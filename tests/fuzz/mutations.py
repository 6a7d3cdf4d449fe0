"""Mutations: what mishaps, machines and mischief do to a text."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from tests.fuzz.words import words

Mutation = Callable[[str, random.Random], str]

SIGNS: Final = "()[]{}<>\"'“”‘’«»`,.;:!?…-–—%$€£₹/\\|*#@&+=~^_•\t\n\r\xa0\u200b\u2028\ufeff"
DIGITS: Final = "0123456789" + "۰۱۲۳۴۵۶۷۸۹" + "٠١٢٣٤٥٦٧٨٩" + "०१२३४५६७८९" + "²³½¾Ⅷ①"
_PLANES: Final = (0x20, 0x250, 0x590, 0x600, 0x900, 0x4E00, 0xAC00, 0x1F300, 0x20000, 0xE0001)
_MOST_REPEATS = 200


def mutate(text: str, chance: random.Random) -> str:
    """The text after one to six mutations."""
    for _ in range(chance.randint(1, 6)):
        text = chance.choice(tuple(MUTATIONS.values()))(text, chance)
    return text


def _place(text: str, chance: random.Random) -> int:
    return chance.randint(0, len(text))


def _piece(text: str, chance: random.Random) -> tuple[int, int]:
    first, last = sorted((_place(text, chance), _place(text, chance)))
    return first, min(last, first + 60)


def _insert(text: str, at: int, piece: str) -> str:
    return text[:at] + piece + text[at:]


def _delete(text: str, chance: random.Random) -> str:
    first, last = _piece(text, chance)
    return text[:first] + text[last:]


def _truncate(text: str, chance: random.Random) -> str:
    return text[: _place(text, chance)]


def _swap_words(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    if len(words) > 1:
        one, other = chance.sample(range(len(words)), 2)
        words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _insert_from(source: Sequence[str], most: int) -> Mutation:
    def insert(text: str, chance: random.Random) -> str:
        piece = "".join(chance.choices(source, k=chance.randint(1, most)))
        return _insert(text, _place(text, chance), piece)

    return insert


def _insert_words(text: str, chance: random.Random) -> str:
    chosen = chance.choices(words().inserted, k=chance.randint(1, 4))
    return _insert(text, _place(text, chance), f" {' '.join(chosen)} ")


def _insert_unicode(text: str, chance: random.Random) -> str:
    plane = chance.choice(_PLANES)
    piece = "".join(chr(plane + chance.randrange(0x60)) for _ in range(chance.randint(1, 8)))
    return _insert(text, _place(text, chance), piece)


def _repeat(text: str, chance: random.Random) -> str:
    first, last = _piece(text, chance)
    return _insert(text, last, text[first:last] * chance.randint(1, _MOST_REPEATS // 10))


def _repeat_sign(text: str, chance: random.Random) -> str:
    sign = chance.choice(SIGNS + DIGITS)
    return _insert(text, _place(text, chance), sign * chance.randint(2, _MOST_REPEATS))


def _change_case(text: str, chance: random.Random) -> str:
    first, last = _piece(text, chance)
    piece = text[first:last]
    return text[:first] + chance.choice((piece.upper(), piece.lower(), piece.title())) + text[last:]


def _without(signs: str) -> Mutation:
    table = str.maketrans("", "", signs)
    return lambda text, chance: text.translate(table)  # noqa: ARG005


def _join_lines(text: str, chance: random.Random) -> str:
    return text.replace("\n", chance.choice((" ", "", "\r\n", "\n\n", "\u2028")))


def _other_digits(text: str, chance: random.Random) -> str:
    zero = chance.choice("۰٠०𝟎０")
    return text.translate({ord("0") + digit: ord(zero) + digit for digit in range(10)})


MUTATIONS: Final[Mapping[str, Mutation]] = {
    "delete": _delete,
    "truncate": _truncate,
    "swap words": _swap_words,
    "insert digits": _insert_from(DIGITS, 12),
    "insert signs": _insert_from(SIGNS, 6),
    "insert words": _insert_words,
    "insert unicode": _insert_unicode,
    "repeat": _repeat,
    "repeat a sign": _repeat_sign,
    "change case": _change_case,
    "no spaces": _without(" "),
    "no full stops": _without("."),
    "no commas": _without(","),
    "join lines": _join_lines,
    "other digits": _other_digits,
}
