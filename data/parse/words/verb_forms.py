"""Verb forms: every form of the verbs that the lexicon knows."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.words.inflection import verb_forms
from data.parse.words.phrases import PhraseMatcher


@functools.cache
def all_verbs() -> PhraseMatcher[str]:
    """Finds verbs of any list; the payload is the lemma."""
    statements = lexicon.statements()
    grammar = lexicon.grammar()
    entries: list[tuple[str, str]] = []
    for statement in statements.statement:
        for lemma in statement.verbs:
            irregular = statements.irregular.get(lemma.split()[0], ())
            entries += [(form, lemma) for form in verb_forms(lemma, irregular)]
    for verb in lexicon.verbs().verb:
        entries += [(form, lemma) for lemma, forms in _forms(verb) for form in forms]
    for saying in lexicon.attribution().saying:
        entries += [(form, saying.lemma) for form in verb_forms(saying.lemma, saying.forms)]
    for lemma in (*grammar.support_verbs, *grammar.object_control):
        entries += [(form, lemma) for form in verb_forms(lemma)]
    entries += [(form, form) for form in grammar.object_control_forms]
    return PhraseMatcher(entries)


@functools.cache
def event_verbs() -> PhraseMatcher[Verb]:
    """Finds verbs that say what happened to what is counted."""
    return PhraseMatcher(event_verb_forms())


def event_verb_forms() -> Iterator[tuple[str, Verb]]:
    """Every form of the verbs that say what happened to what is counted."""
    for verb in lexicon.verbs().verb:
        for lemma, forms in _forms(verb):
            said = verb if verb.action else dataclasses.replace(verb, action=lemma)
            yield from ((form, said) for form in forms)


def _forms(verb: Verb) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Base forms of a verb and its synonyms, with the forms of each."""
    irregular = lexicon.verbs().irregular
    for lemma in (verb.lemma, *verb.also):
        yield lemma, verb_forms(lemma, irregular.get(lemma.split()[0], ()))


@functools.cache
def saying_lemmas() -> frozenset[str]:
    """Base forms of the verbs of saying."""
    return frozenset(saying.lemma for saying in lexicon.attribution().saying)
