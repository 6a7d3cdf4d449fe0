"""Dating: which calendar expression of a sentence says when a claim's happening was."""

from __future__ import annotations

from data.parse.draft import Draft
from data.parse.reading import Reading
from data.parse.times import TimeExpression


def time_of(reading: Reading, draft: Draft) -> TimeExpression | None:
    """The calendar expression that dates a draft, if it was resolved.

    An expression dates the clause it stands in and no other: in "the delegation, which came on
    Thursday, promised", Thursday is when they came. Of several the nearest to the verb counts.
    """
    own = reading.clause_of(draft.verb)
    candidates = []
    for time in reading.times:
        index = reading.index_at(time.start)
        if time.first_day is not None and reading.clause_of(index).part_of == own.part_of:
            candidates.append((abs(index - draft.verb), time))
    return min(candidates, key=lambda pair: pair[0])[1] if candidates else None
