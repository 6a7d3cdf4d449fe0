"""Rivals: times that a claim behind "and" has of its own, which keep it from those before."""

from __future__ import annotations

from data.parse.dating.expressions.dated_span import DatedSpan
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
