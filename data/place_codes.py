"""Place codes: which codes stand for a place, whatever its kind."""

from __future__ import annotations

import functools
import re
from typing import Final

from data import lexicon

_BORDER: Final = re.compile(r"([A-Z]{3})-([A-Z]{3})")


@functools.cache
def listed_places() -> frozenset[str]:
    """Codes of all countries, regions, provinces, cities and crossings of the lexicon."""
    tables = (
        lexicon.countries(),
        lexicon.regions(),
        lexicon.provinces(),
        lexicon.cities(),
        lexicon.crossings(),
    )
    return frozenset().union(*tables)


def is_place(code: str) -> bool:
    """Whether a code stands for a listed place, or for the border of two countries.

    >>> is_place("AFG-TJK"), is_place("TJK-AFG")
    (True, False)
    """
    if code in listed_places():
        return True
    border = _BORDER.fullmatch(code)
    return (
        border is not None
        and border[1] < border[2]
        and set(border.groups()) <= set(lexicon.countries())
    )
