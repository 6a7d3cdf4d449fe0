"""Planned: counts that a change is only meant to come to: "plans to raise its force to 7,000"."""

from __future__ import annotations

from data import lexicon
from data.parse.clauses import is_adverb
from data.parse.counting.noun_phrases.ends import ends_phrase
from data.parse.draft import Draft
from data.parse.reading import Reading
from data.parse.reality.modality import reality

_REACH = 24
"""Most words between the verb of a change and what it comes to."""


def as_planned(reading: Reading, draft: Draft) -> Draft:
    """A count as a possible one, where it or the change that leads to it is only planned."""
    told = draft.happening is not None and draft.happening.first > draft.first
    if told or draft.possible or draft.noun is None:
        return draft
    if _is_only_foreseen(reading, max(draft.noun_stop, draft.stop)):
        return draft._replace(possible=True)
    if draft.happening is not None:
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


def _is_only_foreseen(reading: Reading, stop: int) -> bool:
    """Whether those counted may be there, or are awaited: "300 may be in X", "40 expected"."""
    lower, grammar = reading.lower, lexicon.grammar()
    if lower[stop : stop + 1] and lower[stop] in grammar.uncertain:
        others = (at for at in range(stop + 1, len(lower)) if not is_adverb(reading.tokens[at]))
        index = next(others, stop)
        return lower[index] == "be" or lower[index : index + 2] == ["have", "been"]
    index = stop
    passed = grammar.auxiliaries | grammar.count_modifiers  # "40 more are expected"
    while index < len(lower) and lower[index] in passed:
        index += 1
    if index >= len(lower) or lower[index] not in grammar.awaited:
        return False
    behind = index + 1  # "61 percent expected no change"
    active = behind < len(lower) and lower[behind] in grammar.determiners | grammar.none_words
    return ends_phrase(reading, behind) and not (active and index == stop)
