"""Unresolved days: which days two sentences name, where nobody can tell which of a calendar.

A text without a day of publication has "on Sunday" and "on Monday", which are no dates, and are two
days all the same.
"""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.calendar.times import TimeExpression, find_times
from data.parse.inflection import verb_forms
from data.parse.tokens import tokenize

_REACH = 3
"""Words between a verb of saying and the day on which it was said: "told reporters on Monday"."""


def has_other_days(one: str, other: str) -> bool:
    """Whether two sentences name days of the same sort, and none of one is of the other.

    >>> has_other_days("40 fell on Sunday.", "On Monday 40 fell.")
    True
    >>> has_other_days("40 fell on Sunday.", "40 fell on the 5th, X said on Monday.")
    False
    """
    if one == other:
        return False
    days, others = _days(one), _days(other)
    shared = days.keys() & others.keys()
    return bool(shared) and all(days[sort].isdisjoint(others[sort]) for sort in shared)


def _days(sentence: str) -> dict[str, set[str]]:
    """The expressions of a sentence by their rule, less those of when it was said."""
    found: dict[str, set[str]] = {}
    for time in find_times(sentence, 0, len(sentence), None):
        if not _is_of_saying(sentence, time):
            words = sentence[time.start : time.end].lower().split()
            found.setdefault(time.rule, set()).add(" ".join(words))
    return found


def _is_of_saying(sentence: str, time: TimeExpression) -> bool:
    before = [token.norm for token in tokenize(sentence[: time.start])]
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
