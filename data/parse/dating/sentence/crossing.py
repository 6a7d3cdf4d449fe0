"""Crossing: what it costs to date a claim by an expression in another clause."""

from __future__ import annotations

from data.parse.calendar.tense import tells_past
from data.parse.clauses import Clause, helping_words
from data.parse.dating.aspect.happened import is_already, tells_what_happened
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.spans import spans_of
from data.parse.dating.sentence.asides import tells_of_event
from data.parse.dating.sentence.joints import spans_parallels
from data.parse.dating.sentence.relatives import came_about_then, is_over
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

FAR = 10
"""What crossing into a clause such as "when shells landed" costs, in tokens."""

_LATE = 2
"""Most days of "of late"."""

_WEEK = 7

_EVENT_REACH = 10
"""Most tokens between the day of an event and the relative clause about it."""


def is_explained_by(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a draft tells of the very day: "since June 22, when the first 134 arrived"."""
    own = reading.clause_of(draft.first)
    return own.opener == "when" and 0 <= own.first - span.stop <= 1


def crossing_to(reading: Reading, draft: Draft, span: DatedSpan) -> int | None:
    """What it costs to reach an expression from a draft's clause; None out of a closed clause."""
    own, other = reading.clause_of(draft.first), reading.clause_of(span.first)
    in_relative = own.opener in dating_words().relatives
    verb_clause = own if in_relative else reading.clause_of(draft.verb)
    if other.part_of == own.part_of:
        return 0
    if other.part_of == verb_clause.part_of:
        return FAR if _has_time(reading, own) else 0
    if is_explained_by(reading, draft, span):
        return 0
    if _is_over(reading, draft.stop, span.first):
        return 0
    if in_relative and _is_of_event_before(reading, own, span):
        return 0
    if tells_of_event(reading, span):
        return FAR
    if other.opener == "who" and came_about_then(reading, draft, other.first, span):
        return FAR
    if other.opener == "while" and reading.lower[other.first + 1].endswith("ing"):
        return FAR  # "were seized while covering a march this morning"
    if other.opener == "where" and (
        _has_own_count(reading, draft, other, span) or _is_set_long_ago(reading, other, span)
    ):
        return None
    openers = {own.opener, other.opener} - {""}
    if openers <= dating_words().conjunctions and reading.lower[: span.first][-2:] == ["as", "of"]:
        return 0  # "As of May 5 they hold 40 and 60 are contested"
    if openers <= dating_words().conjunctions and (
        spans_parallels(reading, other.first, span) or _is_compared(reading, draft, span)
    ):
        return FAR
    if _happened_meanwhile(reading, draft, span):
        return FAR
    if _goes_on_now(reading, own) or _is_some_time_before(reading, own):
        return None
    if other.opener == "after" and is_already(reading, draft) and _is_of_late(reading, span):
        return None  # "has already flown out 900, after two planes left yesterday"
    if own.opener == "where" and (
        _is_in_present(reading, draft) or _has_come_about(reading, draft)
    ):
        return None
    return FAR if openers <= dating_words().same_time else None


def _has_time(reading: Reading, clause: Clause) -> bool:
    """Whether a clause tells when: "90 were held in May, while in June the figure was 40"."""
    return clause.opener == "while" and any(
        clause.first <= span.first < clause.stop and span.time.relation == "on"
        for span in spans_of(reading)
    )


def _has_own_count(reading: Reading, draft: Draft, where: Clause, span: DatedSpan) -> bool:
    """Whether a clause about a place tells of another time than what is said of the place.

    "Marched in the town where 40 had been killed on Friday", "has pitched tents in Zabol, where
    900 came on Friday".
    """
    if "had" in reading.lower[where.first : span.first]:
        return True
    counts = any(where.first < one.first < where.stop for one in reading.quantities)
    return counts and not tells_what_happened(reading, draft)


def _is_set_long_ago(reading: Reading, where: Clause, span: DatedSpan) -> bool:
    """Whether a clause about a place tells only what had happened there before.

    "Nine died in Ghazni, where the rebels closed in two weeks ago", but not "..., where a bomb went
    off in June" nor "..., where the rebels struck on Friday".
    """
    published, first = reading.article.published, span.time.first_day
    if published is None or first is None or (published - first).days <= _WEEK:
        return False
    words, norms = dating_words(), reading.lower[where.first : where.stop]
    return words.attacks.isdisjoint(norms) and words.pronouns.isdisjoint(norms[1:2])


def _is_of_event_before(reading: Reading, own: Clause, span: DatedSpan) -> bool:
    """Whether a relative clause tells of a dated event: "Thursday's bombing, which killed 13".

    "On Wednesday against the rebels, who have seized two towns" tells of the rebels.
    """
    if own.opener == "who" or own.opener == "whom":
        return False
    if not span.stop <= own.first <= span.stop + _EVENT_REACH:
        return False
    return not dating_words().events.isdisjoint(reading.lower[max(0, span.first - 2) : own.first])


def _is_of_late(reading: Reading, span: DatedSpan) -> bool:
    """Whether a time is a day or two before the publication, too near for what happened since."""
    published, day = reading.article.published, span.time.first_day
    return published is not None and day is not None and (published - day).days <= _LATE


def _goes_on_now(reading: Reading, clause: Clause) -> bool:
    """Whether a clause tells what still goes on: "as thousands continue to flee"."""
    if clause.opener != "as":
        return False
    return not dating_words().at_present.isdisjoint(reading.lower[clause.first : clause.stop])


def _is_some_time_before(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is of an earlier time: "Days after 80 had fled, more came on Friday"."""
    before = reading.lower[clause.first - 1] if clause.first else ""
    return clause.opener == "after" and before in dating_words().delays


def _is_in_present(reading: Reading, draft: Draft) -> bool:
    """Whether a claim is of nowadays: "In 2012 it leased the base, where 900 men serve"."""
    norm = reading.tokens[draft.verb].norm
    if norm not in {draft.action, f"{draft.action}s"} or helping_words(reading.tokens, draft.verb):
        return False
    return not any(map(tells_past, reading.lower[draft.stop : draft.verb]))


def _has_come_about(reading: Reading, draft: Draft) -> bool:
    """Whether a claim came about by now: "left on Friday for X, where war has uprooted 900"."""
    perfect = dating_words().perfect
    if not perfect.isdisjoint(helping_words(reading.tokens, draft.verb)):
        return True
    before = reading.lower[reading.clause_of(draft.first).first : draft.verb]
    joined = (
        reading.lower[draft.verb - 1] == "and"
    )  # "where war has closed roads and left 900 cold"
    return joined and not perfect.isdisjoint(before) and tells_past(reading.lower[draft.verb])


def _is_compared(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a claim is set beside one of a period: "90 fled in 2020, while Iran took in 40"."""
    if reading.clause_of(draft.first).opener != "while" or span.stop > draft.first:
        return False
    lasts = span.time.relation == "on" and span.time.first_day != span.time.last_day
    return lasts and dating_words().present.isdisjoint(reading.lower[span.stop :])


def _happened_meanwhile(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a claim behind "while" is of the day before it: "took X on Friday, while 40 fled"."""
    if reading.clause_of(draft.first).opener != "while" or span.stop > draft.first:
        return False
    helping = helping_words(reading.tokens, draft.verb)
    earlier = dating_words().earlier_tenses
    return span.is_day and tells_what_happened(reading, draft) and earlier.isdisjoint(helping)


def _is_over(reading: Reading, first: int, stop: int) -> bool:
    """Whether a relative clause begins and ends between two tokens."""
    if dating_words().relatives.isdisjoint(reading.lower[first:stop]):
        return False
    return any(is_over(reading.tokens, index, stop, any_past=True) for index in range(first, stop))
