"""Records: superlatives, whose time is only what they are measured by: "the most since 2014"."""

from __future__ import annotations

from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading
from data.parse.words.tokens import Token

_SHORTEST = 6
"""Letters of "fewest", and of no shorter word that only ends so."""


def is_record(reading: Reading, draft: Draft, since: DatedSpan) -> bool:
    """Whether a time since an event is only what a record is measured by.

    "Lost 25 districts, the most it has lost since the war began in 2001" tells of no such span.
    """
    index = since.first - 1
    while index > draft.stop and reading.lower[index] != ",":
        index -= 1
    if reading.lower[index + 1 : index + 2] != ["the"] or index + 2 >= since.first:
        return False
    return is_superlative(reading.tokens[index + 2])


def is_superlative(token: Token) -> bool:
    """Whether a word compares with all others: "worst", "largest", "most"."""
    words = dating_words()
    if token.norm in words.superlatives:
        return True
    if not token.norm.endswith("est") or token.norm in words.like_superlatives:
        return False
    return len(token.norm) >= _SHORTEST and token.text.islower()
