"""Told next: the day of what a sentence tells, where the next one says when that was."""

from __future__ import annotations

from collections.abc import Sequence

from data.parse.calendar.times import TimeExpression
from data.parse.dating.aspect.happened import has_happened, tells_what_happened
from data.parse.dating.aspect.vague_times import is_vague
from data.parse.dating.claim import Claim
from data.parse.dating.events.lead import leads
from data.parse.dating.events.scenes import sets_new_scene
from data.parse.dating.expressions.background import is_report_date
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.spans import days_told, spans_of
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_LONGEST = 4
"""Most days between the ends of what one happening takes: "at the weekend"."""


def day_told_next(claim: Claim) -> TimeExpression | None:
    """The day on which the next sentence says that it happened.

    "Gunfire killed 17 people. It had broken out late on Friday", "Rwanda has sent 1,000 men. They
    flew in on Friday", "Eleven neighbours left before dark. That was Wednesday".
    """
    reading, draft, _ = claim
    below = next(iter(claim.below(1)), None)
    if below is None or not _may_be_told_next(reading, draft) or not _means_it(below):
        return None
    told = _told(below)
    if "had" in below.norms and not dating_words().perfect.isdisjoint(reading.norms):
        return None  # "have let 28 go. They had been taken on Friday"
    if len(told) != 1 or told[0] not in days_told(below):
        return None
    if is_vague(below) or sets_new_scene(below):
        return None
    first, last = told[0].time.first_day, told[0].time.last_day
    return told[0].time if first and last and (last - first).days <= _LONGEST else None


def _may_be_told_next(reading: Reading, draft: Draft) -> bool:
    """Whether it happened once, at a time that its own sentence leaves open."""
    if draft.quantity is None or draft.possible or reading.sentence.is_heading:
        return False
    if _told(reading) or is_vague(reading) or draft.action in dating_words().returns:
        return False  # "has sent back 47 men. They came over on Friday"
    return tells_what_happened(reading, draft) or has_happened(reading, draft) or leads(reading)


def _told(reading: Reading) -> Sequence[DatedSpan]:
    return [span for span in spans_of(reading) if not is_report_date(reading, span)]


def _means_it(below: Reading) -> bool:
    """Whether a sentence opens with what was told: "It", "They", "That was", "All of these"."""
    words, norms = dating_words(), below.lower
    second = norms[1] if norms[1:] else ""
    match norms[0]:
        case "it":  # but not "It rained on Monday"; what began then went on
            told = second in words.was_done or second in words.taking_place
            return told and words.opening.isdisjoint(norms)
        case "they" | "these":
            return True
        case "that" | "this":
            return second in words.was_done
        case "all":
            return norms[1:2] == ["of"] and not words.parts_of.isdisjoint(norms[2:3])
        case _:
            return False
