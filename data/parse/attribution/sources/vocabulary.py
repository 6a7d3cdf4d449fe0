"""Vocabulary: the word lists that sources are judged by, as sets."""

from __future__ import annotations

import functools
from typing import Literal, NamedTuple

from data import lexicon
from data.parse.words.inflection import plural

Anaphor = Literal["none", "person", "body", "group", "record", "definite", "owner"]
"""How a source stands for one named before: as a pronoun, a document ("the statement"), by its
role ("the ministry"), or by its owner ("its spokesman")."""


class Vocabulary(NamedTuple):
    """The word lists that sources are judged by."""

    people: frozenset[str]
    several: frozenset[str]
    deputies: frozenset[str]
    bodies: frozenset[str]
    media: frozenset[str]
    records: frozenset[str]
    pronouns: dict[str, Anaphor]
    nobody: frozenset[str]
    articles: frozenset[str]
    occasions: frozenset[str]
    prepositions: frozenset[str]
    by: frozenset[str]
    made: frozenset[str]
    issued: frozenset[str]
    newest: frozenset[str]
    numbers: frozenset[str]
    titles: frozenset[str]
    asides: frozenset[str]
    ours: frozenset[str]
    owners: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    coordinators: frozenset[str]
    relatives: frozenset[str]
    at: frozenset[str]
    told: frozenset[str]
    describing: frozenset[str]


@functools.cache
def vocabulary() -> Vocabulary:
    """The word lists of ``attribution.toml``, with plurals, as sets."""
    rules = lexicon.attribution()
    grammar = rules.grammar
    plurals = frozenset(plural(word) for word in rules.people.words)
    pronouns: dict[str, Anaphor] = dict.fromkeys(rules.pronouns.person, "person")
    pronouns.update(dict.fromkeys(rules.pronouns.body, "body"))
    pronouns.update(dict.fromkeys(rules.pronouns.group, "group"))
    return Vocabulary(
        people=plurals.union(rules.people.words, rules.people.plurals),
        several=plurals.union(rules.people.plurals),
        deputies=frozenset(rules.people.deputies),
        bodies=_with_plurals(rules.bodies.words).union(rules.bodies.plurals),
        media=_with_plurals(rules.media.words),
        records=_with_plurals(rules.records.words).union(rules.records.plurals),
        pronouns=pronouns,
        nobody=frozenset(rules.pronouns.nobody),
        articles=frozenset(rules.articles.words),
        occasions=frozenset(rules.occasions.words),
        prepositions=frozenset(lexicon.grammar().prepositions),
        by=frozenset(rules.records.by),
        made=frozenset(rules.records.made),
        issued=rules.records.issued,
        newest=frozenset(rules.records.newest),
        titles=frozenset(rules.titles.words),
        asides=frozenset(grammar.asides),
        numbers=frozenset(lexicon.numbers().words),
        ours=frozenset(grammar.ours),
        owners=lexicon.grammar().third_person_possessives,
        definite=frozenset(grammar.definite),
        indefinite=lexicon.grammar().indefinite,
        coordinators=lexicon.grammar().joining,
        relatives=frozenset(grammar.relatives),
        at=frozenset(grammar.at),
        told=frozenset(grammar.told),
        describing=frozenset(grammar.describing),
    )


def _with_plurals(nouns: tuple[str, ...]) -> frozenset[str]:
    return frozenset(nouns).union(plural(noun) for noun in nouns)
