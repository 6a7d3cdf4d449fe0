"""Running totals: "the tenth to fall" fell when the sentence before says it did."""

from __future__ import annotations

from data import lexicon
from data.parse.calendar.times import TimeExpression
from data.parse.dating.claim import Claim
from data.parse.dating.expressions.spans import day_told
from data.parse.dating.nearby import sentence_before


def day_of_running_total(claim: Claim) -> TimeExpression | None:
    """The day above of what is the last one counted: "It was the tenth capital to fall"."""
    reading, quantity = claim.reading, claim.draft.quantity
    if quantity is None or not quantity.is_ordinal or reading.times:
        return None
    opening = reading.lower[:2]
    if len(opening) < 2 or opening[0] not in lexicon.count_words().standing_for_one:
        return None
    if opening[1] not in lexicon.grammar().copulas:
        return None
    above = sentence_before(reading)
    return day_told(above) if above is not None else None
