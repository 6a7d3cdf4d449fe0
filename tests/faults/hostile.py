"""Query strings that nobody who means well would send, the same ones every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import quote, quote_plus

from data.entry import Entry
from data.toml_file import read_toml

_LONGEST: Final = 6_000
"""Characters; a server refuses more by itself."""


class Payloads(Entry):
    """What query strings are made of."""

    values: tuple[str, ...]
    names: tuple[str, ...]
    raw: tuple[str, ...]


def query_strings(count: int, seed: int = 1) -> Iterator[str]:
    """Query strings without their question mark, of ASCII characters."""
    payloads = read_toml(Path(__file__).with_name("payloads.toml"), Payloads)
    chance = random.Random(seed)  # noqa: S311 - no secret
    for number in range(count):
        # Each value comes once by itself, under a name that means something.
        if number < len(payloads.values):
            name = payloads.names[number % 11]
            yield f"{name}={quote_plus(payloads.values[number])}"
        else:
            yield _made(payloads, chance)[:_LONGEST]


def _made(payloads: Payloads, chance: random.Random) -> str:
    parts = []
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        name = quote(chance.choice((*payloads.names, *payloads.names, *payloads.values)), safe="")
        parts.append(f"{name}={_value(payloads, chance)}")
    if chance.random() < 0.1:
        parts *= chance.choice((2, 50, 300))
    return chance.choice(("&", "&", "&", "&&", ";")).join(parts)


def _value(payloads: Payloads, chance: random.Random) -> str:
    value = "".join(chance.choice(payloads.values) for _ in range(chance.choice((1, 1, 2, 4))))
    written = chance.choice((quote, quote_plus, _every_byte, _twice))(value)
    if chance.random() < 0.2:
        written += chance.choice(payloads.raw)
    if chance.random() < 0.1:
        written *= chance.choice((10, 200))
    return written


def _every_byte(text: str) -> str:
    return "".join(f"%{byte:02x}" for byte in text.encode())


def _twice(text: str) -> str:
    return quote(quote(text))
