"""Announced: the time of a number in a title or a first sentence, which those below it tell."""

from __future__ import annotations

from data.fact import Qualifier
from data.parse.calendar.times import TimeExpression
from data.parse.dating.claim import Claim
from data.parse.dating.events.figures import counts_others, is_rounded, is_same_amount, moved
from data.parse.dating.events.lead import leads
from data.parse.dating.sentence.scope import dating_expression
from data.parse.dating.words import dating_words
from data.parse.numbers.quantities import Quantity

_BELOW_TITLE = 3
"""Sentences behind a headline in which its number is looked for."""

_BELOW_LEAD = 4
"""Sentences below a round number in which the exact one is looked for."""

_MOST = 12
"""Numbers and verbs of a sentence that are looked at: with more it is a table."""

_FEW = 10
"""A number below this one is not rounded."""

_TIMES = 20
"""Most that a number is of the least that "hundreds" are."""

_OFF = 0.1
"""Most by which a round number is off, as a part of the exact one."""

_BOUNDS: frozenset[Qualifier] = frozenset({"about", "under", "over", "at_least"})


def day_announced(claim: Claim) -> TimeExpression | None:
    """The time of the same number in the sentences below a headline."""
    draft = claim.draft
    wanted, returns = draft.quantity, draft.action in dating_words().returns
    if wanted is None:
        return None
    for below in claim.below(_BELOW_TITLE):
        if below.sentence.is_heading:
            continue
        for quantity in below.quantities:
            is_same = is_same_amount(quantity, wanted)
            if not (is_same or is_rounded(wanted, quantity)):
                continue
            time = dating_expression(below, moved(draft, below, quantity))
            if time is not None or is_same or returns:
                return time
    return None


def day_of_exact_number(claim: Claim) -> TimeExpression | None:
    """The time of the exact number below a title or a first sentence that rounds it.

    "Hundreds of guards have fled. ... On Sunday 1,037 guards crossed the river" is of Sunday.
    """
    reading, draft, _ = claim
    wanted = draft.quantity
    if wanted is None or wanted.unit is not None or draft.possible or draft.noun is None:
        return None
    words = dating_words()
    if draft.action in words.returns or not words.now.isdisjoint(reading.norms):
        return None
    if not leads(reading):
        return None
    for below in claim.below(_BELOW_LEAD):
        acts = any(event.payload.action == draft.action for event in below.events[:_MOST])
        if below.sentence.is_heading or not acts:
            continue
        for quantity in below.quantities[:_MOST]:
            if not _rounds(wanted, quantity) or counts_others(below, quantity, draft):
                continue
            time = dating_expression(below, moved(draft, below, quantity))
            if time is not None and time.first_day == time.last_day and time.relation == "on":
                return time
    return None


def _rounds(round_one: Quantity, exact: Quantity) -> bool:
    """Whether "hundreds" or "about 1,000" can be another number, such as 1,037."""
    if exact.value is None or exact.value < _FEW or exact.unit != round_one.unit:
        return False
    if round_one.qualifier == "vague" and round_one.low:
        return round_one.low <= exact.value < _TIMES * round_one.low
    if round_one.value is None or round_one.qualifier not in _BOUNDS:
        return False
    return abs(round_one.value - exact.value) <= _OFF * exact.value
