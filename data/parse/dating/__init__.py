"""Dating: which calendar expression says when a claim's happening was.

An expression dates the clause it stands in: in "the delegation, which came on Thursday,
promised", Thursday is when they came. The day on which somebody says so dates nothing. A claim
without a time takes it from the sentence it goes on with, from the same figure elsewhere, or from
the claim of its kind before it, if both tell of the past; else it is undated.

``aspect`` says whether a claim happened at some time at all, ``expressions`` what the times of a
sentence are the time of, ``sentence`` which of them dates a claim, ``events`` and ``story`` what it
takes over from elsewhere in the text. All ask of a ``claim``; ``words`` has the words they ask for.
"""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.fact import Fact
from data.parse.calendar.times import TimeExpression
from data.parse.clauses import helping_words
from data.parse.counting.verbs.deeds import is_deed
from data.parse.dating.aspect.happened import (
    is_done,
    tells_the_past,
    tells_what_happened,
    verb_of,
)
from data.parse.dating.aspect.timeless import is_so_now, is_timeless, is_whole
from data.parse.dating.aspect.vague_times import is_vague, tells_so_far
from data.parse.dating.claim import Claim
from data.parse.dating.event_time import EventTime
from data.parse.dating.events.counted_days import day_beside_event, days_from_opening
from data.parse.dating.events.event_day import (
    counts_victims,
    day_of_attack_above,
    day_of_event_below,
    day_of_same_event,
    day_of_victims,
)
from data.parse.dating.events.exercises import days_of_airlift, days_of_exercise
from data.parse.dating.events.figures import (
    time_of_part,
    time_of_same_fact,
    time_of_same_figure,
)
from data.parse.dating.events.flights import (
    day_of_flight_above,
    day_of_flight_below,
)
from data.parse.dating.events.lead import day_of_next_sentence, day_told_below
from data.parse.dating.events.running_totals import (
    day_of_last_counted,
    day_of_running_total,
)
from data.parse.dating.events.scenes import is_told_before, sets_new_scene
from data.parse.dating.events.since import (
    days_counted,
    time_since,
    time_since_turn,
)
from data.parse.dating.events.told_next import day_told_next
from data.parse.dating.events.toll import (
    day_of_event_named,
    day_of_own_event,
    day_of_risen_toll,
    time_of_count_before,
    time_of_toll,
)
from data.parse.dating.expressions.counted_from import period_of_head
from data.parse.dating.expressions.lines import day_of_caption
from data.parse.dating.nearby import sentence_before
from data.parse.dating.sentence.courses import days_of_course
from data.parse.dating.sentence.joints import tells_lasting
from data.parse.dating.sentence.scope import dating_expression
from data.parse.dating.story.carried import time_carried
from data.parse.dating.story.earlier_claims import (
    counts_there,
    time_of_kind,
    time_of_sentence_before,
    time_of_story,
)
from data.parse.dating.story.entries import (
    day_of_update,
)
from data.parse.dating.story.narration import (
    day_going_on,
    day_of_narration,
    day_of_scene,
    time_of_narration,
)
from data.parse.dating.story.progress import day_of_measure, is_at_its_end
from data.parse.dating.story.reports import time_of_report, time_of_total
from data.parse.dating.story.same_subject import (
    time_of_same_subject,
    time_they_acted,
)
from data.parse.dating.story.sequels import (
    adds_others,
    adds_up,
    befell_later,
    goes_on,
    opens_with_those,
    points_back,
)
from data.parse.dating.story.shares import is_part_in_sentence, time_of_share
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading


def time_of(reading: Reading, draft: Draft, earlier: Sequence[Fact] = ()) -> EventTime | None:
    """When what a draft claims happened, as far as the text tells.

    Args:
        reading: The sentence the draft is from.
        draft: The claim.
        earlier: The facts before it, in text order.
    """
    time = _time_told(reading, draft, earlier)
    return None if time is not None and _is_later(reading, draft, time) else time


def _is_later(reading: Reading, draft: Draft, time: EventTime) -> bool:
    """Whether a verb puts a claim behind the days that the words around it name.

    "Had 2,500 men in January, of whom 650 will stay", "took 40 on Monday, 12 have since fled".
    """
    published = reading.article.published
    if published is None or time.last_day is None or time.last_day >= published:
        return False
    verb = verb_of(draft)
    if any(own.start > reading.tokens[verb].start for own in reading.times):
        return False  # "will spend $3bn, up from $2bn in January"
    if not dating_words().to_come.isdisjoint(helping_words(reading.tokens, verb)):
        return True
    since = verb - 1 - (reading.lower[verb - 1 : verb] == ["been"])
    helped = reading.lower[since - 1 : since + 1] if since > 0 else []
    return helped[1:] == ["since"] and helped[0] in dating_words().earlier_tenses


def _time_told(reading: Reading, draft: Draft, earlier: Sequence[Fact]) -> EventTime | None:
    """When the words around a claim say that it happened, whatever its own verb leaves of it."""
    claim = Claim(reading, draft, earlier)
    if draft.time is not None:
        return claim.dated(draft.time)
    if draft.undated or is_timeless(reading, draft):
        return None
    words = dating_words()
    if draft.kind in lexicon.kinds_with("timeless") and draft.first <= draft.verb < draft.stop:
        return None
    time = (
        day_of_last_counted(claim)
        or days_of_course(reading, draft)
        or dating_expression(reading, draft)
    )
    if draft.action in words.timeless:
        is_told = time is not None and not is_whole(reading, draft, time)
        return claim.dated(time) if is_told else None
    if time is not None:
        return _not_to_come(claim, days_counted(claim, time))
    if _has_days_unknown(reading):
        return None
    if is_deed(reading, draft.verb):  # "the deaths of 12 men" tells of no event of its own
        draft = draft._replace(action="count", happening=None, verb=draft.first)
        claim = Claim(reading, draft, earlier)
    if is_so_now(reading, draft):
        return None
    if befell_later(reading, draft):
        return None
    if (counted := time_of_count_before(claim)) is not None:
        return counted
    around = (
        day_beside_event(claim)
        or days_from_opening(claim)
        or days_of_exercise(claim)
        or days_of_airlift(claim)
        or time_carried(claim)
    )
    if (time := around or _told_elsewhere(claim)) is not None:
        lasts = time.relation == "since" or time.first_day != time.last_day
        # "took 30 in June. It now holds 90"
        return None if lasts and tells_lasting(reading, draft) else claim.dated(time)
    if (share := time_of_share(claim)) is not None:
        return share
    if draft.action in words.standing and not tells_what_happened(reading, draft):
        return None
    return _taken_over(claim)


def _has_days_unknown(reading: Reading) -> bool:
    """Whether a sentence has days of its own that nobody can tell: "on Sunday", of no known week.

    Without a day of publication; days told elsewhere are not these.
    """
    return reading.article.published is None and any(
        time.first_day is None for time in reading.times
    )


def _not_to_come(claim: Claim, time: TimeExpression) -> EventTime | None:
    """The days of the expression that dates a claim, as far as they can be past where it is."""
    published = claim.published
    event = EventTime.of_expression(time, published)
    if is_at_its_end(claim, time):
        event = event.at_its_end()
    is_past = tells_the_past(claim.reading, claim.draft) or tells_so_far(claim.reading)
    if published is not None and not is_past and is_done(claim.reading, claim.draft):
        ahead = event.begins_with(published)  # "in the next 48 hours"
        return event if ahead else event.up_to(published)  # "killed 12 this month"
    if published is None or not is_past:
        return event
    is_to_come = time.first_day is not None and time.first_day > published
    return None if is_to_come else event.up_to(published)


def _told_elsewhere(claim: Claim) -> TimeExpression | None:
    """The time of the number a claim is a part of, of the same figure, or of its event."""
    if is_vague(claim.reading):
        return None
    return (
        day_of_measure(claim)
        or day_of_running_total(claim)
        or time_of_part(claim.reading, claim.draft)
        or time_since(claim)
        or time_since_turn(claim)
        or time_of_same_figure(claim)
        or day_of_own_event(claim)
        or day_of_event_below(claim)
        or day_told_below(claim)
        or day_of_flight_below(claim)
        or day_of_flight_above(claim)
        or day_of_same_event(claim)
        or day_going_on(claim)
        or day_of_caption(claim.reading)
        or day_of_event_named(claim)
        or day_of_risen_toll(claim)
        or day_of_next_sentence(claim)
        or day_told_next(claim)
    )


def _taken_over(claim: Claim) -> EventTime | None:
    """The time that a claim without a word for one has from the claims or the report around it."""
    reading, draft, earlier = claim
    if goes_on(reading, draft):
        before = time_of_sentence_before(reading, earlier)
        if before is None and opens_with_those(reading) and counts_there(reading, earlier):
            return None  # "hosts 900 Afghans. Of them, 40 hold cards"
        return before or time_of_story(claim)
    if is_part_in_sentence(claim) or adds_others(claim):
        return EventTime.of_fact(earlier[-1])
    if points_back(reading):
        period = (
            claim.dated(period_of_head(reading.whole))
            or time_of_kind(claim)
            or time_of_sentence_before(reading, earlier)
        )
        is_day = period is not None and period.first_day == period.last_day
        if period is None or (is_day and "reporting" in reading.norms):
            return None  # a day is no reporting period
        return None if period.begins_with(claim.published) else period
    if is_vague(reading) or adds_up(reading):
        return time_of_toll(claim)
    return time_of_story(claim) or time_of_total(claim) or _from_around(claim)


def _from_around(claim: Claim) -> EventTime | None:
    """The time of the report, the narration or the scene that a claim is a part of."""
    reading, draft, _ = claim
    time, above = time_of_report(claim), sentence_before(reading)
    if time is None and above and counts_victims(reading, draft):
        time = day_of_victims(above) or day_of_attack_above(above)
        if time and is_told_before(reading, time.first_day):
            return None
    return (
        claim.dated(time or day_of_narration(claim))
        or time_of_narration(claim)
        or time_of_same_subject(claim)
        or time_they_acted(claim)
        or _told_again(claim)
        or day_of_update(claim)
        or claim.dated(day_of_scene(claim))
        or time_of_toll(claim)
    )


def _told_again(claim: Claim) -> EventTime | None:
    """The time of the same happening above, where a claim tells of it as past and elsewhere not."""
    if not tells_what_happened(claim.reading, claim.draft) or sets_new_scene(claim.reading):
        return None
    return time_of_same_fact(claim)
