"""Deeds: nouns that say what happened to those behind "of": "the capture of 12 districts"."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import NamedTuple

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.names.actor_mention import ActorMention
from data.parse.parties.stand_ins import group_meant
from data.parse.reading import Reading
from data.parse.words.verb_forms import event_verb_forms

_UNREAL_REACH = 6
"""Most words from "prevent" or "possible" to the deed that it makes unreal."""

_LONGEST_DEED = 14
"""Most words from a deed to the "by" that tells whose it is."""


class Deed(NamedTuple):
    """A noun for what happened to those counted.

    Attributes:
        verb: The verb that says the same.
        noun: Index of the noun.
    """

    verb: Verb
    noun: int


def find_deed(reading: Reading, first: int, stop: int) -> Deed | None:
    """The noun before "of" and a number.

    Args:
        reading: The sentence.
        first: Index of the number's first token, qualifier included.
        stop: Index one past what it counts; a bare share is a change ("a fall of 20 percent").
    """
    lower = reading.lower
    of = first - 1
    while of > 0 and lower[of] in lexicon.grammar().determiners:
        of -= 1
    if of < 1 or lower[of] != "of" or lower[stop - 1] in lexicon.grammar().share_nouns:
        return None
    verb = _deeds().get(lower[of - 1])
    if verb is None:
        return None
    near = lower[max(0, of - 1 - _UNREAL_REACH) : of - 1]
    return Deed(verb, of - 1) if lexicon.captures().unreal.isdisjoint(near) else None


def is_deed(reading: Reading, index: int) -> bool:
    """Whether a token is such a noun, and no verb: "of" stands behind it."""
    behind = reading.lower[index : index + 2]
    return behind[1:] == ["of"] and behind[0] in _deeds()


def doer_of(reading: Reading, index: int) -> ActorMention | None:
    """Whose deed it is: "X's capture of 12 districts", "the capture of 12 districts by X"."""
    lower = reading.lower
    if index > 1 and lower[index - 1] == "'s":
        return next((actor for actor in reading.actors if actor.stop == index - 1), None)
    if index and lower[index - 1] in lexicon.grammar().possessives:
        return group_meant(reading, index - 1, index)
    behind = range(index + 1, min(len(lower), index + _LONGEST_DEED))
    by = next((at for at in behind if lower[at] == "by" or at in reading.verb_tokens), None)
    if by is None or lower[by] != "by":
        return None
    leading = by + 1
    while leading < len(lower) and lower[leading] in lexicon.grammar().determiners:
        leading += 1
    return next((actor for actor in reading.actors if actor.first == leading), None)


@functools.cache
def _deeds() -> Mapping[str, Verb]:
    verbs: dict[str, Verb] = {}
    for form, verb in event_verb_forms():
        verbs.setdefault(form, verb)  # "release" frees people before it pays money
    return {noun: verbs[lemma] for noun, lemma in lexicon.count_words().deeds.items()}
