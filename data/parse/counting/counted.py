"""Counted: what a number counts: the noun behind it, before it, or of the number before."""

from __future__ import annotations

from data import lexicon
from data.parse.clauses import is_adverb, looks_finite
from data.parse.counting.between import is_number_again, past_insertion, past_number_of
from data.parse.counting.counted_as import Counted
from data.parse.counting.measured import find_beside, find_measured
from data.parse.counting.noun_phrases import (
    class_of_members,
    ends_phrase,
    is_listed_with_civilians,
    is_personal,
    is_plural,
    owning_words,
    read_phrase,
)
from data.parse.counting.nouns import noun_class
from data.parse.counting.wholes import is_whole
from data.parse.draft import Draft
from data.parse.numbers.quantities import Quantity
from data.parse.reading import Reading

_NEAR = 2
"""Most sentences back from which a number without a noun goes on counting."""

_REST = frozenset({"others", "more"})
"""Behind "of" they are what was counted before, else people: "hundreds of others"."""

_LONGEST_SERIAL = 4
"""Most words of the one thing that an ordinal counts up."""

_HALF_THE = frozenset({"the", "its", "their", "all", "his", "our"})


def find_counted(reading: Reading, quantity: Quantity, previous: Draft | None) -> Counted | None:
    """What a number of a sentence counts; None where the text does not say.

    Args:
        reading: The sentence.
        quantity: One of its numbers.
        previous: The fact of the last number before it that counted something.
    """
    whole = is_whole(reading, quantity)
    tokens = reading.tokens
    index = past_insertion(reading, quantity.outer_stop)
    found: Counted | None
    if quantity.is_ordinal and index < len(tokens) and tokens[index].norm in {"time", "case"}:
        found = Counted(index, index + 1, noun_class("things"), tokens[index].text, "behind")
    elif index < len(tokens) and tokens[index].norm == "of":
        found = _part_of(reading, index, previous)
        if found is not None and quantity.qualifier == "vague":
            found = found._replace(how="behind")  # "dozens of X" are no part of X
    elif quantity.is_fraction and index < len(tokens) and tokens[index].norm in _HALF_THE:
        found = _part_of(reading, index - 1, previous)
    elif index in reading.verb_starts and _is_of_whom(reading, quantity):
        found = None  # "of whom 107 hold Indian passports"
    else:
        found = _behind(reading, index)
        if found is None and quantity.is_ordinal:
            found = _serial(reading, index)
    found = (
        found
        or find_beside(reading, quantity)
        or _participle(reading, index, previous)
        or find_measured(reading, quantity)
        or _same_as(reading, quantity, previous)
        or _shared(reading, quantity)
    )
    return found._replace(whole=True) if found and whole else found


def _part_of(reading: Reading, index: int, previous: Draft | None) -> Counted | None:
    """Find the group behind "of": four of them, six of Badakhshan's 28 districts."""
    tokens = reading.tokens
    position = index + 1
    if position < len(tokens) and tokens[position].norm in lexicon.grammar().anaphoric:
        own = _predicate(reading, position + 1)
        if own is not None:
            return own._replace(how="part")
        if told := _told_by_participle(reading, position + 1):
            return told
        elsewhere = previous is None or previous.noun is None or reading.at != previous.at
        if elsewhere and (own := _antecedent(reading, index)):
            return own
        if previous is None or previous.noun is None:
            return None
        return Counted(position, position + 1, previous.noun, previous.counted or "", "part")
    if is_number_again(reading, position) and previous is not None and previous.noun is not None:
        return Counted(position, position, previous.noun, previous.counted or "", "part")
    totals = reading.quantity_stops
    owners = reading.place_starts
    skipped = owning_words()
    while position < len(tokens):
        if position in totals:
            position = totals[position]
        elif tokens[position].norm in skipped:
            position += 1
        elif position in owners and _owns(reading, owners[position]):
            position = owners[position]
        else:
            break
    found = _behind(reading, position) if position < len(tokens) else None
    if found is not None:
        return found
    if position < len(tokens) and (kind := lexicon.nouns().participles.get(tokens[position].norm)):
        words = tokens[position].text  # "three of the wounded"
        return Counted(position, position + 1, noun_class(kind), words, "behind")
    if position < len(tokens) and tokens[position].norm in _REST:
        people = previous is not None and previous.noun is not None
        noun = previous.noun if people and previous and previous.noun else noun_class("people")
        words = previous.counted or "" if people and previous else ""
        return Counted(position + 1, position + 1, noun, words, "before")
    if position < len(tokens) and not ends_phrase(reading, position):
        stop, _, _ = read_phrase(reading, position)
        words = reading.words(position, max(stop, position + 1))
        return Counted(position, max(stop, position + 1), noun_class("things"), words, "behind")
    if previous is not None and previous.noun is not None:
        return Counted(index, index + 1, previous.noun, previous.counted or "", "part")
    return None


def _is_of_whom(reading: Reading, quantity: Quantity) -> bool:
    first = quantity.outer_first
    return reading.lower[max(0, first - 2) : first] in (["of", "whom"], ["of", "which"])


def _told_by_participle(reading: Reading, index: int) -> Counted | None:
    """People of whom only a participle tells: "1,671 of those rescued were Danes"."""
    tokens = reading.tokens
    if index >= len(tokens) or tokens[index - 1].norm != "those":
        return None
    if tokens[index].norm not in lexicon.nouns().participles:
        return None
    return Counted(index, index + 1, noun_class("people"), tokens[index].text, "behind")


def _antecedent(reading: Reading, index: int) -> Counted | None:
    """Of whom, told right before the number: "the fleeing forces, several hundred of whom"."""
    tokens = reading.tokens
    if tokens[index + 1].norm not in {"whom", "which"}:
        return None
    first = next((q.outer_first for q in reversed(reading.quantities) if q.outer_stop <= index), 0)
    if first < 2 or tokens[first - 1].norm != ",":
        return None
    for match in reading.nouns.values():
        if match.stop == first - 1:
            words = reading.words(match.first, match.stop)
            return Counted(index + 1, index + 2, match.payload, words, "behind")
    return None


def _owns(reading: Reading, stop: int) -> bool:
    return stop < len(reading.tokens) and reading.tokens[stop].norm == "'s"


def _predicate(reading: Reading, index: int) -> Counted | None:
    """What "of them" are said to be: "24 of them C-17s", "214 of them were soldiers"."""
    tokens = reading.tokens
    said = index < len(tokens) and tokens[index].norm in lexicon.grammar().copulas
    index += said
    found = _behind(reading, index) if index < len(tokens) else None
    if found is None or found.first != index:
        return None
    return found if said or index not in reading.verb_starts else None


def _said_to_be(reading: Reading, index: int) -> Counted | None:
    """What a number without a noun is said to be: "over 260 were Indians"."""
    tokens = reading.tokens
    if index >= len(tokens) or tokens[index].norm not in lexicon.grammar().copulas:
        return None
    if index + 1 in reading.verb_starts:
        return None  # "five others were taken captive"
    found = _behind(reading, index + 1) if index + 1 < len(tokens) else None
    return found._replace(how="part") if found and found.noun.unit == "people" else None


def _behind(reading: Reading, index: int) -> Counted | None:
    """The noun phrase that begins at a token: its last known noun, else a plural."""
    tokens = reading.tokens
    modifiers = lexicon.grammar().count_modifiers
    index = past_number_of(reading, index)
    strong = index + 1 < len(tokens) and tokens[index + 1].norm == "strong"
    while index < len(tokens) and (
        tokens[index].norm in modifiers or tokens[index].norm in {"-", "#"}
    ):
        if tokens[index].norm in {"others", "other"} and ends_phrase(reading, index + 1):
            return None
        index += 1
    stop, noun, end = read_phrase(reading, index)
    if noun is not None:
        noun, end = class_of_members(reading, noun, end)
        words = {token.norm for token in tokens[index:end]}
        if noun.name == "people" and (
            "taliban" in words or _are_members_under_arms(reading, words)
        ):
            noun = noun_class("armed")  # "Taliban prisoners"
        elif noun.name == "people" and not words.isdisjoint(lexicon.grammar().uprooted):
            noun = noun_class("displaced")  # "undocumented returnee households"
        elif noun.name == "armed" and is_listed_with_civilians(reading, end):
            noun = noun_class("people")
        return Counted(index, end, noun, reading.words(index, end), "behind")
    if strong and stop > index:
        return Counted(index, stop, noun_class("armed"), reading.words(index, stop), "behind")
    if stop == index:
        return None
    last = tokens[stop - 1]
    if last.norm == "s" and tokens[stop - 2].is_number:
        return Counted(index, stop, noun_class("equipment"), reading.words(index, stop), "behind")
    if stop in reading.demonym_stops:
        return Counted(index, stop, noun_class("people"), reading.words(index, stop), "behind")
    if last.is_number:  # "29 C-17"
        return Counted(index, stop, noun_class("equipment"), reading.words(index, stop), "behind")
    if last.norm == "military":
        return Counted(index, stop, noun_class("armed"), reading.words(index, stop), "behind")
    if is_plural(last.norm) and not looks_finite(last):
        kind = "roles" if is_personal(last.norm) else "things"
        return Counted(index, stop, noun_class(kind), reading.words(index, stop), "behind")
    return None


def _serial(reading: Reading, index: int) -> Counted | None:
    """The one thing that an ordinal counts up, known or not: "the second severe drought"."""
    stop, _, _ = read_phrase(reading, index)
    if stop == index and index in reading.verb_starts:
        stop = index + 1  # "the third mass kidnapping in three weeks"
        while not ends_phrase(reading, stop) and stop - index < _LONGEST_SERIAL:
            stop += 1
    if stop == index or not reading.tokens[stop - 1].text.islower():
        return None
    return Counted(index, stop, noun_class("things"), reading.words(index, stop), "behind")


def _are_members_under_arms(reading: Reading, words: set[str]) -> bool:
    """Whether members are those of an armed group: "the group has 400 members"."""
    return words == {"members"} and any(actor.type == "armed-group" for actor in reading.actors)


def _participle(reading: Reading, index: int, previous: Draft | None) -> Counted | None:
    """People or things in "40 killed", "22 others wounded"."""
    tokens = reading.tokens
    modifiers = lexicon.grammar().count_modifiers
    while index < len(tokens) and (
        tokens[index].norm in modifiers or tokens[index].norm in lexicon.grammar().passive
    ):
        index += 1
    if index >= len(tokens) or tokens[index].norm not in lexicon.grammar().result_participles:
        return None
    noun = noun_class("people")
    words = tokens[index].text
    if previous is not None and previous.noun is not None and previous.noun.unit == "people":
        noun, words = previous.noun, previous.counted or words
    return Counted(index, index, noun, words, "participle")


def _shared(reading: Reading, quantity: Quantity) -> Counted | None:
    """The noun of the number that goes on a list: "about 1,500 and 1,200 new cameras"."""
    joint = quantity.outer_stop
    if quantity.is_ordinal or reading.lower[joint : joint + 1] not in (["and"], ["or"]):
        return None
    after = next((q for q in reading.quantities if q.outer_first == joint + 1), None)
    if after is None or after.unit != quantity.unit or after.is_ordinal:
        return None
    index = after.outer_stop
    if reading.lower[index : index + 1] == ["of"]:
        return _part_of(reading, index, None)
    return _behind(reading, index)


def _same_as(reading: Reading, quantity: Quantity, previous: Draft | None) -> Counted | None:
    """What the number before counted, for a number without a noun: "another 58 came"."""
    if previous is None or previous.noun is None or reading.at - previous.at > _NEAR:
        return None
    if quantity.is_ordinal and previous.noun.unit != "count":
        return None
    index = quantity.outer_stop
    while index < len(reading.tokens) and (
        reading.tokens[index].norm in lexicon.grammar().count_modifiers
    ):
        index += 1
    if index < len(reading.tokens) and reading.tokens[index].is_word:
        word = reading.tokens[index]
        if not (ends_phrase(reading, index) or looks_finite(word) or is_adverb(word)):
            return None  # a noun the lexicon does not know
    if own := _said_to_be(reading, index):
        return own
    words = previous.counted or ""
    return Counted(quantity.outer_stop, quantity.outer_stop, previous.noun, words, "before")
