"""Clauses: which words of a sentence belong together, and where its verbs stand."""

from __future__ import annotations

import dataclasses
import functools
import itertools
from collections.abc import Iterator, Sequence

from data import lexicon
from data.parse.inflection import verb_forms
from data.parse.phrases import Match, PhraseMatcher
from data.parse.tokens import Token


@dataclasses.dataclass(frozen=True, slots=True)
class Clause:
    """A run of tokens that is about one happening.

    Attributes:
        first: Index of its first token.
        stop: Index one past its last token.
        opener: The word that opened it ("which", "as"); empty for a main clause.
    """

    first: int
    stop: int
    opener: str = ""


def split_clauses(tokens: Sequence[Token]) -> list[Clause]:
    """Main, relative and subordinate clauses; together they cover every token once.

    What follows a relative or subordinate clause belongs to the clause before it again, as a
    part of its own with the same opener.
    """
    grammar = lexicon.grammar()
    marks: list[tuple[int, str]] = [(0, "")]
    outer = ""
    for index, token in enumerate(tokens):
        opener = marks[-1][1]
        if token.norm in {";", "—", ":"}:
            marks.append((index + 1, ""))
            outer = ""
        elif token.norm in grammar.relatives and _after_comma(tokens, index):
            outer = opener
            marks.append((index, token.norm))
        elif token.norm in grammar.subordinators and _opens_clause(tokens, index):
            outer = "" if index == marks[0][0] else opener
            marks.append((index, token.norm))
        elif token.norm == "," and opener and _has_verb(tokens, marks[-1][0], index):
            marks.append((index, outer))
            outer = ""
    edges = [*marks, (len(tokens), "")]
    return [
        Clause(first, stop, opener)
        for (first, opener), (stop, _) in itertools.pairwise(edges)
        if stop > first
    ]


def find_verbs(tokens: Sequence[Token]) -> list[Match[str]]:
    """Verbs the lexicon knows, of any list, longest form first; the payload is the lemma."""
    return [
        match
        for match in _all_verbs().find(tokens)
        if not (match.first and tokens[match.first - 1].norm in lexicon.grammar().determiners)
    ]


def is_adverb(token: Token) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return token.norm in lexicon.grammar().adverbs or (
        token.norm.endswith("ly") and len(token.norm) > 4 and token.text.islower()
    )


def auxiliaries_before(tokens: Sequence[Token], index: int) -> Iterator[Token]:
    """Auxiliaries, modals, negations and adverbs right before a verb, nearest first."""
    grammar = lexicon.grammar()
    helping = {*grammar.auxiliaries, *grammar.modals, *grammar.negations, "to", "wouldn", "didn"}
    for position in range(index - 1, -1, -1):
        token = tokens[position]
        if token.norm not in helping and not is_adverb(token):
            return
        yield token


def is_passive(tokens: Sequence[Token], index: int) -> bool:
    """Whether the verb form at an index stands in the passive."""
    passive = lexicon.grammar().passive
    return any(token.norm in passive for token in auxiliaries_before(tokens, index)) and tokens[
        index
    ].norm.endswith(("ed", "en", "ne", "ld", "wn", "un"))


def is_unreal(tokens: Sequence[Token], index: int) -> bool:
    """Whether the verb at an index is negated or only possible ("could", "would", "not")."""
    grammar = lexicon.grammar()
    unreal = {*grammar.modals, *grammar.negations}
    return any(token.norm in unreal for token in auxiliaries_before(tokens, index))


def _after_comma(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].norm in {",", "—"}


def _opens_clause(tokens: Sequence[Token], index: int) -> bool:
    if tokens[index].norm == "as":
        near = [token.norm for token in tokens[max(0, index - 4) : index + 4]]
        if near.count("as") > 1 or (index and tokens[index - 1].norm in {"such", "known", "same"}):
            return False
    stop = next(
        (place for place in range(index, len(tokens)) if tokens[place].norm == ","), len(tokens)
    )
    return _has_verb(tokens, index, stop)


def _has_verb(tokens: Sequence[Token], first: int, stop: int) -> bool:
    grammar = lexicon.grammar()
    finite = {*grammar.auxiliaries, *grammar.modals} - {"'s"}
    return any(
        token.norm in finite or _looks_finite(token) for token in tokens[first:stop]
    ) or bool(_all_verbs().find(tokens[first:stop]))


def _looks_finite(token: Token) -> bool:
    return token.text.islower() and len(token.norm) > 4 and token.norm.endswith("ed")


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
        entries += [(form, verb.lemma) for form in verb_forms(verb.lemma, verb.forms)]
    for saying in lexicon.attribution().saying:
        entries += [(form, saying.lemma) for form in verb_forms(saying.lemma, saying.forms)]
    for lemma in (*grammar.support_verbs, *grammar.object_control):
        entries += [(form, lemma) for form in verb_forms(lemma)]
    entries += [(form, form) for form in grammar.object_control_forms]
    return PhraseMatcher(entries)
