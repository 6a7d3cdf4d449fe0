"""Triggers: words that open a claim without a number, used as the part of speech meant."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator

from data import lexicon
from data.lexicon.capturing import Statement
from data.parse.reading import Reading
from data.parse.reality.denials import is_refusal
from data.parse.words.inflection import verb_forms
from data.parse.words.phrases import Match, PhraseMatcher


@dataclasses.dataclass(frozen=True, slots=True)
class Trigger:
    """What a trigger word means: its rule, its action, and what part of speech it is."""

    rule: Statement
    action: str
    form: str


def find_triggers(reading: Reading) -> list[Match[Trigger]]:
    """Trigger words used as the part of speech their rule speaks of, in text order.

    "A promise" is a noun because of its article, "fears" a verb because it has none. "Would respond
    to any attack" is what another word tells of, where one stands before it.
    """
    if _telling_words().isdisjoint(reading.word_set):
        return []
    tokens, norms = reading.tokens, reading.lower
    found = [
        match for match in _noun_triggers().find(tokens, norms) if _is_noun(reading, match.first)
    ]
    nouns = {match.first for match in found}
    for match in _verb_triggers().find(tokens, norms):
        if match.payload.form == "adjective":
            fits = _after_copula(reading, match.first)
        else:
            fits = not _is_determined(reading, match.first) and not is_refusal(reading, match.stop)
        if fits and match.first not in nouns:
            found.append(match)
    found.sort(key=lambda match: match.first)
    modals = lexicon.grammar().modals
    return [one for one in found if one is found[0] or norms[one.first] not in modals]


def opens_trigger(norm: str) -> bool:
    """Whether a word may be the verb of a claim of its own: "warned"."""
    return norm in _verb_triggers().first_words


def _is_noun(reading: Reading, index: int) -> bool:
    return _is_determined(reading, index) or _after_support(reading, index)


def _is_determined(reading: Reading, index: int) -> bool:
    determiners = lexicon.grammar().determiners
    return index > 0 and reading.tokens[index - 1].norm in determiners


def _after_copula(reading: Reading, index: int) -> bool:
    auxiliaries = lexicon.grammar().auxiliaries
    return not auxiliaries.isdisjoint(reading.lower[max(0, index - 3) : index])


def _after_support(reading: Reading, index: int) -> bool:
    supports = {
        verb.stop for verb in reading.verbs if verb.payload in lexicon.grammar().support_verbs
    }
    return bool(supports & {index, index - 1})


@functools.cache
def _verb_triggers() -> PhraseMatcher[Trigger]:
    return PhraseMatcher(_verb_phrases())


@functools.cache
def _noun_triggers() -> PhraseMatcher[Trigger]:
    return PhraseMatcher(_noun_phrases())


@functools.cache
def _telling_words() -> frozenset[str]:
    """The word of each trigger that few sentences have: "hands" of "in Taliban hands"."""
    names = {name.lower() for actor in lexicon.actors().values() for name in actor.names}
    common = lexicon.grammar().prepositions | lexicon.grammar().determiners | names
    phrases = (phrase for phrase, _ in (*_verb_phrases(), *_noun_phrases()))
    return frozenset(
        max(reversed(phrase.lower().split()), key=lambda word: (word not in common, len(word)))
        for phrase in phrases
    )


def _verb_phrases() -> Iterator[tuple[str, Trigger]]:
    statements = lexicon.statements()
    for rule in statements.statement:
        for lemma, action in rule.verbs.items():
            trigger = Trigger(rule, action, "verb")
            for form in verb_forms(lemma, statements.irregular.get(lemma.split()[0], ())):
                yield form, trigger
        for adjective, action in rule.adjectives.items():
            yield adjective, Trigger(rule, action, "adjective")


def _noun_phrases() -> Iterator[tuple[str, Trigger]]:
    for rule in lexicon.statements().statement:
        for noun, action in rule.nouns.items():
            yield noun, Trigger(rule, action, "noun")
