"""Comparisons: numbers and times that are there to be compared with a claim or its time."""

from __future__ import annotations

from collections.abc import Sequence

from data.parse.dating.dated_span import DatedSpan
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_LONGEST_ASIDE = 6
"""Most tokens between "against" and the number it compares with."""

_AWAY = frozenset({"up", "down", "cry", "far"})
"""Before "from" and a number that is told for comparison: "a far cry from the usual 900"."""


def is_of_comparison(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a count is compared with one of a time: "501, three times as many as a year ago"."""
    if span.first <= draft.stop:
        return False
    if reading.lower[span.first - 1] == "as":
        return True
    for index in range(draft.stop, span.first):
        if reading.lower[index] == "than":
            hedged = (q.outer_first <= index < q.outer_stop for q in reading.quantities)
            return not any(hedged)
    return False


def is_told_aside(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a draft is there for comparison: "60 came on Friday against the usual 700"."""
    first = draft.quantity.outer_first if draft.quantity else draft.first
    for index in range(first - 1, max(span.stop, first - _LONGEST_ASIDE) - 1, -1):
        token = reading.tokens[index]
        if token.norm in dating_words().aside or _is_up_from(reading.lower, index):
            return any(other.stop <= index for other in reading.quantities)
        if token.is_number or token.norm == ",":
            return False
    return False


def _is_up_from(norms: Sequence[str], index: int) -> bool:
    return norms[index] == "from" and index > 0 and norms[index - 1] in _AWAY
