"""What a number counts, in the form that goes behind it: ``9 capitals``, ``1 district``."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from dashboard.words.forms import forms
from dashboard.words.shares import names_part
from data import lexicon

if TYPE_CHECKING:
    from data.fact import Fact


def behind_number(words: str, fact: Fact) -> str:
    """The text's words for what a fact counts, as they go behind its number.

    Headings and ordinals have nouns in the singular, "Troop: 5,000" and "the ninth provincial
    capital"; a share of people is one *of* them, unless they are the part that it measures.

    Args:
        words: The words; empty for none.
        fact: The fact; one without a number leaves them alone.
    """
    if not (words and fact.has_number):
        return words
    number = fact.value if fact.value is not None else fact.low
    *_, last = words.split()
    known = last.casefold() in _singulars() or words.casefold() in _singulars()
    if fact.unit == "percent":
        whole = _in_plural(words) if known else words
        if names_part(fact):
            return f"are {whole}"
        return f"of {whole}" if known or words[0].islower() else words
    return _in_plural(words) if known and number is not None and number > 1 else words


def labelled(kind: str, fact: Fact) -> str:
    """The label of a kind that counts ground, as it goes behind a fact's number."""
    return kind.removesuffix("s") if fact.value == 1 else kind


def _in_plural(words: str) -> str:
    before, space, last = words.rpartition(" ")
    if not forms().joints.isdisjoint(words.casefold().split()):
        return words
    low = last.casefold()
    for end, plural in forms().irregular.items():
        if low.endswith(end):
            return f"{before}{space}{last[: -len(end)]}{plural}"
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return f"{before}{space}{last[:-1]}ies"
    return f"{before}{space}{last}{'es' if low.endswith(('s', 'x', 'ch', 'sh')) else 's'}"


@functools.cache
def _singulars() -> frozenset[str]:
    """Nouns for people and for ground in the singular that are not plurals, too.

    Not those for an airlift, which has people and is none of them.
    """
    ground = lexicon.kinds_with("ground")
    nouns = [
        noun
        for noun in lexicon.nouns().noun
        if (noun.unit == "people" and noun.kind != "evacuated") or noun.kind in ground
    ]
    plurals = {words.casefold() for noun in nouns for words in noun.plurals}
    alike = plurals | set(lexicon.nouns().collective)
    return frozenset(words.casefold() for noun in nouns for words in noun.words) - alike
