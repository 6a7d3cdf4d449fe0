"""Running totals: "the tenth to fall" fell when the sentence before says it did."""

from __future__ import annotations

from data import lexicon
from data.parse.calendar.times import TimeExpression
from data.parse.dating.claim import Claim
from data.parse.dating.events.figures import day_announced
from data.parse.dating.events.lead import leads
from data.parse.dating.expressions.lines import is_headline
from data.parse.dating.expressions.spans import day_told, days_told, spans_of
from data.parse.dating.nearby import sentence_before
from data.parse.draft import Draft
from data.parse.reading import Reading

_LEAD = 3
"""Sentences below a headline among which the first one of the text is."""


def day_of_running_total(claim: Claim) -> TimeExpression | None:
    """The day above of what is the last one counted: "It was the tenth capital to fall"."""
    reading, quantity = claim.reading, claim.draft.quantity
    if quantity is None or not quantity.is_ordinal:
        return None
    end = reading.lower.index(";") if ";" in reading.norms else len(reading.lower)
    if any(span.first < end for span in spans_of(reading)):
        return None  # but "It is the fourth flight; the first landed on Monday"
    opening = reading.lower[:2]
    named = any(place.first == 0 and place.stop == 1 for place in reading.names)
    if len(opening) < 2 or opening[1] not in lexicon.grammar().copulas:
        return None
    if not named and opening[0] not in lexicon.count_words().standing_for_one:
        return None
    above = sentence_before(reading)
    return day_told(above) if above is not None else None


def day_of_last_counted(claim: Claim) -> TimeExpression | None:
    """The day below a headline that counts up to the last one: "Tenth town falls in a week"."""
    reading, draft, _ = claim
    if draft.quantity is None or not draft.quantity.is_ordinal:
        return None
    if not (is_headline(reading) or leads(reading)):
        return None
    if any(span.is_day for span in spans_of(reading)):
        return None
    return day_announced(claim) or _day_of_lead(claim)


def _day_of_lead(claim: Claim) -> TimeExpression | None:
    """The only day of the first sentence below a headline, if ground changes hands in it."""
    lead = next((one for one in claim.below(_LEAD) if not one.sentence.is_heading), None)
    if lead is None or not _tells_of_ground(lead, claim.draft):
        return None
    told = days_told(lead)
    return told[0].time if len(told) == 1 and told[0].is_day else None


def _tells_of_ground(reading: Reading, draft: Draft) -> bool:
    """Whether a verb of a sentence is one by which such ground as a claim counts changes hands."""
    if draft.kind not in lexicon.kinds_with("held"):
        return False
    return any(event.payload.holds for event in reading.events)
