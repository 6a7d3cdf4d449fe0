"""Entries: the time that the layout gives a claim: of its line, its list or its live report."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from data import lexicon
from data.parse.calendar.times import TimeExpression
from data.parse.clauses import helping_words
from data.parse.dating.aspect.happened import tells_what_happened
from data.parse.dating.aspect.vague_times import is_vague
from data.parse.dating.claim import Claim
from data.parse.dating.event_time import EventTime
from data.parse.dating.expressions.lines import LONGEST_DATE, day_alone
from data.parse.dating.expressions.spans import spans_of
from data.parse.dating.nearby import shares_line
from data.parse.dating.words import VICTIMS, dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.reading import Reading
from data.parse.readings import Readings

_LOOK_BACK = 3
"""Sentences before a claim in which a line with a date is looked for."""

_LONGEST_ENTRY = 8
"""Most sentences of an entry of a chronology."""

_LONGEST_LIST = 12
"""Items of a list above which its leading line is looked for."""

_UPDATE = re.compile(
    r"^ *(?:[01]?\d|2[0-3])[.:][0-5]\d(?: ?[ap]\.?m\b\.?)?(?: \(?[A-Z]{2,4}T\b\)?)?"
    r"(?: ?[:–—-] ?|\n| +(?=[A-Z“\"]))",
    re.MULTILINE,
)
"""An hour that opens a line: "16.48 Denmark's last plane has taken off", "4:20 pm (IST)"."""

_FEWEST = 3
"""Updates that a live report has."""


def day_of_entry(claim: Claim) -> TimeExpression | None:
    """The day that opens the line a claim stands in: "Aug. 7 - Herat falls. Some 40 men die"."""
    if claim.draft.possible:
        return None
    opening = claim.reading
    for above in claim.above(_LONGEST_ENTRY):
        if not shares_line(above, opening):
            break
        opening = above
    span = next(iter(spans_of(opening)), None)
    if span is None or not span.is_day:
        return None
    if any(token.is_word or token.is_number for token in opening.tokens[: span.first]):
        return None
    following = opening.tokens[span.stop].norm if span.stop < len(opening.tokens) else ""
    return span.time if following in dating_words().dashes | {":"} else None


def day_of_heading(claim: Claim) -> TimeExpression | None:
    """The day that stands alone in a line above, as in a chronology.

    The day of publication stands there, too, and dates nothing.
    """
    published = claim.published
    if published is None:
        return None
    for above in claim.above(_LOOK_BACK):
        time = day_alone(above)
        if time and time.first_day and abs((published - time.first_day).days) > 1:
            return time
    return None


def period_of_heading(claim: Claim) -> TimeExpression | None:
    """The long time in the heading of a table, for its lines: "In figures (since June 2017)"."""
    if not _is_label(claim.reading):
        return None
    for above in claim.above(_LONGEST_LIST):
        if above.quantities and _is_label(above):
            continue
        span = next(iter(spans_of(above)), None)
        if span is None or above.verbs or above.quantities:
            return None
        return span.time if span.time.relation == "since" or span.is_long else None
    return None


@remembered
def _is_label(reading: Reading) -> bool:
    """Whether a line only says what a number counts: "Reported fatalities: 3,183"."""
    number = next(iter(reading.quantities), None)
    if number is None or reading.times:
        return False
    return reading.lower[number.outer_first - 1] == ":" and number.outer_first > 1


def lead_of_list(reading: Reading) -> Reading | None:
    """The line with a colon above a list that a sentence is an item of."""
    if not _is_item(reading):
        return None
    place = _tops_of_lists(reading.whole)[reading.at]
    if place <= reading.at - _LONGEST_LIST or place < 0:
        return None
    lead = reading.whole[place]
    return lead if lead.tokens[-1].norm == ":" else None


@remembered
def _tops_of_lists(readings: Readings) -> Sequence[int]:
    """For each sentence the last one up to it that is no part of a list."""
    tops: list[int] = []
    top = -1
    for at, reading in enumerate(readings):
        if not _is_item(reading) and not _divides_list(reading):
            top = at
        tops.append(top)
    return tops


@remembered
def _is_item(reading: Reading) -> bool:
    before = reading.text[max(0, reading.sentence.start - 3) : reading.sentence.start].strip()
    return before[-1:] in lexicon.sentence_rules().bullets and bool(before)


def _divides_list(reading: Reading) -> bool:
    """Whether a line is no more than a name over a part of a list: "Northeast"."""
    return len(reading.tokens) <= LONGEST_DATE and reading.tokens[-1].is_word and not reading.verbs


def day_of_update(claim: Claim) -> EventTime | None:
    """The day of publication, for what an update of a live report tells."""
    published, (reading, draft, _) = claim.published, claim
    if published is None or draft.possible or draft.quantity is None or spans_of(reading):
        return None
    updates = _updates(reading.whole)
    if not bisect.bisect_right(updates, reading.sentence.start) or is_vague(reading):
        return None
    if (draft.kind == VICTIMS and tells_what_happened(reading, draft)) or _has_just_happened(
        reading, draft
    ):
        return EventTime(published, published, "relative")
    return None


def is_of_another_update(reading: Reading, start: int) -> bool:
    """Whether another update of a live report begins between an offset and a sentence."""
    updates = _updates(reading.whole)
    place = bisect.bisect_right(updates, start)
    return place < len(updates) and updates[place] <= reading.sentence.start


def _has_just_happened(reading: Reading, draft: Draft) -> bool:
    """Whether an update tells of it in the perfect: "has received 60", "left with 90 on board"."""
    behind = reading.lower[draft.stop : draft.stop + 2]
    if behind[:1] == ["aboard"] or behind == ["on", "board"]:
        return True
    if reading.sentence.timed and reading.lower[:2] == [
        "there",
        "were",
    ]:  # "15.26 There were two explosions"
        return True
    if draft.kind != VICTIMS or draft.happening is None:
        return False
    helping = helping_words(reading.tokens, draft.happening.first)
    return not dating_words().perfect.isdisjoint(helping)


@remembered
def _updates(readings: Readings) -> Sequence[int]:
    """Where the updates of a live report begin; empty for any other text."""
    found = [update.start() for update in _UPDATE.finditer(readings.article.text)]
    return tuple(found) if len(found) >= _FEWEST else ()
