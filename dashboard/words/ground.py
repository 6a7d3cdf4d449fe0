"""Ground in words: who holds or takes what is counted or told of."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping
from typing import Final

from dashboard.words.names import in_full
from data import lexicon
from data.fact import Fact

_HELD_BESIDE: Final = frozenset({"border_length", "capture"})
"""Kinds of ground that is not counted, and has a holder, too."""

_GROUND_IF_HELD: Final = "villages"
"""Nouns that are ground only where somebody takes or holds it."""


def ground_holder(fact: Fact) -> str | None:
    """Who holds or takes the districts, capitals, crossings, place or length of border told.

    ``fact.who`` names them there, unless the text has the ground itself in their place.
    """
    if not fact.who:
        return None
    if fact.kind not in _HELD_BESIDE | lexicon.kinds_with("ground"):
        return None
    if (words := _ground().get(fact.kind)) is None:
        return in_full(fact.who, fact.actor) if fact.actor else None
    if any(word in fact.who.lower() for word in words):
        return None
    return in_full(fact.who, fact.actor)


@functools.cache
def _ground() -> Mapping[str, tuple[str, ...]]:
    """Words for the ground that kinds of facts count; all of them for what is taken."""
    words: dict[str, tuple[str, ...]] = {}
    ground = lexicon.kinds_with("ground")
    for noun in lexicon.nouns().noun:
        if noun.kind in ground or noun.name == _GROUND_IF_HELD:
            kind = noun.kind if noun.kind in ground else ""
            words[kind] = (*words.get(kind, ()), *noun.words, *noun.plurals)
    return words | {"capture": tuple(itertools.chain(*words.values()))}
