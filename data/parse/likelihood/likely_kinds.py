"""Likely kinds: where a rule found little to go by, the words around a number tell its kind.

Rules look at what is counted and at its verb. "All but 6,300 of them" has neither: who "they" are,
and what became of them, stands in the words around and elsewhere in the article.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from data import lexicon
from data.learnt.kind_weights import INSTEAD, KINDS, TOLD, KindWeights, Row, kind_weights
from data.parse.counting.kinds.fates import is_open
from data.parse.draft import Draft
from data.parse.likelihood.surroundings import (
    Trait,
    number_traits,
    sentence_trait,
    stem,
    text_trait,
)
from data.parse.reading import Reading

_MOST_WORDS: Final = 3
"""Words that are named as those that tell a kind."""

SURE: Final = 0.85
"""How likely another kind than the rules' must be to take its place."""


def with_likely_kinds(
    readings: Sequence[Reading], found: Sequence[Sequence[Draft]]
) -> list[list[Draft]]:
    """What the numbers of each sentence state, each as the kind that is likely of it.

    Args:
        readings: The sentences of an article.
        found: What the numbers of each state by the rules.
    """
    asked = [
        [may_be_another(reading, draft) for draft in drafts]
        for reading, drafts in zip(readings, found, strict=True)
    ]
    if not any(map(any, asked)):
        return [list(drafts) for drafts in found]
    telling = (reading for reading, drafts in zip(readings, found, strict=True) if drafts)
    of_text = _sum([text_trait(telling)], kind_weights())
    return [
        _likely(reading, drafts, which, of_text) if any(which) else list(drafts)
        for reading, drafts, which in zip(readings, found, asked, strict=True)
    ]


def may_be_another(reading: Reading, draft: Draft) -> bool:
    """Whether the rules may have missed what a count tells.

    They have not where a verb of the sentence says it in so many words, or where it is what the
    article is about.
    """
    if draft.settled or draft.kind not in TOLD or draft.noun is None:
        return False
    if reading.article_topic == draft.kind or draft.action == "control":
        return False
    verbs = [match.payload for match in reading.events]
    return not any(verb.kinds.get("people") == draft.kind and not is_open(verb) for verb in verbs)


def telling_words(reading: Reading, draft: Draft, kind: str) -> list[str]:
    """The words of a sentence that speak most for a kind in place of the draft's own.

    Small words ("of", "that") count as well, but tell a reader nothing.
    """
    traits, likely, instead = kind_weights().traits, KINDS.index(kind), KINDS.index(draft.kind)
    spoken: Counter[str] = Counter()
    for place, found in (*number_traits(reading, draft), sentence_trait(reading)):
        for word in found:
            if row := traits.get(place, {}).get(word):
                spoken[word] += row[likely] - row[instead]
    grammar = lexicon.grammar()
    small = grammar.prepositions | grammar.determiners | grammar.conjunctions | grammar.auxiliaries
    words = {stem(word): word for word in reversed(reading.lower) if word[0].isalpha()}
    meaning = (words[part] for part, n in spoken.most_common() if n > 0 and part in words)
    return list(itertools.islice((word for word in meaning if word not in small), _MOST_WORDS))


def _likely(
    reading: Reading, drafts: Sequence[Draft], asked: Sequence[bool], of_text: Row
) -> list[Draft]:
    """The facts of a sentence, those that are asked about as the kinds that are likely of them."""
    weights = kind_weights()
    of_sentence = _sum([sentence_trait(reading)], weights)
    likely = list(drafts)
    for at, draft in enumerate(drafts):
        if asked[at]:
            of_number = _sum(number_traits(reading, draft), weights)
            kind = _likeliest(draft.kind, (of_text, of_sentence, of_number), weights)
            if kind != draft.kind:
                likely[at] = draft._replace(kind=kind, rule=f"words.{kind}")
    return likely


def _likeliest(kind: str, around: Iterable[Row], weights: KindWeights) -> str:
    """The kind that the words say, if that is sure enough; else the one that the rules say."""
    rows = (weights.start, weights.told[kind], *around)
    scores = [sum(column) / 100 for column in zip(*rows, strict=True)]
    highest = max(scores)
    likeliest = KINDS[scores.index(highest)]
    share = 1 / sum(math.exp(score - highest) for score in scores)
    return likeliest if likeliest in INSTEAD and share >= SURE else kind


def _sum(found: Iterable[Trait], weights: KindWeights) -> Row:
    rows = [
        row
        for place, words in found
        if (traits := weights.traits.get(place))
        for word in words
        if (row := traits.get(word))
    ]
    return tuple(map(sum, zip(*rows, strict=True))) if rows else (0,) * len(KINDS)
