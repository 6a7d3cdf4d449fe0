"""When a field that a tool gives agrees with the annotated one."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pycountry

from tests.accuracy.annotation import Days, NumberRow

WORDS = Path(__file__).with_name("words.toml")

_SAME_PLACES = 0.5
_SAME_DAYS = 0.5
_SAME_WORDS = 0.5
"""Share of what both name that has to be shared, for countries, days and words of a name."""


def equal_numbers(gold: float | None, found: float | None) -> bool:
    """Whether two amounts are equal; percentages that are rounded differently are."""
    if gold is None or found is None:
        return False
    difference = abs(gold - found)
    if difference <= max(1e-9, 1e-4 * max(abs(gold), abs(found))):
        return True
    rounded = 0 < gold <= 100 and 0 < found <= 100 and bool(gold % 1 or found % 1)
    return rounded and difference < 0.5


def same_amount(gold: NumberRow, found: NumberRow) -> bool:
    """Whether the value is right: of a range both ends, of a vague plural its magnitude."""
    if gold.value is not None:
        return equal_numbers(gold.value, found.value)
    if gold.qualifier == "range":
        return equal_numbers(gold.low, found.low) and equal_numbers(gold.high, found.high)
    return any(_same_magnitude(gold.low, number) for number in (found.low, found.value))


def _same_magnitude(gold: float | None, found: float | None) -> bool:
    return bool(gold) and gold is not None and found is not None and 0.5 <= found / gold <= 3


def same_bounds(gold: NumberRow, found: NumberRow) -> bool:
    """Whether both ends of what is claimed are right, open ends included."""
    if gold.qualifier == "vague":
        low = _same_magnitude(gold.low, found.low)
    else:
        low = _equal_or_open(gold.low, found.low)
    return low and _equal_or_open(gold.high, found.high)


def _equal_or_open(gold: float | None, found: float | None) -> bool:
    return (gold is None and found is None) or equal_numbers(gold, found)


def same_kind(gold: NumberRow, found: NumberRow) -> bool:
    """Whether the kind is right, in the annotated kinds."""
    return gold.kind == found.kind


def same_qualifier(gold: NumberRow, found: NumberRow) -> bool:
    """Whether the qualifier is right."""
    return gold.qualifier == found.qualifier


def same_places(gold: NumberRow, found: NumberRow) -> bool:
    """Whether at least half of the countries that either names are named by both."""
    ours, theirs = countries_of(gold.places), countries_of(found.places)
    if not ours and not theirs:
        return True
    return len(ours & theirs) / len(ours | theirs) >= _SAME_PLACES


def countries_of(places: frozenset[str] | None) -> frozenset[str]:
    """Alpha-3 codes of the countries that codes of provinces, towns and borders lie in."""
    countries: set[str] = set()
    for code in places or ():
        country = code.partition("/")[0]
        if re.fullmatch(r"[A-Z]{2}-[A-Z0-9]{1,3}", country):
            countries.add(_alpha_3(country[:2]))
        else:
            countries.update(country.split("-"))
    return frozenset(countries)


@functools.cache
def _alpha_3(alpha_2: str) -> str:
    country = pycountry.countries.get(alpha_2=alpha_2)
    return str(country.alpha_3) if country else alpha_2


def same_days(gold: Days | None, found: Days | None) -> bool:
    """Whether two periods begin on the same day, or share half of their days."""
    if gold is None or found is None:
        return False
    if gold[0] == found[0]:
        return True
    shared = (min(gold[1], found[1]) - max(gold[0], found[0])).days + 1
    together = (max(gold[1], found[1]) - min(gold[0], found[0])).days + 1
    return shared > 0 and shared / together >= _SAME_DAYS


def same_name(gold: str | None, found: str | None) -> bool:
    """Whether two names share half of the shorter one's words, and no nationality differs."""
    if not gold or not found:
        return False
    ours, theirs = _words_of(gold), _words_of(found)
    shared = ours & theirs
    nationalities = _nationalities()
    if ours & nationalities and theirs & nationalities and not shared & nationalities:
        return False
    return bool(shared) and len(shared) / min(len(ours), len(theirs)) >= _SAME_WORDS


def _words_of(name: str) -> frozenset[str]:
    spelled = re.sub(r"\bU\.?\s?S\.?(A\.?)?(?=\W|$)", " us ", name)
    spelled = re.sub(r"\bU\.?N\.?(?=\W|$)", " un ", spelled)
    lowered = re.sub("['’]s", "", spelled.lower())
    telling = {
        _one_word(word) for word in re.findall(r"[a-zà-ÿ0-9]+", lowered) if word not in _ignored()
    }
    return frozenset(telling or re.findall("[a-z]+", spelled.lower()))


def _one_word(word: str) -> str:
    same = _same()
    word = same.get(word, word)
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    if plural and word not in same.values():
        word = word[:-1]
    return same.get(word, word)


@functools.cache
def _ignored() -> frozenset[str]:
    return frozenset(_lists()["ignored"])


@functools.cache
def _nationalities() -> frozenset[str]:
    return frozenset(_lists()["nationalities"])


@functools.cache
def _same() -> Mapping[str, str]:
    same: Mapping[str, list[str]] = tomllib.loads(WORDS.read_text(encoding="utf-8"))["same"]
    return {word: known for known, words in same.items() for word in words}


@functools.cache
def _lists() -> Mapping[str, list[str]]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))
