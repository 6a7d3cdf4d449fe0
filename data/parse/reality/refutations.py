"""Refutations: what a sentence calls false that it tells."""

from __future__ import annotations

import functools
from typing import Literal

from data import lexicon
from data.parse.clauses import helping_words, is_passive, looks_finite
from data.parse.reading import Reading
from data.parse.reality.tellings import (
    BEFORE_TELLING,
    Telling,
    find_telling,
    is_right_before,
)
from data.parse.words.phrases import PhraseMatcher

_PREDICATE = 5
"""Most words from a copula to what it says: "was, he said, a lie"."""


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
    telling = find_telling(reading, first)
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
                or _names_those(reading, telling)
                or _says_more(reading, stop, match.first)
                or (
                    verb is not None
                    and telling.link < verb < first
                    and (is_rejection or _is_said_of_it(reading, telling, match.first))
                )
            )
            return is_whole and not _turns(reading, stop, match.first)
    return False


def _names_those(reading: Reading, telling: Telling) -> bool:
    """Whether a report is "of" or "about" those counted, so that whatever is said is said of it."""
    link = reading.lower[telling.link]
    return link != "that" and link in lexicon.grammar().told_links


def _is_called_false_before(reading: Reading, telling: Telling) -> bool:
    """Whether it is called false in front: "described as baseless reports that ..."."""
    begin = max(0, telling.noun - BEFORE_TELLING)
    return any(
        match.payload == "false"
        and begin < match.first
        and match.stop <= telling.noun
        and not lexicon.grammar().calling.isdisjoint(reading.lower[begin : match.first])
        and is_right_before(reading, match.stop, telling)
        for match in reading.find(_refutations())
    )


def _is_said_of_it(reading: Reading, telling: Telling, index: int) -> bool:
    """Whether a word says of a report what it is: "called the claim that ... a lie", "... is"."""
    grammar, begin = lexicon.grammar(), max(0, telling.noun - BEFORE_TELLING)
    if not grammar.calling.isdisjoint(reading.lower[begin : telling.noun]):
        return True
    return not grammar.copulas.isdisjoint(reading.lower[max(0, index - _PREDICATE) : index])


def _turns(reading: Reading, first: int, stop: int) -> bool:
    """Whether the sentence turns to something else between: "but", "which showed that"."""
    lower, grammar = reading.lower, lexicon.grammar()
    return any(
        lower[index] in grammar.turning
        or (lower[index] in grammar.tellings and lower[index + 1] in grammar.told_links)
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
