"""Fronted phrases: what stands in front of a sentence and has a time of its own."""

from __future__ import annotations

from data.parse.calendar.relation import LIMITS
from data.parse.dating.dated_span import DatedSpan
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_STARTING = 2
"""Index of a time up to which "Starting from May 1" only says since when."""

_TERMS = "under"

_MONTH = 28
"""Most days of a time in which what it tells can be what the sentence tells, too."""


def is_set_apart(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether one of both stands in a phrase before the sentence: "After six talks, it met on"."""
    first, other = sorted((draft.first, span.first))
    if "," not in reading.lower[first:other]:
        return False
    if _is_of_background(reading, draft, span):
        return True
    opening = reading.lower[0]
    if opening not in dating_words().setting:
        return False
    if opening == _TERMS and span.stop <= draft.first:
        return True  # "Under a deal signed in May, 900 men were to go"
    if first == span.first and span.time.relation not in LIMITS:
        return False  # "After the blast on Friday, 40 fled"
    comma = reading.lower.index(",")
    has_verb = any(verb.first < comma for verb in reading.verbs)
    return first < comma < other and (first == span.first or not has_verb)


def _is_of_background(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a participle opens a phrase about long ago: "Ruling since 2005, it has 900 men"."""
    opens = reading.tokens[0].norm.endswith("ing") and span.first > _STARTING
    if span.time.relation != "since" or not opens:
        return False
    phrase = reading.lower[: reading.lower.index(",")]
    is_first = span.stop <= len(phrase) <= draft.first
    return is_first and dating_words().auxiliaries.isdisjoint(phrase[1:])


def is_long(span: DatedSpan) -> bool:
    """Whether a time is longer than what one claim after another can be of."""
    first, last = span.time.first_day, span.time.last_day
    return first is not None and last is not None and (last - first).days > _MONTH
