"""What a share of a country is a share of: its land, or the districts it is divided into.

A text that says "half of the 420 district centres" says nothing about half of the land: districts
differ in size, and a centre can be held while the country around it is not.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final, Literal

from data import lexicon

if TYPE_CHECKING:
    from data.fact import Fact

Ground = Literal["land", "districts"]
"""What a share is a share of."""

_PERCENT: Final = "percent"
_UNTIL: Final = r"(?:(?!(?:and|or|in|on|with|from|at|by|to|are|is|were|was)\b)[^\s,;]+\s+){0,6}?"
"""Words between "of" and its noun, such as "the roughly 420 Afghan"; none that leads elsewhere."""


def ground_shared(fact: Fact) -> Ground | None:
    """What a share of ground is a share of, by the words around it; None for all other facts.

    Districts where they are named as the denominator ("half of the country's districts") or where
    the share only says again what a count of them comes to ("224 of 421 districts, or 53 percent").
    """
    if fact.unit != _PERCENT or fact.of not in lexicon.countries():
        return None
    start, stop = fact.start - fact.sentence_start, fact.end - fact.sentence_start
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
