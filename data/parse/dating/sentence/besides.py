"""Besides: days of what a sentence tells besides a claim: a mourning, a term, an end."""

from __future__ import annotations

from collections.abc import Sequence

from data.parse.calendar.tense import tells_past
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.words import VICTIMS, dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_LONGEST_OPENING = 10
"""Most tokens of "Until the Taliban entered the city on"."""

_TO_BURIAL = 3
"""Most tokens of "buried early on" before a day and of "burying at least" before the dead."""


def is_of_mourning(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether the dead of an event are mourned then: "mourned on Friday after a raid killed 90"."""
    if draft.kind != VICTIMS or "after" not in reading.lower[span.stop : draft.first]:
        return False
    return not dating_words().mourning.isdisjoint(reading.lower[: span.first])


def is_of_burial(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether the dead are buried then: "buried eight people Thursday who had been shot".

    "Counted 160 dead when they were buried on Sunday", "On Tuesday the town was burying 30".
    """
    if draft.kind == VICTIMS and span.is_day:
        before = reading.lower[max(0, span.first - _TO_BURIAL) : span.first]
        burying = reading.lower[max(0, draft.first - _TO_BURIAL) : draft.first]
        if "buried" in before and "when" in reading.lower[draft.stop : span.first]:
            return True
        if "burying" in burying:
            return True
    died = tells_how_they_died(reading, draft)
    return died is not None and span.first < died


def tells_how_they_died(reading: Reading, draft: Draft) -> int | None:
    """Where it begins to say what befell those who are buried: "who died in Monday's raid"."""
    if draft.kind != VICTIMS or reading.lower[draft.verb] not in dating_words().mourning:
        return None
    behind = range(draft.stop, len(reading.lower))
    return next((index for index in behind if reading.lower[index] == "who"), None)


def is_within_term(between: Sequence[str]) -> bool:
    """Whether years lead to a number: "left on Friday after 20 years in which 59 had died"."""
    return any(
        between[index : index + 2] == ["in", "which"]
        and between[index - 1] in dating_words().units
        and between[index - 1].endswith("s")
        for index in range(1, len(between) - 1)
    )


def ends_on_day(reading: Reading, span: DatedSpan) -> bool:
    """Whether a sentence opens with what ended it: "Until rebels came on Friday, 90 were here"."""
    if reading.lower[0] != "until" or not 1 < span.first <= _LONGEST_OPENING:
        return False
    opening = range(1, span.first)
    return any(at in reading.verb_starts or tells_past(reading.lower[at]) for at in opening)
