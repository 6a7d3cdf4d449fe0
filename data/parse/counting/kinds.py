"""Kinds: what a count is a count of, from the noun, the verb and the words around them."""

from __future__ import annotations

import functools

from data import lexicon
from data.lexicon.counting import NounClass, Verb
from data.parse.counting.counted_as import Counted
from data.parse.draft import Draft
from data.parse.reading import Reading

_ANYBODY = frozenset({"people", "men", "personnel"})
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
    if (verb is None or not verb.topical) and (told := _told(verb, noun)):
        return told
    if counted.how == "participle" and (kind := _of_participle(reading, counted)):
        return kind
    if noun.unit == "people":
        if opened := _opened(reading, counted):
            return opened
        if _is_hurt(reading, counted):
            return "casualties"
    if (
        noun.unit == "people"
        and verb is None
        and (_is_among_dead(reading, counted) or _is_toll(reading, counted))
    ):
        return "casualties"
    if inside and previous is not None and _shares_fate(noun, previous):
        return previous.kind
    if _told(verb, noun) == "casualties":
        return "casualties"
    if noun.name == "personnel":
        evacuated = "evacuated" in {_topic_kind(reading, previous, counted), reading.article_topic}
        lifted = verb is not None and verb.kinds.get("people") == "evacuated"
        return "evacuated" if evacuated or lifted else _told(verb, noun) or noun.kind
    if noun.name in {"people", "men"} or (counted.how == "before" and noun.unit == "people"):
        if verb is not None and not verb.topical and noun.name != "men":
            return noun.kind
        return _topic_kind(reading, previous, counted) or _told(verb, noun) or noun.kind
    return _told(verb, noun) or noun.kind


def _told(verb: Verb | None, noun: NounClass) -> str | None:
    """The kind that a verb gives to a class of nouns; men are people."""
    if verb is None:
        return None
    return verb.kinds.get(noun.name) or (verb.kinds.get("people") if noun.name == "men" else None)


def _opened(reading: Reading, counted: Counted) -> str | None:
    """The kind of a count behind "the bodies of", "the evacuation of"."""
    first = next(
        (q.outer_first for q in reversed(reading.quantities) if q.outer_stop <= counted.first), 0
    )
    tokens = reading.tokens
    if first < 2 or tokens[first - 1].norm not in {"of", "only", "just", "all"}:
        return None
    openers = lexicon.nouns().openers
    near = (openers.get(token.norm) for token in reversed(tokens[max(0, first - 3) : first - 1]))
    return next(filter(None, near), None)


def _is_among_dead(reading: Reading, counted: Counted) -> bool:
    """Whether they are told to be dead behind the noun: "were confirmed dead", "among the dead"."""
    clause = reading.clause_of(min(counted.stop, len(reading.tokens) - 1))
    behind = [t.norm for t in reading.tokens[counted.stop : min(clause.stop, counted.stop + 12)]]
    if "dead" in behind[:5]:
        return True
    if "among" not in behind:
        return False
    fate = behind[behind.index("among") + 1 :][:4]
    return not lexicon.grammar().dead_words.isdisjoint(fate)


def _is_toll(reading: Reading, counted: Counted) -> bool:
    """Whether what stands before a list names a loss: "the toll: 12 soldiers, 40 policemen"."""
    clause = reading.clause_of(max(0, counted.first - 1))
    words = [token.norm for token in reading.tokens[: max(counted.first, clause.first)]]
    return not lexicon.grammar().toll_words.isdisjoint(words) and ":" in words


def _is_hurt(reading: Reading, counted: Counted) -> bool:
    """Whether the noun phrase itself says so: "18 wounded service members"."""
    participles = lexicon.nouns().participles
    words = reading.tokens[counted.first : counted.stop]
    return any(participles.get(word.norm) == "casualties" for word in words)


def _shares_fate(noun: NounClass, previous: Draft) -> bool:
    both_people = noun.unit == "people" and previous.unit in {"people", "percent"}
    return both_people and (noun.name in _ANYBODY or previous.kind in _LOSSES)


def _of_participle(reading: Reading, counted: Counted) -> str | None:
    if counted.noun.unit != "people":
        return None
    skipped = _before_participle()
    index = counted.first
    while index < len(reading.tokens):
        word = reading.tokens[index].norm
        if kind := lexicon.nouns().participles.get(word):
            return kind
        index += 1
        if word not in skipped:
            break
    return None


@functools.cache
def _before_participle() -> frozenset[str]:
    return lexicon.grammar().count_modifiers | lexicon.grammar().passive


def _topic_in(words: frozenset[str], name: str) -> str | None:
    """Kind of the first topic that a sentence of these words speaks of."""
    for topic in lexicon.topics().topic:
        if topic.only in {None, name} and not topic.words.isdisjoint(words):
            return topic.kind
    return None


def _topic_kind(reading: Reading, previous: Draft | None, counted: Counted) -> str | None:
    """What people are counted as, by the words of the sentence, else by the number before."""
    words, name = reading.word_set, counted.noun.name
    if not lexicon.topics().population.isdisjoint(words):
        return None
    if found := _topic_in(words, name):
        return found
    if name == "people" and (found := _topic_in(reading.words_before, name)):
        return found
    if counted.how == "before" and previous is not None:
        return previous.kind if previous.unit == "people" else None
    return reading.article_topic if name == "people" else None
