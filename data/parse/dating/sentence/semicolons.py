"""Semicolons: when what is told behind one is of the day told before it."""

from __future__ import annotations

from data.parse.calendar.tense import tells_past
from data.parse.clauses import helping_words
from data.parse.dating.aspect.happened import tells_what_happened
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.spans import spans_of
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_LONGEST_FRAME = 6
"""Most tokens before a time that opens a sentence."""


def goes_on_behind(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a sentence opens with a day: "On May 8, a bomb went off; 85 people perished"."""
    if span.stop > draft.first:
        return _lasted(reading, draft, span)
    if span.is_day and _did_so(reading, draft):
        return True  # "Five rockets were fired on Friday; three missed"
    if not tells_what_happened(reading, draft):
        return False
    return is_frame(reading, span) or (span.is_day and _happened_then(reading, draft, span))


def _lasted(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether the days are told behind it: "killed 36 people; they lasted from April 28 to 30"."""
    norms, words = reading.lower, dating_words()
    at = norms.index(";", draft.stop) if ";" in norms[draft.stop : span.first] else None
    return at is not None and norms[at + 1] in words.pronouns and norms[at + 2] == "lasted"


def _happened_then(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a deed is told behind a day: "A bomb went off on Friday; nine men died in it".

    "The fighting began on May 10 and ended 11 days later; it killed 90" is of more than a day.
    """
    if draft.happening is None or span.time.relation != "on":
        return False
    at = reading.lower.index(";", span.first)
    if draft.verb < at or any(at < other.first < draft.first for other in spans_of(reading)):
        return False
    words, helping = dating_words(), frozenset(helping_words(reading.tokens, draft.verb))
    told = helping.isdisjoint(words.perfect | words.to_come)
    return told and words.breaking_out.isdisjoint(reading.lower[: span.first])


def _did_so(reading: Reading, draft: Draft) -> bool:
    """Whether a verb of the past stands right behind a bare number: "; three missed"."""
    words = dating_words()
    behind = " ".join(reading.lower[draft.stop : draft.stop + 1])
    if any(behind.startswith(verb) for verb in words.lingering):
        return False  # "Others fled on Friday; 40 stayed"
    return tells_past(behind) and behind not in words.earlier_tenses | words.was_done


def is_frame(reading: Reading, span: DatedSpan) -> bool:
    """Whether it opens a sentence: "Since Aug. 14, we've flown - the army has flown 80,000"."""
    tokens = reading.tokens
    ends = span.stop < len(tokens) and tokens[span.stop].norm == ","
    return ends and span.first <= _LONGEST_FRAME
