"""Ordinals that give a running total: "the tenth provincial capital to fall"."""

from __future__ import annotations

import itertools

from data import lexicon
from data.lexicon.counting import NounClass
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.ends import is_plural
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.nouns import noun_class
from data.parse.words.phrases import Match

_REACH = 4
"""Most words between an ordinal and the noun it numbers."""


def is_running_total(reading: Reading, quantity: Quantity) -> bool:
    """Whether an ordinal numbers something that is counted up.

    It does before a noun that can be counted up (a capital, a crossing, a wave, an attack), and
    before "such"; alone only as "the second" at the end of its clause.
    """
    tokens = reading.tokens
    stop = quantity.stop
    if quantity.first > 1 and tokens[quantity.first - 1].norm in {"and", "to"}:
        return False  # "the 3rd and 4th posts" are names
    serial = lexicon.grammar().serial_words
    for index in range(stop, min(len(tokens), stop + _REACH)):
        token = tokens[index]
        if token.norm in serial:
            return True
        noun = reading.nouns.get(index)
        if noun is not None:
            ground = noun.payload.kind in lexicon.kinds_with("ground")
            return ground or numbers_dead(reading, quantity) or _is_one_more(reading, noun)
        if not token.is_word or token.norm in lexicon.grammar().prepositions:
            break
    if _within_a_spell(reading, stop) or _is_of_a_kind(reading, stop):
        return True
    bare = lexicon.count_words().behind_ordinal
    if stop < len(tokens) and tokens[stop].is_word and tokens[stop].norm not in bare:
        return False
    before = tokens[quantity.first - 1].norm if quantity.first else ""
    return before in lexicon.count_words().before_ordinal and quantity.first > 1


def _is_one_more(reading: Reading, noun: Match[NounClass]) -> bool:
    """Whether it is told what was done to things one by one: "the third mission to be emptied"."""
    if noun.payload.unit != "count":
        return False
    behind = reading.lower[noun.stop : noun.stop + _TO_BE_REACH]
    told = itertools.takewhile(lambda word: word[0].isalnum(), behind)
    return ("to", "be") in itertools.pairwise(told) or _is_of_a_kind(reading, noun.first)


_TO_BE_REACH = 6
"""Most words from the noun to "to be": "the third mission in the country to be emptied"."""


def _is_of_a_kind(reading: Reading, index: int) -> bool:
    """Whether "of this kind" stands behind one thing that an ordinal counts up."""
    behind = reading.lower[index + 1 : index + _KIND_REACH]
    kinds = lexicon.count_words().of_a_kind
    return any(" ".join(behind[at : at + 3]) in kinds for at in range(len(behind)))


_KIND_REACH = 6
"""Most words from an ordinal to behind "of this kind": "the third mass killing of this kind"."""


def find_of_one(reading: Reading, quantity: Quantity) -> Counted | None:
    """What an ordinal is of that stands beside it: "took a border post, the third to fall"."""
    first, stop = quantity.first, quantity.stop
    if not quantity.is_ordinal or first < 2:
        return None
    if subject := _of_subject(reading, quantity):
        return subject
    if reading.lower[stop : stop + 1] != ["to"]:
        return None
    if reading.lower[first - 2] != "," or reading.lower[first - 1] not in {"the", "a"}:
        return None
    for match in reversed(reading.nouns.values()):
        if match.stop > first - 2 or match.payload.kind not in lexicon.kinds_with("ground"):
            continue
        near = reading.lower[max(0, match.first - _BEFORE_ONE) : match.first]
        one = not lexicon.grammar().indefinite.isdisjoint(near)
        if one and not is_plural(reading.lower[match.stop - 1]):
            words = reading.words(match.first, match.stop)
            return Counted(stop, stop, match.payload, words, "before")
    return None


def _of_subject(reading: Reading, quantity: Quantity) -> Counted | None:
    """What one thing is told to be the next of: "The raid was the fifth in the city since May"."""
    lower, stop = reading.lower, quantity.stop
    if quantity.first != _SHORT or lower[0] not in lexicon.grammar().determiners:
        return None
    if lower[2] not in lexicon.grammar().finite_be or lower[3] != "the":
        return None
    if not reading.tokens[1].text.islower() or is_plural(lower[1]):
        return None
    match = reading.nouns.get(1)
    noun = match.payload if match is not None else noun_class("things")
    return None if noun.unit == "people" else Counted(stop, stop, noun, lower[1], "before")


_SHORT = 4
"""Words of "The raid was the"."""

_BEFORE_ONE = 3
"""Most words from "a" to the noun of one place: "a key northern"."""


def counts_waves(reading: Reading, quantity: Quantity, counted: Counted) -> bool:
    """Whether an ordinal before people counts something else: "the fifth wave of soldiers"."""
    if not quantity.is_ordinal:
        return False
    behind = reading.lower[quantity.stop : quantity.stop + 2]
    if behind == ["such", "crossing"]:
        return True  # an act, and no place
    if counted.noun.unit != "people":
        return False
    return not numbers_dead(reading, quantity)


def numbers_dead(reading: Reading, quantity: Quantity) -> bool:
    """Whether an ordinal counts up the dead: "a 13th guard has died", "the third to be killed"."""
    lower, grammar = reading.lower, lexicon.grammar()
    before = lower[quantity.first - 1] if quantity.first else ""
    opens = not quantity.first and reading.sentence.is_open  # "13th soldier dies"
    if not quantity.is_ordinal or not (opens or before in {"a", "the"}):
        return False
    stop = next(
        (
            match.stop
            for index in range(quantity.stop, min(len(lower), quantity.stop + _REACH))
            if (match := reading.nouns.get(index)) and match.payload.unit == "people"
        ),
        None,
    )
    if stop is None:
        return False
    index = stop
    if before == "the" and lower[stop : stop + 1] != ["to"]:
        return False  # of three told of one by one
    while index < len(lower) and (lower[index] in grammar.auxiliaries or lower[index] == "to"):
        index += 1
    return any(
        event.first == index and event.payload.kinds.get("people") == "casualties"
        for event in reading.events
    )


def _within_a_spell(reading: Reading, stop: int) -> bool:
    """Whether a stretch of time follows: "the second severe drought in three years"."""
    tokens, units, months = reading.tokens, lexicon.numbers().time_units, lexicon.times().months
    for index in range(stop + 1, min(len(tokens), stop + _SPELL_REACH)):
        if tokens[index].norm in lexicon.grammar().spell_words:
            spell = reading.lower[index + 1 : index + 4]
            since = tokens[index].norm == "since" and any(word in months for word in spell)
            return since or any(word in units for word in spell)
        if not tokens[index].is_word:
            return False
    return False


_SPELL_REACH = 6
"""Most words between an ordinal and "in three years"."""
