"""Numbers that a claim is compared with, and times that are theirs: "down from 2,500 in April"."""

from __future__ import annotations

from collections.abc import Sequence

from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.sentence.numbers_before import numbers_before
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_LONGEST_ASIDE = 6
"""Most tokens between "against" and the number it compares with."""

_LONGEST_COMPARED = 10
"""Most tokens between "down from 2,500" and its time."""


def is_of_comparison(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a count is compared with one of a time: "501, three times as many as a year ago"."""
    if span.first <= draft.stop:
        return False
    if reading.lower[span.first - 1] == "as" or _is_of_compared(reading, draft, span):
        return True
    for index in range(draft.stop, span.first):
        if reading.lower[index] == "to" and reading.lower[index - 1] in dating_words().comparable:
            return True  # "783, almost equal to the toll of the first four months"
        if reading.lower[index] == "than":
            hedged = (q.outer_first <= index < q.outer_stop for q in reading.quantities)
            return not any(hedged)
    return False


def _is_of_compared(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a time is of what a count adds to or came down from: "on top of 90 sent on Friday".

    "650 are left, down from 2,500 when he gave the order in April" is not of April.
    """
    norms = reading.lower
    for other in numbers_before(reading, span, _LONGEST_COMPARED):
        joint = other.outer_first - (norms[other.outer_first - 1] == "the") - 1
        if joint <= draft.stop or "," in norms[other.stop : span.first]:
            continue
        if " ".join(norms[joint - 2 : joint + 1]) in dating_words().added_to or _is_up_from(
            norms, joint
        ):
            return True
    return False


def is_told_aside(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a draft is there for comparison: "60 came on Friday against the usual 700"."""
    first = draft.quantity.outer_first if draft.quantity else draft.first
    if " ".join(reading.lower[max(0, first - 3) : first]) in dating_words().added_to:
        return True
    for index in range(first - 1, max(span.stop, first - _LONGEST_ASIDE) - 1, -1):
        token = reading.tokens[index]
        if token.norm in dating_words().aside or _is_up_from(reading.lower, index):
            return any(other.stop <= index for other in reading.quantities)
        if token.is_number or token.norm == ",":
            return False
    return False


def _is_up_from(norms: Sequence[str], index: int) -> bool:
    if norms[index] != "from" or not index:
        return False
    return norms[index - 1] in dating_words().far_from
