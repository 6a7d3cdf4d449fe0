"""Scopes: which part of a sentence each source claims."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from data import lexicon
from data.parse.attribution.saying.cues import find_cues
from data.parse.attribution.saying.parted import (
    contrasts,
    is_corrected,
    joins,
    joint_at,
    parted_at,
)
from data.parse.attribution.saying.semicolons import (
    breaks_of,
    counts_before,
    goes_on_counting,
    is_within_list,
)
from data.parse.attribution.saying.sides import Utterance
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import auxiliaries, determiners, is_number, is_verb
from data.parse.reading import Reading
from data.parse.words.tokens import Token

_INSERTED = frozenset((",", ";", ")"))
"""Signs that end what an inserted source claims."""

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
    breaks = breaks_of(tokens) if ";" in reading.norms else ()
    verbs = [index for index in range(len(tokens)) if is_verb(tokens, index)] if breaks else ()
    scopes = []
    for number, utterance in enumerate(utterances):
        first = max((b + 1 for b in breaks if b < utterance.first), default=0)
        if utterance.aside is not None:
            scopes.append(Scope(utterance.aside, utterance.stop))
            continue
        if utterance.side == "trailing":
            if not number and counts_before(reading, first, utterance):
                first = 0  # "40 fled; 20 have come back, officials said"
            first = max(first, parted_at(tokens, utterance.first))
        stop = _first_break(reading, utterance, breaks, verbs)
        if utterance.side == "trailing" and is_corrected(tokens, utterance):
            stop = utterance.stop  # "is not 40, as X claimed, but 12"
        before, after = utterances[number - 1 : number], utterances[number + 1 : number + 2]
        if before and before[0].stop > first:
            first = _left_limit(tokens, before[0], utterance, first)
            if before[0].side == utterance.side == "leading" and not before[0].inserted:
                first = utterance.first  # "The army admits 3 dead, a rebel claims 9"
        if after and after[0].first < stop:
            stop = _right_limit(tokens, utterance, after[0], stop)
        scopes.append(
            _leading(tokens, utterance, first, stop)
            if utterance.side == "leading"
            else Scope(first, _goes_on(tokens, utterance, stop))
        )
    return scopes


def _first_break(
    reading: Reading, utterance: Utterance, breaks: Sequence[int], verbs: Sequence[int]
) -> int:
    """Index of the first semicolon behind a source that ends what it claims."""
    hard = (
        b
        for b in breaks
        if b >= utterance.stop
        and not goes_on_counting(reading, utterance, b)
        and not is_within_list(reading, verbs, utterance, b)
    )
    return min(hard, default=len(reading.tokens))


def _leading(tokens: Sequence[Token], utterance: Utterance, first: int, stop: int) -> Scope:
    begin = utterance.stop
    if _is_adverbial(tokens, first, utterance.first):
        begin = first  # "Of the 34 capitals, officials said, ..."
    if utterance.inserted:
        stop = next((i for i in range(utterance.stop, stop) if _ends_inserted(tokens, i)), stop)
        begin = utterance.stop
    if utterance.first and tokens[utterance.first - 1].norm == "(":
        stop = next((i for i in range(utterance.stop, stop) if tokens[i].norm == ")"), stop)
    return Scope(begin, _turned(tokens, utterance.stop, stop))


def _ends_inserted(tokens: Sequence[Token], index: int) -> bool:
    """Whether an inserted clause ends: at a sign, or "when X announced it there were"."""
    told = tokens[index].norm == "there" and index + 1 < len(tokens)
    return tokens[index].norm in _INSERTED or (told and tokens[index + 1].norm in auxiliaries())


def _left_limit(
    tokens: Sequence[Token], before: Utterance, utterance: Utterance, first: int
) -> int:
    """Where the scope of a source begins that has another before it."""
    if before.inserted and before.side == "leading" and utterance.side == "trailing":
        return first  # "12 percent is done since X announced it, Y said"
    if before.inserted and before.side == utterance.side:
        behind = range(before.stop, utterance.first)  # "Unlike X, which spoke of 40, Y said"
        return next((i + 1 for i in behind if tokens[i].norm in _INSERTED), before.stop)
    if before.side == "trailing" or utterance.side == "leading":
        return before.stop
    joint = joint_at(tokens, before.stop, utterance.first)
    return before.first if joint is None else joint


def _right_limit(tokens: Sequence[Token], utterance: Utterance, after: Utterance, stop: int) -> int:
    """Where the scope of a source ends that has another behind it."""
    if after.side == "leading":
        return after.first
    if utterance.side == "leading":
        joint = joint_at(tokens, utterance.stop, after.first)
        return stop if joint is None else joint
    return after.first if joint_at(tokens, utterance.stop, after.first) is None else stop


def _goes_on(tokens: Sequence[Token], utterance: Utterance, stop: int) -> int:
    """Where a source behind its claim stops: at a clause with a named subject of its own."""
    if _counts_listeners(tokens, utterance, stop):
        return utterance.stop
    meanwhile = _meanwhile(tokens, utterance.stop, stop)
    if meanwhile is not None:
        return meanwhile
    for index in range(utterance.stop, stop - 2):
        if tokens[index].norm != ",":
            continue
        aside = utterance.first and tokens[index + 1].norm == "who"
        if aside and not _goes_on_saying(tokens, index + 2, stop):
            return index  # "said Ali Khan, 18, who paid 700 dollars"
        if _has_of_its_own(tokens, utterance, index):
            return index  # "according to the hospital, which has 40 beds"
        if utterance.first and tokens[index + 1].norm == "where":
            return index  # "told us at a rally in Doha, where 70 had come"
        if _begins_delay(tokens, index + 1):
            return index  # "officials said on Monday, a day after 40 men fell"
        named = utterance.source.first > utterance.first > 0 and index == utterance.stop
        if named and _describes(tokens, index + 1, stop):
            return index  # "said Ali Khan, head of a federation of 40 banks"
        sets = tokens[index + 1].norm in _settings() and tokens[index + 2].norm not in _adding()
        if sets and _has_clause(tokens, index + 2, stop):
            return index  # "officials said on Monday, as thousands fled"
        if tokens[index + 1].norm not in joins():
            continue
        subject = index + 2
        if tokens[subject].norm in _articles() and subject + 1 < stop:
            subject += 1
        if tokens[subject].text[0].isupper():
            return index
    return stop


def _has_of_its_own(tokens: Sequence[Token], utterance: Utterance, comma: int) -> bool:
    """Whether it is told what a source behind its claim has: "by X's count, which has 40 men"."""
    behind = [token.norm for token in tokens[comma + 1 : comma + 3]]
    named = utterance.source.first > utterance.first > 0 and comma == utterance.stop
    return named and behind[:1] == ["which"] and not auxiliaries().isdisjoint(behind[1:])


def _counts_listeners(tokens: Sequence[Token], utterance: Utterance, stop: int) -> bool:
    """Whether it is counted who was told: "the ministry told leaders of 40 parties".

    So is who was there: "the ministry said at a meeting of 40 parties".
    """
    met = utterance.stop < len(tokens) and tokens[utterance.stop].norm == "at"
    told = tokens[utterance.stop - 1].norm in vocabulary().told
    if not utterance.first or not (told or met):
        return False
    near = range(utterance.stop + 1, min(stop, utterance.stop + _LONGEST_LISTENER))
    number = next((i for i in near if is_number(tokens[i])), None)
    between = tokens[utterance.stop : number] if number is not None else ()
    signs = any(not token.is_word for token in between)
    return bool(between) and not signs and between[-1].norm == "of"


_LONGEST_LISTENER = 6
"""Most words from "told" to a number: "told the floor leaders of 40 parties"."""


def _describes(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether the rest of a sentence says who the source is: ", head of a union of 40 banks"."""
    first += tokens[first].norm in _articles() if first < stop else 0
    role = first < stop and tokens[first].norm in vocabulary().people
    return role and all(token.norm not in {",", ";"} for token in tokens[first:stop])


def _meanwhile(tokens: Sequence[Token], index: int, stop: int) -> int | None:
    """Where a clause begins that tells when it was said: "said on Monday as the army left"."""
    words, grammar = vocabulary(), lexicon.attribution().grammar
    while index < stop and tokens[index].norm in words.occasions | words.at | {"on"}:
        index += 1
    opens = index < stop and tokens[index].norm in {*grammar.settings, *grammar.speaking_times}
    return index if opens and _has_clause(tokens, index + 1, stop) else None


def _goes_on_saying(tokens: Sequence[Token], verb: int, stop: int) -> bool:
    """Whether words about a source are what it says, or an aside: "X, who counted 32 planes"."""
    if any(match.cue.type == "verb" for match in find_cues([tokens[verb].norm])):
        return True
    return any(
        tokens[index].norm == "," and tokens[index + 1].norm in joins()
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
        if tokens[index].norm in contrasts() and tokens[index + 1].text[0].isupper():
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


@functools.cache
def _settings() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.settings)


@functools.cache
def _adding() -> frozenset[str]:
    """Words between "as" and "as": "as well as"."""
    return lexicon.attribution().grammar.adding


@functools.cache
def _articles() -> frozenset[str]:
    return vocabulary().indefinite | {"the"}
