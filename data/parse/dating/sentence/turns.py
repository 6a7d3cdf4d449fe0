"""Turns: words that lead from what happened to a total, or to what else is told."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading
from data.parse.words.phrases import PhraseMatcher

_TO_TOTAL = 6
"""Most tokens between "bringing" and "total", and one more."""


def turns_away(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether words between leave the day behind, and do not add: "adding that nine were hurt"."""
    if reading.lacks(_turns()):
        return False
    found = _turns().find(reading.tokens[span.stop : draft.first])
    if not found:
        return False
    last = reading.lower[span.stop + found[-1].stop : max(draft.verb, draft.stop)]
    adds = "adding" in reading.lower[span.stop : draft.first]
    return not adds or not dating_words().present.isdisjoint(last)


def turns_to_total(between: Sequence[str]) -> bool:
    """Whether what follows is a total that something brings about: "taking the tally to 900"."""
    words = dating_words()
    if words.totals.isdisjoint(between):
        return False
    for index, word in enumerate(between):
        if word in words.turning:
            return not words.totals.isdisjoint(between[index + 1 : index + _TO_TOTAL])
    return False


def is_of_total_behind(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a time is of a total that a claim makes: "bringing this week's total to 90"."""
    words, norms = dating_words(), reading.lower
    turn = next((i for i in range(draft.stop, span.first) if norms[i] in words.turning), None)
    return turn is not None and not words.totals.isdisjoint(norms[turn : span.stop + 2])


@functools.cache
def _turns() -> PhraseMatcher[bool]:
    return PhraseMatcher((phrase, True) for phrase in lexicon.times().dating.turns)
