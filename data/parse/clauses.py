"""Clauses: which words of a sentence belong together, and what helps its verbs."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from data import lexicon
from data.parse.words.tokens import Token, indexes_of
from data.parse.words.verb_forms import all_verbs

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
        beside = norm.endswith("ly") and is_adverb(tokens[index])
        if norm not in helping and not beside and not is_since_then(tokens, index):
            break
        found.append(norm)
    return found


def is_since_then(tokens: Sequence[Token], index: int) -> bool:
    """Whether "since" stands alone between a verb and what helps it: "have since arrived"."""
    if not 0 < index < len(tokens) - 1 or tokens[index].norm != "since":
        return False
    behind = tokens[index + 1]
    told = behind.text.islower() and behind.norm not in lexicon.grammar().determiners
    return told and tokens[index - 1].norm in lexicon.grammar().perfect


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
        led = index > 1 and tokens[index - 1].norm in grammar.before_relative
        return index > led and tokens[index - 1 - led].norm in {",", "—"}
    if tokens[index].norm not in grammar.subordinators or is_since_then(tokens, index):
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
        all_verbs().find(tokens[first:stop])
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
def _participle_endings() -> tuple[str, ...]:
    return tuple(lexicon.grammar().participle_endings)
