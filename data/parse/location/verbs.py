"""Verbs: forms of the verbs that tell where a happening is."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data.parse.inflection import verb_forms
from data.parse.phrases import Match, PhraseMatcher
from data.parse.reading import Reading
from data.parse.tokens import Token


def find_verbs(
    reading: Reading, lemmas: frozenset[str], tokens: Sequence[Token]
) -> Sequence[Match[str]]:
    """Forms of verbs among some words of a sentence."""
    verbs = forms_of(lemmas)
    if verbs.first_words.isdisjoint(reading.word_set):
        return ()
    return verbs.find(tokens)


@functools.cache
def forms_of(lemmas: frozenset[str]) -> PhraseMatcher[str]:
    """Finds any form of verbs."""
    return PhraseMatcher((form, lemma) for lemma in lemmas for form in verb_forms(lemma))
