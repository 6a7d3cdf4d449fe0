"""Sides: whether a source stands before what it claims, or behind or inside it."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Literal, NamedTuple

from data import lexicon
from data.parse.attribution.sources.judging import Source
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import auxiliaries, is_relative, is_spaced, is_verb
from data.parse.reading import Reading
from data.parse.words.tokens import Token

Side = Literal["leading", "trailing"]


SIGNS = frozenset((",", ".", ";", ":", "—", '"', "(", ")", "?", "!", "…"))


_CLAUSE_REACH = 40
_OPENS = frozenset((",", '"', "—", "'", ")", "…", "-"))


class Utterance(NamedTuple):
    """A source with the verb or phrase that makes it one.

    Attributes:
        source: Who says or carries it.
        side: Whether it stands before what is claimed, or behind or inside it.
        first: Index of the first token of source and cue.
        stop: Index one past the last.
        doubts: The verb keeps a distance ("claims").
        carrier: The medium it was told to, or that quotes the source.
        inserted: It ends with the clause it stands in: "whose strength Moscow puts at 500, ...".
        cites: It is cited by somebody else, who carries it.
        promises: Its verb is one of promising, which may itself be told by another.
        aside: Index of the sign that opens the aside it is the source of, and of nothing else:
            "the guards - 120 men by one trader's count - left".
    """

    source: Source
    side: Side
    first: int
    stop: int
    doubts: bool = False
    carrier: Source | None = None
    inserted: bool = False
    cites: bool = False
    promises: bool = False
    aside: int | None = None


def trailing(first: int, source: Source) -> Utterance:
    """The utterance of a source behind a phrase that begins at a token."""
    return Utterance(source, "trailing", first, max(source.stop, first + 1))


def beside(reading: Reading, source: Source, verb: int, stop: int) -> Utterance:
    """The utterance of a subject and its verb, on the side of the claim where it stands."""
    tokens = reading.tokens
    before = source.first - 1
    opener = tokens[before].norm if before >= 0 else ""
    parenthetical = (
        opener in {"as", "so"} and before > 0 and tokens[before - 1].norm in {",", "—", "(", "or"}
    )
    ends_with = before > 1 and _points_back(tokens, before) and _only_tells_when(tokens, stop)
    told_by = before > 0 and opener == "what"
    led = tokens[before - 1].norm if told_by else ""
    told_by = led == "to" or (led != "of" and led in vocabulary().by)
    opens = opener in _OPENS and before > 0 and not _ends_dateline(reading, before)
    behind = opens or parenthetical or ends_with
    first = max(0, before - _CLAUSE_REACH)
    clause_before = behind and any(is_verb(tokens, index) for index in range(first, before))
    side: Side = (
        "trailing"
        if behind and _tail_is_empty(tokens, stop, clause_before, opener == '"')
        else "leading"
    )
    if told_by:
        return Utterance(source, "trailing", before - 1, stop)  # "going by what X says, ..."
    of_whom = opener == "whom" and before and tokens[before - 1].norm != "of"
    contact = _is_contact(reading, source)
    if of_whom or (opener == "that" and _is_relative(tokens, before, stop)):
        side = "trailing"  # "the 500 that officials say are left"
    elif contact and stop < len(tokens) and tokens[stop].norm in auxiliaries():
        side = "trailing"  # "the 500 families officials say have left"
    while verb > 1 and tokens[verb - 1].norm in auxiliaries():
        verb -= 1  # "who had counted"
    openers = reading.lower[max(0, before - 2) : source.first]
    inserted = not _inserting().isdisjoint(openers) or (
        verb >= 2 and is_relative(tokens[verb - 1]) and tokens[verb - 2].norm in {",", "("}
    )
    inserted = inserted or (contact and side == "leading")
    return Utterance(source, side, source.first, stop, inserted=inserted)


def _ends_dateline(reading: Reading, index: int) -> bool:
    """Whether a dash is that of a dateline, with no claim in front: "CONAKRY, Sept 6 - X told"."""
    if index > _LONGEST_DATELINE or reading.tokens[index].norm not in lexicon.grammar().dashes:
        return False
    town = reading.tokens[0].text.isupper() and any(place.first == 0 for place in reading.places)
    return town and is_spaced(reading.tokens, index)


_LONGEST_DATELINE = 8
"""Most tokens before the dash of "KABUL, Afghanistan, July 6 (Agency) -"."""


def _points_back(tokens: Sequence[Token], index: int) -> bool:
    """Whether what stands before is meant: "as X said", ", which X said", ", a toll X put out"."""
    norm = tokens[index].norm
    if norm == "as":
        return True
    if norm == "which":
        return tokens[index - 1].norm == ","
    counted = norm in lexicon.attribution().reckoning.words or norm in lexicon.grammar().tolls
    return counted and [token.norm for token in tokens[index - 2 : index]] == [",", "a"]


def _only_tells_when(tokens: Sequence[Token], stop: int) -> bool:
    """Whether only an occasion follows a verb, up to the end: "as X reported on Twitter"."""
    behind = tokens[stop].norm if stop < len(tokens) else "."
    if behind not in vocabulary().prepositions and behind not in SIGNS:
        return False
    tail = tokens[stop:]
    return len(tail) <= _LONGEST_OCCASION and not any(token.is_number for token in tail)


_LONGEST_OCCASION = 6


def _is_relative(tokens: Sequence[Token], that: int, stop: int) -> bool:
    """Whether "that" stands for the noun before it: its clause has no subject of its own."""
    if not that or is_verb(tokens, that - 1) or stop >= len(tokens):
        return False
    return is_verb(tokens, stop) or (tokens[stop].norm == "," and tokens[0].norm == "of")


def _is_contact(reading: Reading, source: Source) -> bool:
    """Whether it stands right behind those it tells of: "killed two men it described as spies"."""
    noun = next((one for one in reading.nouns.values() if one.stop == source.first), None)
    pronoun = source.anaphor in {"person", "body", "group"}
    definite = reading.lower[source.first] == "the"
    return noun is not None and noun.first > 1 and (pronoun or definite)


def _tail_is_empty(tokens: Sequence[Token], stop: int, clause_before: bool, quoted: bool) -> bool:
    """Whether nothing is claimed between the verb and the next sign: "said on Monday,".

    Behind a quote only "that" claims something new; behind a clause "said in a report that ..."
    only describes the report.
    """
    words = vocabulary()
    for index in range(stop, len(tokens)):
        token = tokens[index]
        dashed = token.norm == "-" and index == stop and is_spaced(tokens, index)
        if (token.norm in SIGNS or dashed) and not _in_clock(tokens, index):
            # "said:" opens what is claimed, but for "12 posts fell, officials say: four in X"
            quotes = index + 1 < len(tokens) and tokens[index + 1].norm == '"'
            listing = clause_before and index == stop and not quotes
            return token.norm != ":" or listing or index == len(tokens) - 1
        if token.norm in _conditions() or (clause_before and _is_when(tokens, index)):
            return True
        if quoted and token.norm not in _claims():
            continue
        if clause_before and index > stop and token.norm in _sharing() | words.describing:
            return True  # "said on Monday in a statement and added", "said on Monday adding"
        described = clause_before and tokens[index - 1].norm in words.records
        if not described and (token.norm in _claims() or is_verb(tokens, index)):
            return False
        if index == stop and not (
            token.norm in words.prepositions
            or token.norm in words.occasions
            or _begins_occasion(tokens, index)
            or token.norm in _recipients()
            or (token.is_word and tokens[stop - 1].norm in vocabulary().told)
        ):
            return False
    return True


def _is_when(tokens: Sequence[Token], index: int) -> bool:
    """Whether a clause begins that tells when somebody spoke: "McKenzie said when he announced".

    So does "as" in "said on Friday as the first planes left", but not in "said as many as 40".
    """
    grammar = lexicon.attribution().grammar
    if tokens[index].norm not in grammar.settings:
        return tokens[index].norm in grammar.speaking_times
    behind = tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
    several = behind.norm.endswith("s") and behind.text.islower() and behind is not tokens[index]
    return several or behind.norm in vocabulary().articles or behind.norm in vocabulary().owners


def _in_clock(tokens: Sequence[Token], index: int) -> bool:
    """Whether a colon or a full stop stands between digits: "at 9:30"."""
    return (
        0 < index < len(tokens) - 1 and tokens[index - 1].is_number and tokens[index + 1].is_number
    )


def _begins_occasion(tokens: Sequence[Token], index: int) -> bool:
    """Whether "this morning" begins at a token."""
    following = tokens[index + 1].norm if index + 1 < len(tokens) else ""
    return tokens[index].norm == "this" and following in vocabulary().occasions


@functools.cache
def _claims() -> frozenset[str]:
    """Words that open what is claimed."""
    return frozenset(lexicon.attribution().grammar.claims)


@functools.cache
def _sharing() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.sharing)


@functools.cache
def _inserting() -> frozenset[str]:
    """Words whose clause ends with the next comma, and what its subject says with it."""
    return frozenset(lexicon.attribution().grammar.inserting)


@functools.cache
def _conditions() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.conditions)


@functools.cache
def _recipients() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.recipients)
