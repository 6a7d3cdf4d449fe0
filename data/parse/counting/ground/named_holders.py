"""Named holders: who holds ground by the words behind "in the hands of" and before "control"."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.names.actor_mention import ActorMention
from data.parse.parties.named import is_meant, names_foes
from data.parse.parties.stand_ins import group_meant
from data.parse.reading import Reading

_LONGEST_NAME = 4
"""Most words of a holder who is no known actor: "pro-government militias"."""


class Holder(NamedTuple):
    """Who holds ground.

    Attributes:
        words: Their words.
        actor: The actor, where the text names one: "the government" may be anybody's.
    """

    words: str
    actor: ActorMention | None

    @property
    def code(self) -> str | None:
        """Code of the actor."""
        return self.actor.code if self.actor else None


def named_holder(reading: Reading, first: int, stop: int | None = None) -> Holder | None:
    """The actor among some words, or else these words without an article."""
    lower, grammar = reading.lower, lexicon.grammar()
    if first + 1 == stop and lower[first] in grammar.possessives:
        group = group_meant(reading, first, stop)  # "under their control"
        return Holder(group.words, group) if group else None
    before_holder = grammar.determiners | lexicon.count_words().of_control
    while first < len(lower) and lower[first] in before_holder:
        first += 1
    end = first
    limit = min(len(lower), first + _LONGEST_NAME) if stop is None else stop
    ends = grammar.prepositions | grammar.coordinators | grammar.subordinators
    while end < limit and lower[end][0].isalnum() and lower[end] not in ends:
        end += 1
    end = next((at for at in range(first + 1, end) if at in reading.verb_tokens), end)
    if _is_shared(reading, end if stop is None else stop):
        return None
    for actor in reading.actors:
        if first <= actor.first < max(end, first + 1):
            owned = 2 if stop is None and lower[actor.stop : actor.stop + 1] == ["'s"] else 0
            meant = is_meant(reading, actor, first, max(end, actor.stop + owned))
            return Holder(actor.words, actor) if meant else None
    if end == first or names_foes(reading, first, end + 1):
        return None
    words = reading.words(first, end)
    if is_side(words):
        return Holder(words, None)
    is_group = not lexicon.captures().groups.isdisjoint(lower[first:end])
    group = group_meant(reading, first, end) if is_group else None
    return Holder(group.words, group) if group else None


def _is_shared(reading: Reading, stop: int) -> bool:
    """Whether others stand beside who is named: "in the hands of the Taliban or militias"."""
    grammar = lexicon.grammar()
    if reading.lower[stop : stop + 1] not in (["and"], ["or"]):
        return False
    behind = range(stop + 1, min(len(reading.tokens), stop + 1 + _LONGEST_NAME))
    ends = grammar.prepositions | grammar.subordinators
    words = list(itertools.takewhile(lambda at: _in_phrase(reading, at, ends), behind))
    if not words or any(at in reading.verb_tokens for at in range(words[0], words[-1] + 2)):
        return False
    named = any(actor.first in words for actor in reading.actors)
    return named or is_side(reading.words(words[0], words[-1] + 1))


def _in_phrase(reading: Reading, index: int, ends: frozenset[str]) -> bool:
    return reading.tokens[index].is_word and reading.lower[index] not in ends


def is_armed(holder: Holder) -> bool:
    """Whether a holder is an armed group: by its name, or "the insurgents"."""
    if holder.actor is not None:
        return holder.actor.type == "armed-group"
    return not lexicon.captures().armed.isdisjoint(holder.words.lower().split())


def is_side(words: str) -> bool:
    """Whether some words name a side of a war: "government", "pro-government militias"."""
    sides = lexicon.grammar().sides | lexicon.captures().government | lexicon.captures().armed
    return not sides.isdisjoint(words.lower().split())


def done_by_holder(verb: Verb | None, holder: Holder) -> str:
    """What is told of places that somebody holds: "came under X's control" that they were taken."""
    if verb is None:
        return "control"
    if verb.action != "lose" and verb.action in lexicon.count_words().giving:
        return "capture" if is_armed(holder) else "hand over"
    return "capture" if verb.motion or verb.action == "lose" else verb.action
