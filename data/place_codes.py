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


def is_border(code: str) -> bool:
    """Whether a code is that of the border of two countries.

    >>> is_border("AFG-TJK"), is_border("CENTRAL-ASIA"), is_border("AF-KDZ")
    (True, False, False)
    """
    return _BORDER.fullmatch(code) is not None


def lies_in(code: str, whole: str) -> bool:
    """Whether a place is another or lies in it; a border lies in neither of its countries.

    >>> lies_in("AF-KDZ", "AFG"), lies_in("AFG/kunduz", "AF-KDZ"), lies_in("AFG-TJK", "AFG")
    (True, True, False)
    """
    return code == whole or whole in _wholes(code)


@functools.cache
def _wholes(code: str) -> frozenset[str]:
    """Codes of what a listed place lies in: its province, its country, the regions of that."""
    within: set[str] = set()
    if (city := lexicon.cities().get(code)) is not None:
        within |= {city.country, city.province or city.country}
    elif (crossing := lexicon.crossings().get(code)) is not None:
        within |= {crossing.country, crossing.border}
    elif (province := lexicon.provinces().get(code)) is not None:
        within |= {province.country}
    countries = {code, *within} & set(lexicon.countries())
    regions = lexicon.regions().values()
    return frozenset(within | {r.code for r in regions if countries & set(r.members)})
