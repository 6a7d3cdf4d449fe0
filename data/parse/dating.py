"""Dating: which calendar expression of a sentence says when a claim's happening was."""

from __future__ import annotations

from data import lexicon
from data.parse.draft import Draft
from data.parse.reading import Reading
from data.parse.times import TimeExpression


def time_of(reading: Reading, draft: Draft) -> TimeExpression | None:
    """The calendar expression that dates a draft, if it was resolved.

    An expression inside a relative or subordinate clause dates that clause only; one at the
    start of a sentence, or in the draft's own clause, dates the draft. Of several in the same
    clause the nearest to the verb counts.
    """
    own = reading.clause_of(draft.verb)
    candidates = []
    for time in reading.times:
        index = reading.index_at(time.start)
        clause = reading.clause_of(index)
        same = clause == own or (clause.opener == own.opener and not _is_relative(clause.opener))
        if same and time.first_day is not None and _dates(draft, time):
            candidates.append((abs(index - draft.verb), time))
    return min(candidates, key=lambda pair: pair[0])[1] if candidates else None


def _dates(draft: Draft, time: TimeExpression) -> bool:
    """A bare year dates background, not the news of a day."""
    return draft.kind == "history" or time.rule not in {"year", "year-range", "duration-until-year"}


def _is_relative(opener: str) -> bool:
    return opener in lexicon.grammar().relatives
