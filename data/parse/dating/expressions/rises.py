"""Rises: when a toll rose, which is not when those died whom it counts."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from data.parse.clauses import looks_finite
from data.parse.dating.expressions.background import is_as_of
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.words import VICTIMS, dating_words
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_RISE_REACH = 22
"""Most tokens from "raised" to a toll: "raised that of the dead to 9 late on Friday and of ..."."""

_TO_COUNT = 12
"""Most tokens of "count, given out late on Wednesday, was" before a toll."""

_TO_STOOD = 2
"""Most tokens of "stood at" before a toll."""

_OPENING = 4
"""Tokens of "Two days earlier ," and of "A day ago"."""

_TO_NUMBER = 3
"""Tokens of "spoken of 63", the number included."""

_IN_LIST = 3
"""Most tokens between two numbers of a list: "9 dead, 12 injured and two missing"."""

_TO_TOLL = frozenset({"to", "from"})

_LISTING = frozenset({",", "and"})


def is_of_rise(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a time is when a count rose: "the toll from Friday's blast rose to 80 on Sunday"."""
    if span.is_day and is_earlier_count(reading, draft):
        return not is_as_of(reading, span)  # "As of Monday it had counted 90"
    rise = verb_of_rise(reading, draft)
    if rise is None:
        return False
    counted = {"toll", *dating_words().number_of_dead}
    of_toll = not counted.isdisjoint(reading.lower[: span.first]) and span.first < rise
    return not of_toll


def is_earlier_count(reading: Reading, draft: Draft) -> bool:
    """Whether a toll is one that was given before: "had counted 90 on Monday", "stood at 25".

    The day is that of counting; those died whom the toll before it counts.
    """
    if draft.quantity is None:
        return False
    first = _first_of_list(reading, draft.quantity)
    if draft.kind != VICTIMS and first == draft.quantity.outer_first:
        return False
    words, norms = dating_words(), reading.lower
    before = norms[max(0, first - _TO_COUNT) : first]
    if "had" in before and not words.given.isdisjoint(before[before.index("had") :]):
        return True
    if reading.lower[draft.stop : draft.stop + 3] == [",", "dated", "from"]:
        return True
    noun = next((i for i, norm in enumerate(before) if norm in words.totals), None)
    if noun is None:
        return False
    behind = before[noun + 1 :]
    if behind == ["was"] and not words.back.isdisjoint(norms[:_OPENING]):
        return True  # "A day ago the figure was 117"
    return not words.stood.isdisjoint(behind[-_TO_STOOD:])


def recounts(reading: Reading) -> bool:
    """Whether a sentence tells how many it had been before: "On Friday they had spoken of 63"."""
    norms, words = reading.lower, dating_words()
    if "had" not in norms:
        return False
    at = norms.index("had") + 1
    given = next((i for i, norm in enumerate(norms[at:][:_TO_STOOD], at) if norm in words.given), 0)
    return given > 0 and any(token.is_number for token in reading.tokens[given:][:_TO_NUMBER])


def verb_of_rise(reading: Reading, draft: Draft) -> int | None:
    """Where the verb stands by which a toll rose to a number; None where it is no such number."""
    words, norms = dating_words(), reading.lower
    counts_dead = draft.kind == VICTIMS and not words.number_of_dead.isdisjoint(norms)
    if draft.quantity is None or not (counts_dead or "toll" in norms):
        return None
    first = _first_of_list(reading, draft.quantity)
    if first and norms[first - 1] in words.reached and counts_dead:
        return first - 1
    if norms[first - 1] not in _TO_TOLL:
        return None
    rising = words.rising
    if words.events.isdisjoint(norms) and not _has_cause(norms):
        rising = words.raising if counts_dead else frozenset()
    near = range(max(0, first - _RISE_REACH), first)
    rise = next((i for i in near if norms[i] in rising), None)
    return None if rise is None or "toll" in norms[rise:] else rise


def _first_of_list(reading: Reading, quantity: Quantity) -> int:
    """Where the first number stands of a list of dead and wounded: "was 9 deaths, 12 injured"."""
    first = quantity.outer_first
    for one in reversed(reading.quantities):
        if one.stop > first:
            continue
        between = reading.tokens[one.stop : first]
        is_near = 0 < len(between) <= _IN_LIST and between[-1].norm in _LISTING
        if not is_near or one.unit is not None or any(map(looks_finite, between)):
            break
        first = one.outer_first
    return first


def _has_cause(norms: Sequence[str]) -> bool:
    """Whether a toll is said to be of something: "the death toll from a fire"."""
    return any(one == "toll" and other == "from" for one, other in itertools.pairwise(norms))
