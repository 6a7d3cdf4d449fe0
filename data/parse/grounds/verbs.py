"""Verbs: forms of the verbs that tell where a happening is."""

from __future__ import annotations

import functools

from data.parse.words.inflection import verb_forms
from data.parse.words.phrases import PhraseMatcher


@functools.cache
def forms_of(lemmas: frozenset[str]) -> PhraseMatcher[str]:
    """Finds any form of verbs."""
    return PhraseMatcher((form, lemma) for lemma in lemmas for form in verb_forms(lemma))


def first_words_of(*lists: frozenset[str]) -> frozenset[str]:
    """The words that the forms of verbs of some lists begin with."""
    return frozenset().union(*(forms_of(lemmas).first_words for lemmas in lists))
