"""Captures: which places change hands in a sentence, when, and who holds them afterwards."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Sequence

from data import lexicon
from data.lexicon.capturing import CaptureRule
from data.parse.calendar.times import TimeExpression
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.spans import day_told, spans_of
from data.parse.dating.sentence.scope import dating_expression
from data.parse.draft import Draft
from data.parse.grounds.gone_before import gone_before
from data.parse.reading import Reading
from data.parse.readings import Readings
from data.parse.statements.constructions import Construction, construe
from data.parse.statements.taken import Taken, may_name, named_in
from data.parse.statements.taken_lists import objects_behind
from data.parse.statements.takers import is_armed_group
from data.parse.statements.telling import Telling, stand_ins
from data.parse.words.inflection import verb_forms
from data.parse.words.phrases import PhraseMatcher

_KIND = "capture"
_COUNTED = "capitals"

_DATE_REACH = 5
"""Most tokens between a place of a list and its own day."""

_NOUN_DATE_REACH = 2
"""Most tokens between a noun and its day: "its loss on Sunday"."""

_LOOK_BACK = 4
"""Sentences back in which the town of "the city" or the day of "in the evening" stands."""

_OLD_DAYS = 200
"""What was taken so many days before publication is background."""


def find_captures(
    readings: Readings, published: dt.date | None, numbers: Sequence[Sequence[Draft]]
) -> list[list[Draft]]:
    """Drafts of the captures that each sentence tells of, one for each place.

    Questions make none.

    Args:
        readings: The article's sentences.
        published: Publication date of the article.
        numbers: What the numbers of each sentence state.
    """
    found: list[list[Draft]] = [[] for _ in readings]
    told: Draft | None = None
    for at, reading in enumerate(readings):
        if not _may_tell(reading):
            continue
        counted = at > 0 and bool(numbers[at - 1]) and numbers[at - 1][-1].kind == _COUNTED
        town = told.places[0] if told and at - told.at <= _LOOK_BACK else None
        found[at] = [*_captures_in(reading, published, town, counted)]
        towns = [draft for draft in found[at] if "/" in draft.places[0]]
        told = towns[-1]._replace(at=at) if towns else told
    return found


def _may_tell(reading: Reading) -> bool:
    """Whether it has a word of capture, and a place that can be taken or a word for one."""
    words = reading.word_set
    if _openings().isdisjoint(words) or reading.sentence.is_question:
        return False
    if may_name(words) and named_in(reading):
        return True
    may_stand_in = not stand_ins().last_words.isdisjoint(words)
    return "its" in words or (may_stand_in and reading.has(stand_ins()))


def _captures_in(
    reading: Reading, published: dt.date | None, town: str | None, counted: bool
) -> Iterator[Draft]:
    told: set[tuple[str, str]] = set()
    for match in _words().find(reading.tokens, reading.lower):
        for rule in match.payload:
            telling = Telling(reading, rule, match.first, match.stop, town, counted)
            construction = construe(telling)
            if construction is None or _is_old(reading, published):
                continue
            for draft in _drafts(telling, construction):
                if (draft.action, draft.places[0]) not in told:
                    told.add((draft.action, draft.places[0]))
                    yield draft
            break


def _drafts(told: Telling, construction: Construction) -> Iterator[Draft]:
    rule, known, action = told.rule, construction.places, told.rule.action
    if rule.action_to_group and is_armed_group(construction.taker.code):
        action = rule.action_to_group
    for place, time in _with_days(told, construction):
        first, stop = (told.first, told.stop) if place in known else (place.first, place.stop)
        draft = Draft(
            kind=_KIND,
            rule=f"captures.{rule.id}",
            action=f"{action} district" if place.is_district else action,
            first=first,
            stop=stop,
            verb=first,
            time=time,
            possible=rule.doubtful,
            who=construction.taker.words,
            actor=construction.taker.code,
            places=(place.code,),
            attributed_to=construction.taker.words if rule.doubtful else None,
            claimant=construction.taker.code if rule.doubtful else None,
        )
        undated = time is None and _is_undated(told.reading, draft)
        yield draft._replace(undated=True) if undated else draft


def _is_undated(reading: Reading, draft: Draft) -> bool:
    """Whether nothing tells when it was: "X had been taken before", "the third since Friday"."""
    words, time = lexicon.captures(), dating_expression(reading, draft)
    if time in gone_before(reading).values():
        return True
    if time is None:
        return not words.before.isdisjoint(reading.norms)
    return time.relation == "since" or time.rule in words.counting_times


def _with_days(
    told: Telling, construction: Construction
) -> Iterator[tuple[Taken, TimeExpression | None]]:
    """Places with the day that a list gives them, and those that share the verb of the first.

    "X and Y fell on Friday, Z on Saturday". Without such a list no day is known here, but for the
    one right behind a noun and that of the sentence before, which "in the evening" points at. Those
    "after X on Friday" have that day.
    """
    yield from _with_days_told(told, construction)
    for place in named_in(told.reading):
        if place.first > told.first and (time := gone_before(told.reading).get(place.first)):
            yield place, time


def _with_days_told(
    told: Telling, construction: Construction
) -> Iterator[tuple[Taken, TimeExpression | None]]:
    """The places that a verb or a noun tells of, and those that share it."""
    reading, gone = told.reading, gone_before(told.reading)
    places = [place for place in construction.places if place.first not in gone]
    if not places:
        return
    before = min(gone, default=len(reading.tokens))
    dates = [span for span in spans_of(reading) if told.stop <= span.first < before]
    listed = [*places, *_elliptical(reading, dates, places)]
    if len(dates) < 2 or listed[-1].first < dates[0].first:
        day = _day_of_noun(reading, dates, construction.noun_stop) or _day_before(told)
        yield from ((place, day) for place in listed)
        return
    for place in listed:
        later = (span.time for span in dates if span.first >= place.stop)
        yield place, next(later, None)


def _day_of_noun(reading: Reading, dates: Sequence[DatedSpan], stop: int) -> TimeExpression | None:
    """The day right behind a noun: "its loss on Sunday", "the fall of X, on Sunday"."""
    if not stop or not dates:
        return None
    between = reading.lower[stop : dates[0].first]
    is_near = len(between) <= _NOUN_DATE_REACH and {"on", ","}.issuperset(between)
    return dates[0].time if is_near else None


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


def _day_before(told: Telling) -> TimeExpression | None:
    """The day of a sentence before, of which one without a day tells more.

    It says "in the evening", or it tells which those are that the sentence before counts.
    """
    reading = told.reading
    if spans_of(reading) or not lexicon.captures().before.isdisjoint(reading.norms):
        return None
    reach = _LOOK_BACK if reading.has(_same_day()) else int(told.counted)
    for before in reversed(reading.whole[max(0, reading.at - reach) : reading.at]):
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
def _words() -> PhraseMatcher[tuple[CaptureRule, ...]]:
    """Every verb form and noun with the rules it may belong to."""
    captures = lexicon.captures()
    rules: dict[str, list[CaptureRule]] = {}
    for rule in captures.capture:
        forms = [
            form
            for verb in rule.verbs
            for form in verb_forms(verb, captures.irregular.get(verb.split()[0], ()))
        ]
        for form in dict.fromkeys((*forms, *rule.nouns)):
            rules.setdefault(form, []).append(rule)
    return PhraseMatcher((form, tuple(own)) for form, own in rules.items())


@functools.cache
def _openings() -> frozenset[str]:
    """Words one of which a sentence with a capture has: of "is in their hands" not the "is"."""
    auxiliaries = lexicon.grammar().auxiliaries
    return (_words().first_words - auxiliaries) | lexicon.captures().holding


@functools.cache
def _same_day() -> PhraseMatcher[bool]:
    return PhraseMatcher((phrase, True) for phrase in lexicon.captures().same_day)
