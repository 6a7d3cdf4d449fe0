"""Likely kinds: where a rule found little to go by, the words around a number tell its kind.

Rules look at what is counted and at its verb. "All but 6,300 of them" has neither: who "they" are,
and what became of them, stands in the words around and elsewhere in the article. Numbers that are
told in few words ("another 58") have gone on with the rules' kind of the one before by then.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

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

_MOST_WORDS: Final = 2
"""Words beside a number, and as many elsewhere, that are named as those that tell its kind."""

_LONG: Final = 5
"""Letters of a word that tells a reader something."""

_NO_WORDS: Final = frozenset({"unit", "digits"})

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
    """Whether the rules may have missed what a count of people tells.

    They have not where a verb of the sentence says it in so many words, or where it is what the
    article is about.
    """
    noun = draft.noun
    if draft.settled or draft.kind not in TOLD or noun is None or noun.unit != "people":
        return False
    if reading.article_topic == draft.kind or draft.action == "control":
        return False
    verbs = [match.payload for match in reading.events]
    return not any(verb.kinds.get("people") == draft.kind and not is_open(verb) for verb in verbs)


def telling_words(telling: Sequence[Reading], at: int, draft: Draft, kind: str) -> list[str]:
    """The words that speak most for a kind in place of the draft's own, those beside it first.

    Words of a few letters ("of", "that") count as well, but tell a reader nothing.

    Args:
        telling: The sentences of an article that tell of numbers.
        at: Which of them it is.
        draft: The fact as the rules state it.
        kind: As what the words tell it.
    """
    reading = telling[at]
    beside = (*number_traits(reading, draft), sentence_trait(reading))
    elsewhere = [each for each in telling if each is not reading]
    return list(
        dict.fromkeys(
            [
                *_heaviest(beside, [reading], draft.kind, kind),
                *_heaviest([text_trait(telling)], elsewhere, draft.kind, kind),
            ]
        )
    )


def _heaviest(
    found: Iterable[Trait], readings: Iterable[Reading], instead_of: str, kind: str
) -> list[str]:
    traits, likely, instead = kind_weights().traits, KINDS.index(kind), KINDS.index(instead_of)
    spoken: Counter[str] = Counter()
    for place, stems in found:
        for part in stems:
            if place not in _NO_WORDS and (row := traits.get(place, {}).get(part)):
                spoken[part] += row[likely] - row[instead]
    long = (token for each in readings for token in each.tokens if len(token.text) >= _LONG)
    words = {stem(token.norm): token.text for token in long}
    heaviest = (words[part] for part, n in spoken.most_common() if n > 0 and part in words)
    return list(itertools.islice(heaviest, _MOST_WORDS))


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
                likely[at] = draft._replace(
                    kind=kind, rule=f"words.{kind}", action=_action(draft, kind)
                )
    return likely


def _action(draft: Draft, kind: str) -> str:
    """What is done, as the verb has it of another kind: "took 300 home" evacuates them."""
    happening = draft.happening
    if happening is None or draft.action != happening.verb.done(draft.kind, to_people=True):
        return draft.action
    return happening.verb.done(kind, to_people=True)


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
