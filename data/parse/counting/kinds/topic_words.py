"""Topic words: whether a sentence speaks of a topic of people."""

from __future__ import annotations

import functools
from collections.abc import Set

from data import lexicon
from data.lexicon.counting import Topic
from data.parse.reading import Reading
from data.parse.words.phrases import PhraseMatcher


def speaks_of(reading: Reading, topic: Topic) -> bool:
    """Whether words of a topic, or a phrase such as "C-17", stand in a sentence."""
    words = reading.word_set
    if not topic.words.isdisjoint(words):
        return topic.kind != "casualties" or not _are_none(reading, topic.words)
    if not topic.phrases or _opening().isdisjoint(words):
        return False
    found = _phrases().find(reading.tokens, reading.lower)
    return any(match.payload is topic for match in found)


def told_in_phrase(reading: Reading) -> str | None:
    """The kind of the first topic that a sentence speaks of by a phrase of several words."""
    if _opening().isdisjoint(reading.word_set):
        return None
    found = _phrases().find(reading.tokens, reading.lower)
    return found[0].payload.kind if found else None


def _are_none(reading: Reading, told: Set[str]) -> bool:
    """Whether words of a topic are only told to be none: "no casualties among the 40 on board"."""
    lower, none = reading.lower, lexicon.grammar().negative_determiners
    if none.isdisjoint(reading.norms):
        return False
    return all(lower[at - 1] in none for at, word in enumerate(lower) if at and word in told)


@functools.cache
def _opening() -> frozenset[str]:
    topics = lexicon.topics().topic
    return frozenset(phrase.split()[0] for topic in topics for phrase in topic.phrases)


@functools.cache
def _phrases() -> PhraseMatcher[Topic]:
    topics = lexicon.topics().topic
    return PhraseMatcher((phrase, topic) for topic in topics for phrase in topic.phrases)
