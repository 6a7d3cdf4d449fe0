"""Clauses: which words of a sentence belong together, and where its verbs stand."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.words.inflection import verb_forms
from data.parse.words.phrases import Match, PhraseMatcher
from data.parse.words.tokens import Token, indexes_of

_SIGNS = frozenset({";", "—", ":"})
"""Signs behind which a new main clause begins."""


class Clause(NamedTuple):
    """A run of tokens that is about one happening.

    Attributes:
        first: Index of its first token.
        stop: Index one past its last token.
        opener: The word that opened it ("which", "as"); empty for a main clause.
        part_of: Number of the clause it belongs to: what follows an inserted clause goes on
            with the clause before it, and shares its number.
    """

    first: int
    stop: int
    opener: str
    part_of: int


def split_clauses(tokens: Sequence[Token], norms: Sequence[str]) -> list[Clause]:
    """Main, relative and subordinate clauses; together they cover every token once.

    What follows an inserted clause belongs to the clause before it again.

    Args:
        tokens: A sentence.
        norms: The norm of each of its tokens.
    """
    first, opener, part_of, main = 0, "", 0, 0
    clauses: list[Clause] = []
    for index in indexes_of(_parting(), norms):
        norm = norms[index]
        if norm in _SIGNS:
            begins = index + 1, "", len(clauses) + 1
            main = begins[2]
        elif _opens_clause(tokens, index):
            begins = index, norm, len(clauses) + 1
        elif norm == "," and _can_close(tokens, first, opener, index):
            begins = index, "", main
        else:
            continue
        clauses.append(Clause(first, begins[0], opener, part_of))
        first, opener, part_of = begins
    clauses.append(Clause(first, len(tokens), opener, part_of))
    return [clause for clause in clauses if clause.stop > clause.first]


def find_verbs(tokens: Sequence[Token], norms: Sequence[str]) -> list[Match[str]]:
    """Verbs the lexicon knows, of any list, longest form first; the payload is the lemma."""
    found = _all_verbs().find(tokens, norms)
    return [match for match in found if not _is_noun(tokens, match.first)]


def find_event_verbs(tokens: Sequence[Token], norms: Sequence[str]) -> list[Match[Verb]]:
    """Verbs that say what happened to what is counted."""
    found = _event_verbs().find(tokens, norms)
    return [
        _without_preposition(tokens, match) if norms[match.stop - 1] == "in" else match
        for match in found
        if not _is_noun(tokens, match.first)
    ]


def _without_preposition(tokens: Sequence[Token], match: Match[Verb]) -> Match[Verb]:
    """The verb alone, where "in" leads to a ground or time: "was taken in X", "in as many days".

    Who "takes in 300", or is "taken in by X", takes them in.
    """
    grammar, behind = lexicon.grammar(), tokens[match.stop : match.stop + 2]
    if [token.norm for token in behind] != ["as", "many"]:
        helping = helping_words(tokens, match.first)
        done_to = grammar.auxiliaries.isdisjoint(helping) or is_passive(tokens, match.first)
        leads = bool(behind) and (
            behind[0].is_number
            or behind[0].text[0].isupper()
            or behind[0].norm in grammar.determiners
        )
        if not (is_participle(tokens[match.first]) and done_to and leads):
            return match
    alone = _event_verbs().find(tokens[match.first : match.first + 1])
    if not alone:
        return match
    return alone[0]._replace(first=match.first, stop=match.first + 1)


def _is_noun(tokens: Sequence[Token], index: int) -> bool:
    """Whether a form that may be a verb is a noun: "the march", "in camp", "White House"."""
    grammar, norm = lexicon.grammar(), tokens[index].norm
    if (
        norm in grammar.verb_nouns
        and index + 1 < len(tokens)
        and tokens[index + 1].norm in grammar.verb_noun_links
    ):
        return True
    if norm in _adjectival() and tokens[index + 1 : index + 2]:
        behind = tokens[index + 1].norm
        if f"{norm} {behind}" in grammar.adjectival:
            return True  # "died close to the border"
    if norm in grammar.troop_nouns and not _drives(tokens, index):
        return True
    if not index:
        return False
    before = tokens[index - 1].norm
    if before == "-" and tokens[index - 1].end == tokens[index].start:
        return True  # "rebel-held"
    if f"{before} {norm}" in grammar.verb_like_names:
        return True
    if before == "that":
        return False  # "the group that killed them"
    if before in grammar.determiners or before in {"'s", "other"}:
        return True
    if describes(tokens, index):
        return True
    if before not in grammar.prepositions or before == "to":
        return False
    return not norm.endswith("ing")


def describes(tokens: Sequence[Token], index: int) -> bool:
    """Whether a participle stands between a number and a noun: "two million registered Afghans"."""
    if tokens[index].norm not in lexicon.grammar().describing or not index:
        return False
    before, behind = tokens[index - 1], tokens[index + 1 : index + 2]
    counted = before.is_number or before.norm in lexicon.numbers().scales
    grammar = lexicon.grammar()
    small = grammar.prepositions | grammar.determiners | grammar.auxiliaries | grammar.conjunctions
    return counted and bool(behind) and behind[0].is_word and behind[0].norm not in small


@functools.cache
def _adjectival() -> frozenset[str]:
    """First words of "close to"."""
    return frozenset(phrase.partition(" ")[0] for phrase in lexicon.grammar().adjectival)


def _drives(tokens: Sequence[Token], index: int) -> bool:
    """Whether somebody is made to do something behind a form: "the war forces many to flee"."""
    behind = [token.norm for token in tokens[index + 1 : index + _DRIVEN_REACH]]
    grammar = lexicon.grammar()
    if grammar.driving.isdisjoint(behind[1:]):
        return False
    return (
        tokens[index + 1].is_number
        or behind[0] in grammar.driven
        or behind[0] in grammar.determiners
    )


_DRIVEN_REACH = 5
"""Most tokens from "forces" to the "to" of what it makes somebody do, and one more."""


def is_adverb(token: Token) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return token.norm in lexicon.grammar().adverbs or (
        token.norm.endswith("ly") and len(token.norm) > 4 and token.text.islower()
    )


def helping_words(tokens: Sequence[Token], index: int) -> list[str]:
    """Auxiliaries, modals, negations and adverbs right before a verb, nearest first."""
    helping = _helping()
    found: list[str] = []
    while index:
        index -= 1
        norm = tokens[index].norm
        if norm == '"':
            continue  # "were “neutralised”"
        if norm == "longer" and index and tokens[index - 1].norm in lexicon.grammar().no_longer:
            found.append(norm)
            continue  # "are no longer held"
        if norm not in helping and not (norm.endswith("ly") and is_adverb(tokens[index])):
            break
        found.append(norm)
    return found


def is_passive(tokens: Sequence[Token], index: int) -> bool:
    """Whether the verb form at an index stands in the passive."""
    if not is_participle(tokens[index]):
        return False
    return not lexicon.grammar().passive.isdisjoint(helping_words(tokens, index))


def is_participle(token: Token) -> bool:
    """Whether a verb form can be a past participle: "killed", "taken", "held", "sent"."""
    return token.norm.endswith(_participle_endings())


def _can_close(tokens: Sequence[Token], first: int, opener: str, comma: int) -> bool:
    """Whether a comma ends an inserted clause; a subordinate one needs its verb first."""
    if opener in lexicon.grammar().relatives:
        return True
    return bool(opener) and _has_verb(tokens, first, comma)


def _opens_clause(tokens: Sequence[Token], index: int) -> bool:
    """Whether a relative pronoun or a subordinator begins a clause of its own here."""
    grammar = lexicon.grammar()
    if tokens[index].norm in grammar.relatives:
        return index > 0 and tokens[index - 1].norm in {",", "—"}
    if tokens[index].norm not in grammar.subordinators:
        return False
    if tokens[index].norm == "as":
        near = [token.norm for token in tokens[max(0, index - 4) : index + 4]]
        before = tokens[index - 1].norm if index else ""
        if near.count("as") > 1 or before in grammar.before_as:
            return False
    stop = next(
        (place for place in range(index, len(tokens)) if tokens[place].norm == ","), len(tokens)
    )
    return _has_verb(tokens, index, stop)


def _has_verb(tokens: Sequence[Token], first: int, stop: int) -> bool:
    finite = _finite()
    return any(token.norm in finite or looks_finite(token) for token in tokens[first:stop]) or bool(
        _all_verbs().find(tokens[first:stop])
    )


@functools.cache
def _parting() -> frozenset[str]:
    """Words and signs at which a clause can begin or end."""
    grammar = lexicon.grammar()
    return frozenset((*grammar.relatives, *grammar.subordinators, *_SIGNS, ","))


@functools.cache
def _finite() -> frozenset[str]:
    grammar = lexicon.grammar()
    return (grammar.auxiliaries | grammar.modals) - {"'s"}


@functools.cache
def _helping() -> frozenset[str]:
    grammar = lexicon.grammar()
    return frozenset(
        (*grammar.auxiliaries, *grammar.modals, *grammar.negations, *grammar.adverbs, "to")
    )


def looks_finite(token: Token) -> bool:
    """Whether a word unknown to the lexicon looks like a verb in the past tense, or is a "goes"."""
    norm = token.norm
    if norm[-1:] == "s":
        return norm in lexicon.grammar().singular_verbs
    return norm.endswith("ed") and len(norm) > 4 and token.text.islower()


@functools.cache
def _all_verbs() -> PhraseMatcher[str]:
    statements = lexicon.statements()
    grammar = lexicon.grammar()
    entries: list[tuple[str, str]] = []
    for statement in statements.statement:
        for lemma in statement.verbs:
            irregular = statements.irregular.get(lemma.split()[0], ())
            entries += [(form, lemma) for form in verb_forms(lemma, irregular)]
    for verb in lexicon.verbs().verb:
        entries += [(form, lemma) for lemma, form in _forms(verb)]
    for saying in lexicon.attribution().saying:
        entries += [(form, saying.lemma) for form in verb_forms(saying.lemma, saying.forms)]
    for lemma in (*grammar.support_verbs, *grammar.object_control):
        entries += [(form, lemma) for form in verb_forms(lemma)]
    entries += [(form, form) for form in grammar.object_control_forms]
    return PhraseMatcher(entries)


@functools.cache
def _event_verbs() -> PhraseMatcher[Verb]:
    return PhraseMatcher(event_verb_forms())


def event_verb_forms() -> Iterator[tuple[str, Verb]]:
    """Every form of the verbs that say what happened to what is counted."""
    for verb in lexicon.verbs().verb:
        for lemma, form in _forms(verb):
            yield form, verb if verb.action else dataclasses.replace(verb, action=lemma)


def _forms(verb: Verb) -> Iterator[tuple[str, str]]:
    """Every form of a verb and its synonyms, behind the base form it belongs to."""
    irregular = lexicon.verbs().irregular
    for lemma in (verb.lemma, *verb.also):
        for form in verb_forms(lemma, irregular.get(lemma.split()[0], ())):
            yield lemma, form


@functools.cache
def _participle_endings() -> tuple[str, ...]:
    return tuple(lexicon.grammar().participle_endings)


@functools.cache
def saying_lemmas() -> frozenset[str]:
    """Base forms of the verbs of saying."""
    return frozenset(saying.lemma for saying in lexicon.attribution().saying)
