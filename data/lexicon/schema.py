"""What the schemas of the lexicon files are made of: lists of words, phrases and examples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Final

from data.entry import Entry, Limits

Words = tuple[str, ...]
WordSet = frozenset[str]
IN_ORDER: Final = "in order"
InOrder = Annotated[Words, IN_ORDER]
"""Texts that are told or tried in their order. Any other list of several lines is sorted."""

Slug = Annotated[str, Limits(pattern=r"^[a-z0-9][a-z0-9-]*$")]
Code3 = Annotated[str, Limits(pattern=r"^[A-Z]{3}$")]
BorderCode = Annotated[str, Limits(pattern=r"^[A-Z]{3}-[A-Z]{3}$")]
Latitude = Annotated[float, Limits(ge=-90, le=90)]
Longitude = Annotated[float, Limits(ge=-180, le=180)]


class Example(Entry):
    """A made-up sentence and all the facts it must yield, each as a part of its record."""

    text: str
    facts: tuple[dict[str, Any], ...]


Examples = Annotated[tuple[Example, ...], Limits(min_length=1)]
"""Those of a rule: one without any is held by no check."""

SomeWords = Annotated[InOrder, Limits(min_length=1)]
"""Examples of a rule that are words alone."""


def refuse_twice(what: str, named: Iterable[tuple[str, str]]) -> None:
    """Refuse a word that two entries have: only the first would count.

    Args:
        what: What the words are, for the message.
        named: Each word behind the name of its entry.

    Raises:
        ValueError: If a word comes twice; it names both entries.
    """
    first: dict[str, str] = {}
    for entry, word in named:
        if word in first:
            both = f"of {first[word]!r} and of {entry!r}"
            raise ValueError(f"{what} {word!r} is listed twice, {both}; only the first would count")
        first[word] = entry


class WordList(Entry):
    """A plain list of words."""

    words: Words


class Phrases(Entry):
    """A plain list of phrases."""

    phrases: Words
