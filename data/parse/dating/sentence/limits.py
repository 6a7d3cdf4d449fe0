"""Limits: times up to which a claim held, and no longer."""

from __future__ import annotations

from collections.abc import Sequence

from data.parse.counting.verbs.former import held_once
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.draft import Draft
from data.parse.reading import Reading

_REACH = 6
"""Most tokens between a number and "until 2014"."""


def is_over_by_then(reading: Reading, draft: Draft, spans: Sequence[DatedSpan]) -> bool:
    """Whether a past "until" right behind a number keeps every other day from it.

    "He named on Friday a general who led 900 men until 2014".
    """
    published = reading.article.published
    for span in spans:
        last, between = span.time.last_day, reading.lower[draft.stop : span.first]
        if span.time.relation != "until" or not 0 < span.first - draft.stop <= _REACH:
            continue
        is_past = published is not None and last is not None and last < published
        if is_past and "," not in between and not held_once(reading, draft):
            return True
    return False
