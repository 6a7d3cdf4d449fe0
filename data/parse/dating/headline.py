"""Headline: the time of its number, which the sentences below it tell."""

from __future__ import annotations

from data.parse.calendar.times import TimeExpression
from data.parse.dating.claim import Claim
from data.parse.dating.figures import is_rounded, is_same_amount, moved
from data.parse.dating.scope import dating_expression
from data.parse.dating.words import dating_words
from data.parse.reading import Reading

_LOOK_AHEAD = 3
"""Sentences behind a headline in which its number is looked for."""


def is_headline(reading: Reading) -> bool:
    """Whether a sentence is set as a headline, or its line opens the text without a full stop."""
    if reading.sentence.is_heading or reading.at:
        return reading.sentence.is_heading
    line_end = reading.text.find("\n", reading.sentence.end)
    return line_end > 0 and reading.text[:line_end].rstrip()[-1:].isalnum()


def day_announced(claim: Claim) -> TimeExpression | None:
    """The time of the same number in the sentences below a headline."""
    draft = claim.draft
    wanted, returns = draft.quantity, draft.action in dating_words().returns
    if wanted is None:
        return None
    for below in claim.below(_LOOK_AHEAD):
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
