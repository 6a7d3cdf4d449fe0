"""The shape of ``pages.toml``: what stands on saved pages beside their articles."""

from __future__ import annotations

from data.entry import Entry
from data.lexicon.schema import InOrder, Words, WordSet


class Furniture(Entry):
    """Patterns of whole lines about the page, and how many characters such a line has at most."""

    longest: int
    patterns: InOrder
    examples: InOrder
    counterexamples: InOrder


class Pages(Entry):
    """Schema of ``pages.toml``; keys are explained there."""

    sections: WordSet
    publishers: WordSet
    dated: Words
    other_days: Words
    changes: Words
    furniture: Furniture
