"""Wholes: times at which those came about of whom a claim counts a part."""

from __future__ import annotations

from collections.abc import Iterable

from data.parse.calendar.tense import tells_past
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_WORDS_OF_WHOLE = 8
"""Most tokens between the number of a whole and its time."""


def is_of_whole(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a time is of the whole: "freed 90 of over 800 men they took in June".

    "Let go 28 of the students they marched out on July 5" has no number for it.
    """
    if "," in reading.lower[draft.stop : span.first]:
        return False
    return any(_is_in_contact_clause(reading, stop, span) for stop in _wholes(reading, draft, span))


def _wholes(reading: Reading, draft: Draft, span: DatedSpan) -> Iterable[int]:
    """Where the noun of a whole may begin, between a claim and a time."""
    if reading.lower[draft.stop : draft.stop + 2] == ["of", "the"]:
        yield draft.stop + 2
    for number in reading.quantities:
        near = draft.stop < number.first < span.first <= number.stop + _WORDS_OF_WHOLE
        if near and reading.lower[number.outer_first - 1] in dating_words().wholes:
            yield number.stop


def _is_in_contact_clause(reading: Reading, first: int, span: DatedSpan) -> bool:
    """Whether a noun has a clause without a relative pronoun: "men they took"."""
    words, norms = dating_words(), reading.lower
    return any(
        norms[i] in words.pronouns
        and norms[i - 1] not in words.prepositions  # "of the posts on it have been held since May"
        and tells_past(norms[i + 1])
        for i in range(first + 1, span.first - 1)
    )


def is_the_whole(reading: Reading, draft: Draft, index: int) -> bool:
    """Whether a relative pronoun stands right behind a whole that ends what is said of a part."""
    first = draft.quantity.outer_first if draft.quantity else draft.first
    return reading.lower[max(0, first - 2) : first] == ["of", "the"] and index - draft.stop <= 1
