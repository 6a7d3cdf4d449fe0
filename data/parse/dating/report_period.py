"""Report period: the days that a report is about, into which falls whatever it counts."""

from __future__ import annotations

from data.parse.calendar.times import TimeExpression
from data.parse.clauses import helping_words
from data.parse.dating.background import is_background
from data.parse.dating.claim import Claim
from data.parse.dating.spans import spans_of
from data.parse.dating.words import dating_words
from data.parse.lazy import remembered
from data.parse.readings import Readings

_TOPIC = 6
"""Sentences at the beginning among which a text says what period its report is about."""

_NEAR = 12
"""Most sentences between the period and what is counted in it."""

_RECENT = 200
"""Most days between the end of a period and the report about it."""


def time_of_report(claim: Claim) -> TimeExpression | None:
    """The period of the report that an article is about, for what the report counts.

    "Half of the dead were children" tells of the first half of the year, if that is what the
    report of the mission counts the dead of.
    """
    words, (reading, draft, _) = dating_words(), claim
    if draft.possible or draft.quantity is None or draft.kind not in words.period_kinds:
        return None
    if any(not word.endswith("s") for word in words.events & reading.word_set):
        return None  # "a blast killed 12": one day of them
    has_verb = not draft.first <= draft.verb < draft.stop  # unlike "deaths rose to 1,659"
    helping = helping_words(reading.tokens, draft.verb) if has_verb else ()
    has_perfect = not words.perfect.isdisjoint(reading.norms)
    if has_perfect or not words.beside_no_past.isdisjoint(helping):
        return None
    found = _topic(reading.whole)
    if found is None or not found[0] <= reading.at <= found[0] + _NEAR:
        return None
    last, published = found[1].last_day, claim.published
    recent = last and (published is None or 0 <= (published - last).days <= _RECENT)
    return found[1] if recent else None


@remembered
def _topic(readings: Readings) -> tuple[int, TimeExpression] | None:
    """The first period that a text tells of beside a word for a report, and its sentence."""
    words = dating_words()
    for at in range(min(_TOPIC, len(readings))):
        reading = readings[at]
        for span in spans_of(reading):
            if span.time.rule not in words.periods or span.time.relation != "on":
                continue
            is_report = not words.report_nouns.isdisjoint(reading.word_set)
            if is_report and not is_background(reading, span):
                return at, span.time
    return None
