"""Kinds: what a count is a count of, from the noun, the verb and the words around them."""

from __future__ import annotations

import functools

from data import lexicon
from data.lexicon.schema import NounClass, Verb
from data.parse.counted import Counted
from data.parse.draft import Draft
from data.parse.reading import Reading

_LOSSES = frozenset({"casualties"})


def kind_of(
    reading: Reading, counted: Counted, verb: Verb | None, previous: Draft | None, *, inside: bool
) -> str:
    """The kind of a count.

    Args:
        reading: The sentence.
        counted: What is counted.
        verb: The verb that says what happened to it, if the lexicon knows it.
        previous: The fact of the number before.
        inside: This number counts a part of what the number before counted ("57 children among
            them"), so that it shares its fate.
    """
    noun = counted.noun
    told = verb.kinds.get(noun.name) if verb else None
    if told:
        return told
    if counted.how == "participle" and (kind := _of_participle(reading, counted)):
        return kind
    if inside and previous is not None and _shares_fate(noun, previous):
        return previous.kind
    if noun.name == "people":
        return _topic_kind(reading, previous, counted) or noun.kind
    return noun.kind


def _shares_fate(noun: NounClass, previous: Draft) -> bool:
    both_people = noun.unit == "people" and previous.unit in {"people", "percent"}
    return both_people and (noun.name == "people" or previous.kind in _LOSSES)


def _of_participle(reading: Reading, counted: Counted) -> str | None:
    if counted.noun.unit != "people":
        return None
    index = counted.first
    while index < len(reading.tokens):
        word = reading.tokens[index].norm
        if kind := lexicon.nouns().participles.get(word):
            return kind
        index += 1
        if word not in lexicon.grammar().count_modifiers | lexicon.grammar().passive:
            break
    return None


def _topic_kind(reading: Reading, previous: Draft | None, counted: Counted) -> str | None:
    """What people are counted as, by the words of the sentence, else by the number before."""
    words = reading.word_set
    for topic in lexicon.topics().topic:
        if not topic.words.isdisjoint(words):
            return topic.kind
    if previous is not None and previous.kind in _people_kinds() and counted.how != "behind":
        return previous.kind
    return reading.article_topic


@functools.cache
def _people_kinds() -> frozenset[str]:
    return frozenset(topic.kind for topic in lexicon.topics().topic)
