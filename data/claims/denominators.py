"""What a share of a country is a share of, its land or its districts, and what a count counts.

A text that says "half of the 420 district centres" says nothing about half of the land: districts
differ in size, and a centre can be held while the country around it is not. "24 of the 34
provinces" counts no districts.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final, Literal

from data import lexicon

if TYPE_CHECKING:
    from data.fact import Fact

Ground = Literal["land", "districts"]
"""What a share is a share of, or what is counted."""

_PERCENT: Final = "percent"
_UNTIL: Final = r"(?:(?!(?:and|or|in|on|with|from|at|by|to|are|is|were|was)\b)[^\s,;]+\s+){0,6}?"
"""Words between "of" and its noun, such as "the roughly 420 Afghan"; none that leads elsewhere."""


def ground_of(fact: Fact) -> Ground | None:
    """What a share of ground is a share of, by the words around it; None for all other facts.

    A count is of districts unless the nearest noun behind it or, where there is none, its sentence
    names only others. A share is of them where they are its denominator ("half of the country's
    districts") or where it only says again what a count of them comes to ("224 of 421 districts, or
    53 percent").
    """
    start, stop = fact.start - fact.sentence_start, fact.end - fact.sentence_start
    if fact.kind == "districts":
        return "districts" if _counts_districts(fact.quote, stop) else None
    if fact.unit != _PERCENT or fact.of not in lexicon.countries():
        return None
    behind, before = _patterns()
    of_them = behind.match(fact.quote[stop:]) or before.search(fact.quote[:start])
    return "districts" if of_them else "land"


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is behind a share of districts, and before one that repeats a count of them."""
    nouns = "|".join(map(re.escape, sorted(lexicon.comparing().districts, reverse=True)))
    few = r"(?:[^\s,;.]+\s+)"
    behind = rf"\W*(?:per\s?cent\s+)?of\s+{_UNTIL}(?:{nouns})\b"
    before = rf"\d\S*\s+{few}{{0,3}}(?:{nouns})\s*[,(\u2013\u2014-]?\s*or\s+{few}{{0,2}}$"
    return re.compile(behind, re.IGNORECASE), re.compile(before, re.IGNORECASE)


def _counts_districts(quote: str, stop: int) -> bool:
    """Whether a number that ends at ``stop`` counts districts: not "24 of the 34 provinces"."""
    behind, anywhere = _counted()
    if named := behind.match(quote[stop:]):
        return not named["other"]
    every = [named["other"] for named in anywhere.finditer(quote)]
    return not every or not all(every)


@functools.cache
def _counted() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Nouns for places that are counted: the nearest behind a number, and all of a sentence."""
    districts, others = (
        "|".join(map(re.escape, sorted(words, reverse=True)))
        for words in (lexicon.comparing().districts, lexicon.comparing().not_districts)
    )
    nouns = rf"(?:(?:{districts})|(?P<other>{others}))\b"
    return (
        re.compile(rf"\W*(?:of\s+)?{_UNTIL}{nouns}", re.IGNORECASE),
        re.compile(rf"\b{nouns}", re.IGNORECASE),
    )
