"""Roundup: the day of a total, for the parts of it that a report goes on to tell place by place."""

from __future__ import annotations

import bisect
import itertools
import operator

from data.fact import Fact
from data.parse.dating.claim import Claim
from data.parse.dating.event_time import EventTime
from data.parse.dating.happened import tells_what_happened
from data.parse.dating.nearby import sentences_above
from data.parse.dating.spans import spans_of
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.reading import Reading
from data.parse.sentences import Sentence

_NEAR = 12
"""Most sentences between a total and a part of it."""

_DAYS = 2
"""Most days that a total is of."""

_start = operator.attrgetter("start")


def time_of_total(claim: Claim) -> EventTime | None:
    """The day of the total that a claim is a part of.

    "On Sunday 40 rebels were killed in strikes in three provinces. In Helmand, 14 were killed".
    """
    reading, draft, earlier = claim
    if draft.quantity is None or draft.quantity.value is None:
        return None
    if not tells_what_happened(reading, draft) or spans_of(reading):
        return None
    sentence = _roundup_above(reading)
    if sentence is None:
        return None
    first = bisect.bisect_left(earlier, sentence.start, key=_start)
    told = itertools.takewhile(lambda one: one.start < sentence.end, earlier[first:])
    total = next((one for one in told if _is_total(one, draft, draft.quantity.value)), None)
    return EventTime.of_fact(total) if total is not None else None


@remembered
def _roundup_above(reading: Reading) -> Sentence | None:
    """The last sentence near above that has a time, if it tells of several places."""
    several = dating_words().several
    near = tuple(sentences_above(reading, _NEAR - 1))
    if all(several.isdisjoint(one.word_set) for one in near):
        return None
    last = next((one for one in near if spans_of(one)), None)
    return None if last is None or several.isdisjoint(last.word_set) else last.sentence


def _is_total(fact: Fact, draft: Draft, part: float) -> bool:
    """Whether a fact counts what a claim counts, and more of it, on a day or two."""
    if fact.kind != draft.kind or fact.action != draft.action:
        return False
    if fact.value is None or fact.value <= part:
        return False
    first, last = fact.when_start, fact.when_end
    return first is not None and last is not None and (last - first).days <= _DAYS
