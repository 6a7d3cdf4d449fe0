"""Remainders: numbers that count those of whom the verb is not told: "all but two of 34 fell"."""

from __future__ import annotations

from data import lexicon
from data.parse.clauses import is_passive
from data.parse.counting.verbs.agents import find_agent
from data.parse.draft import Draft
from data.parse.reading import Reading
from data.parse.subjects import Subject
from data.parse.words.nouns import SITES

_OF_THOSE_LEFT_TOO = "evacuated"
"""The kind of people who are flown out, and of those left behind by an airlift."""


def of_remainder(reading: Reading, draft: Draft) -> Draft:
    """What is claimed of those left, from the fact that the verb tells of the rest.

    Ground is held by another side than the one that took the rest, whoever that is; people and
    things remain where they were, and are not dead or in flight.
    """
    if draft.unit == "percent" or (draft.unit == "count" and _is_held(reading, draft)):
        loser = _loser(reading, draft)
        return draft._replace(
            action="hold",
            who=loser.words if loser else None,
            actor=loser.actors[-1].code if loser and loser.actors else None,
        )
    if draft.happening is None:
        return draft  # "all but seven of the victims were girls"
    escaped = draft.kind in lexicon.kinds_with("fate") and draft.kind != _OF_THOSE_LEFT_TOO
    kind = draft.noun.kind if draft.noun and escaped else draft.kind
    return draft._replace(kind=kind, action="remain", origin=None, destination=None, settled=True)


def _is_held(reading: Reading, draft: Draft) -> bool:
    """Whether somebody is told to hold or lose the rest of it."""
    happening, losing = draft.happening, lexicon.count_words().losing
    if happening is not None and (happening.verb.holds or happening.verb.action in losing):
        return True
    noun = draft.noun
    if noun is None or (noun.kind not in lexicon.kinds_with("ground") and noun.name not in SITES):
        return False
    return not lexicon.grammar().holding_words.isdisjoint(reading.word_set)


def _loser(reading: Reading, draft: Draft) -> Subject | None:
    """Who lost the rest and holds what is left; of those who took the rest nobody says who does."""
    happening = draft.happening
    if happening is None or happening.verb.action not in lexicon.count_words().losing:
        return None
    if is_passive(reading.tokens, happening.first):
        return None
    return find_agent(reading, happening)
