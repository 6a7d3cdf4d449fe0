"""Carried: the time of the sentence that a claim goes on with, or that a headline announces."""

from __future__ import annotations

from data.parse.calendar.tense import tells_past
from data.parse.calendar.times import TimeExpression
from data.parse.dating.aspect.vague_times import is_vague, tells_hour
from data.parse.dating.claim import Claim
from data.parse.dating.events.counted_days import days_from_event
from data.parse.dating.events.event_day import day_of_event_above, is_of_another_toll, names_event
from data.parse.dating.events.figures import day_announced, moved
from data.parse.dating.events.scenes import is_told_before
from data.parse.dating.expressions.lines import is_headline
from data.parse.dating.expressions.spans import day_told, days_told
from data.parse.dating.nearby import sentence_before
from data.parse.dating.sentence.parts import is_part_of_another
from data.parse.dating.sentence.scope import dating_expression
from data.parse.dating.story.entries import (
    day_of_entry,
    day_of_heading,
    lead_of_list,
    period_of_heading,
)
from data.parse.dating.story.sequels import goes_on
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_LOOK_BACK = 3
"""Sentences before a claim in which its time is looked for."""


def time_carried(claim: Claim) -> TimeExpression | None:
    """The time of the sentence that a claim goes on with, or that a headline announces."""
    reading, draft, _ = claim
    above = sentence_before(reading)
    if (lead := lead_of_list(reading)) is not None:
        return _time_above(lead, draft)
    if is_headline(reading):
        return day_announced(claim)
    if above and goes_on(reading, draft):
        return _time_above(above, draft)
    if tells_hour(reading):
        return None if _tells_of_now(reading) else _day_so_far(claim)
    if above and names_event(reading) and not (is_vague(reading) or days_told(reading)):
        if is_of_another_toll(reading, draft) or days_from_event(reading) is not None:
            return None
        time = day_told(above) or day_of_event_above(claim)
        return None if time and is_told_before(reading, time.first_day) else time
    return day_of_entry(claim) or period_of_heading(claim) or day_of_heading(claim)


def _tells_of_now(reading: Reading) -> bool:
    """Whether a sentence has no verb of the past: "12 guards walk along it at night, he said"."""
    sayings = dating_words().sayings
    told = {reading.lower[verb.first] for verb in reading.verbs if verb.payload in sayings}
    return not any(tells_past(norm) for norm in reading.word_set - told)


def _time_above(above: Reading, draft: Draft) -> TimeExpression | None:
    """The time of the last number of a sentence above, or of its last word where it has none.

    "It flew out 900 last week, 300 of them children" is about the 900.
    """
    numbers = above.quantities
    wholes = (one for one in reversed(numbers) if not _is_beside_whole(above, one))
    quantity = next(wholes, numbers[-1] if numbers else None)
    last = len(above.tokens) - 1
    if quantity is not None:
        there = moved(draft, above, quantity)
    else:
        there = draft._replace(first=last, stop=last + 1, verb=last, quantity=None, happening=None)
    time = dating_expression(above, there)
    only_divides = not above.verbs and dating_words().present.isdisjoint(above.word_set)
    if time is None and only_divides and (further := sentence_before(above)):
        return _time_above(further, draft)  # "By region:" only divides what stands above it
    return time


def _is_beside_whole(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is a part of another or a change of it: "nine of them", "up 47 percent"."""
    if is_part_of_another(reading.lower, quantity.stop):
        return True
    before = reading.lower[max(0, quantity.outer_first - 1)]
    return quantity.unit == "percent" and before in dating_words().changes


def _day_so_far(claim: Claim) -> TimeExpression | None:
    """The single day that was last mentioned before a claim."""
    reading, draft, _ = claim
    told = [one.time for one in days_told(reading) if one.is_day and one.stop <= draft.first]
    if told:
        return told[-1]  # "fell on Sunday; by noon 18 tanks had been driven away"
    for above in claim.above(_LOOK_BACK):
        told = [one.time for one in days_told(above) if one.is_day]
        if told:
            onward = [time for time in told if time.rule not in dating_words().backward]
            return (onward or told)[-1]
    for above in claim.above(_LOOK_BACK):
        for time in reversed(above.times):
            if time.first_day and time.first_day == time.last_day and time.relation == "on":
                return time
    return None
