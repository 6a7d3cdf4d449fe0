"""Routine: people of whom it is told how many went across on any day, before what is told of."""

from __future__ import annotations

import itertools

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.counting.counted_as import Counted
from data.parse.reading import Reading


def is_routine(reading: Reading, counted: Counted, verb: Verb | None) -> bool:
    """Whether crossing is what people do on any day: "9,000 crossed daily before".

    They flee nothing, as those may who "cross daily" now.
    """
    words = lexicon.count_words()
    if verb is None or verb.lemma != _CROSS or not _is_daily(reading, counted):
        return False
    clause = reading.clause_of(min(counted.stop, len(reading.tokens) - 1))
    around = reading.lower[clause.first : clause.stop]
    ends = around[-2:] if around[-1:] == ["."] else around[-1:]
    return not words.routinely.isdisjoint(around) or not words.before_then.isdisjoint(ends)


def _is_daily(reading: Reading, counted: Counted) -> bool:
    """Whether it is told of each day: "daily", "a day", "every day"."""
    words, near = lexicon.count_words(), reading.lower[counted.stop : counted.stop + _DAILY_REACH]
    if not words.day_by_day.isdisjoint(near):
        return True
    return any(" ".join(pair) in words.each_day for pair in itertools.pairwise(near))


_CROSS = "cross"

_DAILY_REACH = 8
"""Most words from those counted to "daily"."""
