"""Molds: articles without end, made from our own briefs by substitution, with facts known before.

What each article must yield comes from the facts of the brief with the same substitutions made: of
a whole archive only the briefs are parsed to know its totals.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import itertools
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from data import lexicon
from data.article import Article
from data.catalog import read_catalog
from data.entry import Entry
from data.fact import Fact
from data.parse import extract
from data.toml_file import read_toml
from tests.corpus.expectation import COMPARED, Expected

MOLDS: Final = Path(__file__).with_name("molds.toml")
_MONTHS: Final = ("June", "July", "Aug.", "Sept.")
_JUNE: Final = 6


class Number(Entry):
    """A number of a brief, and between which others it may be."""

    text: str
    lowest: int
    highest: int


class Name(Entry):
    """A name of a claimant, and others."""

    words: str
    substitutes: tuple[str, ...]


class Province(Entry):
    """A province of Afghanistan by name, and others."""

    name: str
    substitutes: tuple[str, ...]


class Mold(Entry):
    """A brief, and what is replaced in it."""

    brief: str
    weeks: tuple[int, ...]
    days: tuple[str, ...] = ()
    numbers: tuple[Number, ...] = ()
    names: tuple[Name, ...] = ()
    places: tuple[Province, ...] = ()


class Molds(Entry):
    """Schema of ``molds.toml``."""

    mold: tuple[Mold, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Made:
    """An article, and the facts that it must yield."""

    article: Article
    expected: tuple[Expected, ...]


def made(count: int, seed: int = 1) -> Iterator[Made]:
    """So many articles; those of a smaller count come first."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for number, mold in enumerate(itertools.islice(itertools.cycle(_molds()), count)):
        yield _made(mold, f"made-{number:07}", chance)


def totals(expected: Iterable[Expected]) -> Counter[tuple[object, ...]]:
    """How often each fact is claimed, by everything that expectations compare."""
    return Counter(
        tuple(
            tuple(sorted(getattr(fact, name))) if name == "places" else getattr(fact, name)
            for name in COMPARED
        )
        for fact in expected
    )


def totals_of(facts: Iterable[Fact]) -> Counter[tuple[object, ...]]:
    """The same of facts that were found."""
    return totals(map(Expected.of_fact, facts))


@functools.cache
def _molds() -> Sequence[Mold]:
    return read_toml(MOLDS, Molds).mold


@functools.cache
def _brief(name: str) -> tuple[Article, tuple[Expected, ...]]:
    catalog = read_catalog()
    article = catalog.article(next(entry for entry in catalog.entries if entry.id == name))
    return article, tuple(map(Expected.of_fact, extract(article)))


def _made(mold: Mold, article_id: str, chance: random.Random) -> Made:
    brief, facts = _brief(mold.brief)
    shift = dt.timedelta(weeks=chance.choice(mold.weeks))
    numbers = {
        number.text: f"{chance.randint(number.lowest, number.highest):,}" for number in mold.numbers
    }
    names = {name.words: chance.choice(name.substitutes) for name in mold.names}
    places = {place.name: chance.choice(place.substitutes) for place in mold.places}
    days = {day: _shown(_day_of(day) + shift, day) for day in mold.days}
    replace = _replacing(numbers | names | places | days)
    codes = {_province(old): _province(new) for old, new in places.items()}
    values = {_value(old): _value(new) for old, new in numbers.items()}
    assert brief.published is not None
    article = Article(
        article_id=article_id,
        text=replace(brief.text),
        title=replace(brief.title),
        publisher=brief.publisher,
        url=f"https://news.example/{article_id}",
        published=brief.published + shift,
    )
    return Made(article, tuple(_substituted(fact, replace, codes, values, shift) for fact in facts))


def _substituted(
    fact: Expected,
    replace: Callable[[str], str],
    codes: dict[str, str],
    values: dict[float, float],
    shift: dt.timedelta,
) -> Expected:
    amounts: dict[str, Any] = {
        name: values.get(amount, amount) if (amount := getattr(fact, name)) is not None else None
        for name in ("value", "low", "high")
    }
    changed = replace(fact.words) != fact.words
    return dataclasses.replace(
        fact,
        **(amounts if changed else {}),
        places=tuple(codes.get(code, code) for code in fact.places),
        of=codes.get(fact.of, fact.of) if fact.of else None,
        when=_moved(fact.when, shift) if fact.when else None,
        attributed_to=replace(fact.attributed_to) if fact.attributed_to else None,
    )


def _moved(when: str, shift: dt.timedelta) -> str:
    """Days of 2021 but its first, which "so far this year" means, move with the publication."""
    days = [dt.date.fromisoformat(day) for day in when.split("..")]
    fixed = dt.date(2021, 1, 1)
    return "..".join(str(day + shift if day > fixed else day) for day in days)


def _replacing(words: dict[str, str]) -> Callable[[str], str]:
    if not words:
        return str
    longest = sorted(words, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w,.])(?:{'|'.join(map(re.escape, longest))})(?!\w|,\d)")
    return lambda text: pattern.sub(lambda found: words[found[0]], text)


def _value(text: str) -> float:
    return float(text.replace(",", ""))


def _province(name: str) -> str:
    return next(code for code, found in lexicon.provinces().items() if found.name == name)


def _day_of(text: str) -> dt.date:
    month, _, day = text.partition(" ")
    return dt.date(2021, _JUNE + _MONTHS.index(month), int(day))


def _shown(day: dt.date, like: str) -> str:
    month = _MONTHS[day.month - _JUNE] if like else ""
    return f"{month} {day.day}"
