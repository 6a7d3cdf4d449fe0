"""Circumstances: times of where it happened, of what had caused it or of the whole of a part."""

from __future__ import annotations

import itertools

from data import lexicon
from data.parse.dating.aspect.vague_times import tells_vaguely
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.words import VICTIMS, dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_TO_DAILY = 6
"""Most tokens of "come on foot daily"."""

_SHORTEST_YEAR = 360
"""Least days between the first and the last of a year."""

_TO_CAUSE = 6
"""Most tokens of "after the Soviet invasion of"."""

_TO_EVENT = 3
"""Most tokens of "deadly bomb attack" behind the day that has it."""


def is_year_of_cause(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a year is that of an event after which it was: "came after the invasion of 1979"."""
    if span.first < draft.stop:
        return False  # "After the floods of 2013 the bill came to 8 billion"
    first, last, norms = span.time.first_day, span.time.last_day, reading.lower
    if norms[span.first - 1 : span.first] != ["of"] or first is None or last is None:
        return False
    if (last - first).days < _SHORTEST_YEAR:
        return False
    before = norms[max(0, span.first - _TO_CAUSE) : span.first]
    behind = lexicon.times().relations["after"]
    opener = next((i for i in reversed(range(len(before))) if before[i] in behind), None)
    return opener is not None and before[opener + 1] in lexicon.grammar().determiners


def is_of_fronted_whole(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it tells of the whole only: "Of its 90 planes that flew on June 30, 73 were"."""
    norms = reading.lower
    if norms[0] not in {"of", "out"} or "," not in norms[span.stop : draft.first]:
        return False
    return not (dating_words().relatives | {"that"}).isdisjoint(norms[: span.first])


def is_of_those_waiting(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a day is that on which people were at a place where a claim had happened.

    "Parents were waiting on Tuesday outside a school from which gunmen took 40 pupils".
    """
    norms, words = reading.lower, dating_words()
    where = (
        norms[index] == "which" and norms[index - 1] in words.prepositions
        for index in range(span.stop + 1, draft.first)
    )
    if not any(where):
        return False
    before = itertools.pairwise(norms[: span.first])
    return any(one in words.was_done and other.endswith("ing") for one, other in before)


def is_of_what_hurt_them(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether an event of which the dead and wounded are has its day: "after Tuesday's protest"."""
    norms, words = reading.lower, dating_words()
    if draft.kind != VICTIMS or norms[span.stop : span.stop + 1] != ["'s"]:
        return False
    if not span.is_single:
        return False
    return not (words.events | words.lasting).isdisjoint(norms[span.stop + 1 :][:_TO_EVENT])


def goes_on_daily(reading: Reading, draft: Draft) -> bool:
    """Whether it is what goes on day by day: "900 continue to come daily: on May 9, 12 came"."""
    before = reading.lower[max(0, draft.verb - 2) : draft.verb]
    if before[1:] != ["to"] or before[0] not in dating_words().going_on:
        return False
    return tells_vaguely(reading.tokens[draft.verb : draft.verb + _TO_DAILY])
