"""Scopes: which part of a sentence each source claims."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Sequence
from typing import NamedTuple

from data import lexicon
from data.parse.attribution.cues import find_cues
from data.parse.attribution.parts import is_part
from data.parse.attribution.sides import Utterance
from data.parse.attribution.vocabulary import vocabulary
from data.parse.attribution.words import determiners, is_number, is_verb
from data.parse.reading import Reading
from data.parse.tokens import Token

_LONGEST_SINGULAR = 4
"""Letters of words in -s that are no plurals: "this", "less"."""


class Scope(NamedTuple):
    """Token indexes of what a source claims: first, and one past the last."""

    first: int
    stop: int


def scopes_of(reading: Reading, utterances: Sequence[Utterance]) -> list[Scope]:
    """The scope of each utterance of a sentence.

    A source in front claims what follows, up to the next source or a semicolon that does not
    go on counting. A source behind claims what stands before, up to another source, and what goes
    on after it.
    """
    if not utterances:
        return []
    tokens = reading.tokens
    breaks = _breaks(tokens) if ";" in reading.norms else ()
    verbs = [index for index in range(len(tokens)) if is_verb(tokens, index)] if breaks else ()
    scopes = []
    for number, utterance in enumerate(utterances):
        first = max((b + 1 for b in breaks if b < utterance.first), default=0)
        if utterance.side == "trailing" and not number and _counts(reading, first, utterance):
            first = 0  # "40 fled; 20 have come back, officials said"
        if utterance.side == "trailing" and _is_added(tokens, utterance.first):
            first = utterance.first  # "hosts 40 Syrians and, the ministry says, 12 Afghans"
        if utterance.side == "trailing" and (denied := _denied(tokens, utterance.first)):
            first = max(first, denied)
        hard = [
            b
            for b in breaks
            if not _goes_on_counting(reading, utterance, b)
            and not _is_within_list(verbs, utterance, b)
        ]
        stop = min((b for b in hard if b >= utterance.stop), default=len(tokens))
        if utterance.side == "trailing" and _is_corrected(tokens, utterance):
            stop = utterance.stop  # "is not 40, as X claimed, but 12"
        before = utterances[number - 1] if number else None
        after = utterances[number + 1] if number + 1 < len(utterances) else None
        if before is not None and before.stop > first:
            first = _left_limit(tokens, before, utterance, first)
        if after is not None and after.first < stop:
            stop = _right_limit(tokens, utterance, after, stop)
        scopes.append(
            _leading(tokens, utterance, first, stop)
            if utterance.side == "leading"
            else Scope(first, _goes_on(tokens, utterance, stop))
        )
    return scopes


def _is_added(tokens: Sequence[Token], first: int) -> bool:
    """Whether a source stands behind "and," and claims only what is added."""
    if first < 2 or tokens[first - 1].norm != ",":
        return False
    return tokens[first - 2].norm in vocabulary().coordinators


def _denied(tokens: Sequence[Token], first: int) -> int | None:
    """Where what a source only claimed begins: "killed 10 men, but no rebels as officials said"."""
    if first < 2 or tokens[first - 1].norm != "as" or tokens[first - 2].norm == ",":
        return None
    return next((i for i in range(first - 1, 0, -1) if tokens[i].norm == "but"), None)


def _is_corrected(tokens: Sequence[Token], utterance: Utterance) -> bool:
    """Whether only what is denied was claimed: "not X, as Y said, but Z"."""
    first, stop = utterance.first, utterance.stop
    if first < 2 or tokens[first - 1].norm != "as":
        return False
    behind = [token.norm for token in tokens[stop : stop + 2]]
    if behind != [",", "but"]:
        return False
    negations = lexicon.grammar().negations
    return any(token.norm in negations for token in tokens[:first])


def _counts(reading: Reading, first: int, utterance: Utterance) -> bool:
    """Whether what stands right before a source goes on counting."""
    counted = (quantity.first for quantity in reading.quantities)
    return any(first <= at < utterance.first and at not in reading.left_alone for at in counted)


def _leading(tokens: Sequence[Token], utterance: Utterance, first: int, stop: int) -> Scope:
    begin = utterance.stop
    if _is_adverbial(tokens, first, utterance.first):
        begin = first  # "Of the 34 capitals, officials said, ..."
    if utterance.inserted:
        stop = next((i for i in range(utterance.stop, stop) if tokens[i].norm == ","), stop)
        begin = utterance.stop
    if utterance.first and tokens[utterance.first - 1].norm == "(":
        stop = next((i for i in range(utterance.stop, stop) if tokens[i].norm == ")"), stop)
    return Scope(begin, _turned(tokens, utterance.stop, stop))


def _left_limit(
    tokens: Sequence[Token], before: Utterance, utterance: Utterance, first: int
) -> int:
    """Where the scope of a source begins that has another before it."""
    if before.inserted and before.side == "leading" and utterance.side == "trailing":
        return first  # "12 percent is done since X announced it, Y said"
    if before.side == "trailing" or utterance.side == "leading":
        return before.stop
    joint = _joint(tokens, before.stop, utterance.first)
    return before.first if joint is None else joint


def _right_limit(tokens: Sequence[Token], utterance: Utterance, after: Utterance, stop: int) -> int:
    """Where the scope of a source ends that has another behind it."""
    if after.side == "leading":
        return after.first
    if utterance.side == "leading":
        joint = _joint(tokens, utterance.stop, after.first)
        return stop if joint is None else joint
    return after.first if _joint(tokens, utterance.stop, after.first) is None else stop


def _joint(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """Index of the last conjunction behind a comma: ", and"."""
    for index in range(stop - 1, first, -1):
        if tokens[index].norm in _joins() and tokens[index - 1].norm == ",":
            return index
    return None


def _goes_on(tokens: Sequence[Token], utterance: Utterance, stop: int) -> int:
    """Where a source behind its claim stops: at a clause with a named subject of its own."""
    for index in range(utterance.stop, stop - 2):
        if tokens[index].norm != ",":
            continue
        aside = utterance.first and tokens[index + 1].norm == "who"
        if aside and not _goes_on_saying(tokens, index + 2, stop):
            return index  # "said Ali Khan, 18, who paid 700 dollars"
        if utterance.first and tokens[index + 1].norm == "where":
            return index  # "told us at a rally in Doha, where 70 had come"
        if tokens[index + 1].norm in _settings() and _has_clause(tokens, index + 2, stop):
            return index  # "officials said on Monday, as thousands fled"
        if tokens[index + 1].norm not in _joins():
            continue
        subject = index + 2
        if tokens[subject].norm in _articles() and subject + 1 < stop:
            subject += 1
        if tokens[subject].text[0].isupper():
            return index
    return stop


def _goes_on_saying(tokens: Sequence[Token], verb: int, stop: int) -> bool:
    """Whether words about a source are what it says, or an aside: "X, who counted 32 planes"."""
    if any(match.cue.type == "verb" for match in find_cues([tokens[verb].norm])):
        return True
    return any(
        tokens[index].norm == "," and tokens[index + 1].norm in _joins()
        for index in range(verb, stop - 1)
    )


def _has_clause(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a clause begins at a token: with a plural subject, or a verb behind its subject."""
    opening = tokens[first].norm if first < stop else ""
    if opening in vocabulary().prepositions:
        return False  # "as of Monday"
    if opening.endswith("s") and tokens[first].text.islower() and opening not in determiners():
        return len(opening) > _LONGEST_SINGULAR
    for index in range(first, stop):
        if tokens[index].norm in {",", ";", "—", '"'}:
            return False
        if index > first and is_verb(tokens, index):
            return True
    return False


def _turned(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where a contrast with a named subject ends what a source in front claims."""
    for index in range(first, stop - 2):
        if tokens[index - 1].norm != ",":
            continue
        if tokens[index].norm in _contrasts() and tokens[index + 1].text[0].isupper():
            return index
        if _begins_delay(tokens, index):
            return index
    return stop


def _begins_delay(tokens: Sequence[Token], index: int) -> bool:
    """Whether the article tells what came before: "said they fled, days after a bomb killed 40"."""
    near = [token.norm for token in tokens[index : index + _LONGEST_DELAY]]
    return "after" in near[1:] and near[near.index("after") - 1] in _delays()


_LONGEST_DELAY = 4
"""Most words of "a few days after"."""


@functools.cache
def _delays() -> frozenset[str]:
    return frozenset(lexicon.times().dating.delays)


def _is_adverbial(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether words before a source are part of what it claims: no clause of their own."""
    if stop - first < 2 or tokens[stop - 1].norm != ",":
        return False
    return not any(is_verb(tokens, index) for index in range(first, stop))


def _is_within_list(verbs: Sequence[int], utterance: Utterance, semicolon: int) -> bool:
    """Whether a semicolon only parts what is listed: "According to X, A; B; and C have fallen"."""
    if utterance.stop >= semicolon:
        return False
    between = bisect.bisect_left(verbs, semicolon) - bisect.bisect_left(verbs, utterance.stop)
    return not between


def _breaks(tokens: Sequence[Token]) -> list[int]:
    """Indexes of the semicolons outside quotes."""
    found, quoted = [], False
    for index, token in enumerate(tokens):
        if token.norm == '"':
            quoted = not quoted
        elif token.norm == ";" and not quoted:
            found.append(index)
    return found


def _goes_on_counting(reading: Reading, utterance: Utterance, semicolon: int) -> bool:
    """Whether a source still claims what is counted behind a semicolon.

    One behind its claim does for a part of whom it told of: "400 fled, he said; a third are back".
    """
    if utterance.side == "leading" or not utterance.first:
        return _counts_on(reading, semicolon)
    return is_part(reading, semicolon + 1)


def _counts_on(reading: Reading, semicolon: int) -> bool:
    """Whether a number stands right behind: "said the post fell; about 40 men held out"."""
    behind = semicolon + 1
    counted = any(behind == quantity.outer_first for quantity in reading.quantities)
    return counted or (behind < len(reading.tokens) and is_number(reading.tokens[behind]))


@functools.cache
def _joins() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.joins)


@functools.cache
def _settings() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.settings)


@functools.cache
def _contrasts() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.contrasts)


@functools.cache
def _articles() -> frozenset[str]:
    return vocabulary().indefinite | {"the"}
