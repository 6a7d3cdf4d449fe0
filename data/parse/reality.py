"""Reality: whether a sentence says that something happened, will, might, or did not."""

from __future__ import annotations

import functools
from typing import Literal

from data import lexicon
from data.parse.clauses import helping_words, is_passive, looks_finite
from data.parse.numbers.quantities import Quantity
from data.parse.phrases import PhraseMatcher
from data.parse.reading import Reading

Reality = Literal["real", "announced", "possible", "denied"]

_RESUMING = frozenset({"and", "but", "he", "she", "it", "they", ","})
"""Before a verb of saying that ends a denial: "rejected the tally and said that ..."."""

_REACH = 12
"""Most words between a verb and one that governs it: "denied reports that ... had fled"."""


def reality(reading: Reading, verb: int, subject_first: int | None = None) -> Reality:
    """How real what a verb says is.

    Args:
        reading: The sentence.
        verb: Index of the verb's first token.
        subject_first: Index of the first token of its subject, where known.

    Returns:
        ``denied`` under "not" and "denied that", ``possible`` under "could", "if" and "vowed
        to", ``announced`` under "will" and "would", else ``real``.
    """
    grammar = lexicon.grammar()
    helping = helping_words(reading.tokens, verb)
    if not grammar.negations.isdisjoint(helping) or _is_none(reading, subject_first):
        return "denied"
    governing = _governing(reading, verb)
    if governing == "denied":
        return "denied"
    opener = reading.clause_of(verb).opener
    if governing or opener in grammar.possibility:
        return "possible"
    if not grammar.possibility.isdisjoint(helping):
        return "possible"
    return "real" if grammar.modals.isdisjoint(helping) else "announced"


def is_rejected(reading: Reading, verb: int, quantity: Quantity) -> bool:
    """Whether a number is mentioned only to be denied.

    It is behind "denied that" and "it is not true that", right behind "not", in a report that is
    called false behind it, and as the object of a verb that is negated. Those who did *not* do
    something are counted all the same.
    """
    tokens, first = reading.tokens, quantity.outer_first
    if first and tokens[first - 1].norm in {"not", "n't"}:
        return True
    if first > 1 and tokens[first - 1].norm == "the" and tokens[first - 2].norm == "not":
        return True
    if _is_denied(reading, first) or is_called_false(reading, first, quantity.stop):
        return True
    if verb >= first:
        return _is_none_of_them(reading, quantity.stop, verb)
    return not lexicon.grammar().negations.isdisjoint(helping_words(tokens, verb))


def _is_denied(reading: Reading, first: int) -> bool:
    """Whether "denied that" or the like governs a token: active, with no new saying between."""
    if not reading.has(_governors()):
        return False
    tokens = reading.tokens
    begin = max(0, first - _REACH)
    for match in reversed(_governors().find(tokens[begin:first])):
        if match.payload == "denied":
            stop = begin + match.stop
            said = any(
                stop < verb.first < first
                and verb.payload in saying_lemmas()
                and tokens[verb.first - 1].norm in _RESUMING
                for verb in reading.verbs
            )
            return not said and not is_passive(tokens, begin + match.first)
    return False


def _is_none_of_them(reading: Reading, stop: int, verb: int) -> bool:
    """Whether none of those counted did what the verb says: "34 capitals, none of which fell"."""
    none_words, lower = lexicon.grammar().none_words, reading.lower
    return not none_words.isdisjoint(reading.norms) and any(
        lower[index] in none_words and lower[index + 1] == "of" for index in range(stop, verb - 1)
    )


def is_called_false(reading: Reading, first: int, stop: int, *, is_happening: bool = False) -> bool:
    """Whether the report that tells of something is called false: "Claims that 200 fled are lies".

    Args:
        reading: The sentence.
        first: Index of the first token of what is told.
        stop: Index behind which the report may be called false.
        is_happening: Whether what is told is what happened, not somebody to whom it did: else a
            verb must follow, or "were false" is said of those counted.
    """
    if not reading.has(_refutations()) or reading.norms.isdisjoint(lexicon.grammar().tellings):
        return False
    link = _behind_telling(reading, first)
    if link is None:
        return False
    for match in reading.find(_refutations()):
        if match.first < stop:
            continue
        is_rejection = match.payload == "rejected" and is_passive(reading.tokens, match.first)
        if is_rejection or (match.payload == "false" and _closes(reading, match.stop)):
            is_whole = is_happening or link == "of" or _has_verb(reading, stop, match.first)
            return is_whole and not _turns(reading, stop, match.first)
    return False


def _turns(reading: Reading, first: int, stop: int) -> bool:
    """Whether the sentence turns to something else between: "but", "which showed that"."""
    tokens = reading.tokens
    return any(
        tokens[index].norm in {"but", ";", "although", "while"}
        or (
            tokens[index].norm == "that"
            and (index - 1 in reading.verb_tokens or looks_finite(tokens[index - 1]))
        )
        for index in range(first, stop)
    )


def _behind_telling(reading: Reading, first: int) -> str | None:
    """What joins a token to the "reports" or the "claim" before it: "of" or "that"."""
    tokens, grammar = reading.tokens, lexicon.grammar()
    for index in range(first - 1, max(0, first - _REACH), -1):
        if tokens[index].norm in {"that", "of"} and tokens[index - 1].norm in grammar.tellings:
            return tokens[index].norm
    return None


def _has_verb(reading: Reading, first: int, stop: int) -> bool:
    """Whether a verb of those counted stands between: what comes behind it is said of the report.

    The helping word of a passive and a copula do not make one.
    """
    copulas = lexicon.grammar().copulas
    return any(
        first <= verb.first < stop and reading.tokens[verb.first].norm not in copulas
        for verb in reading.verbs
    )


def _closes(reading: Reading, stop: int) -> bool:
    """Whether no noun follows the adjective that ends here: "is false", not "a false alarm"."""
    tokens = reading.tokens
    if stop == len(tokens) or not tokens[stop].is_word:
        return True
    behind = tokens[stop].norm
    grammar = lexicon.grammar()
    return behind in grammar.prepositions or behind in grammar.coordinators


@functools.cache
def _refutations() -> PhraseMatcher[Literal["false", "rejected"]]:
    grammar = lexicon.grammar()
    entries: list[tuple[str, Literal["false", "rejected"]]] = [
        (phrase, "false") for phrase in grammar.falsehoods
    ]
    entries += [(phrase, "rejected") for phrase in grammar.rejected]
    return PhraseMatcher(entries)


@functools.cache
def saying_lemmas() -> frozenset[str]:
    """Base forms of the verbs of saying."""
    return frozenset(saying.lemma for saying in lexicon.attribution().saying)


def _is_none(reading: Reading, subject_first: int | None) -> bool:
    """Whether the subject says that nobody did it: "None of the 34 capitals has fallen"."""
    if subject_first is None:
        return False
    near = reading.lower[max(0, subject_first - 3) : subject_first]
    return not lexicon.grammar().none_words.isdisjoint(near)


def _governing(reading: Reading, verb: int) -> Reality | None:
    """What a word before the verb, in the same clause, makes of it."""
    if not reading.has(_governors()):
        return None
    own = reading.clause_of(verb)
    first = max(own.first, verb - _REACH)
    found = _governors().find(reading.tokens[first:verb])
    # The verb itself may be one: "Kabul denied the report" denies, and does not fail to.
    return found[-1].payload if found and first + found[-1].stop <= verb else None


@functools.cache
def _governors() -> PhraseMatcher[Reality]:
    grammar = lexicon.grammar()
    entries: list[tuple[str, Reality]] = [(phrase, "denied") for phrase in grammar.denials]
    entries += [(phrase, "possible") for phrase in grammar.intentions]
    return PhraseMatcher(entries)
