"""The shape of ``pages.toml``: what stands on saved pages beside their articles."""

from __future__ import annotations

from typing import Literal

from data.entry import Entry
from data.lexicon.schema import InOrder, Words, WordSet


class Furniture(Entry):
    """Patterns of whole lines about the page, and how many characters such a line has at most."""

    longest: int
    patterns: InOrder
    examples: InOrder
    counterexamples: InOrder


class Regions(Entry):
    """Regions by the order in which people there write the day and the month in digits."""

    month_first: WordSet
    either: WordSet


class Pages(Entry):
    """Schema of ``pages.toml``; keys are explained there."""

    sections: WordSet
    publishers: WordSet
    dated: Words
    keys_of_days: Words
    other_days: Words
    changes: Words
    regions: Regions
    front_matter: dict[str, Literal["title", "url", "publisher", "published"]]
    furniture: Furniture
