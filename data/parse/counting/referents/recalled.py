"""Recalled: what a bare number counts that was told of further back than the number before it."""

from __future__ import annotations

import itertools

from data import lexicon
from data.lexicon.counting import NounClass
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.ends import is_plural
from data.parse.counting.verbs.happenings import Happening
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.nouns import noun_class
from data.parse.words.phrases import Match

_NEAR = 3
"""Most sentences back to the ground that a bare number goes on to count."""

_MOST_NOUNS = 40
"""Most nouns of a sentence among which one is looked for."""


def recalled(
    reading: Reading,
    quantity: Quantity,
    counted: Counted,
    happening: Happening | None,
    last: Draft | None,
) -> Counted | None:
    """What a number without a noun counts, where its verb fits no noun of the number before.

    Soldiers where a state sends some, ground where it falls or is given up, and passengers of a
    flight; None where the number before tells enough.
    """
    if counted.how != "before" or quantity.is_ordinal:
        return None
    if is_load(reading, quantity, last):
        return _as(counted, noun_class("people"), "")
    if happening is None:
        return _crowd(quantity, counted, last, reading)
    if _is_carrying(reading, quantity, happening):
        carriers = _last_carriers(reading, quantity)
        return _as(counted, *carriers) if carriers else None
    if _is_troops_verb(reading, quantity, happening):
        if counted.noun.name == "armed":
            return counted
        soldiers = _last_of(reading, quantity, 1, frozenset({"armed"}))
        return _as(counted, *soldiers) if soldiers else None
    if counted.noun.unit == "people" and _is_of_ground(reading, quantity, happening):
        ground = _last_of(reading, quantity, _NEAR, _GROUND)
        return _as(counted, *ground) if ground else None
    return None


_GROUND = frozenset({"districts", "capitals", "crossings"})


def _as(counted: Counted, noun: NounClass, words: str) -> Counted:
    return counted._replace(noun=noun, words=words)


def is_in_holders_list(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number only counts what is in dispute: "210 Taliban, 120 contested"."""
    if "taliban" not in reading.norms:
        return False
    if reading.norms.isdisjoint(lexicon.count_words().between_holders):
        return False
    return _first_of_holder(reading) <= quantity.first


@remembered
def _first_of_holder(reading: Reading) -> int:
    """Index of the first number that counts what the Taliban hold; one past all if none does."""
    listed = (q.first for q in reading.quantities if _is_of_holder(reading, q))
    return next(listed, len(reading.tokens))


def _is_of_holder(reading: Reading, quantity: Quantity) -> bool:
    stop = quantity.outer_stop
    behind = reading.lower[stop + 1 : stop + 2]
    listed = not lexicon.grammar().adding.isdisjoint(behind)
    return listed and reading.lower[stop : stop + 1] == ["taliban"]


def by_holder(reading: Reading, quantity: Quantity, counted: Counted | None) -> Counted | None:
    """Ground that a list counts by its holders: "210 Taliban, 120 contested, 77 government-held".

    Only behind ground told of before: in "210 Taliban" there may be fighters.
    """
    if not is_in_holders_list(reading, quantity):
        return counted
    stop = quantity.outer_stop
    held = counted is None and reading.lower[stop : stop + 1] == ["government"]
    if not held and not _is_of_holder(reading, quantity):
        return counted
    ground = _last_of(reading, quantity, _NEAR, _GROUND)
    return Counted(stop, stop, *ground, "before") if ground else counted


def ground_told(reading: Reading, quantity: Quantity) -> tuple[NounClass, str] | None:
    """The ground of which a sentence, or the one before it, told last, and its words."""
    return _last_of(reading, quantity, 1, _GROUND)


def is_load(reading: Reading, quantity: Quantity, last: Draft | None) -> bool:
    """Whether a number is what a flight had on board: "a second flight left with 86"."""
    if last is None or last.at != reading.at or last.noun is None or last.quantity is None:
        return False
    first, stop = quantity.outer_first, quantity.outer_stop
    if not last.quantity.is_ordinal or reading.lower[first - 1] != "with":
        return False
    carrier = reading.lower[last.noun_stop - 1] if last.noun_stop > last.stop else ""
    behind = reading.lower[stop] if stop < len(reading.tokens) else "."
    return carrier in lexicon.grammar().carriers and not behind[0].isalnum()


def _crowd(
    quantity: Quantity, counted: Counted, last: Draft | None, reading: Reading
) -> Counted | None:
    """People in general, who are more than those told of before: "thousands had stood on roofs"."""
    if quantity.qualifier != "vague" or last is None or last.quantity is None or not quantity.low:
        return None
    if last.at == reading.at or last.noun is None or last.noun.name not in _FEW:
        return None
    if counted.first != quantity.outer_stop or not _is_subject(reading, quantity):
        return None
    most = last.quantity.high or last.quantity.value
    more = most is not None and quantity.low > most
    return _as(counted, noun_class("roles"), "") if more else None


_FEW = frozenset({"armed", "casualties", "roles"})


def _is_subject(reading: Reading, quantity: Quantity) -> bool:
    stop = quantity.outer_stop
    return reading.lower[stop : stop + 1] in (["had"], ["have"])


def _is_carrying(reading: Reading, quantity: Quantity, happening: Happening) -> bool:
    """Whether those counted carry others who are counted: "and 46 have carried 9,000 of them"."""
    if happening.by_others or happening.verb.lemma != "board":
        return False
    first, stop = quantity.outer_stop, happening.stop
    if not lexicon.grammar().adding.isdisjoint(reading.lower[first : happening.first]):
        return False
    return not reading.quantity_stops.keys().isdisjoint({stop, stop + 1})


def _last_carriers(reading: Reading, quantity: Quantity) -> tuple[NounClass, str] | None:
    """The last word for several planes or ships in the sentence, and its class."""
    carriers = lexicon.grammar().carriers
    for match in itertools.islice(reversed(reading.nouns.values()), _MOST_NOUNS):
        word = reading.lower[match.stop - 1]
        if match.stop <= quantity.outer_first and word.removesuffix("s") in carriers:
            return match.payload, reading.words(match.first, match.stop)
    return None


def _is_troops_verb(reading: Reading, quantity: Quantity, happening: Happening) -> bool:
    """Whether a state does what states do with soldiers: "is sending 600", "keeps its 500"."""
    if not happening.by_others or not happening.direct or happening.stop > quantity.outer_first:
        return False
    if happening.verb.lemma == "send":
        return True
    brought = happening.verb.lemma in lexicon.count_words().bringing_in
    if brought and reading.lower[happening.stop - 1] == "in":
        return True  # "has already flown in 296"
    owned = reading.lower[quantity.outer_first - 1] in lexicon.grammar().possessives
    return owned and reading.lower[happening.first] in lexicon.count_words().keeping


def _is_of_ground(reading: Reading, quantity: Quantity, happening: Happening) -> bool:
    """Whether only ground can be meant: "Balkh: six fell", "the government gave up about 30"."""
    lemma = happening.verb.lemma
    if lemma == "fall" and not happening.by_others:
        first = quantity.outer_first
        return reading.lower[first - 1 : first] == [":"] and first - 1 in reading.place_stops
    given = lemma == "surrender" and happening.by_others and happening.direct
    return given and happening.stop <= quantity.outer_first


def _last_of(
    reading: Reading, quantity: Quantity, near: int, names: frozenset[str]
) -> tuple[NounClass, str] | None:
    """The last noun of several of some classes in the sentences before, and its words."""
    for sentence in reversed(reading.whole[max(0, reading.at - near) : reading.at + 1]):
        stop = quantity.outer_first if sentence is reading else len(sentence.tokens)
        for match in itertools.islice(reversed(sentence.nouns.values()), _MOST_NOUNS):
            if match.stop <= stop and match.payload.name in names and _is_several(sentence, match):
                return match.payload, sentence.words(match.first, match.stop)
    return None


def _is_several(reading: Reading, match: Match[NounClass]) -> bool:
    word = reading.lower[match.stop - 1]
    return is_plural(word) or word in lexicon.nouns().collective
