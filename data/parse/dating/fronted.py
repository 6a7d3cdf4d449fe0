"""Fronted phrases: what stands in front of a sentence, or of "and", and has its own time."""

from __future__ import annotations

from data.parse.calendar.relation import LIMITS
from data.parse.clauses import is_participle
from data.parse.dating.dated_span import DatedSpan
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_FOUNDED = ["set", "up"]

_TERMS = "under"

_MONTH = 28
"""Most days of a time in which what it tells can be what the sentence tells, too."""


def is_set_apart(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether one of both stands in a phrase before the sentence: "After six talks, it met on".

    Args:
        reading: The sentence.
        draft: The claim to be dated.
        span: The expression.
    """
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
    if first == span.first and span.time.relation not in LIMITS and not _opens_before(reading):
        return False  # "After the blast on Friday, 40 fled"
    comma = reading.lower.index(",")
    has_verb = any(verb.first < comma for verb in reading.verbs)
    if _opens_before(reading) and span.stop <= comma <= draft.first:
        return True  # "Before the airlift began on May 5, 4,000 had left"
    return first < comma < other and (first == span.first or not has_verb)


def _is_of_background(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a participle opens a phrase about long ago: "Set up in 2005, it houses 900 men"."""
    if span.time.relation == "since":
        opens = reading.tokens[0].norm.endswith("ing")
    else:
        opens = _opens_with_participle(reading) or reading.lower[:2] == _FOUNDED
        opens = opens and is_long(span)
    if not opens:
        return False
    phrase = reading.lower[: reading.lower.index(",")]
    is_first = span.stop <= len(phrase) <= draft.first
    return is_first and dating_words().auxiliaries.isdisjoint(phrase[1:])


def _opens_with_participle(reading: Reading) -> bool:
    """Whether its first word is one like "Founded", and not "When", "Seven" or "Women"."""
    first = reading.tokens[0]
    if not is_participle(first) or first.norm in dating_words().openers:
        return False
    counts = any(not one.outer_first for one in reading.quantities[:1])
    return not counts and 0 not in reading.nouns


def _opens_before(reading: Reading) -> bool:
    return reading.lower[0] == "before"


def is_long(span: DatedSpan) -> bool:
    """Whether a time is longer than what one claim after another can be of."""
    first, last = span.time.first_day, span.time.last_day
    return first is not None and last is not None and (last - first).days > _MONTH
