"""Reports: the period that a report is about and the day of a total, for whatever it counts."""

from __future__ import annotations

import bisect
import itertools
import operator
from collections.abc import Iterator

from data import lexicon
from data.fact import Fact
from data.parse.calendar.times import TimeExpression
from data.parse.clauses import helping_words
from data.parse.dating.aspect.happened import tells_what_happened
from data.parse.dating.claim import Claim
from data.parse.dating.event_time import EventTime
from data.parse.dating.expressions.background import is_background
from data.parse.dating.expressions.spans import spans_of
from data.parse.dating.nearby import sentences_above
from data.parse.dating.words import VICTIMS, dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.reading import Reading
from data.parse.readings import Readings
from data.parse.text.sentence import Sentence

_TOPIC = 6
"""Sentences at the beginning among which a text says what period its report is about."""

_NEAR_TOPIC = 12
"""Most sentences between the period and what is counted in it."""

_RECENT = 200
"""Most days between the end of a period and the report about it."""

_REPORTED = 27
"""Least days between the first and the last of such a period: a month."""

_NEAR_TOTAL = 12
"""Most sentences between a total and a part of it."""

_DAYS = 2
"""Most days that a total is of."""

_start = operator.attrgetter("start")


def time_of_report(claim: Claim) -> TimeExpression | None:
    """The period of the report that an article is about, for what the report counts.

    "Half of the dead were children" tells of the first half of the year, if that is what the
    report of the mission counts the dead of.
    """
    words, (reading, draft, _) = dating_words(), claim
    if draft.possible or draft.quantity is None or draft.kind not in lexicon.kinds_with("reported"):
        return None
    if any(not word.endswith("s") for word in words.events & reading.word_set):
        return None  # "a blast killed 12": one day of them
    has_verb = not draft.first <= draft.verb < draft.stop  # unlike "deaths rose to 1,659"
    helping = helping_words(reading.tokens, draft.verb) if has_verb else ()
    has_perfect = not words.perfect.isdisjoint(reading.norms)
    if has_perfect or not words.beside_no_past.isdisjoint(helping):
        return None
    found = _topic(reading.whole) or (
        _topic_of_count(reading.whole) if draft.kind == VICTIMS else None
    )
    if found is None or not found[0] <= reading.at <= found[0] + _NEAR_TOPIC:
        return None
    last, published = found[1].last_day, claim.published
    recent = last and (published is None or 0 <= (published - last).days <= _RECENT)
    return found[1] if recent else None


@remembered
def _topic(readings: Readings) -> tuple[int, TimeExpression] | None:
    """The first period that a text tells of beside a word for a report, and its sentence."""
    for at, time in _periods(readings):
        if not dating_words().report_nouns.isdisjoint(readings[at].word_set):
            return at, time
    return None


@remembered
def _topic_of_count(readings: Readings) -> tuple[int, TimeExpression] | None:
    """The first period of which somebody keeps count, or tells in a report right below."""
    words = dating_words()
    for at, time in _periods(readings):
        below = readings[min(at + 1, len(readings) - 1)]
        if not _is_long(time):
            continue
        counts = not words.recording.isdisjoint(readings[at].word_set)
        if counts or not words.report_nouns.isdisjoint(below.word_set):
            return at, time
    return None


def _is_long(time: TimeExpression) -> bool:
    """Whether a period is one that a mission or a charity reports on."""
    first, last = time.first_day, time.last_day
    return first is not None and last is not None and (last - first).days >= _REPORTED


def _periods(readings: Readings) -> Iterator[tuple[int, TimeExpression]]:
    """The periods that a text tells of at its beginning, and the sentence of each."""
    for at in range(min(_TOPIC, len(readings))):
        for span in spans_of(readings[at]):
            is_period = span.time.rule in dating_words().periods and span.time.relation == "on"
            if is_period and not is_background(readings[at], span):
                yield at, span.time


def time_of_total(claim: Claim) -> EventTime | None:
    """The day of the total that a claim is a part of.

    "On Sunday 40 rebels were killed in strikes in three provinces. In Helmand, 14 were killed".
    """
    reading, draft, earlier = claim
    if draft.quantity is None or draft.quantity.value is None:
        return None
    if not tells_what_happened(reading, draft) or spans_of(reading):
        return None
    sentence = _roundup_above(reading)
    if sentence is None:
        return None
    first = bisect.bisect_left(earlier, sentence.start, key=_start)
    told = itertools.takewhile(lambda one: one.start < sentence.end, earlier[first:])
    total = next((one for one in told if _is_total(one, draft, draft.quantity.value)), None)
    return EventTime.of_fact(total) if total is not None else None


@remembered
def _roundup_above(reading: Reading) -> Sentence | None:
    """The last sentence near above that has a time, if it tells of several places."""
    several = dating_words().several
    near = tuple(sentences_above(reading, _NEAR_TOTAL - 1))
    if all(several.isdisjoint(one.word_set) for one in near):
        return None
    last = next((one for one in near if spans_of(one)), None)
    return None if last is None or several.isdisjoint(last.word_set) else last.sentence


def _is_total(fact: Fact, draft: Draft, part: float) -> bool:
    """Whether a fact counts what a claim counts, and more of it, on a day or two."""
    if fact.kind != draft.kind or fact.action != draft.action:
        return False
    if fact.value is None or fact.value <= part:
        return False
    first, last = fact.when_start, fact.when_end
    return first is not None and last is not None and (last - first).days <= _DAYS
