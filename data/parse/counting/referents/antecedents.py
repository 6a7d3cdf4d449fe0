"""Antecedents: what "of them" and "of whom" behind a number are, where no number told of them."""

from __future__ import annotations

from data import lexicon
from data.lexicon.counting import NounClass
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.between import number_start
from data.parse.counting.noun_phrases.ends import ends_phrase, is_plural
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.phrases import Match


def is_of_them(reading: Reading, index: int) -> bool:
    """Whether "of them", "of those" stands at a token."""
    behind = reading.lower[index : index + 2]
    return behind[:1] == ["of"] and not lexicon.grammar().plural_pronouns.isdisjoint(behind[1:])


def find_antecedent(reading: Reading, index: int, previous: Draft | None) -> Counted | None:
    """Whom a number is a part of, told right before it or in the sentence before.

    "The fleeing forces, several hundred of whom"; "They hold most districts. It lost 120 of them."

    Args:
        reading: The sentence.
        index: Index of "of" behind the number.
        previous: The fact of the number before; a number in the sentence before is meant first.
    """
    pronoun = reading.lower[index + 1] in lexicon.grammar().plural_pronouns
    if not pronoun or not ends_phrase(reading, index + 2):
        return _right_before(reading, index)  # "of those interviewed" are none told before
    if previous is not None and previous.noun is not None and reading.at - previous.at < 2:
        return None
    first = number_start(reading, index)
    for sentence, stop in ((reading, first), (_sentence_before(reading), None)):
        found = _last_group(sentence, stop) if sentence is not None else None
        if found is not None and sentence is not None:
            words = sentence.words(found.first, found.stop)
            return Counted(index + 1, index + 2, found.payload, words, "part")
    return None


def told_beside(reading: Reading, index: int) -> Counted | None:
    """Those between whom and a comma their number is told: "the airmen, 84 of them, were held".

    Args:
        reading: The sentence.
        index: Index of "of" behind the number.
    """
    first = number_start(reading, index)
    signs = reading.lower[first - 1 : first], reading.lower[index + 2 : index + 3]
    if signs != ([","], [","]):
        return None
    match = next((match for match in reading.nouns.values() if match.stop == first - 1), None)
    if match is None or any(q.outer_stop <= match.stop for q in reading.quantities):
        return None
    last = reading.lower[match.stop - 1]
    if not (is_plural(last) or last.endswith("men") or last in lexicon.nouns().collective):
        return None
    words = reading.words(match.first, match.stop)
    return Counted(index + 1, index + 2, match.payload, words, "measure")


def find_named_alone(reading: Reading, index: int) -> Counted | None:
    """Who "of them" are whom the sentence before does nothing but name: "The girls. 90 of them".

    Args:
        reading: The sentence.
        index: Index of "of" behind the number.
    """
    before = _sentence_before(reading)
    if before is None or len(before.tokens) > _NAME_ALONE or before.verbs or before.quantities:
        return None
    if before.sentence.is_open:
        return None  # a heading
    match = next(reversed(before.nouns.values()), None)
    if (
        match is None
        or match.stop < len(before.tokens) - 1
        or not is_plural(before.lower[match.stop - 1])
    ):
        return None
    words = before.words(match.first, match.stop)
    return Counted(index + 1, index + 2, match.payload, words, "behind")


_NAME_ALONE = 5
"""Most words of a sentence that only names somebody, with its stop: "And then the girls."."""


def find_of_their_number(
    reading: Reading, quantity: Quantity, previous: Draft | None
) -> Counted | None:
    """Whose number is told, who were told of before: "Refugees wait. Their number is 4,000".

    Those of the same sentence before it, else of the sentence before, where none are counted.
    """
    if previous is not None and reading.at - previous.at < _TOLD_JUST_NOW:
        return None
    first, stop = quantity.outer_first, quantity.outer_stop
    lower, number = reading.lower, lexicon.count_words().number_of_them
    near = range(first - 1, max(0, first - 1 - _TO_NUMBER), -1)
    at = next((at for at in near if lower[at] in number and lower[at - 1] == "their"), None)
    if at is None or quantity.is_ordinal or not ends_phrase(reading, stop):
        return None
    before = _sentence_before(reading)
    for sentence, end in ((reading, at - 1), (before, len(before.tokens) if before else 0)):
        people = _last_people(sentence, end) if sentence is not None else None
        if people is not None and sentence is not None:
            words = sentence.words(people.first, people.stop)
            return Counted(stop, stop, people.payload, words, "measure")
    return None


_TOLD_JUST_NOW = 2
"""Sentences from people who are counted to where the number told may be theirs once more."""

_TO_NUMBER = 6
"""Most words from "their number" to it: "their number has since grown to"."""


def _last_people(reading: Reading, end: int) -> Match[NounClass] | None:
    """The last noun of several people before a token, but for those who only speak."""
    for match in reversed(reading.nouns.values()):
        word = reading.lower[match.stop - 1]
        several = is_plural(word) or word in lexicon.nouns().collective
        people = match.payload.unit == "people" and not is_of_speech(reading, match)
        if match.stop <= end and several and people:
            return match
    return None


def _right_before(reading: Reading, index: int) -> Counted | None:
    """Of whom, told right before the number: "the fleeing forces, several hundred of whom"."""
    tokens = reading.tokens
    if tokens[index + 1].norm not in lexicon.grammar().partitive_relatives:
        return None
    first = number_start(reading, index)
    if first < 2 or tokens[first - 1].norm != ",":
        return None
    for match in reading.nouns.values():
        if match.stop == first - 1:
            words = reading.words(match.first, match.stop)
            return Counted(index + 1, index + 2, match.payload, words, "behind")
    return None


def _sentence_before(reading: Reading) -> Reading | None:
    return reading.whole[reading.at - 1] if reading.at else None


def _last_group(reading: Reading, stop: int | None) -> Match[NounClass] | None:
    """The last noun of several, but for those who only speak: "most districts, officials say"."""
    for match in reversed(reading.nouns.values()):
        if stop is not None and (match.stop > stop or not _is_behind_verb(reading, match)):
            continue
        word = reading.lower[match.stop - 1]
        if not (is_plural(word) or word in lexicon.nouns().collective) or is_of_speech(
            reading, match
        ):
            continue
        if not _is_circumstance(reading, match.first):
            return match
    return None


def is_of_speech(reading: Reading, match: Match[NounClass]) -> bool:
    """Whether a noun is of those who say something or are told it: "told reporters that".

    Or is what a source does at the end of its sentence: "..., the service reports."
    """
    closes = match.stop >= len(reading.tokens) - 1 and match.first in reading.verb_starts
    if closes and reading.tokens[match.first].text.islower():
        return True
    beside = (*reading.lower[match.first - 1 : match.first], *reading.lower[match.stop :][:1])
    return any(word in lexicon.attribution().grammar.speech for word in beside)


def _is_behind_verb(reading: Reading, match: Match[NounClass]) -> bool:
    """Whether a verb stands before a noun: whoever acts is not "them" of the same sentence."""
    return any(verb.stop <= match.first for verb in reading.verbs)


def _is_circumstance(reading: Reading, index: int) -> bool:
    """Whether a preposition leads to a noun: "blamed none of the casualties on foreign forces"."""
    prepositions = lexicon.grammar().prepositions
    for at in range(index - 1, max(-1, index - 1 - _LONGEST_PHRASE), -1):
        if at in reading.verb_tokens:
            return False  # "took over any capitals"
        if reading.lower[at] in prepositions:
            return reading.lower[at] != "of"
    return False


_LONGEST_PHRASE = 3
"""Most words between a preposition and its noun: "by the retreating"."""


def is_one_of_two(reading: Reading, previous: Draft) -> bool:
    """Whether "and" joins people to others told of before them: "53 guards and 8 cooks died".

    "Half of them" is of all.
    """
    if previous.quantity is None or previous.unit != "people" or previous.at != reading.at:
        return False
    first = previous.quantity.outer_first
    if reading.lower[first - 1 : first] != ["and"]:
        return False
    other = next((match for match in reading.nouns.values() if match.stop == first - 1), None)
    if other is None or other.payload.unit != "people":
        return False
    return any(quantity.outer_stop <= other.first < first for quantity in reading.counting)
