"""Which numbers count years, and so stand on no single day; the words are in long_times.toml."""

from __future__ import annotations

import datetime as dt
import functools
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.kept import remembered
from data.entry import Entry
from data.lexicon.kind import KindId
from data.toml_file import read_toml

if TYPE_CHECKING:
    from data.fact import Fact

LONG_TIMES: Final = Path(__file__).with_name("long_times.toml")

_A_YEAR: Final = dt.timedelta(days=366)


class Pattern(Entry):
    """A pattern with sentences that it is found in."""

    words: str
    examples: tuple[str, ...]


class _NotMatched(Entry):
    words: tuple[str, ...]


class LongTimes(Entry):
    """Schema of long_times.toml."""

    kinds: frozenset[KindId]
    pattern: tuple[Pattern, ...]
    not_matched: _NotMatched


def counts_years(fact: Fact) -> bool:
    """Whether a fact's number is a total of more than a year, as its days or its sentence say.

    Raises:
        InputError: If long_times.toml is missing or broken.
    """
    start, end = fact.when_start, fact.when_end
    if start and end:
        return start != end and end - start > _A_YEAR
    return fact.kind in long_times().kinds and fact.has_number and tells_years(fact.quote)


@remembered
def tells_years(sentence: str) -> bool:
    """Whether a sentence counts years.

    Raises:
        InputError: If long_times.toml is missing or broken.
    """
    return _pattern().search(" ".join(sentence.split()).lower()) is not None


@functools.cache
def long_times() -> LongTimes:
    """The file.

    Raises:
        InputError: If it is missing or broken.
    """
    return read_toml(LONG_TIMES, LongTimes)


@functools.cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(pattern.words for pattern in long_times().pattern))
