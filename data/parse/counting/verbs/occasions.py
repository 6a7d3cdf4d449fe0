"""Occasions: numbers that only say on what people came, and what goes on behind them."""

from __future__ import annotations

from collections.abc import Iterable

from data import lexicon
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading


def last_counted(reading: Reading, drafts: Iterable[Draft], before: Draft | None) -> Draft | None:
    """The fact that a number without a noun goes on with, behind some facts of a sentence.

    Args:
        reading: The sentence.
        drafts: Facts of it, in text order.
        before: The fact that a number before them would go on with.
    """
    occasion: Draft | None = None
    aside = False
    for draft in drafts:
        aside = _is_circumstance(reading, draft, before, behind=aside)
        if aside:
            continue
        if is_occasion(reading, draft, before, occasion):
            occasion = draft
        else:
            before = draft
    return before


def _is_circumstance(reading: Reading, draft: Draft, last: Draft | None, *, behind: bool) -> bool:
    """Whether a number only says where or in what something was: "90 fires in 12 provinces".

    Or it stands in a clause about that: "90 pupils were taken in a raid, in which two guards
    died". The sentence behind goes on about the fires and the pupils.

    Args:
        reading: The sentence.
        draft: The fact of the number.
        last: The fact that a number without a noun would go on with before it.
        behind: The number before it in the sentence is such a one.
    """
    if last is None or last.at != reading.at or draft.quantity is None or draft.noun is None:
        return False
    first, lower = draft.quantity.outer_first, reading.lower
    if draft.noun.kind in lexicon.kinds_with("ground") and last.unit == "count":
        if last.noun is None or last.noun.kind in lexicon.kinds_with("ground"):
            return False
        return lower[first - 1] in lexicon.count_words().in_places or (
            behind and draft.action == "total"
        )
    between = lower[last.noun_stop : first]
    clause = between.index(",") if "," in between else len(between)
    return between[clause : clause + 3] == [",", "in", "which"]


def is_occasion(reading: Reading, draft: Draft, last: Draft | None, occasion: Draft | None) -> bool:
    """Whether a number only says on what people came: "1,600 soldiers came over in six waves".

    What follows without a noun ("One in eight brought a weapon") goes on counting the people.

    Args:
        reading: The sentence.
        draft: The fact of the number.
        last: The fact that a number without a noun would go on with before it.
        occasion: The occasion told before it, with which it may be listed ("on six trains and
            40 buses").
    """
    if last is None or last.unit != "people" or draft.unit != "count":
        return False
    if _splits(reading, draft):
        return True
    if last.at != reading.at:
        return False
    if draft.quantity is None or not draft.quantity.outer_first:
        return False
    first = draft.quantity.outer_first
    if reading.lower[first - 1] in lexicon.count_words().occasions:
        return True
    listed = occasion is not None and occasion.noun is draft.noun
    if not listed or occasion is None:
        return False
    return " ".join(reading.lower[occasion.noun_stop : first]) in lexicon.grammar().listing


def _splits(reading: Reading, draft: Draft) -> bool:
    """Whether it is told behind groups of how many they are: "two smaller groups, of 134 men"."""
    stop = draft.noun_stop
    named = reading.lower[stop - 1 : stop] if stop > draft.stop else []
    if lexicon.count_words().groupings.isdisjoint(named):
        return False
    of = stop + (reading.lower[stop : stop + 1] == [","])
    return reading.lower[of : of + 1] == ["of"] and of + 1 in reading.quantity_stops


def is_occasion_again(reading: Reading, quantity: Quantity, occasion: Draft) -> bool:
    """Whether a number goes on with such an occasion: "13 flights, 12 of them", "and 80 on 34"."""
    first, stop = quantity.outer_first, quantity.outer_stop
    if reading.lower[first - 1] in lexicon.count_words().occasions:
        return True
    of_them = reading.lower[stop : stop + 2] == ["of", "them"]
    return of_them and reading.lower[occasion.noun_stop : first] == [","]
