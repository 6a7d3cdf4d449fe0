"""Words: which can stand inside a name of a source, which are verbs, which are names."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from data import lexicon
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.clauses import looks_finite
from data.parse.reading import Reading
from data.parse.words.tokens import Token

_CLOCK = re.compile(r"\d{1,2}[.:]\d\d")


def is_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word is a finite verb: "took", "has", "wounded", but not "an armed group"."""
    token = tokens[index]
    known = token.norm in _finite()
    if not (known or token.norm.endswith("ed")) or not token.text.islower():
        return False  # as most words
    before = tokens[index - 1].norm if index else ""
    if before == "-" and joins(tokens, index - 1):
        return False  # "the rebel-affiliated channel"
    if known:
        return True
    past = looks_finite(token) or token.norm.endswith("ied")
    if not past or token.norm in _adjectives():
        return False
    return before != "'s" and before not in determiners()


def is_number(token: Token) -> bool:
    """Whether a token is a number, in digits or in words."""
    return token.is_number or token.norm in vocabulary().numbers


def is_clock(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number is the time that a line of a live blog opens with: "14:05", "07.15"."""
    if index == 2:
        return tokens[0].is_number and tokens[1].norm == ":" and joins(tokens, 1)
    return index == 0 and _CLOCK.fullmatch(tokens[0].text) is not None


def is_acronym(token: Token) -> bool:
    """Whether a word is all capitals: "US" and "WHO" are no pronouns, "I" is one."""
    return len(token.text) > 1 and token.text.isupper()


def is_relative(token: Token) -> bool:
    """Whether a word opens a clause about the source before it: "who", but not "the WHO"."""
    return token.norm in vocabulary().relatives and not is_acronym(token)


def is_abbreviation(tokens: Sequence[Token], index: int) -> bool:
    """Whether a full stop belongs to "Gen." or to an initial."""
    if not 0 < index < len(tokens) or tokens[index].norm != ".":
        return False
    if tokens[index - 1].end != tokens[index].start:
        return False
    before = tokens[index - 1]
    initial = len(before.text) == 1 and before.text.isupper()
    return initial or (before.norm in vocabulary().titles and before.text[0].isupper())


def has_rank(tokens: Sequence[Token]) -> bool:
    """Whether a name stands behind a rank inside: "Army Col. Teresa Bohlen"."""
    return any(
        is_abbreviation(tokens, index) and tokens[index - 1].norm in vocabulary().titles
        for index in range(2, len(tokens) - 1)
    )


def is_name(reading: Reading, first: int, stop: int) -> bool:
    """Whether words are the name of a person: capitals, initials, particles."""
    tokens = reading.tokens
    capitals = 0
    for index in range(first, stop):
        token = tokens[index]
        if token.text[0].isupper():
            if token.norm in _never_names() or token.norm in vocabulary().articles:
                return False
            capitals += 1
        elif token.norm not in _particles() and not is_abbreviation(tokens, index):
            return False
    return capitals > 0


def can_stand_inside(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token can stand inside the name of a source."""
    token = tokens[index]
    if token.norm in _ends():
        return is_acronym(token)  # "the WHO said"
    if token.is_word or token.is_number or token.norm == "'s":
        return not is_verb(tokens, index)
    if token.norm in {"-", "/", "&"}:
        return joins(tokens, index)
    if token.norm == "." and joins(tokens, index) and not tokens[index - 1].is_number:
        return True  # the website "Gazeta.uz"
    if token.norm == "'":
        return is_genitive(tokens, index)
    return is_abbreviation(tokens, index)


def points(tokens: Sequence[Token], index: int) -> bool:
    """Whether "that" points at a place where a source is: "a guard on that side"."""
    led = tokens[index].norm == "that" and index > 0
    return led and tokens[index - 1].norm in lexicon.attribution().grammar.pointing


def is_genitive(tokens: Sequence[Token], index: int) -> bool:
    """Whether an apostrophe closes a plural or a name in -s: "by Reuters' count"."""
    return index > 0 and tokens[index].norm == "'" and tokens[index - 1].end == tokens[index].start


def closes_acronym(tokens: Sequence[Token], index: int) -> bool:
    """Whether a bracket closes the acronym of "the U.N. mission (UNAMA) report"."""
    inside = 2 < index < len(tokens)
    return inside and tokens[index].norm == ")" and tokens[index - 2].norm == "("


def joins(tokens: Sequence[Token], index: int) -> bool:
    """Whether a hyphen stands between two words without a space."""
    if not 0 < index < len(tokens) - 1:
        return False
    return (
        tokens[index - 1].end == tokens[index].start
        and tokens[index].end == tokens[index + 1].start
    )


def is_spaced(tokens: Sequence[Token], index: int) -> bool:
    """Whether a sign stands apart from the word before it, as a dash does."""
    return index > 0 and tokens[index - 1].end < tokens[index].start


@functools.cache
def determiners() -> frozenset[str]:
    """Words that open a noun phrase."""
    return frozenset(lexicon.grammar().determiners)


@functools.cache
def speech_verbs() -> frozenset[str]:
    """Verbs behind which a source of its own may follow: "he said officials believe"."""
    return frozenset(lexicon.attribution().grammar.speech)


@functools.cache
def auxiliaries() -> frozenset[str]:
    """Forms of be, have and do."""
    return frozenset(lexicon.grammar().auxiliaries)


@functools.cache
def _finite() -> frozenset[str]:
    grammar = lexicon.grammar()
    rules = lexicon.attribution()
    irregular = [form for forms in lexicon.verbs().irregular.values() for form in forms]
    irregular += [form for forms in lexicon.statements().irregular.values() for form in forms]
    irregular += [form for verb in (*rules.saying, *rules.stating) for form in verb.forms]
    past = [form for form in irregular if not form.endswith(("ing", "s"))]
    helping = {*grammar.auxiliaries, *grammar.modals, "says"}
    return frozenset((*helping, *past, *rules.grammar.finite)).difference(
        rules.grammar.never_finite
    )


@functools.cache
def _ends() -> frozenset[str]:
    """Words that no name of a source goes across."""
    grammar = lexicon.grammar()
    return frozenset(
        (*grammar.subordinators, *grammar.relatives, *lexicon.attribution().grammar.ends)
    )


@functools.cache
def _never_names() -> frozenset[str]:
    words = vocabulary()
    return words.bodies | words.people | words.occasions | words.prepositions


@functools.cache
def _adjectives() -> frozenset[str]:
    return frozenset(lexicon.attribution().adjectives.words)


@functools.cache
def _particles() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.particles) | frozenset(("-", "'"))
