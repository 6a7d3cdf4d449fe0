"""Time scope: which calendar expressions of a sentence can date what it claims, and how closely."""

from __future__ import annotations

import bisect
import itertools
import operator
from collections.abc import Iterable, Sequence

from data import lexicon
from data.parse.calendar.times import TimeExpression
from data.parse.counting.verbs.former import held_once
from data.parse.dating.expressions.background import is_as_of, is_background, is_report_date
from data.parse.dating.expressions.counted_from import is_nowadays
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.delays import since_event
from data.parse.dating.expressions.records import is_record
from data.parse.dating.expressions.spans import spans_of
from data.parse.dating.sentence.another import belongs_to_another, is_own_day
from data.parse.dating.sentence.asides import tells_of_event
from data.parse.dating.sentence.barriers import is_cut_off
from data.parse.dating.sentence.circumstances import is_of_what_hurt_them, is_year_of_cause
from data.parse.dating.sentence.crossing import FAR, crossing_to, is_explained_by
from data.parse.dating.sentence.joints import has_its_verb_behind, has_time_at_its_verb
from data.parse.dating.sentence.limits import is_over_by_then
from data.parse.dating.sentence.onsets import (
    delay_before,
    is_beginning,
    measured_since,
    since_told,
    since_up_to,
)
from data.parse.dating.sentence.parts import is_part_of_another
from data.parse.dating.sentence.prospects import (
    comes_later,
    is_awaited,
    is_in_prospect,
    is_reached,
    is_wanted,
    lies_ahead,
)
from data.parse.dating.sentence.purposes import (
    is_of_making,
    is_of_need,
    is_of_purpose,
    is_of_rate,
    is_of_state,
)
from data.parse.dating.sentence.rivals import (
    has_since_of_its_own,
    is_before_those_who,
    is_since_before_own_day,
    is_since_of_waiting,
)
from data.parse.dating.words import DURATION, dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_FARTHEST = 1000
"""What any other time costs where one that lasts will do."""

_MOST_JUDGED = 8
"""Expressions of a sentence, the nearest ones, that are judged: with more it is a table."""

_first_of = operator.attrgetter("first")

_TELLING = frozenset({"on", "by", "since"})
"""Relations of a number to the time behind it, with which it takes its turn."""

_BEHIND_DATELINE = frozenset({":", "-", "–", "—"})

_TO_MAKING = 4
"""Most tokens of "handing the insurgents an" before a running number."""

_TURN = 2
"""Most tokens between a day and the next number."""


def dating_expression(reading: Reading, draft: Draft) -> TimeExpression | None:
    """The expression that dates a draft within its sentence: the nearest of those that can."""
    spans = spans_of(reading)
    if spans and is_over_by_then(reading, draft, spans):
        return None
    if spans and (measured := measured_since(reading, draft, spans)) is not None:
        return measured
    span = _nearest(reading, draft, spans) if spans else None
    if span is None and spans:
        span = delay_before(reading, draft, spans) or since_told(reading, draft, spans)
    if span is None:
        return None
    if is_explained_by(reading, draft, span):
        return span.time._replace(relation="on")
    since = since_event(reading, span)
    onset = span if span.time.relation == "since" else since
    if onset and is_record(reading, draft, onset):
        return None
    if since is None and is_beginning(reading, draft, span):
        return span.time._replace(relation="since")
    if since is None or since.first <= draft.first < since.stop:
        return since_up_to(reading, draft, span) or span.time
    return since_up_to(reading, draft, span) or since.time


def _nearest(reading: Reading, draft: Draft, spans: Sequence[DatedSpan]) -> DatedSpan | None:
    """The nearest expression that can date a draft; of two at one distance the first.

    Those with the fewest tokens between are judged first: as nothing makes an expression nearer
    than that, the others need not be judged in a sentence full of dates.
    """
    nearest: tuple[int, int] | None = None
    for between, number in _by_distance(draft, spans):
        if nearest is not None and between > nearest[0]:
            break
        distance = _distance(reading, draft, spans[number])
        if distance is not None and (nearest is None or (distance, number) < nearest):
            nearest = distance, number
    return spans[nearest[1]] if nearest is not None else None


def _by_distance(draft: Draft, spans: Sequence[DatedSpan]) -> Sequence[tuple[int, int]]:
    """Tokens between a draft and each of the expressions nearest to it, and the number of each."""
    near: Iterable[int] = range(len(spans))
    if len(spans) > 2 * _MOST_JUDGED:
        places = [bisect.bisect(spans, index, key=_first_of) for index in (draft.first, draft.verb)]
        reach = range(-_MOST_JUDGED, _MOST_JUDGED)
        near = {place + away for place in places for away in reach} & {*near}
    return sorted((_between(draft, spans[number]), number) for number in near)[:_MOST_JUDGED]


def _between(draft: Draft, span: DatedSpan) -> int:
    """Tokens between a draft or its verb and an expression.

    One between the two is as far as from the draft: "took 12 on Monday and, by Friday, 40".
    """
    if draft.verb < span.first < draft.first:
        return draft.first - span.first
    return min(abs(span.first - draft.first), abs(span.first - draft.verb) + 1)


def _distance(reading: Reading, draft: Draft, span: DatedSpan) -> int | None:
    """Tokens between a draft and an expression; None where it cannot date the draft."""
    if is_own_day(reading, draft, span):
        return 0
    crossing = crossing_to(reading, draft, span)
    if crossing is None or _is_of_something_else(reading, draft, span, crossing):
        return None
    distance = crossing + _between(draft, span)
    if span.time.relation == "since" and _is_up_to_day_before(reading, draft, span):
        distance += _FARTHEST  # "As of June 30 it had spent $80 billion since 2005"
    if not crossing and _is_before_joint(reading, draft, span):
        distance += FAR  # "11 left on Monday, and 48 have left since May"
    if has_since_of_its_own(reading, draft, span):
        return None  # "900 came last May, and 40 have left since the road was cut"
    if is_since_before_own_day(reading, draft, span):
        distance += _FARTHEST  # "12 have fled since 2015 and 9 came in June"
    if is_since_of_waiting(reading, draft, span) or is_before_those_who(reading, draft, span):
        distance += _FARTHEST  # "trucks stuck since the fall of Kabul in May crossed on Monday"
    if _is_of_circumstance(reading, draft, span):
        distance += FAR  # "With the gate shut since May, 900 crossed on Friday"
    if has_time_at_its_verb(reading, draft, span):
        distance += _FARTHEST  # "those shot on Monday were among 90 who fled in May"
    if has_its_verb_behind(reading, draft, span):
        distance += _FARTHEST  # "73 were held on Monday, while 60 others were held on Tuesday"
    if span.time.rule == DURATION and any(map(_is_of_calendar, spans_of(reading))):
        distance += FAR  # "crossed in a single day at the weekend"
    if _is_in_turn(reading, draft, span):
        distance += FAR  # "12 on Monday and 9 on Tuesday"
    if span.stop <= draft.first and is_part_of_another(reading.lower, draft.stop):
        distance += FAR  # "900 have left since May, 48 of them on Monday"
    if draft.quantity and draft.quantity.is_ordinal:
        # "the fifth attack in a week on Friday" has no day of its own,
        # "on Friday, the eighth town to fall in six days" has one
        # "on Friday, making it the eighth to fall in six days" counts those days
        is_of_day = draft.kind in lexicon.kinds_with("held") and not _is_summed_up(reading, draft)
        distance += _FARTHEST if _lasts(span) == is_of_day else 0
    return distance


def _is_of_something_else(reading: Reading, draft: Draft, span: DatedSpan, crossing: int) -> bool:
    """Whether an expression dates a report, a purpose, another claim, or what is only meant.

    Args:
        reading: The sentence.
        draft: The claim.
        span: The expression.
        crossing: How far it is from the claim's clause to the expression's; 0 in one clause.
    """
    relation = "on" if is_explained_by(reading, draft, span) else span.time.relation
    if relation == "after" and is_of_what_hurt_them(reading, draft, span):
        return False  # "Three bodies were brought in after Tuesday's protest"
    if relation == "after" or (relation == "before" and not lies_ahead(reading, span)):
        return True
    if relation == "until" and not (held_once(reading, draft) or lies_ahead(reading, span)):
        return True  # "The Taliban held 80 districts until July 3", and no more
    if is_report_date(reading, span, draft) or is_nowadays(reading, draft, span.time):
        return True
    if is_of_purpose(reading, draft, span) or is_of_state(reading, draft, span):
        return True
    if is_of_making(reading, draft, span) or is_of_rate(reading, span):
        return True
    if is_of_need(reading, draft, span) or is_year_of_cause(reading, draft, span):
        return True
    if is_background(reading, span) and not is_explained_by(reading, draft, span):
        return True
    if is_cut_off(reading, draft, span) or belongs_to_another(reading, draft, span):
        return True
    if crossing and lies_ahead(reading, span) and not tells_of_event(reading, span):
        return True  # "needs $2 million as stocks will end by July"
    if is_awaited(reading, draft, span) or is_reached(reading, draft, span):
        return True
    if is_wanted(reading, draft, span):
        return True
    if draft.possible and relation == "since":
        return True  # "has raged since May and thousands could flee"
    is_apart = crossing or relation == "since" or span.first < draft.verb
    return bool(is_apart and is_in_prospect(reading, draft) and not comes_later(reading, span))


def _is_in_turn(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a number that has a day right behind it follows the day of another one."""
    first = draft.quantity.outer_first if draft.quantity else draft.first
    joints = dating_words().turn_joints
    if not 0 < first - span.stop <= _TURN or reading.lower[span.stop] not in joints:
        return False
    own = next((other for other in spans_of(reading) if other.first > draft.first), None)
    if own is None or own.time.relation not in _TELLING:
        return False
    if draft.quantity and draft.quantity.is_ordinal:
        return False  # "Herat on Monday, the second city to fall in a week"
    between = reading.lower[draft.stop : own.first]
    counts = any(draft.first < one.first < own.first for one in reading.quantities)
    return not counts and joints.isdisjoint(between)


def _is_up_to_day_before(reading: Reading, draft: Draft, since: DatedSpan) -> bool:
    """Whether a sentence opens with the day, now past, up to which it was counted so."""
    first, published = spans_of(reading)[0], reading.article.published
    if first.first != 2 or since.first < draft.stop or not is_as_of(reading, first):
        return False
    day = first.time.last_day
    is_past = published is None or (day is not None and (published - day).days > 1)
    return is_past and first.stop <= draft.first


def _is_of_circumstance(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a time closes an opening with "with", which tells how things were meanwhile."""
    norms = reading.lower
    if norms[span.stop : span.stop + 1] != [","] or span.stop >= draft.first:
        return False
    opening = [i for i in range(span.first) if norms[i] == "with"]
    return any(not i or norms[i - 1] in _BEHIND_DATELINE for i in opening)


def _is_before_joint(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a time stands in a part with a verb before a claim's: "9 left in May, and 8 fled".

    "9,000 were flown out since May, with 300 evacuated on Friday" has two parts, too.
    """
    if draft.verb <= draft.first or span.stop > draft.first:
        return False
    between = reading.lower[span.stop : draft.first]
    joints = dating_words().joints
    if joints.isdisjoint(between) or not any(verb.first < span.first for verb in reading.verbs):
        return False
    return any(one == "," and other in joints for one, other in itertools.pairwise(between))


def _is_summed_up(reading: Reading, draft: Draft) -> bool:
    """Whether a running number ends a sentence: "making it the fourth", "giving them a fifth"."""
    before = reading.lower[max(0, draft.first - _TO_MAKING) : draft.first]
    return not dating_words().summing_up.isdisjoint(before)


def _is_of_calendar(span: DatedSpan) -> bool:
    """Whether a time is a day, a week or a month of the calendar, which says more than how long."""
    known = span.time.first_day is not None and span.time.last_day is not None
    return known and span.time.relation == "on" and span.time.rule != DURATION


def _lasts(span: DatedSpan) -> bool:
    return span.time.relation == "since" or span.time.first_day != span.time.last_day
