"""Additions: claims that add to what was told before, of others or of parts of it."""

from __future__ import annotations

from data.parse.clauses import helping_words
from data.parse.dating.happened import tells_what_happened, verb_of
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_VICTIMS = "casualties"
"""Kind of claim of what an attack or an accident did."""


def adds(reading: Reading, draft: Draft) -> bool:
    """Whether a claim adds to what was told: "Another ten fled", "ten were also wounded"."""
    adding = dating_words().adding
    if _counts_others(reading, draft):
        return True
    helping = helping_words(reading.tokens, verb_of(draft))
    if adding.isdisjoint(helping):
        return not adding.isdisjoint(reading.lower[:3])
    if draft.kind == _VICTIMS and "been" in helping:
        return True  # "two bodies have also been found"
    return dating_words().perfect.isdisjoint(helping)  # "has also sent trucks", at some time


def _counts_others(reading: Reading, draft: Draft) -> bool:
    """Whether it is of others than those told of: "12 died and 17 others were sent back"."""
    counted = reading.lower[draft.stop : draft.stop + 2]
    return "others" in counted and tells_what_happened(reading, draft)
