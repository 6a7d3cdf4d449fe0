"""Planned: counts that a change is only meant to come to: "plans to raise its force to 7,000"."""

from __future__ import annotations

from data import lexicon
from data.parse.draft import Draft
from data.parse.reading import Reading
from data.parse.reality.modality import reality

_REACH = 24
"""Most words between the verb of a change and what it comes to."""


def as_planned(reading: Reading, draft: Draft) -> Draft:
    """A count as a possible one, where the change that leads to it has only been planned."""
    if draft.happening is not None or draft.possible or draft.noun is None:
        return draft
    first = draft.quantity.outer_first if draft.quantity else draft.first
    if reading.lower[first - 1 : first] != ["to"]:
        return draft
    changes = lexicon.grammar().change_verbs
    near = range(first - 2, max(0, first - _REACH), -1)
    verb = next((index for index in near if reading.lower[index] in changes), None)
    if verb is None or reality(reading, verb) != "possible":
        return draft
    return draft._replace(possible=True)
