"""Refutations: what a sentence tells only to deny it or to call it false."""

from __future__ import annotations

import functools
from typing import Literal, NamedTuple

from data import lexicon
from data.parse.clauses import helping_words, is_passive, looks_finite
from data.parse.negation import is_undoubted
from data.parse.phrases import PhraseMatcher
from data.parse.reading import Reading

_RESUMING = frozenset({"and", "but", "he", "she", "it", "they", ","})
"""Before a verb of saying that ends a denial: "rejected the tally and said that ..."."""

_REACH = 12
"""Most words between a word and one that governs it: "denied reports that ... had fled"."""

_BEFORE_TELLING = 8
"""Most words from a verb to the telling that is its object: "called the Taliban's claim"."""

_TELLER = 5
"""Most words between a telling and its "that": "an assertion by the Taliban that"."""

_PREDICATE = 5
"""Most words from a copula to what it says: "was, he said, a lie"."""

_WHAT_IS_TOLD = frozenset({"that", "of"})
_TELLERS = frozenset({"they", "it", "he", "she"})


class Telling(NamedTuple):
    """A report or claim, and where what it tells begins.

    Attributes:
        noun: Index of "reports" or "claim".
        link: Index of "that", "of", "to" or "they" behind it.
    """

    noun: int
    link: int


def is_denied(reading: Reading, first: int) -> bool:
    """Whether a token is told only to be denied.

    It stands in a claim that somebody disputes, or "denied that" or the like governs it: active,
    with no new saying between.
    """
    telling = _telling(reading, first)
    if telling and _is_disputed(reading, telling):
        return True
    if not reading.has(_denials()):
        return False
    tokens = reading.tokens
    begin = max(0, (telling.noun if telling else first) - _REACH)
    found = [
        match
        for match in _denials().find(tokens[begin:first])
        if not is_undoubted(reading, begin + match.first)
    ]
    if not found:
        return False
    stop = begin + found[-1].stop
    said = any(
        stop < verb.first < first
        and verb.payload in saying_lemmas()
        and tokens[verb.first - 1].norm in _RESUMING
        for verb in reading.verbs
    )
    failed = reading.lower[stop - 1] in lexicon.grammar().unfulfilled
    if (
        said
        or _is_beside(reading, stop, first)
        or (failed and _turns_to_deed(reading, stop, first))
    ):
        return False
    return not is_passive(tokens, begin + found[-1].first)


def _is_beside(reading: Reading, first: int, stop: int) -> bool:
    """Whether a clause of its own begins: "rejected a truce after 40 were killed"."""
    for index in reversed(range(first, stop)):
        norm = reading.lower[index]
        if norm == "," or norm in _WHAT_IS_TOLD:
            return False
        if norm in lexicon.grammar().clause_openers:
            return True
    return False


def _turns_to_deed(reading: Reading, first: int, stop: int) -> bool:
    """Whether what was done follows what was not: "failed to take X and lost 40 fighters"."""
    return any(
        first < verb.first < stop
        and reading.lower[verb.first - 1] in {"and", "but"}
        and reading.lower[verb.first] != verb.payload
        for verb in reading.verbs
    )


def is_called_false(
    reading: Reading,
    first: int,
    stop: int,
    verb: int | None = None,
    *,
    is_happening: bool = False,
) -> bool:
    """Whether the report that tells of something is called false: "Claims that 200 fled are lies".

    Args:
        reading: The sentence.
        first: Index of the first token of what is told.
        stop: Index behind which the report may be called false.
        verb: Index of the verb that it hangs on, which may stand before it: "that X hold 85%".
        is_happening: Whether what is told is what happened, not somebody to whom it did: else a
            verb must follow, or "were false" is said of those counted.
    """
    if not reading.has(_refutations()) or reading.norms.isdisjoint(lexicon.grammar().tellings):
        return False
    telling = _telling(reading, first)
    if telling is None:
        return False
    if _is_called_false_before(reading, telling):
        return True
    for match in reading.find(_refutations()):
        if match.first < stop:
            continue
        is_rejection = match.payload == "rejected" and is_passive(reading.tokens, match.first)
        if is_rejection or (match.payload == "false" and _closes(reading, match.stop)):
            is_whole = (
                is_happening
                or reading.lower[telling.link] == "of"
                or _says_more(reading, stop, match.first)
                or (
                    verb is not None
                    and telling.link < verb < first
                    and (is_rejection or _is_said_of_it(reading, telling, match.first))
                )
            )
            return is_whole and not _turns(reading, stop, match.first)
    return False


def _is_called_false_before(reading: Reading, telling: Telling) -> bool:
    """Whether it is called false in front: "described as baseless reports that ..."."""
    begin = max(0, telling.noun - _BEFORE_TELLING)
    return any(
        match.payload == "false"
        and begin < match.first
        and match.stop <= telling.noun
        and not lexicon.grammar().calling.isdisjoint(reading.lower[begin : match.first])
        and _is_right_before(reading, match.stop, telling)
        for match in reading.find(_refutations())
    )


def _is_said_of_it(reading: Reading, telling: Telling, index: int) -> bool:
    """Whether a word says of a report what it is: "called the claim that ... a lie", "... is"."""
    grammar, begin = lexicon.grammar(), max(0, telling.noun - _BEFORE_TELLING)
    if not grammar.calling.isdisjoint(reading.lower[begin : telling.noun]):
        return True
    return not grammar.copulas.isdisjoint(reading.lower[max(0, index - _PREDICATE) : index])


def _is_disputed(reading: Reading, telling: Telling) -> bool:
    """Whether a claim is the object of "disputes" or the like: "contests the Taliban's claim".

    "In disputed Kashmir police sent a report" and "amid a dispute over X, reports" dispute none.
    """
    grammar, lower = lexicon.grammar(), reading.lower
    begin = max(0, telling.noun - _BEFORE_TELLING)
    return any(
        lower[index] in grammar.disputing
        and (not index or lower[index - 1] not in grammar.determiners)
        and _is_right_before(reading, index + 1, telling)
        for index in range(begin, telling.noun)
    )


def _is_right_before(reading: Reading, first: int, telling: Telling) -> bool:
    """Whether nothing but what describes a telling stands before it: "the Taliban's", "Friday's".

    No other verb, nothing joined and no phrase: "called the vote wrong and cited reports".
    """
    grammar, between = lexicon.grammar(), range(first, telling.noun)
    parting = grammar.prepositions | grammar.coordinators | {",", ";", ":"}
    return parting.isdisjoint(reading.lower[first : telling.noun]) and not any(
        index in reading.verb_tokens or looks_finite(reading.tokens[index]) for index in between
    )


def _turns(reading: Reading, first: int, stop: int) -> bool:
    """Whether the sentence turns to something else between: "but", "which showed that"."""
    lower, tellings = reading.lower, lexicon.grammar().tellings
    return any(
        lower[index] in {"but", ";", "although", "while"}
        or (lower[index] in tellings and lower[index + 1] in _WHAT_IS_TOLD)
        or (lower[index] == "that" and _is_finite(reading, index - 1))
        for index in range(first, stop)
    )


def _is_finite(reading: Reading, index: int) -> bool:
    """Whether a word is a verb: "showed", "shows", but not the "districts" that somebody holds."""
    token = reading.tokens[index]
    if index in reading.verb_tokens or looks_finite(token):
        return True
    ends_like_verb = token.norm.endswith("s") and token.text.islower()
    return ends_like_verb and index not in reading.countable_starts


def _telling(reading: Reading, first: int) -> Telling | None:
    """The "reports" or the "claim" that tells what stands at a token, the nearest before it."""
    tellings = lexicon.grammar().tellings
    if reading.norms.isdisjoint(tellings):
        return None
    lower = reading.lower
    for index in range(first - 1, max(0, first - _REACH), -1):
        norm = lower[index]
        if norm in _WHAT_IS_TOLD and lower[index - 1] in tellings:
            return Telling(index - 1, index)
        if norm == "that" and (noun := _told_by(reading, index)) is not None:
            return Telling(noun, index)
        is_open = norm == "to" or norm in _TELLERS
        if is_open and lower[index - 1] in tellings and _is_noun(reading, index - 1):
            return Telling(index - 1, index)
        if norm == "the" and lower[index - 1] in tellings and _opens(reading, index - 1):
            return Telling(index - 1, index)
    return None


def _opens(reading: Reading, index: int) -> bool:
    """Whether a telling opens what somebody says: "Claims the ...", "said reports the ..."."""
    before = reading.lower[index - 1 : index]
    return not before or before[0] in lexicon.attribution().grammar.speech or before[0] == '"'


def _told_by(reading: Reading, that: int) -> int | None:
    """Index of the telling of "an assertion by the Taliban that"."""
    tellings = lexicon.grammar().tellings
    for index in range(that - 2, max(-1, that - _TELLER - 1), -1):
        if reading.lower[index] in tellings:
            return index if reading.lower[index + 1] in {"by", "from"} else None
    return None


def _is_noun(reading: Reading, index: int) -> bool:
    """Whether "claim" before "to" or "they" is a noun: "X's claim to", "called X's claim they"."""
    lower, grammar = reading.lower, lexicon.grammar()
    before = lower[max(0, index - 1)]
    if before == "'s" or before in grammar.determiners:
        return True
    begin = max(0, index - _BEFORE_TELLING)
    return not grammar.calling.isdisjoint(lower[begin:index])


def _says_more(reading: Reading, first: int, stop: int) -> bool:
    """Whether those counted have a verb of their own: what is behind it is said of the report.

    The helping word of a passive makes none, and a copula only before another verb: "claims that
    9 were in X were rejected".
    """
    copulas = lexicon.grammar().copulas
    if any(
        first <= verb.first < stop and reading.tokens[verb.first].norm not in copulas
        for verb in reading.verbs
    ):
        return True
    stop -= len(helping_words(reading.tokens, stop))
    return not copulas.isdisjoint(reading.lower[first:stop])


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
def _denials() -> PhraseMatcher[bool]:
    return PhraseMatcher((phrase, True) for phrase in lexicon.grammar().denials)


@functools.cache
def saying_lemmas() -> frozenset[str]:
    """Base forms of the verbs of saying."""
    return frozenset(saying.lemma for saying in lexicon.attribution().saying)
