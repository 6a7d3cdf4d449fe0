"""Nouns: the countable nouns of the lexicon in a sentence."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.lexicon.counting import NounClass
from data.parse.words.inflection import plural
from data.parse.words.phrases import Match, PhraseMatcher
from data.parse.words.tokens import Token

SITES = frozenset({"villages", "centres"})
"""Ground that is no fact of its own kind: whose name it bears says nothing about who has it."""


def find_nouns(tokens: Sequence[Token], norms: Sequence[str]) -> list[Match[NounClass]]:
    """Countable nouns of a sentence, in text order; in "the White House" no house is counted."""
    found = _nouns().find(tokens, norms)
    if not found or _in_names().isdisjoint(norms):
        return found
    names = _names().find(tokens, norms)
    return [m for m in found if not any(n.first <= m.first < n.stop for n in names)]


@functools.cache
def noun_class(name: str) -> NounClass:
    """The class of nouns with a name.

    Raises:
        KeyError: If the lexicon has none of that name.
    """
    return {noun.name: noun for noun in lexicon.nouns().noun}[name]


@functools.cache
def class_of_participle(kind: str) -> NounClass:
    """The class of people called by what became of them: "the wounded", "the detained"."""
    return next(n for n in lexicon.nouns().noun if n.unit == "people" and n.kind == kind)


@functools.cache
def _names() -> PhraseMatcher[bool]:
    return PhraseMatcher((name, True) for name in lexicon.nouns().names)


@functools.cache
def _in_names() -> frozenset[str]:
    """The last words of names that have a noun."""
    return frozenset(name.rpartition(" ")[2] for name in lexicon.nouns().names)


@functools.cache
def _nouns() -> PhraseMatcher[NounClass]:
    entries = [
        (form, noun)
        for noun in lexicon.nouns().noun
        for word in noun.words
        for form in (word, plural(word))
    ]
    entries += [(word, noun) for noun in lexicon.nouns().noun for word in noun.plurals]
    return PhraseMatcher(entries)
