"""Split verbs: a verb whose last words stand behind those it is done to: "sent 40 guards back"."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.clauses import is_passive
from data.parse.reading import Reading
from data.parse.words.phrases import Match
from data.parse.words.verb_forms import event_verb_forms


def find_split_verb(reading: Reading, first: int, stop: int) -> Match[Verb] | None:
    """The verb of which a part stands right before and the rest right behind those counted.

    Args:
        reading: The sentence.
        first: Index of the first token of those counted, number and qualifier included.
        stop: Index one past their last token.
    """
    tokens, lower = reading.tokens, reading.lower
    if stop >= len(lower) or lower[stop] not in _first_words_behind():
        return None
    while first and lower[first - 1] in _before_number():
        first -= 1
    if not first:
        return None
    if lower[stop : stop + 2] == ["back", "into"] and stop + 2 not in reading.place_starts:
        return None  # "sent 40 more back into combat"
    at = stop + (lower[stop] == "back")
    if lower[at : at + 1] == ["in"] and _leads_to_place(reading, at + 1):
        return None  # "took 40 in Kabul"
    for behind, verb in _halves().get(lower[first - 1], ()):
        if lower[stop : stop + len(behind)] == behind and not is_passive(tokens, first - 1):
            token = tokens[first - 1]
            return Match(first - 1, first, token.start, token.end, verb)
    return None


def _leads_to_place(reading: Reading, index: int) -> bool:
    """Whether "in" before a token says where or when: "took 40 in Kabul", "in the town"."""
    if index >= len(reading.tokens) or not reading.tokens[index].is_word:
        return index in reading.figure_starts
    grammar = lexicon.grammar()
    return reading.lower[index] not in grammar.prepositions | grammar.conjunctions | {"since"}


@functools.cache
def _before_number() -> frozenset[str]:
    """Words between a verb and a number: "sent another 40 back"."""
    words = lexicon.grammar()
    return words.determiners | lexicon.count_words().in_turn | words.count_modifiers - {"of"}


@functools.cache
def _halves() -> Mapping[str, Sequence[tuple[list[str], Verb]]]:
    """By each form of a first word, what may stand behind the object, the longest first."""
    found: dict[str, list[tuple[list[str], Verb]]] = {}
    for form, verb in event_verb_forms():
        head, _, behind = form.partition(" ")
        movable = behind in lexicon.grammar().behind_object
        if movable and verb.counted != "subject" and not verb.holds:
            found.setdefault(head, []).append((behind.split(), verb))
    return {head: sorted(halves, key=_longest_first) for head, halves in found.items()}


def _longest_first(half: tuple[list[str], Verb]) -> int:
    return -len(half[0])


@functools.cache
def _first_words_behind() -> frozenset[str]:
    return frozenset(behind[0] for halves in _halves().values() for behind, _ in halves)
