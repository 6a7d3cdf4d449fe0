"""Telling: a word of capture in its sentence, and the places in the roles it gives."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import NamedTuple

from data import lexicon
from data.lexicon.capturing import CaptureRule
from data.parse.clauses import helping_words
from data.parse.reading import Reading
from data.parse.statements.taken import Taken, named_in, provinces_of
from data.parse.statements.taken_lists import (
    SIGNS,
    base_among,
    is_verb,
    object_stop,
    objects_behind,
    taken_among,
)
from data.parse.words.phrases import PhraseMatcher

_OPENING = 8
"""First tokens of a sentence among which a town is what it is about."""


class Telling(NamedTuple):
    """A word of capture in its sentence.

    Attributes:
        reading: The sentence.
        rule: What the word says.
        first: Index of its first token.
        stop: Index one past its last.
        town: Code of the town that is said to have been taken right before, if any.
        counted: Whether the sentence before counts capitals that fell, which it may list.
    """

    reading: Reading
    rule: CaptureRule
    first: int
    stop: int
    town: str | None
    counted: bool

    def norm(self, index: int) -> str:
        """The word or sign at an index, in lower case; empty outside the sentence."""
        tokens = self.reading.tokens
        return tokens[index].norm if 0 <= index < len(tokens) else ""


def objects(told: Telling) -> Sequence[Taken]:
    """The places that are the objects of a verb, "the city" included."""
    find = _finder(told)
    if find is _none_among:
        return ()
    if find is taken_among:
        found = objects_behind(told.reading, told.stop)
    else:
        found = find(told.reading, told.stop, object_stop(told.reading, told.stop))
    if told.rule.needs == "town-alone" and not (found and _is_right_behind(told, found[0])):
        return ()
    return found or stand_in(told, told.stop) or _relative(told)


def _is_right_behind(told: Telling, place: Taken) -> bool:
    between = told.reading.lower[told.stop : place.first]
    return lexicon.grammar().determiners.issuperset(between)


def subjects(told: Telling, end: int) -> Sequence[Taken]:
    """The places in the subject that ends before a token, "which" stepped over."""
    reading, find = told.reading, _finder(told)
    end = _before_inserted(reading, end)
    if end > 1 and (
        told.norm(end - 1) in lexicon.grammar().relatives or told.norm(end - 1) == "that"
    ):
        end -= 1
        if told.norm(end - 1) == "of" and end - 1 in reading.quantity_stops.values():
            return ()  # "X has three crossings, two of which are in their hands"
    begin = _subject_first(told, end)
    found = find(reading, begin, end)
    if not found and end - begin <= 1 and begin and told.norm(end - 1) in {"and", "then"}:
        verb = next((v.first for v in reversed(reading.verbs) if v.stop <= end), None)
        if verb is not None:  # "X was attacked and captured"
            end = verb - len(helping_words(reading.tokens, verb))
            begin = _subject_first(told, end)
            found = find(reading, begin, end)
    if told.rule.needs == "capitals":
        return provinces_of(found)
    if found:
        return found
    match = stand_ins().match_before(reading.tokens, end)
    if match is None or match.first < begin:
        return ()
    is_part = told.norm(match.first - 1) in lexicon.grammar().prepositions  # "parts of the city"
    return () if is_part else stand_in(told, match.first)


def _before_inserted(reading: Reading, end: int) -> int:
    """Index of the comma before a clause that ends at a token: "X, through which Y came, fell"."""
    clause = reading.clause_of(end - 1) if end else None
    if clause is None or clause.first != end - 1 or clause.opener:
        return end
    place = reading.clauses.index(clause)
    inserted = reading.clauses[place - 1] if place else None
    if inserted is None or inserted.opener not in lexicon.grammar().relatives:
        return end
    comma = inserted.first - 1
    comma -= reading.lower[comma] in lexicon.grammar().before_relative
    return comma if comma > 0 and reading.lower[comma] == "," else end


def stand_in(told: Telling, first: int) -> Sequence[Taken]:
    """The town that "the city" right at a token stands for, or the capital of a country."""
    tokens = told.reading.tokens
    match = stand_ins().match_at(tokens, first) if first < len(tokens) else None
    if match is None:
        return ()
    if match.payload:
        return [Taken(match.payload, match.first, match.stop)]
    if match.stop in told.reading.place_starts or told.norm(match.stop) in {"of", "'s", "-"}:
        return ()
    return town_before(told, first)


def town_before(told: Telling, index: int) -> Sequence[Taken]:
    """The town that a stand-in at a token means.

    The one named last in its sentence, else the one said to have been taken right before, else
    the only one of the sentence before, where that is about it.
    """
    reading = told.reading
    towns = [taken.code for taken in named_in(reading) if taken.is_town and taken.stop <= index]
    if not towns and told.town:
        towns = [told.town]
    if not towns and reading.at:
        before = [taken for taken in named_in(reading.whole[reading.at - 1]) if taken.is_town]
        is_about = len({taken.code for taken in before}) == 1 and before[0].first < _OPENING
        towns = [before[0].code] if is_about else []
    return [Taken(towns[-1], index, index + 1)] if towns else ()


def _relative(told: Telling) -> Sequence[Taken]:
    """X of "X, which Y took"."""
    clause = told.reading.clause_of(told.first)
    if clause.opener != "which" or clause.first < 2:
        return ()
    return [taken for taken in named_in(told.reading) if taken.stop == clause.first - 1]


def _finder(told: Telling) -> Callable[[Reading, int, int], Sequence[Taken]]:
    """What finds the places of a phrase: towns, or the bases that are handed over."""
    if told.rule.needs == "no-fight" and not lexicon.captures().fights.isdisjoint(
        told.reading.norms
    ):
        return _none_among
    has_base = not lexicon.captures().facilities.isdisjoint(told.reading.norms)
    if told.rule.needs == "facility":
        return base_among if has_base else _none_among
    return _none_among if has_base and told.rule.needs == "no-facility" else taken_among


def _none_among(_reading: Reading, _first: int, _stop: int) -> Sequence[Taken]:
    return ()


def _subject_first(told: Telling, end: int) -> int:
    """Index of the first token that a subject ending at a token can have."""
    reading, openers = told.reading, _openers()
    tokens = reading.tokens
    for index in range(end - 1, -1, -1):
        if is_verb(reading, index):
            return index + 1
        if tokens[index].norm in openers and index < end - 1:
            return index + 1
        if tokens[index].norm == "-" and index and tokens[index].start > tokens[index - 1].end:
            return index + 1  # "KABUL, July 9 - Kunduz fell"
    return 0


@functools.cache
def _openers() -> frozenset[str]:
    """Words and signs behind which a subject begins."""
    grammar = lexicon.grammar()
    opening = grammar.subordinators | grammar.relatives
    return SIGNS | opening | lexicon.captures().clause_openers | {":"}


@functools.cache
def stand_ins() -> PhraseMatcher[str]:
    """Finds words that stand for a town: for that named last, or for the capital of a country."""
    captures = lexicon.captures()
    capitals = [(words, code) for words, code in captures.national_capitals.items()]
    return PhraseMatcher([*capitals, *((words, "") for words in captures.towns)])
