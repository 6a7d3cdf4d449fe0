"""Happened: whether a claim tells of something that happened once, and no state or plan."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from data import lexicon
from data.parse.clauses import helping_words, is_adverb, is_participle
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered_of_last
from data.parse.reading import Reading
from data.parse.words.tokens import Token

_AHEAD = 4
"""Most tokens of what is counted and "will" behind it."""

_TO_PASSIVE = 8
"""Most tokens between what is counted and "were": "the 27 mines planted by the group were"."""

_MODAL_REACH = 8
"""Most tokens between "will" and the number of those to come."""

_BEFORE = "before"
_TO_BEFORE = 6
"""Most tokens of "left the village before"."""

_NEAR = 4
"""Most tokens between "previous" and the number that it is of."""


def verb_of(draft: Draft) -> int:
    """Index of the verb that says what happened, or of the one that a claim hangs on."""
    return draft.happening.first if draft.happening else draft.verb


def has_modal(tokens: Sequence[Token]) -> bool:
    """Whether one of some words is a modal, and not the month of May."""
    modals = dating_words().modals
    return any(token.norm in modals and token.text.islower() for token in tokens)


def is_to_come(reading: Reading, draft: Draft) -> bool:
    """Whether a modal stands near around a number, in its part of the sentence."""
    near = reading.tokens[max(0, draft.first - _MODAL_REACH) : draft.first]
    behind = reading.tokens[draft.stop : draft.stop + _AHEAD]
    return has_modal(behind) or (has_modal(near) and all(token.norm != "," for token in near))


def tells_the_past(reading: Reading, draft: Draft) -> bool:
    """Whether the verb of a claim stands in a past tense.

    "By Monday 2,500 had come, and we expect 3,500 by Friday" has no verb of a list for 3,500.
    """
    words = dating_words()
    between = reading.lower[draft.verb : draft.first]
    if any(one == "," and other in words.joints for one, other in itertools.pairwise(between)):
        return False
    helping = helping_words(reading.tokens, draft.verb)
    return not words.past.isdisjoint(helping) and words.beside_no_past.isdisjoint(helping)


def is_done(reading: Reading, draft: Draft) -> bool:
    """Whether a past form without a helping word tells it: "kidnapped this year", "killed 12"."""
    if draft.happening is None or draft.possible:
        return False
    at = draft.happening.first
    return is_participle(reading.tokens[at]) and not helping_words(reading.tokens, at)


def has_happened(reading: Reading, draft: Draft) -> bool:
    """Whether it has happened by now: "300 commandos have pulled out"."""
    helping = helping_words(reading.tokens, verb_of(draft))
    return draft.happening is not None and not dating_words().perfect.isdisjoint(helping)


def is_had_now(reading: Reading, draft: Draft) -> bool:
    """Whether somebody has those counted: "We have 22 beds and 160 injured in the yard"."""
    near = range(max(0, draft.first - _MODAL_REACH), draft.first)
    starts = reading.figure_starts
    having = dating_words().perfect
    return any(reading.lower[i] in having and i + 1 in starts for i in near)


@remembered_of_last
def tells_what_happened(reading: Reading, draft: Draft) -> bool:
    """Whether a claim is about something that happened once, and no state or plan."""
    happening, quantity = draft.happening, draft.quantity
    if quantity is None or draft.possible or draft.action in dating_words().lingering:
        return False
    if happening and happening.verb.holds and draft.kind in lexicon.kinds_with("held"):
        return False  # "hold 40 districts", and "took" them
    at_verb = happening.first if happening else draft.verb
    if draft.first <= at_verb < draft.stop:
        if is_had_now(reading, draft):
            return False
        return _counts_those_told_of(reading, draft) or _was_done(reading, draft)
    if quantity.unit is not None or quantity.is_fraction:
        return False
    verb = reading.tokens[at_verb].norm
    if verb.endswith("ing"):
        return _tells_result(reading, at_verb)
    words = dating_words()
    helping = helping_words(reading.tokens, at_verb)
    if helping[:2] == ["to", "had"]:
        helping = helping[1:]  # "had to cross the river", and did
    elif _is_present_of(verb, draft.action) or verb in words.houses:
        return False
    if is_already(reading, draft):
        return False
    if not words.perfect.isdisjoint(helping):  # "20,000 have applied": at some time up to now
        return not words.adding.isdisjoint(reading.word_set)
    return words.beside_no_past.isdisjoint(helping)


def _is_present_of(verb: str, action: str) -> bool:
    """Whether a form is the present of an action, which may have more words: "need aid"."""
    lemma = action.partition(" ")[0]
    return verb in {lemma, f"{lemma}s", f"{lemma}es"}


def _was_done(reading: Reading, draft: Draft) -> bool:
    """Whether a passive that no list of verbs has is behind what is counted: "were defused"."""
    first = draft.noun_stop or draft.stop
    for index in range(first, min(first + _TO_PASSIVE, len(reading.tokens) - 1)):
        if reading.lower[index] in dating_words().was_done:
            behind = index + 1 + is_adverb(reading.tokens[index + 1])
            behind += reading.lower[behind : behind + 1] == ["also"]
            return any(map(is_participle, reading.tokens[behind : behind + 1]))
        if not reading.tokens[index].is_word:
            return False
    return False


def is_already(reading: Reading, draft: Draft) -> bool:
    """Whether it happened before what is told: "40 of whom had already fled"."""
    verb = verb_of(draft)
    helping = helping_words(reading.tokens, verb)
    if "had" in helping and _BEFORE in reading.lower[verb : verb + _TO_BEFORE]:
        return True  # "40 families had left the village before the raid"
    return not dating_words().already.isdisjoint(helping)


def _tells_result(reading: Reading, at_verb: int) -> bool:
    """Whether a participle tells what a happening led to: "A bomb went off, killing 12"."""
    words = dating_words()
    if reading.lower[max(0, at_verb - 1)] not in lexicon.grammar().adding:
        return False
    told = words.present.isdisjoint(reading.word_set)
    return told and words.modals.isdisjoint(reading.lower[:at_verb])


def _counts_those_told_of(reading: Reading, draft: Draft) -> bool:
    """Whether a number without a verb counts people told of before: "There were 20 on board"."""
    words = dating_words()
    counts = reading.tokens[0].norm in words.existential or draft.kind in lexicon.kinds_of_people()
    before = reading.lower[max(0, draft.first - _NEAR) : draft.first]
    if "previous" in before or "earlier" in before:
        return False  # "follows a previous count of 304 dead"
    behind = reading.tokens[draft.stop : draft.stop + _AHEAD]
    if not counts or is_to_come(reading, draft) or _is_denied(behind):
        return False  # "Some 900 Afghans will not make it", "did not make it"
    if _is_had_now(reading, draft):
        return False
    if "had" in before and words.flights.isdisjoint(reading.norms):
        return False  # "the army had 300,000 men", unlike "the plane had 300 on board"
    if not words.present.isdisjoint(reading.word_set) and not _are_dead(reading, draft):
        return False
    return reading.clause_of(draft.first).opener not in words.relatives


def _is_denied(behind: Sequence[Token]) -> bool:
    negations = lexicon.grammar().negations
    return any(token.norm in negations for token in behind)


def _is_had_now(reading: Reading, draft: Draft) -> bool:
    """Whether they are those of somebody now: "he commands 900 men", "it employs about 900"."""
    index = (draft.quantity.outer_first if draft.quantity else draft.first) - 1
    while index > 0 and not reading.tokens[index].is_word:
        index -= 1
    if index < 1 or not reading.lower[index].endswith("s"):
        return False
    return reading.lower[index - 1] in dating_words().pronouns


def _are_dead(reading: Reading, draft: Draft) -> bool:
    """Whether it is "110 people are confirmed dead", as they are from that day on."""
    return "dead" in reading.lower[draft.stop : draft.stop + _NEAR + 1]
