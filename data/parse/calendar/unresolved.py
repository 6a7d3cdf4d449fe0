"""Unresolved: which days two sentences name, where nobody can tell which of a calendar.

A text without a day of publication has "on Sunday" and "on Monday", which are no dates, and are two
days all the same.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Set

from data import lexicon
from data.parse.calendar.times import TimeExpression, find_times
from data.parse.words.inflection import verb_forms
from data.parse.words.tokens import tokenize

_BEFORE = 80
"""Characters before a day in which a verb of saying is looked for."""

_REACH = 3
"""Words between a verb of saying and the day on which it was said: "told reporters on Monday"."""


Days = Mapping[str, Set[str]]
"""Words for days by the rule that finds them."""


def are_other_days(days: Days, others: Days) -> bool:
    """Whether days of the same sort are named on both sides, and none of one is of the other.

    >>> are_other_days(days_named("40 fell on Sunday."), days_named("On Monday 40 fell."))
    True
    >>> said = days_named("40 fell on the 5th, X said on Monday.")
    >>> are_other_days(days_named("40 fell on Sunday."), said)
    False
    """
    shared = days.keys() & others.keys()
    return bool(shared) and all(days[sort].isdisjoint(others[sort]) for sort in shared)


def days_named(sentence: str) -> Days:
    """The expressions of a sentence by their rule, less those of when it was said."""
    found: dict[str, set[str]] = {}
    for time in find_times(sentence, 0, len(sentence), None):
        if not _is_of_saying(sentence, time):
            words = sentence[time.start : time.end].lower().split()
            found.setdefault(time.rule, set()).add(" ".join(words))
    return found


def _is_of_saying(sentence: str, time: TimeExpression) -> bool:
    near = sentence[max(0, time.start - _BEFORE) : time.start]
    before = [token.norm for token in tokenize(near)]
    return not _sayings().isdisjoint(before[-1 - _REACH :])


@functools.cache
def _sayings() -> frozenset[str]:
    """Forms of the verbs of saying."""
    rules = lexicon.attribution()
    return frozenset(
        form
        for saying in (*rules.saying, *rules.stating)
        for form in verb_forms(saying.lemma, saying.forms)
    )
