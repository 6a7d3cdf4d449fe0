"""Running totals: numbers that say how many there have been with this one: "the ninth town"."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.location.scene.scenes import Scene


def is_ordinal(scene: Scene) -> bool:
    """Whether the number is "third" or "12th"."""
    words, endings = _ordinals()
    last = scene.lower[scene.draft.stop - 1]
    following = scene.lower_behind[0] if scene.lower_behind else ""
    if last in words or last in endings or following in endings:
        return True
    return last.endswith(endings) and last[0].isalpha()


@functools.cache
def _ordinals() -> tuple[frozenset[str], tuple[str, ...]]:
    """Ordinals in words, and what ordinals in digits end with."""
    return lexicon.location().ordinals.words, tuple(lexicon.numbers().ordinal_endings)
