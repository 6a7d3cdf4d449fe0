"""Missing: people of whom nobody knows are not counted as dead: "40 killed and 12 missing"."""

from __future__ import annotations

import functools

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.clauses import is_adverb
from data.parse.counting.verbs.happenings import Happening
from data.parse.draft import Draft
from data.parse.reading import Reading

_MISSING = "missing"
_LONGEST_WAY = 5
"""Most words from those counted to "missing": "have been reported as still missing"."""


def as_missing(reading: Reading, draft: Draft) -> Draft:
    """The fact of people who are told to be missing, whatever befell those beside them."""
    if _MISSING not in reading.norms or draft.unit != "people" or draft.noun is None:
        return draft
    at = _missing_at(reading, draft)
    if at is None or draft.action == "total":
        return draft
    verb = _going_missing()
    loose = draft.noun_stop <= draft.stop or draft.who == _MISSING
    named = lexicon.grammar().result_participles.isdisjoint((draft.who or "").lower().split())
    personnel = draft.noun.kind == "personnel"
    return draft._replace(
        kind="personnel" if personnel else "other_count",
        rule=f"counts.{verb.lemma.replace(' ', '-')}",
        action=verb.action,
        verb=at,
        happening=Happening(verb, at, at + 1, by_others=False),
        who=draft.who if named or not loose else _MISSING,
        places=(),
        origin=None,
        destination=None,
    )


def _missing_at(reading: Reading, draft: Draft) -> int | None:
    """Index of the "missing" that is said of those counted; "12 missing girls" may be found."""
    lower, between = reading.lower, _between()
    index = draft.stop if draft.who == _MISSING else max(draft.stop, draft.noun_stop)
    for at in range(index, min(len(lower), index + _LONGEST_WAY)):
        if lower[at] == _MISSING:
            return at if _ends(reading, at + 1) else None
        if lower[at] not in between and not is_adverb(reading.tokens[at]):
            return None
    return None


def _ends(reading: Reading, index: int) -> bool:
    """Whether no noun and no verb follows: "the 40 missing were found"."""
    lower, grammar = reading.lower, lexicon.grammar()
    if index >= len(lower) or not lower[index][0].isalnum():
        return True
    small = grammar.prepositions | grammar.conjunctions | grammar.subordinators
    return lower[index] in small or index in reading.date_starts


@functools.cache
def _between() -> frozenset[str]:
    """Words between those counted and "missing"."""
    grammar = lexicon.grammar()
    being = grammar.auxiliaries | grammar.count_modifiers
    return being | lexicon.count_words().reporting_missing


@functools.cache
def _going_missing() -> Verb:
    return next(verb for verb in lexicon.verbs().verb if verb.lemma == "go missing")
