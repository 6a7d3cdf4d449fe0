"""Behind: the noun phrase that stands right behind a number."""

from __future__ import annotations

from data import lexicon
from data.lexicon.counting import NounClass
from data.parse.clauses import looks_finite
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.between import past_number_of
from data.parse.counting.noun_phrases.ends import ends_phrase, is_personal, is_plural
from data.parse.counting.noun_phrases.extents import (
    class_of_members,
    is_listed_with_civilians,
    read_phrase,
)
from data.parse.counting.noun_phrases.signs import past_model
from data.parse.reading import Reading
from data.parse.words.nouns import noun_class


def find_behind(reading: Reading, index: int) -> Counted | None:
    """The noun phrase that begins at a token: its last known noun, else a plural."""
    tokens = reading.tokens
    modifiers = lexicon.grammar().count_modifiers
    index = past_number_of(reading, index)
    if forces := _are_forces(reading, index):
        return forces
    strong = index + 1 < len(tokens) and tokens[index + 1].norm == "strong"
    if strong and reading.lower[index + 2 : index + 3]:
        force = index + 2
        if tokens[force].norm in lexicon.grammar().force_words:  # "its 5,100-strong force"
            words = reading.words(force, force + 1)
            return Counted(index, force + 1, noun_class("armed"), words, "behind")
    while index < len(tokens) and (
        tokens[index].norm in modifiers or tokens[index].norm in {"-", "#"}
    ):
        if index in reading.nouns and reading.nouns[index].stop > index + 1:
            break  # "new arrivals"
        if tokens[index].norm in {"others", "other"} and ends_phrase(reading, index + 1):
            return None
        index += 1
    if _are_brought_home(reading, index):
        return None
    stop, noun, end = read_phrase(reading, index)
    if noun is not None:
        return _by_noun(reading, index, noun, end)
    return None if stop == index else _by_ending(reading, index, stop, strong=strong)


def _are_brought_home(reading: Reading, index: int) -> bool:
    """Whether "home" behind a number is where they go: "two flights brought 255 home"."""
    if reading.lower[index : index + 1] != ["home"] or not ends_phrase(reading, index + 1):
        return False
    return reading.lower[index - 1] not in {"one", "1"}


def _by_noun(reading: Reading, index: int, noun: NounClass, end: int) -> Counted:
    """What a phrase counts whose last known noun stops at a token."""
    if _describes(reading, noun, end):
        stop = end + 3  # "35 member and partner states"
        return Counted(index, stop, noun_class("things"), reading.words(index, stop), "behind")
    noun, end = class_of_members(reading, noun, end)
    noun, end = _class_of_armed(reading, noun, end)
    words = frozenset(reading.lower[index:end])
    if noun.name == "people" and (
        not words.isdisjoint({"taliban", "armed"}) or _are_members_under_arms(reading, words)
    ):
        noun = noun_class("armed")  # "Taliban prisoners"
    elif noun.name == "people" and not words.isdisjoint(lexicon.grammar().uprooted):
        noun = noun_class("displaced")  # "undocumented returnee households"
    elif noun.name == "armed" and is_listed_with_civilians(reading, end):
        noun = noun_class("people")
    return Counted(index, end, noun, reading.words(index, end), "behind")


def _by_ending(reading: Reading, index: int, stop: int, *, strong: bool) -> Counted | None:
    """What a phrase without a known noun counts, by its last word."""
    last, before = reading.tokens[stop - 1], reading.tokens[stop - 2]
    models = last.text.endswith("s") and before.is_number and len(last.text) < _SHORTEST_PLURAL
    if strong:
        kind = "armed"
    elif models:
        kind = "equipment"
    elif stop in reading.demonym_stops:
        kind = "people"
    elif last.is_number or past_model(reading, index) == stop:  # "29 C-17", "two A400M"
        kind = "equipment"
    elif last.norm == "military":
        kind = "armed"
    else:
        return _by_plural(reading, index, stop)
    return Counted(index, stop, noun_class(kind), reading.words(index, stop), "behind")


_SHORTEST_PLURAL = 3
"""Fewest letters of a plural that is no mark behind a number: "C-17s"."""


def _by_plural(reading: Reading, index: int, stop: int) -> Counted | None:
    """What an unknown plural counts: people by its ending, else things."""
    if not is_plural(reading.lower[stop - 1]):
        stop = _last_plural(reading, index, stop)  # "eleven towers rise"
    last = reading.tokens[stop - 1]
    if not is_plural(last.norm) or looks_finite(last):
        return None
    if own := _of_others(reading, index, stop):
        return own
    if _are_killed(reading, stop):
        return Counted(index, stop, noun_class("roles"), reading.words(index, stop), "behind")
    kind = "roles" if is_personal(last.norm) else "things"
    return Counted(index, stop, noun_class(kind), reading.words(index, stop), "behind")


def _are_killed(reading: Reading, stop: int) -> bool:
    """Whether a loss closes what is told of an unknown plural: "scores of hirelings killed."."""
    behind = reading.lower[stop : stop + 3]
    if behind[:1] == ['"']:
        behind = behind[1:]
    if len(behind) < 2 or lexicon.nouns().participles.get(behind[0]) != "casualties":
        return False
    grammar = lexicon.grammar()
    return not behind[1][0].isalnum() or behind[1] in grammar.prepositions | grammar.conjunctions


def _of_others(reading: Reading, index: int, stop: int) -> Counted | None:
    """What others are of whom an unknown plural is a sort: "900 Gurkhas and other troops"."""
    if reading.lower[stop : stop + 2] != ["and", "other"]:
        return None
    _, noun, end = read_phrase(reading, stop + 2)
    if noun is None or noun.unit != "people":
        return None
    return Counted(index, end, noun, reading.words(index, end), "behind")


def _describes(reading: Reading, noun: NounClass, end: int) -> bool:
    """Whether a singular is coordinated with a word before the plural it describes."""
    if noun.name != "people" or reading.lower[end - 1] not in noun.words:
        return False
    if reading.lower[end : end + 1] != ["and"]:
        return False
    after = reading.lower[end + 1 : end + 3]
    if len(after) < 2 or is_plural(after[0]) or not is_plural(after[1]):
        return False
    figures = reading.figure_starts
    return reading.tokens[end + 1].is_word and end + 1 not in figures and end + 2 not in figures


def _are_forces(reading: Reading, index: int) -> Counted | None:
    """Men under arms that no noun names: "is 307,000 strong", "has 5,000 under arms"."""
    lower = reading.lower[index : index + 2]
    if lower[:1] == ["strong"] and ends_phrase(reading, index + 1):
        words = reading.tokens[index].text
        return Counted(index, index + 1, noun_class("armed"), words, "behind")
    if lower == ["under", "arms"]:
        return Counted(index, index + 2, noun_class("armed"), "under arms", "behind")
    return None


def _class_of_armed(reading: Reading, noun: NounClass, end: int) -> tuple[NounClass, int]:
    """The class of "40 relatives under arms" is that of forces."""
    behind = " ".join(reading.lower[end : end + 2])
    if noun.unit == "people" and behind in lexicon.count_words().under_arms:
        return noun_class("armed"), end + 2
    return noun, end


def _last_plural(reading: Reading, index: int, stop: int) -> int:
    """Where the last plural of an unknown phrase stops: what it does is no part of it."""
    plurals = (at for at in range(stop, index, -1) if is_plural(reading.lower[at - 1]))
    return next(plurals, stop)


def _are_members_under_arms(reading: Reading, words: frozenset[str]) -> bool:
    """Whether members are those of an armed group: "the group has 400 members"."""
    return words - lexicon.count_words().member_adjectives == {"members"} and any(
        actor.type == "armed-group" for actor in reading.actors
    )
