"""Exclusions: why a number is no count of anything in the world."""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Sequence

from data import lexicon
from data.parse.numbers.ages import can_be_age, is_age
from data.parse.numbers.changes import is_of_time, is_step, is_up_or_down
from data.parse.numbers.labels import can_be_label, counts_behind_name, is_called, is_label
from data.parse.numbers.numbering import numbers_them, numbers_those
from data.parse.numbers.pointing import points_back
from data.parse.numbers.quantity import Quantity
from data.parse.words.phrases import Match, PhraseMatcher
from data.parse.words.tokens import Token

_YEAR = re.compile(r"1[5-9]\d\d|20[0-4]\d")
_SIGNS_BEFORE = frozenset("(\"'“‘[—~:;,+")
_SIGNS_AFTER = frozenset(".,;:!?\"'”’)]…—")
_LATEST = 24
"""Last hour of a day that a clock can show."""

_MOST_DIGITS_OF_DAY = 2
"""Of "on May 15 158 men came": "June 2002 3" is no day and a number."""

_MEASURE = 8
"""Words before "at" among which a measure makes its number a count: "put the dead at twelve"."""

_LONGEST_FORMATION = 3
"""Most words of a formation's name behind its number."""


def exclusion(
    tokens: Sequence[Token],
    quantity: Quantity,
    verbs: frozenset[int] = frozenset(),
    people: Container[int] = (),
) -> str | None:
    """Id of the exclusion a number expression falls under; None where it counts something.

    Args:
        tokens: The sentence.
        quantity: One of its number expressions.
        verbs: Indexes of the first tokens of its verbs.
        people: Indexes of the first tokens of its nouns and demonyms.
    """
    stop = quantity.stop
    if quantity.unit is None or quantity.unit in {"km", "mi"}:
        behind = stop + 1 if stop < len(tokens) and tokens[stop].norm == "-" else stop
        match = (
            _after(quantity.is_ordinal).match_at(tokens, behind) if behind < len(tokens) else None
        )
        if match and match.payload != "change" and not _describes(tokens, quantity, behind, match):
            return match.payload
        if found := _by_shape(tokens, quantity, verbs, people):
            return found
        match = _before().match_before(tokens, quantity.outer_first)
        if match and match.payload == "age" and not can_be_age(quantity):
            return None  # "it turned over 13,000 rifles"
        if match and match.payload == "label":
            named = can_be_label(quantity) and stop not in people
            named = named and not _is_done(tokens, match.first, verbs)
            named = named and not counts_behind_name(tokens, stop, match.first, verbs, people)
            return match.payload if named else None  # "in Daman district 6 soldiers fell"
        if match and match.payload != "change":
            return match.payload
    elif _is_part_of_a_figure(tokens, quantity):
        return "name"
    elif quantity.is_fraction and is_of_time(tokens, stop):
        return "duration"
    elif quantity.unit == "percent" and _is_change(tokens, quantity):
        return "change"
    return None


def _describes(tokens: Sequence[Token], quantity: Quantity, index: int, match: Match[str]) -> bool:
    """Whether a time is part of what several things are called: "900 night-vision goggles"."""
    stop = match.stop
    if match.payload != "duration" or index != quantity.stop or quantity.value in {None, 1}:
        return False
    if stop + 1 >= len(tokens) or tokens[stop - 1].norm.endswith("s"):
        return False
    hyphen = tokens[stop]
    tied = hyphen.start == tokens[stop - 1].end and hyphen.end == tokens[stop + 1].start
    return hyphen.norm == "-" and tied and tokens[stop + 1].norm != "old"


def _is_done(tokens: Sequence[Token], index: int, verbs: frozenset[int]) -> bool:
    """Whether what could be a label is a verb: "will issue 500 visas", "to house 300"."""
    before = tokens[index - 1].norm if index else ""
    if tokens[index].norm == "number" and (
        numbers_them(tokens, index, verbs) or numbers_those(tokens, index)
    ):
        return True
    return before in lexicon.grammar().modals or (before == "to" and index in verbs)


def _is_change(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a percentage says how much something rose or fell."""
    stop, first = quantity.outer_stop, quantity.outer_first
    if quantity.is_fraction:  # "cut the wait by a third", but "made up close to half of"
        if first < 2 or tokens[first - 1].norm != "by":
            return False
        force = tokens[first - 2].norm in lexicon.grammar().force_words  # "cut its force by half"
        return not force and (stop == len(tokens) or not tokens[stop].is_word)
    if first > 1 and tokens[first - 1].norm in {"up", "down"}:
        # "up 29% from last year", but "made up 29%"
        return tokens[first - 2].norm not in lexicon.numbers().making_up
    behind = _after(False).match_at(tokens, stop) if stop < len(tokens) else None
    before = _before().match_before(tokens, quantity.outer_first)
    told = {match.payload for match in (behind, before) if match is not None}
    found = "change" in told or "difference" in told
    return found or is_up_or_down(tokens, quantity)


def _by_shape(
    tokens: Sequence[Token], quantity: Quantity, verbs: frozenset[int], people: Container[int]
) -> str | None:
    if quantity.is_ordinal:
        return _ordinal_shape(tokens, quantity, people)
    if _is_year(tokens, quantity) and (
        quantity.stop not in people or _is_in_name(tokens, quantity)
    ):
        return "year"
    if _is_clock(tokens, quantity):
        return "clock"
    if quantity.stop in people and _is_signed(tokens, quantity.first):
        return "change"  # "+30 soldiers": so many more than before
    if _is_phone(tokens, quantity):
        return "contact"
    if _is_part_of_a_figure(tokens, quantity):
        return "name"
    if is_age(tokens, quantity):
        return "age"
    if points_back(tokens, quantity):
        return "both"
    if is_step(tokens, quantity.outer_first, quantity.stop):
        return "change"
    if _is_of_formation(tokens, quantity):
        return "formation"
    if quantity.first - 1 not in verbs and is_label(tokens, quantity):
        return "label"
    return None


def _ordinal_shape(
    tokens: Sequence[Token], quantity: Quantity, people: Container[int]
) -> str | None:
    """Ranks ("third-largest"), formations ("the 215th Corps"), one in so many ("every third")."""
    stop = quantity.stop
    if quantity.first and tokens[quantity.first - 1].norm == "every":
        return "every"
    if stop >= len(tokens):
        return None
    step = stop + 1 if tokens[stop].norm == "-" else stop
    if step < len(tokens):
        word = tokens[step].norm
        if word.endswith("est") or word in lexicon.exclusions().ranking:
            return "rank"
        if step > stop:
            return "rank"
        if is_called(tokens, quantity.first, step):
            return "formation"
        is_name = tokens[step].text[0].isupper() and not tokens[quantity.first].text[0].isupper()
        if step in people and step + 1 < len(tokens) and tokens[step + 1].text[0].islower():
            return None  # "the third Turkish mission to be closed"
        if is_name and tokens[step].norm not in lexicon.nouns().capitalised:
            return "formation"
    return None


def _is_year(tokens: Sequence[Token], quantity: Quantity) -> bool:
    text = tokens[quantity.first].text
    behind = [token.norm for token in tokens[quantity.stop : quantity.stop + 2]]
    if behind[:1] == ["of"] and behind[-1] in lexicon.grammar().plural_pronouns:
        return False  # "around 2000 of them"
    return (
        quantity.stop == quantity.first + 1
        and quantity.qualifier in {"exact", "under", "about"}
        and len(text) == 4
        and _YEAR.fullmatch(text) is not None
    )


def _is_in_name(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether capitals beside a year make a name: "the 2021 Taliban Offensive", "Update 2021"."""
    first, stop = quantity.first, quantity.stop
    behind = tokens[stop : stop + 2]
    if len(behind) == 2 and all(token.text[0].isupper() for token in behind):
        return True
    return first > 1 and tokens[first - 1].text[0].isupper()


def _is_clock(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """10:45 and its parts."""
    first, stop = quantity.first, quantity.stop
    behind = tokens[stop] if stop + 1 < len(tokens) else None
    if behind is not None and behind.norm == ":" and behind.start == tokens[stop - 1].end:
        after = tokens[stop + 1]
        return after.is_number and len(after.norm) == 2 and after.start == behind.end
    if first and tokens[first - 1].norm == "at" and _is_hour(quantity):
        measures = lexicon.grammar().measuring_nouns | lexicon.grammar().dead_words
        if any(token.norm in measures for token in tokens[max(0, first - _MEASURE) : first]):
            return False  # "put the number of dead at twelve"
        return behind is None or behind.norm in lexicon.exclusions().behind_hour
    if first < 2 or tokens[first - 1].norm != ":" or not tokens[first - 2].is_number:
        return False
    return tokens[first - 2].end == tokens[first - 1].start == tokens[first].start - 1


def _is_hour(quantity: Quantity) -> bool:
    return quantity.value is not None and 0 < quantity.value <= _LATEST


def _is_phone(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Digits beside other digits: "93 799 123456"; and behind a plus sign: "+93"."""
    first, stop = quantity.first, quantity.stop
    if not tokens[first].is_number:
        return False
    if _is_signed(tokens, first):
        return True
    if first and tokens[first - 1].is_number:
        # but "on May 15 158 men came"
        day = first > 1 and tokens[first - 2].norm in lexicon.times().months
        return not day or len(tokens[first - 1].text) > _MOST_DIGITS_OF_DAY
    return stop < len(tokens) and tokens[stop].is_number


def _is_signed(tokens: Sequence[Token], first: int) -> bool:
    """Whether a plus sign clings to a number."""
    before = tokens[first - 1] if first else None
    return before is not None and before.norm == "+" and before.end == tokens[first].start


def _is_part_of_a_figure(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether more signs or letters cling to a number: AK-47, 9/11, 201-B, 1,000-man."""
    first, stop = quantity.first, quantity.stop
    before = tokens[first - 1] if first else None
    if (
        before is not None
        and before.end == tokens[first].start
        and before.norm not in _SIGNS_BEFORE
    ):
        return before.norm != "-" or first < 2 or tokens[first - 2].end == before.start
    after = tokens[stop] if stop < len(tokens) else None
    if after is None or after.start != tokens[stop - 1].end or after.norm in _SIGNS_AFTER:
        clings = after is not None and after.norm in "/:" and after.start == tokens[stop - 1].end
        return clings and not _is_spelled_out(tokens, stop)
    if after.norm in lexicon.grammar().weights:
        return False  # "5kg of heroin"
    if after.norm == "-" and stop + 1 < len(tokens):
        if tokens[stop + 1].start > after.end:
            return False
        return tokens[stop + 1].norm not in lexicon.numbers().compounds
    return after.norm not in {"-", "+"} and quantity.outer_stop == stop


def _is_spelled_out(tokens: Sequence[Token], colon: int) -> bool:
    """Whether a list of parts follows a number: "the count was 47: 30 men, 14 women and ..."."""
    if colon + 2 >= len(tokens) or tokens[colon].end == tokens[colon + 1].start:
        return False
    return tokens[colon + 1].is_number and tokens[colon + 2].is_word and colon > 1


def _is_of_formation(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether it is the number of a formation: "the 209 Pamir Corps"."""
    if not tokens[quantity.first].is_number or not can_be_label(quantity):
        return False
    for token in tokens[quantity.stop : quantity.stop + _LONGEST_FORMATION]:
        if not token.text[0].isupper():
            return False
        if token.norm in lexicon.grammar().formation_words:
            return True
    return False


@functools.cache
def _after(ordinal: bool) -> PhraseMatcher[str]:
    return PhraseMatcher(
        (phrase.lstrip("-"), entry.id)
        for entry in lexicon.exclusions().exclusion
        if entry.ordinal == ordinal
        for phrase in entry.after
    )


@functools.cache
def _before() -> PhraseMatcher[str]:
    return PhraseMatcher(
        (phrase, entry.id)
        for entry in lexicon.exclusions().exclusion
        if not entry.ordinal
        for phrase in entry.before
    )
