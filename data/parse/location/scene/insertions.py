"""Insertions: numbers told of within what another counts: "77, including 26 men, crossed"."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from data import lexicon
from data.parse.counting.noun_phrases.extents import owning_words
from data.parse.grounds.sites import Site, find_sites
from data.parse.grounds.verbs import forms_of
from data.parse.lazy import remembered
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.phrases import PhraseMatcher

_LONGEST_PART = 4
"""Words behind a number in which it is told to be a part: "five officers among them"."""


def next_number(reading: Reading, stop: int, sites: Sequence[Site]) -> int:
    """Where the number behind another begins that is no part of what that one counts.

    Args:
        reading: The sentence.
        stop: Where the words of the number stop.
        sites: Grounds that the sentence names.
    """
    resumed = stop
    for quantity in reading.counting:
        following = quantity.outer_first
        if following < resumed:
            continue
        if _is_joined(reading, resumed, quantity, sites) or _is_total(reading, resumed, quantity):
            resumed = quantity.outer_stop
            continue
        if _is_conversion(reading, resumed, quantity):
            resumed = quantity.outer_stop + 1
            continue
        carries = _carries_before(reading, stop, following)
        inserted = carries or _is_inserted(reading, quantity)
        after = _end_of_insertion(reading, following) if inserted else None
        if after is None:
            return following
        if not carries and any(following <= site.first < after for site in sites):
            return following
        resumed = after
    return len(reading.tokens)


def _is_joined(reading: Reading, first: int, quantity: Quantity, sites: Sequence[Site]) -> bool:
    """Whether only nouns and "and" part two numbers: "100 women and 26 men reached X"."""
    tokens, between = reading.tokens, range(first, quantity.outer_first)
    if not between or tokens[between[-1]].norm not in {"and", "&"}:
        return False
    grounds = any(site.first in between for site in sites)
    prepositions = lexicon.grammar().prepositions
    return not grounds and not any(
        index in reading.verb_starts or tokens[index].norm in prepositions for index in between
    )


def _is_conversion(reading: Reading, first: int, quantity: Quantity) -> bool:
    """Whether brackets behind an amount only say it in other units: "€50m ($59m) for X"."""
    if quantity.unit is None or quantity.unit == "percent":
        return False
    opened = quantity.outer_first - first == 1 and reading.lower[first] == "("
    return opened and reading.lower[quantity.outer_stop : quantity.outer_stop + 1] == [")"]


def _is_total(reading: Reading, first: int, quantity: Quantity) -> bool:
    """Whether a number is of how many another is: "10 of the 14", "10 of X's 14 districts"."""
    lower, owners = reading.lower, reading.place_starts
    first += lower[first : first + 1] == ["out"]
    if lower[first : first + 1] != ["of"]:
        return False
    index = first + 1
    while index < quantity.outer_first:
        if lower[index] not in owning_words() and lower[index] != "'s":
            if index not in owners:
                return False
            index = owners[index]
        else:
            index += 1
    return index == quantity.outer_first


def _is_inserted(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number only tells of a part: ", including 26 men", ", five of them women"."""
    before = reading.lower[quantity.outer_first - 1]
    if before in lexicon.location().naming.words:
        return True
    behind = reading.tokens[quantity.outer_stop : quantity.outer_stop + _LONGEST_PART]
    return before == "," and bool(parts().find(behind))


def _carries_before(reading: Reading, first: int, stop: int) -> bool:
    """Whether what is counted carries what a later word counts: "two planes carrying 81"."""
    carrying = lexicon.location().naming.carrying
    return not carrying.isdisjoint(reading.word_set) and not carrying.isdisjoint(
        reading.lower[first:stop]
    )


def _end_of_insertion(reading: Reading, first: int) -> int | None:
    """Where the sentence goes on with its verb behind words that a comma closes."""
    tokens, helping = reading.tokens, lexicon.grammar().auxiliaries
    landed = forms_of(lexicon.location().moving.arriving).find(tokens[first:])
    if landed:
        return first + landed[0].first  # "two planes carrying 81 people landed"
    for index in range(first, len(tokens) - 1):
        if tokens[index].norm != ",":
            continue
        if index + 1 in reading.verb_starts or tokens[index + 1].norm in helping:
            return index + 1
    return None


@remembered
def listed_sites(reading: Reading) -> Mapping[int, int]:
    """Where "and in X" begins before a number of its own, by where X does."""
    numbers = {quantity.outer_first for quantity in reading.quantities}
    starts = {
        site.first: _start_of_listed(reading.lower, site.first)
        for site in find_sites(reading)
        if site.stop in numbers
    }
    return {first: start for first, start in starts.items() if start is not None}


def _start_of_listed(norms: Sequence[str], first: int) -> int | None:
    prepositions = lexicon.location().prepositions.at
    while first and (norms[first - 1] == "the" or norms[first - 1] in prepositions):
        first -= 1
    return first if first and norms[first - 1] in lexicon.grammar().place_joints else None


@functools.cache
def parts() -> PhraseMatcher[str]:
    """Finds words behind a number that make it a part of those counted before."""
    return PhraseMatcher((words, words) for words in lexicon.location().stand_ins.part_of_those)
