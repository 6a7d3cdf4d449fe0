"""Articles to read: our own texts joined to real lengths, no two with the same figures."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import itertools
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from data.article import Article
from data.catalog import read_catalog
from data.entry import Entry
from data.toml_file import read_toml
from tests.accuracy.annotation import AnnotatedText, read_part

SUBSTITUTES: Final = Path(__file__).with_name("substitutes.toml")
PUBLISHED: Final = dt.date(2021, 7, 9)

_LENGTHS: Final = (3_000, 8_000)
"""Characters of an article; news reports mostly stay within them."""

_SHORT: Final = (300, 1_600)
"""Characters of an article as a news agency sends most of them."""

_ON_THE_SUBJECT: Final = 0.05
"""Of the articles of an archive."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_NUMBER = re.compile(r"\d+")
_LAST_DAY_OF_ANY_MONTH = 28
_FRAGMENT = 60
"""Characters up to which a piece may be what an abbreviation cut off."""


class Interchangeable(Entry):
    """Words any of which may stand for any other."""

    words: tuple[str, ...]


class Substitutes(Entry):
    """Schema of ``substitutes.toml``."""

    interchangeable: tuple[Interchangeable, ...]


def articles(seed: int) -> Iterator[Article]:
    """Without end: texts of the development part and of the catalogue, joined and varied."""
    return _joined(seed, _texts(), "\n", _LENGTHS)


def prose(seed: int) -> Iterator[Article]:
    """Without end: the sentences of the development part without a number, joined and varied."""
    return _joined(seed, _sentences(), " ", _LENGTHS)


def archive(seed: int) -> Iterator[Article]:
    """Without end: short articles, one in twenty on the subject, the others prose."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    on_it, others = (
        _joined(seed, _texts(), "\n", _SHORT),
        _joined(seed, _sentences(), " ", _SHORT),
    )
    for number in itertools.count(1):
        article = next(on_it if chance.random() < _ON_THE_SUBJECT else others)
        yield dataclasses.replace(article, article_id=f"{seed}-{number}")


def characters(source: Iterator[Article], count: int) -> list[Article]:
    """The first articles that together have so many characters."""
    read: list[Article] = []
    while sum(len(article.text) for article in read) < count:
        read += islice(source, 20)
    return read


def _texts() -> list[str]:
    catalog = read_catalog()
    catalogued = [catalog.article(entry).text for entry in catalog.entries]
    return [text.text for text in read_part("dev")] + catalogued


def _sentences() -> list[str]:
    return [piece for text in read_part("dev") for piece in _without_numbers(text)]


def _without_numbers(text: AnnotatedText) -> list[str]:
    spans = [*text.numbers, *text.ignored]
    pieces = []
    begin = 0
    for end in [*(found.start() for found in _SENTENCE_END.finditer(text.text)), len(text.text)]:
        piece = text.text[begin:end]
        counted = any(span.start < end and begin < span.end for span in spans)
        if not counted and not _NUMBER.search(piece):
            pieces.append(piece.strip())
        begin = end
    return [piece for piece in pieces if len(piece) > _FRAGMENT]


def _joined(
    seed: int, pieces: Sequence[str], separator: str, lengths: tuple[int, int]
) -> Iterator[Article]:
    chance = random.Random(seed)  # noqa: S311 - no secret
    number = 0
    while True:
        wanted = chance.randint(*lengths)
        text = ""
        while len(text) < wanted:
            text += chance.choice(pieces) + (separator if chance.random() < 0.7 else "\n\n")
        number += 1
        yield Article(
            article_id=f"{seed}-{number}",
            text=_varied(text[: lengths[1]], chance),
            title="",
            published=PUBLISHED,
        )


def _varied(text: str, chance: random.Random) -> str:
    pattern, lists = _substitutes()
    named = pattern.sub(lambda found: chance.choice(lists[found[0]]), text)
    return _NUMBER.sub(lambda found: _another_number(found[0], chance), named)


def _another_number(digits: str, chance: random.Random) -> str:
    """As long as it was; a day of a month or a year may stay one."""
    if len(digits) <= 2 and int(digits) <= _LAST_DAY_OF_ANY_MONTH:
        return str(chance.randint(2, _LAST_DAY_OF_ANY_MONTH))
    if len(digits) == 4 and digits[:2] in {"19", "20"}:
        return str(chance.randint(1979, 2021))
    first = chance.choice("123456789") if digits[0] != "0" else chance.choice("0123456789")
    return first + "".join(chance.choices("0123456789", k=len(digits) - 1))


@functools.cache
def _substitutes() -> tuple[re.Pattern[str], Mapping[str, tuple[str, ...]]]:
    groups = read_toml(SUBSTITUTES, Substitutes).interchangeable
    lists = {word: group.words for group in groups for word in group.words}
    longest_first = sorted(lists, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), lists
