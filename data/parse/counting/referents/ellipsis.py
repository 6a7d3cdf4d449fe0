"""Ellipsis: what a number without a noun goes on to count."""

from __future__ import annotations

from data import lexicon
from data.lexicon.counting import NounClass
from data.parse.clauses import is_adverb, is_participle, is_passive, looks_finite
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.behind import find_behind
from data.parse.counting.noun_phrases.ends import ends_phrase, is_plural
from data.parse.counting.referents.fronted import find_fronted
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.subjects import find_subject
from data.parse.words.nouns import noun_class
from data.parse.words.phrases import Match

_NEAR = 2
"""Most sentences back from which a number without a noun goes on counting."""


def of_those(reading: Reading, quantity: Quantity) -> Counted | None:
    """Whom a number counts a part of that stand in front of it: "Of the wounded, 14 are boys"."""
    first, stop = quantity.outer_first, quantity.outer_stop
    before = reading.lower[first - 1] if first else ""
    if armed := _of_armed(reading, quantity):
        return armed
    if before not in lexicon.grammar().focus and before != "," and not before.endswith("ly"):
        return None
    if quantity.is_ordinal or not ends_phrase(reading, stop):
        return None
    fronted = find_fronted(reading, first)
    if fronted is None or not fronted.partly:
        return None
    return _said_to_be(reading, stop) or Counted(stop, stop, fronted.noun, fronted.words, "part")


def _of_armed(reading: Reading, quantity: Quantity) -> Counted | None:
    """Soldiers who begin a sentence, and whose a part of them are: "Of the troops 40 were X"."""
    first, stop = quantity.outer_first, quantity.outer_stop
    if reading.lower[:2] != ["of", "the"] or quantity.is_ordinal:
        return None
    match = reading.nouns.get(2)
    if match is None or match.payload.name != "armed" or match.stop != first:
        return None
    if (
        reading.lower[stop] not in lexicon.grammar().copulas
        or stop + 2 not in reading.demonym_stops
    ):
        return None
    return Counted(stop, stop, match.payload, reading.words(match.first, match.stop), "part")


def of_them(reading: Reading, quantity: Quantity, previous: Draft | None) -> Counted | None:
    """What "of them" before a number are, where a verb follows: "Of them, only 80 hold a card"."""
    first, stop = quantity.outer_first, quantity.outer_stop
    if stop not in reading.verb_starts or previous is None or previous.noun is None:
        return None
    before = reading.lower[max(0, first - 4) : first]
    while before and before[-1] in lexicon.grammar().focus:
        before.pop()
    if len(before) < 3 or before[-3] != "of" or before[-1] != ",":
        return None
    if before[-2] not in lexicon.grammar().anaphoric:
        return None
    return Counted(stop, stop, previous.noun, previous.counted or "", "part")


def find_participle(reading: Reading, index: int, previous: Draft | None) -> Counted | None:
    """People or things in "40 killed", "22 others wounded"."""
    tokens = reading.tokens
    modifiers = lexicon.grammar().count_modifiers
    while index < len(tokens) and (
        tokens[index].norm in modifiers or tokens[index].norm in lexicon.grammar().passive
    ):
        index += 1
    if index >= len(tokens):
        return None
    taken = _is_taken(reading, index)
    if not taken and tokens[index].norm not in lexicon.grammar().result_participles:
        return None
    noun, words = noun_class("people"), "" if taken else tokens[index].norm
    if lexicon.nouns().participles.get(words) == "evacuated" != words:
        words = ""  # "90 flown home": how they went is no name for them
    if words in lexicon.count_words().own_deeds:
        words = ""  # "dozens fled"
    if (previous is None or previous.at < reading.at) and (own := _befallen(reading, index)):
        noun, words = own.payload, reading.words(own.first, own.stop)
    elif (
        previous is not None
        and previous.noun is not None
        and (previous.noun.unit == "people" or _is_of_things(reading, words, previous))
    ):
        noun, words = previous.noun, previous.counted or words
    return Counted(index, index, noun, words, "participle")


def _is_of_things(reading: Reading, participle: str, previous: Draft) -> bool:
    """Whether a participle tells of vehicles before it: "lost 22 tanks: 14 burned, 8 captured"."""
    taken = lexicon.nouns().participles.get(participle) == "other_count"
    things = previous.noun is not None and previous.noun.kind == "equipment"
    return taken and things and previous.at == reading.at


def _is_taken(reading: Reading, index: int) -> bool:
    """Whether two words tell what was done to those counted: "killed and 14 taken prisoner"."""
    if lexicon.count_words().taken_as.isdisjoint(reading.lower[index + 1 : index + 2]):
        return False
    told = any(event.first == index and event.stop == index + 2 for event in reading.events)
    return told and is_participle(reading.tokens[index])


def _befallen(reading: Reading, stop: int) -> Match[NounClass] | None:
    """Those whom something befell earlier in a sentence: "no guards were killed, but 14 hurt"."""
    for event in reversed(reading.events):
        if event.stop > stop or not is_passive(reading.tokens, event.first):
            continue
        subject = find_subject(reading, event.first)
        for match in reading.nouns.values():
            if subject and match.stop == subject.stop and match.payload.unit == "people":
                return match if is_plural(reading.lower[match.stop - 1]) else None
    return None


def same_as(reading: Reading, quantity: Quantity, previous: Draft | None) -> Counted | None:
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
    whoever = reading.lower[index - 1] == "others"  # "200 others choose to stay"
    if index < len(reading.tokens) and reading.tokens[index].is_word and not whoever:
        word = reading.tokens[index]
        does = ends_phrase(reading, index) or looks_finite(word) or is_adverb(word)
        does = does or (reading.lower[index - 1] == "more" and _is_bare_verb(reading, index))
        again = reading.at == previous.at and _is_word(reading, previous.noun_stop, word.norm)
        if not does and not again:
            return None  # a noun the lexicon does not know
    if own := _said_to_be(reading, index):
        return own
    words = previous.counted or ""
    return Counted(quantity.outer_stop, quantity.outer_stop, previous.noun, words, "before")


def _is_bare_verb(reading: Reading, index: int) -> bool:
    """Whether a word behind "more" can be no noun of several: "10,000 more stand in readiness"."""
    word = reading.tokens[index]
    if index in reading.nouns or word.norm.endswith("s") or not word.text.islower():
        return False
    return not lexicon.grammar().prepositions.isdisjoint(reading.lower[index + 1 : index + 2])


def _is_word(reading: Reading, index: int, norm: str) -> bool:
    """Whether a word stands at a token: "333 people work for X, 50 work for Y"."""
    return reading.lower[index : index + 1] == [norm]


def _said_to_be(reading: Reading, index: int) -> Counted | None:
    """What a number without a noun is said to be: "over 260 were Indians"."""
    tokens = reading.tokens
    if index >= len(tokens) or tokens[index].norm not in lexicon.grammar().copulas:
        return None
    if index + 1 in reading.verb_starts:
        return None  # "five others were taken captive"
    found = find_behind(reading, index + 1) if index + 1 < len(tokens) else None
    return found._replace(how="part") if found and found.noun.unit == "people" else None


def with_ones(reading: Reading, found: Counted | None, previous: Draft | None) -> Counted | None:
    """What "ones" are: "182,000 registered migrants and 120,000 unregistered ones"."""
    if found is None or reading.lower[found.stop - 1 : found.stop] != ["ones"]:
        return found
    if previous is None or previous.noun is None:
        return None
    return found._replace(noun=previous.noun, words=previous.counted or "", how="before")
