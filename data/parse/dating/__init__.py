"""Dating: which calendar expression says when a claim's happening was.

An expression dates the clause it stands in: in "the delegation, which came on Thursday,
promised", Thursday is when they came. The day on which somebody says so dates nothing. A claim
without a time takes it from the sentence it goes on with, from the same figure elsewhere, or from
the claim of its kind before it, if both tell of the past; else it is undated.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from data.fact import Fact
from data.parse.calendar.times import TimeExpression
from data.parse.dating.captions import day_of_caption
from data.parse.dating.claim import Claim
from data.parse.dating.conflict import days_of_conflict
from data.parse.dating.entries import day_of_entry, day_of_heading, is_line
from data.parse.dating.event_day import (
    counts_victims,
    day_of_attack_below,
    day_of_event_above,
    day_of_event_below,
    day_of_same_event,
    names_event,
)
from data.parse.dating.event_time import EventTime
from data.parse.dating.figures import (
    moved,
    time_of_part,
    time_of_same_fact,
    time_of_same_figure,
)
from data.parse.dating.flights import day_of_flight_above
from data.parse.dating.happened import tells_the_past, tells_what_happened
from data.parse.dating.headed import period_of_head
from data.parse.dating.headline import day_announced, is_headline
from data.parse.dating.lead import day_of_flight_below, day_of_lead, day_told_below
from data.parse.dating.lists import lead_of_list
from data.parse.dating.live import day_of_update
from data.parse.dating.narration import day_going_on, day_of_narration
from data.parse.dating.occasion import day_of_saying, day_told_next, time_of_occasion
from data.parse.dating.onset import days_counted
from data.parse.dating.progress import day_of_measure
from data.parse.dating.report_period import time_of_report
from data.parse.dating.rounded import day_of_exact_number
from data.parse.dating.roundup import time_of_total
from data.parse.dating.same_subject import time_of_same_subject
from data.parse.dating.scene import day_of_scene
from data.parse.dating.scope import dating_expression
from data.parse.dating.sequels import adds_up, goes_on, opens_with_those, points_back
from data.parse.dating.spans import day_told
from data.parse.dating.story import (
    counts_there,
    is_told_before,
    says_on,
    sets_new_scene,
    time_of_kind,
    time_of_sentence_before,
    time_of_story,
    time_since,
)
from data.parse.dating.timeless import is_timeless, is_whole
from data.parse.dating.toll import day_of_event_named, time_of_toll
from data.parse.dating.turning_points import time_since_same_turn, time_since_turn
from data.parse.dating.vague_times import is_vague, tells_hour, tells_so_far
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_LOOK_BACK = 3
"""Sentences before a claim in which its time is looked for."""

_OF_WHOM = (["of", "whom"], ["of", "which"])


def time_of(
    readings: Sequence[Reading],
    at: int,
    draft: Draft,
    published: dt.date | None = None,
    earlier: Sequence[Fact] = (),
) -> EventTime | None:
    """When what a draft claims happened, as far as the text tells.

    Args:
        readings: The article's sentences.
        at: Index of the sentence the draft is from.
        draft: The claim.
        published: The publication date, at which "since May 1" ends.
        earlier: The facts before it, in text order.
    """
    claim = Claim(readings, at, draft, published, earlier)
    if draft.time is not None:
        return claim.dated(draft.time)
    if draft.undated or is_timeless(claim.reading, draft):
        return None
    words = dating_words()
    if draft.kind in words.timeless_kinds and draft.first <= draft.verb < draft.stop:
        return None
    time = dating_expression(claim.reading, draft)
    if draft.action in words.timeless:
        is_told = time is not None and not is_whole(claim.reading, draft, time)
        return claim.dated(time) if is_told else None
    if time is not None:
        return _not_to_come(claim, days_counted(readings, at, draft, time))
    if (time := _carried(claim) or _told_elsewhere(claim)) is not None:
        return claim.dated(time)
    if draft.action in words.standing and not tells_what_happened(claim.reading, draft):
        return None
    return _taken_over(claim)


def _not_to_come(claim: Claim, time: TimeExpression) -> EventTime | None:
    """The days of the expression that dates a claim, as far as they can be past where it is."""
    published = claim.published
    event = EventTime.of_expression(time, published)
    is_past = tells_the_past(claim.reading, claim.draft) or tells_so_far(claim.reading)
    if published is None or not is_past:
        return event
    is_to_come = time.first_day is not None and time.first_day > published
    return None if is_to_come else event.up_to(published)


def _told_elsewhere(claim: Claim) -> TimeExpression | None:
    """The time of the number a claim is a part of, of the same figure, or of its event."""
    if is_vague(claim.reading):
        return None
    return (
        day_of_measure(*claim.place)
        or time_of_part(claim.reading, claim.draft)
        or time_since(*claim.place)
        or time_since_turn(*claim.place)
        or time_of_same_figure(*claim.place)
        or day_of_exact_number(*claim.place)
        or day_of_event_below(claim.readings, claim.at)
        or day_told_below(*claim.place)
        or day_of_attack_below(claim.readings, claim.at)
        or day_of_flight_below(*claim.place)
        or day_of_flight_above(*claim.place)
        or day_of_same_event(*claim.place)
        or days_of_conflict(*claim.place)
        or day_told_next(*claim.place)
        or day_going_on(*claim.place)
        or day_of_caption(claim.reading)
        or day_of_event_named(*claim.place)
    )


def _taken_over(claim: Claim) -> EventTime | None:
    """The time that a claim without a word for one has from the claims or the report around it."""
    readings, at, draft, published, earlier = claim
    if goes_on(claim.reading, draft):
        before = time_of_sentence_before(readings, at, earlier)
        is_of_those = opens_with_those(claim.reading) and counts_there(readings[at - 1], earlier)
        if before is None and is_of_those:
            return None  # "hosts 900 Afghans. Of them, 40 hold cards"
        return before or time_of_story(readings, at, draft, earlier, published)
    if _is_part_in_sentence(claim):
        return EventTime.of_fact(earlier[-1])
    if points_back(claim.reading):
        period = (
            claim.dated(period_of_head(readings[0].whole))
            or time_of_kind(draft, earlier)
            or time_of_sentence_before(readings, at, earlier)
        )
        return None if period and period.begins_with(published) else period
    if is_vague(claim.reading) or adds_up(claim.reading):
        return time_of_toll(readings, at, draft, earlier)
    return (
        time_of_occasion(readings, at, draft, earlier)
        or time_since_same_turn(readings, at, draft, earlier)
        or time_of_story(readings, at, draft, earlier, published)
        or time_of_total(readings, at, draft, earlier)
        or _from_around(claim)
    )


def _from_around(claim: Claim) -> EventTime | None:
    """The time of the report, the narration or the scene that a claim is a part of."""
    readings, at, draft, published, earlier = claim
    time = time_of_report(readings, at, draft, published)
    if time is None and at and counts_victims(readings, at, draft):
        time = day_told(readings[at - 1])
        if time and is_told_before(claim.reading, time.first_day):
            return None
    if time is None and at and says_on(claim.reading, draft):
        time = day_told(readings[at - 1])
    return (
        claim.dated(time or day_of_narration(readings, at, draft))
        or time_of_same_subject(readings, at, draft, earlier)
        or _told_again(claim)
        or day_of_update(readings, at, draft, published)
        or claim.dated(day_of_scene(readings, at, draft))
        or time_of_toll(readings, at, draft, earlier)
    )


def _is_part_in_sentence(claim: Claim) -> bool:
    """Whether it is a part of the number before it: "lost 59 men, 35 of whom fell in combat"."""
    reading, stop = claim.reading, claim.draft.stop
    if reading.lower[stop : stop + 2] not in _OF_WHOM or "since" in reading.norms:
        return False
    if not dating_words().now.isdisjoint(reading.lower[stop + 2 : stop + 4]):
        return False  # "40 of whom are still in jail"
    return bool(claim.earlier) and claim.earlier[-1].start >= reading.sentence.start


def _told_again(claim: Claim) -> EventTime | None:
    """The time of the same happening above, where a claim tells of it as past and elsewhere not."""
    if not tells_what_happened(claim.reading, claim.draft) or sets_new_scene(claim.reading):
        return None
    return time_of_same_fact(claim.draft, claim.earlier)


def _carried(claim: Claim) -> TimeExpression | None:
    """The time of the sentence that a claim goes on with, or that a headline announces."""
    readings, at, draft, published, _ = claim
    reading = claim.reading
    if (lead := lead_of_list(readings, at)) is not None:
        return _time_above(readings, lead, draft)
    if is_headline(reading, at):
        return day_announced(readings, at, draft) or day_of_lead(readings, at, draft)
    if is_line(reading) and (announced := day_announced(readings, at, draft)) is not None:
        return announced
    if goes_on(reading, draft):
        return _time_above(readings, at - 1, draft)
    if (said := day_of_saying(reading, draft)) is not None:
        return said
    if at and tells_hour(reading):
        return _day_so_far(readings, at)
    if at and names_event(reading) and not is_vague(reading):
        above = day_told(readings[at - 1]) or day_of_event_above(readings, at, draft)
        return None if above and is_told_before(reading, above.first_day) else above
    return day_of_entry(readings, at, draft) or day_of_heading(readings, at, published)


def _time_above(readings: Sequence[Reading], at: int, draft: Draft) -> TimeExpression | None:
    """The time of the last number of a sentence above, or of its last word where it has none."""
    above = readings[at]
    quantity = above.quantities[-1] if above.quantities else None
    last = len(above.tokens) - 1
    if quantity is not None:
        there = moved(draft, above, quantity)
    else:
        there = draft._replace(first=last, stop=last + 1, verb=last, quantity=None, happening=None)
    time = dating_expression(above, there)
    if time is None and at and not above.verbs:  # "By region:" only divides what stands above it
        return _time_above(readings, at - 1, draft)
    return time


def _day_so_far(readings: Sequence[Reading], at: int) -> TimeExpression | None:
    """The single day that was last mentioned before a sentence."""
    for reading in reversed(readings[max(0, at - _LOOK_BACK) : at]):
        for time in reversed(reading.times):
            if time.first_day and time.first_day == time.last_day and time.relation == "on":
                return time
    return None
