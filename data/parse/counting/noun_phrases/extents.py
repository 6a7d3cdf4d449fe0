"""Extents: where the phrase behind a number stops, and the noun it is about."""

from __future__ import annotations

import functools

from data import lexicon
from data.lexicon.counting import NounClass
from data.parse.clauses import is_adverb, looks_finite
from data.parse.counting.noun_phrases.ends import JOINTS, ends_phrase, is_plural, phrase_ends
from data.parse.counting.noun_phrases.participles import has_its_object
from data.parse.counting.noun_phrases.signs import ends_model, past_services, past_sign
from data.parse.reading import Reading
from data.parse.words.nouns import noun_class

_LONGEST_PHRASE = 9
"""Most words between a number and the noun it counts."""


def read_phrase(reading: Reading, index: int) -> tuple[int, NounClass | None, int]:
    """Where a noun phrase stops, its last known noun, and where that noun stops."""
    tokens = reading.tokens
    noun: NounClass | None = None
    noun_stop = stop = index
    limit = min(len(tokens), index + _LONGEST_PHRASE)
    while stop < limit and not _is_complete(reading, stop, noun):
        if found := _known_at(reading, index, stop):
            noun, stop = found
            noun_stop = stop
        elif past := past_sign(reading, index, stop, noun):
            stop = past
        elif stop in reading.figure_starts:
            break
        elif past := _past_joint(reading, index, stop, noun):
            stop = past
        elif _opens_another(reading, stop):
            noun, stop = None, stop + 1  # "military and transport planes"
            noun_stop = index
        elif _stops_at(reading, index, stop, limit, noun):
            break
        else:
            stop += 1
    while stop > noun_stop and tokens[stop - 1].norm in JOINTS:
        stop -= 1
    if noun is not None and stop > noun_stop and _is_head(reading, noun_stop, stop):
        return stop, noun_class("things"), stop
    return stop, noun, noun_stop


def _is_complete(reading: Reading, stop: int, noun: NounClass | None) -> bool:
    """Whether a phrase is over behind its noun: "27 migrants crossing", "146 nationals home"."""
    if noun is None:
        return ends_model(reading, stop)
    if _is_doing(reading, stop) or reading.lower[stop] in lexicon.count_words().of_make:
        return True
    return noun.unit == "people" and reading.lower[stop] in lexicon.count_words().taken_as


def _known_at(reading: Reading, index: int, stop: int) -> tuple[NounClass, int] | None:
    """The known noun or the people that begin at a token, and where they stop."""
    if match := reading.nouns.get(stop):
        flown = stop > index and reading.tokens[stop - 1].is_number
        bombers = flown and reading.lower[stop] == "bombers"
        return noun_class("equipment") if bombers else match.payload, match.stop
    return (noun_class("people"), stop + 1) if stop + 1 in reading.peoples else None


def _past_joint(reading: Reading, index: int, stop: int, noun: NounClass | None) -> int | None:
    """Index past a small word or sign that a phrase goes on behind."""
    norm = reading.lower[stop]
    if noun is None and norm in lexicon.grammar().adding:
        if _goes_on_nations(reading, stop):
            return stop + 1  # "Russian and Uzbek troops"
        if norm == "," and stop > index and _lists_kinds(reading, stop):
            return stop + 1  # "61 charter, commercial and other military flights"
        if norm == "and" and stop > index and _goes_on(reading, stop + 1):
            return stop + 1  # "motor and special vehicles"
        if norm == "and" and stop == index + 1 and (services := past_services(reading, stop)):
            return services
    if norm == "'" and noun is not None and stop + 1 in reading.nouns:
        return stop + 1  # "three militants' vehicles"
    if norm in phrase_ends() and _opens_compound(reading, stop):
        return stop + 2  # "dozens of at-risk refugees"
    return None


def _opens_another(reading: Reading, stop: int) -> bool:
    """Whether "military" and a second adjective describe one noun that is still to come."""
    joint = reading.lower[stop] == "and" and reading.lower[stop - 1] == "military"
    return joint and _goes_on(reading, stop + 1)


def _stops_at(reading: Reading, index: int, stop: int, limit: int, noun: NounClass | None) -> bool:
    """Whether a small word, a sign or a verb at a token ends a phrase."""
    tokens, token = reading.tokens, reading.tokens[stop]
    norm = token.norm
    if norm in phrase_ends() or not (token.is_word or norm in JOINTS):
        return True
    behind_plural = stop > index and is_plural(tokens[stop - 1].norm)
    if norm.endswith("ing") and behind_plural:
        return True  # "18 partners consisting of"
    fatal = lexicon.count_words().fatal
    if not (stop in reading.verb_starts or looks_finite(token) or norm in fatal):
        return False
    return (
        noun is not None
        or behind_plural
        or any(verb.first == stop and verb.stop > stop + 2 for verb in reading.events)
        or has_its_object(reading, stop)
        or stop + 1 >= limit
        or tokens[stop + 1].norm == "home"  # "nine more came home"
        or (stop + 1 not in reading.nouns and ends_phrase(reading, stop + 1))
    )


def _opens_compound(reading: Reading, index: int) -> bool:
    """Whether a hyphen ties a small word to the next: "at-risk", "on-duty"."""
    tokens = reading.tokens
    if index + 2 >= len(tokens) or tokens[index + 1].norm != "-" or not tokens[index].is_word:
        return False
    hyphen = tokens[index + 1]
    return tokens[index].end == hyphen.start and hyphen.end == tokens[index + 2].start


def _is_doing(reading: Reading, index: int) -> bool:
    """Whether a form in -ing behind a plural is a verb: an article or a preposition follows."""
    tokens = reading.tokens
    if not tokens[index].norm.endswith("ing"):
        return False
    before = index - 1
    while before and is_adverb(tokens[before]):
        before -= 1  # "migrants illegally crossing the border"
    if not is_plural(tokens[before].norm):
        return False
    grammar = lexicon.grammar()
    if index + 1 >= len(tokens) or is_adverb(tokens[index + 1]):
        return index + 1 < len(tokens)
    behind = tokens[index + 1].norm
    return behind in grammar.determiners or behind in grammar.prepositions


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether an adjective and a noun stand at a token: "special vehicles"."""
    if index < len(reading.tokens) and reading.tokens[index].norm == "other":
        index += 1
    if index in reading.figure_starts or index + 1 >= len(reading.tokens):
        return False
    noun = index + 1 in reading.nouns or is_plural(reading.tokens[index + 1].norm)
    return noun and reading.tokens[index].text.islower()


def _lists_kinds(reading: Reading, index: int) -> bool:
    """Whether a comma parts the adjectives of one noun: "charter, commercial and other flights"."""
    behind = reading.tokens[index + 1 : index + 4]
    if len(behind) < 3 or index + 1 in reading.figure_starts:
        return False
    if behind[0].norm == "and":
        return behind[1].norm == "other"
    adding, kinds = lexicon.grammar().adding, lexicon.count_words().list_of_kinds
    return behind[0].text.islower() and behind[1].norm in adding and behind[-1].norm in kinds


def _goes_on_nations(reading: Reading, index: int) -> bool:
    """Whether a word parts two nations: "Russian and Uzbek", "British, French"."""
    after = reading.place_starts.get(index + 1)
    return index in reading.demonym_stops and after in reading.demonym_stops


def _is_head(reading: Reading, noun_stop: int, stop: int) -> bool:
    """Whether an unknown plural behind a known noun is the head: "12 police uniforms"."""
    words = reading.tokens[noun_stop:stop]
    last = words[-1]
    return (
        is_plural(last.norm)
        and last.text.islower()
        and not any(looks_finite(word) for word in words)
        and stop not in reading.demonym_stops
        and words[0].norm != "'s"
        and not reading.tokens[noun_stop - 1].norm.endswith("s")
    )


def is_listed_with_civilians(reading: Reading, stop: int) -> bool:
    """Whether people without arms are counted with armed ones: "soldiers and residents"."""
    tokens, adding = reading.tokens, lexicon.grammar().adding
    while stop + 1 < len(tokens) and tokens[stop].norm in adding:
        step = stop + 2 if tokens[stop + 1].norm == "and" else stop + 1
        if step >= len(tokens) or step in reading.figure_starts:
            return False
        _, noun, end = read_phrase(reading, step)
        if noun is None or noun.unit != "people":
            return False
        if noun.name in {"people", "displaced"}:
            armed = reading.lower[end : end + 2] == ["under", "arms"]
            return not armed  # "bodyguards and relatives under arms"
        stop = end
    return False


def class_of_members(reading: Reading, noun: NounClass, end: int) -> tuple[NounClass, int]:
    """The class of "members of the security forces", "people from the army" is that of these."""
    tokens = reading.tokens
    if tokens[end - 1].norm not in lexicon.grammar().group_words or end + 1 >= len(tokens):
        return noun, end
    if tokens[end].norm not in {"of", "from"}:
        return noun, end
    begin = end + 2 if tokens[end + 1].norm in {"the", "a"} else end + 1
    stop, inner, inner_stop = read_phrase(reading, begin)
    people = inner if inner is not None and inner.unit == "people" else None
    first = inner_stop if people else begin  # "the National Army" is no nationals
    if not lexicon.grammar().services.isdisjoint(reading.lower[first:stop]):
        return noun_class("armed"), stop
    belongs = tokens[end].norm == "of" or (people and people.name == "armed")
    return (people, inner_stop) if people and belongs else (noun, end)


@functools.cache
def owning_words() -> frozenset[str]:
    """Words that may stand between "of" and a total: "of the country's nearly 400 districts"."""
    grammar = lexicon.grammar()
    total = grammar.before_total | grammar.ground_adjectives
    return grammar.determiners | grammar.owner_nouns | total
