"""Captures: which places change hands in a sentence, when, and who holds them afterwards."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Sequence

from data import lexicon
from data.lexicon.capturing import CaptureRule
from data.parse.calendar.times import TimeExpression
from data.parse.dating.background import DatedSpan
from data.parse.dating.scope import day_told, spans_of
from data.parse.draft import Draft
from data.parse.phrases import Match, PhraseMatcher
from data.parse.reading import Reading
from data.parse.statements.constructions import (
    Construction,
    construe,
    words_of_captures,
)
from data.parse.statements.taken import Taken, objects_behind

_DATE_REACH = 5
"""Most tokens between a place of a list and its own day."""

_LOOK_BACK = 4
"""Sentences back in which the day of "in the evening" stands."""

_OLD_DAYS = 200
"""What was taken so many days before publication is background."""


def find_captures(reading: Reading, published: dt.date | None) -> Iterator[Draft]:
    """Drafts of the captures that a sentence tells of, one for each place and day.

    Headlines in a page's markup and questions make none.

    Args:
        reading: The sentence.
        published: Publication date of the article.
    """
    if words_of_captures().first_words.isdisjoint(reading.word_set):
        return
    sentence = reading.sentence
    if sentence.is_heading or sentence.is_question or not _may_name_place(reading):
        return
    told: set[str] = set()
    for match in words_of_captures().find(reading.tokens):
        for rule in match.payload:
            construction = construe(reading, match, rule)
            if construction is None or _is_old(reading, published):
                continue
            for draft in _drafts(reading, match, rule, construction):
                if draft.places[0] not in told:
                    told.add(draft.places[0])
                    yield draft
            break


def _may_name_place(reading: Reading) -> bool:
    """Whether it names a place, or "the city" can be one that the sentence before names."""
    return bool(reading.names or (reading.at and reading.whole[reading.at - 1].names))


def _drafts(
    reading: Reading,
    match: Match[Sequence[CaptureRule]],
    rule: CaptureRule,
    construction: Construction,
) -> Iterator[Draft]:
    known = construction.places
    for place, time in _with_days(reading, match.stop, known):
        span = match if place in known else place
        yield Draft(
            kind="capture",
            rule=f"captures.{rule.id}",
            action=rule.action,
            first=span.first,
            stop=span.stop,
            verb=span.first,
            time=time,
            possible=rule.doubtful,
            who=construction.taker.words,
            actor=construction.taker.code,
            places=(place.code,),
        )


def _with_days(
    reading: Reading, behind: int, places: Sequence[Taken]
) -> Iterator[tuple[Taken, TimeExpression | None]]:
    """Places with the day that a list gives them, and those that share the verb of the first.

    "X and Y fell on Friday, Z on Saturday". Without such a list no day is known here, but for the
    one of the sentence before that "in the evening" points at.
    """
    dates = [span for span in spans_of(reading) if span.first >= behind]
    all_places = [*places, *_elliptical(reading, dates, places)]
    if len(dates) < 2 or all_places[-1].first < dates[0].first:
        day = _day_before(reading)
        yield from ((place, day) for place in all_places)
        return
    for place in all_places:
        later = (span.time for span in dates if span.first >= place.stop)
        yield place, next(later, None)


def _elliptical(
    reading: Reading, dates: Sequence[DatedSpan], places: Sequence[Taken]
) -> Iterator[Taken]:
    """Places behind a first day that have a day of their own but no verb."""
    if len(dates) < 2:
        return
    for place in objects_behind(reading, dates[0].stop):
        is_dated = any(0 <= date.first - place.stop <= _DATE_REACH for date in dates)
        if is_dated and place not in places:
            yield place


def _day_before(reading: Reading) -> TimeExpression | None:
    """The day of a sentence before, where one without a day says "in the evening" of it."""
    if spans_of(reading) or not reading.has(_same_day()):
        return None
    for before in reversed(reading.whole[max(0, reading.at - _LOOK_BACK) : reading.at]):
        if spans_of(before):
            return day_told(before)
    return None


def _is_old(reading: Reading, published: dt.date | None) -> bool:
    """Whether a sentence tells of a day long before publication."""
    if published is None:
        return False
    horizon = published - dt.timedelta(days=_OLD_DAYS)
    return any(span.time.last_day and span.time.last_day < horizon for span in spans_of(reading))


@functools.cache
def _same_day() -> PhraseMatcher[bool]:
    return PhraseMatcher((phrase, True) for phrase in lexicon.captures().same_day)
