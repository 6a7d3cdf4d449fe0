"""What the schemas of the lexicon files are made of: lists of words, phrases and examples."""

from __future__ import annotations

from typing import Annotated, Any

from data.entry import Entry, Limits

Words = tuple[str, ...]
WordSet = frozenset[str]
Slug = Annotated[str, Limits(pattern=r"^[a-z0-9][a-z0-9-]*$")]


class Example(Entry):
    """A made-up sentence and all the facts it must yield, each as a part of its record."""

    text: str
    facts: tuple[dict[str, Any], ...]


Examples = tuple[Example, ...]


class WordList(Entry):
    """A plain list of words."""

    words: Words


class Phrases(Entry):
    """A plain list of phrases."""

    phrases: Words
