"""Roundup: the day of a total, for the parts of it that a report goes on to tell place by place."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from data.fact import Fact
from data.parse.dating.event_time import EventTime
from data.parse.dating.scope import spans_of
from data.parse.dating.story import tells_what_happened
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_NEAR = 12
"""Most sentences between a total and a part of it."""

_DAYS = 2
"""Most days that a total is of."""


def time_of_total(
    readings: Sequence[Reading], at: int, draft: Draft, earlier: Sequence[Fact]
) -> EventTime | None:
    """The day of the total that a claim is a part of.

    "On Sunday 40 rebels were killed in strikes in three provinces. In Helmand, 14 were killed".

    Args:
        readings: The article's sentences.
        at: Index of the sentence the claim is from.
        draft: The claim.
        earlier: The facts before it, in text order.
    """
    if draft.quantity is None or draft.quantity.value is None:
        return None
    if not tells_what_happened(readings[at], draft) or spans_of(readings[at]):
        return None
    near = readings[max(0, at - _NEAR + 1)].sentence.start
    told_near = itertools.takewhile(lambda one: one.start >= near, reversed(earlier))
    if not any(_is_total(one, draft, draft.quantity.value) for one in told_near):
        return None
    for place in range(at - 1, max(-1, at - _NEAR), -1):
        if not spans_of(readings[place]):
            continue
        if dating_words().several.isdisjoint(readings[place].word_set):
            return None
        sentence = readings[place].sentence
        told = (one for one in earlier if sentence.start <= one.start < sentence.end)
        total = next((one for one in told if _is_total(one, draft, draft.quantity.value)), None)
        return EventTime.of_fact(total) if total is not None else None
    return None


def _is_total(fact: Fact, draft: Draft, part: float) -> bool:
    """Whether a fact counts what a claim counts, and more of it, on a day or two."""
    if fact.kind != draft.kind or fact.action != draft.action:
        return False
    if fact.value is None or fact.value <= part:
        return False
    first, last = fact.when_start, fact.when_end
    return first is not None and last is not None and (last - first).days <= _DAYS
