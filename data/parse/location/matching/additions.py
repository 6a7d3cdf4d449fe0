"""Additions: sentences that only add to a number that those before told of."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.location.scene.running_totals import is_ordinal
from data.parse.location.scene.scenes import Scene
from data.parse.reading import Reading

_LONGEST_TELLING = 2
"""Sentences back to the number that a sentence adds to."""

_LONGEST_SUBJECT = 5
"""Most words of a subject that stands for those counted before."""

_LONGEST_OPENING = 4
"""Most words before a running total that opens its sentence."""


def told_before(scene: Scene) -> Scene | None:
    """The scene of the first number of the sentence before, where this one only adds to it.

    "It was the third such raid", "There were 20 Germans on board"; not where the sentence names
    a ground of its own.
    """
    if not may_only_add(scene.reading):
        return None
    again = is_ordinal(scene)
    adds = (
        _counts_again(scene)
        if again
        else _is_aboard(scene.reading) or _changes(scene) or _tells_who(scene)
    )
    if not adds or scene.near:
        return None
    kind = "personnel" if again else scene.draft.kind
    for at in range(scene.at - 1, max(-1, scene.at - 1 - _LONGEST_TELLING), -1):
        before = scene.readings[at]
        if before.counting and not _is_aboard(before):
            own = before.counting[0]
            draft = scene.draft._replace(
                kind=kind,
                action="",
                first=own.first,
                stop=own.stop,
                verb=own.first,
                quantity=own,
            )
            return Scene(scene.readings, at, draft)
    return None


def _counts_again(scene: Scene) -> bool:
    """Whether a running total opens its sentence; a third town has a ground of its own."""
    opens = scene.lower[0] in lexicon.location().adds.again
    near = scene.draft.first <= _LONGEST_OPENING
    return opens and near and scene.draft.kind == "other_count"


def _changes(scene: Scene) -> bool:
    """Whether a sentence tells what a number told of before became: "that number rose to 40"."""
    opening = scene.lower[:2]
    adds = lexicon.location().adds
    pointing = lexicon.grammar().singular_definite
    return len(opening) > 1 and opening[0] in pointing and opening[1] in adds.figures


def _tells_who(scene: Scene) -> bool:
    """Whether a sentence tells who those counted before are: "Those taken out included 40"."""
    adds, first = lexicon.location().adds, scene.draft.first
    opening = scene.lower[: min(first, _LONGEST_SUBJECT + 1)]
    tells = next((i for i, norm in enumerate(opening) if norm in adds.consisting), 0)
    return not adds.counted.isdisjoint(opening[:tells])


def may_only_add(reading: Reading) -> bool:
    """Whether a sentence opens as those do that only add to a number told of before."""
    return reading.at > 0 and reading.lower[0] in _first_words()


@functools.cache
def _first_words() -> frozenset[str]:
    """First words of sentences that may only add to a number told of before."""
    adds, grammar = lexicon.location().adds, lexicon.grammar()
    definite = grammar.plural_definite | grammar.singular_definite
    return definite | adds.again | adds.more | adds.counted


def _is_aboard(reading: Reading) -> bool:
    """Whether a sentence tells of those aboard something named before."""
    adds = lexicon.location().adds
    return reading.lower[0] in adds.more and not adds.aboard.isdisjoint(reading.word_set)
