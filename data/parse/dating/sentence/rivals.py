"""Rivals: times that a claim behind "and" has of its own, which keep it from those before."""

from __future__ import annotations

from collections.abc import Sequence

from data.parse.clauses import looks_finite
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.delays import since_event
from data.parse.dating.expressions.spans import spans_of
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_AND = "and"


def has_since_of_its_own(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a clause behind a claim tells since when: "... and 36 have used it since it opened".

    What came in another year or month before "and" is not of that time.
    """
    norms = reading.lower
    if span.time.relation != "on" or _AND not in norms[span.stop : draft.first]:
        return False
    if "since" not in norms[draft.stop :]:
        return False
    own = norms[draft.stop : norms.index("since", draft.stop)]
    return not dating_words().perfect.isdisjoint(own) and "," not in own


def is_since_before_own_day(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a claim has its own days: "12 have fled since 2015 and 9 came in June"."""
    norms = reading.lower
    if span.time.relation != "since" or _AND not in norms[span.stop : draft.first]:
        return False
    if draft.verb < draft.first or not dating_words().perfect.isdisjoint(
        norms[draft.stop : draft.verb]
    ):
        return False
    return any(
        own.first > draft.verb and own.time.relation == "on" and own.time.first_day is not None
        for own in spans_of(reading)
    )


def is_before_those_who(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether those counted behind a day have one of their own.

    "Fell on Friday, in spite of 40 who had come three days before" tells when they came.
    """
    norms = reading.lower
    if span.stop > draft.first or "had" not in norms[draft.stop : draft.verb]:
        return False
    if not _opens_relative(norms[draft.stop : draft.verb]):
        return False
    own = next((one for one in spans_of(reading) if one.first > draft.verb), None)
    return own is not None and "," not in norms[draft.verb : own.first]


def is_since_of_waiting(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether an event only tells since when those had waited who then did something on a day.

    "40 trucks that had been stuck since the fall of Kabul on May 15 crossed on Monday".
    """
    norms = reading.lower
    if span.first < draft.stop or (since := since_event(reading, span)) is None:
        return False
    waiting = norms[draft.stop : since.first]
    if "had" not in waiting or not _opens_relative(waiting) or "," in waiting:
        return False
    own = next((one for one in spans_of(reading) if one.first > span.stop), None)
    return own is not None and any(map(looks_finite, reading.tokens[span.stop : own.first]))


def _opens_relative(norms: Sequence[str]) -> bool:
    """Whether a clause with "who" or "that" begins among some words."""
    return "that" in norms or not dating_words().relatives.isdisjoint(norms)
