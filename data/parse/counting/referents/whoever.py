"""Whoever: people whom no noun names, where only people can do what is told: "thousands flee"."""

from __future__ import annotations

import functools

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.between import past_share
from data.parse.counting.referents.antecedents import is_of_them
from data.parse.counting.verbs.happenings import NumberPhrase, find_happening
from data.parse.counting.verbs.split_verbs import find_split_verb
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.nouns import noun_class


def whoever(reading: Reading, quantity: Quantity) -> Counted | None:
    """People without a noun, where only people can do what is told: "thousands flee"."""
    stop = quantity.outer_stop
    if quantity.is_ordinal or _is_first_figure(reading, quantity):
        return None
    if are_passengers(reading, stop):
        return Counted(stop, stop, noun_class("people"), "", "before")
    rate = reading.lower[stop : stop + 2]
    if rate[:1] == ["a"] and rate[-1] in lexicon.numbers().time_units:
        move = any(event.first == stop + 2 and event.payload.motion for event in reading.events)
        stop += 2 if move else 0  # "20,000 a day pour in"
    if is_of_them(reading, stop) and not _only_people(reading, quantity):
        return None  # "it lost 120 of them"
    if quantity.qualifier == "vague" and reading.lower[stop : stop + 1] == ["more"]:
        stop += 1  # "thousands more left their homes"
    after = reading.tokens[stop].norm if stop < len(reading.tokens) else ""
    if quantity.qualifier == "vague" and after in lexicon.grammar().passive:
        return Counted(stop, stop, noun_class("people"), "", "before")
    if after == "others" and (told := _told_of_others(reading, quantity)):
        return told
    if after in {",", "who"} or after in _before_deeds():
        past = past_share(reading, stop)
        happening = find_happening(reading, NumberPhrase(quantity.outer_first, past))
        if happening and happening.first > stop and _happens_to_people(happening.verb):
            return Counted(stop, stop, noun_class("people"), "", "before")
    split = find_split_verb(reading, quantity.outer_first, stop)
    if split is not None and tells_fate(split.payload):
        return Counted(stop, stop, noun_class("people"), "", "before")  # "has got 900 out"
    for verb in reading.events:
        beside = verb.first == stop or verb.stop == quantity.outer_first
        if beside and _happens_to_people(verb.payload):
            return Counted(stop, stop, noun_class("people"), "", "before")
    return None


def _is_first_figure(reading: Reading, quantity: Quantity) -> bool:
    """Whether a figure is that from which another rose: "the price from 80 reached to 86"."""
    first, behind = quantity.outer_first, reading.lower[quantity.outer_stop :][:2]
    if not first or reading.lower[first - 1] != "from" or behind[1:] != ["to"]:
        return False
    return behind[0] in lexicon.grammar().change_verbs


def are_passengers(reading: Reading, stop: int) -> bool:
    """Whether only people can be what is told: "with hundreds aboard", "brought 470 to safety"."""
    behind = reading.lower[stop : stop + 2]
    words = lexicon.count_words().passengers
    return not words.isdisjoint((behind[0] if behind else "", " ".join(behind)))


def _only_people(reading: Reading, quantity: Quantity) -> bool:
    """Whether the verb before a number happens to people alone: "killed 120 of them"."""
    before = (verb.payload for verb in reading.events if verb.stop == quantity.outer_first)
    return any(not verb.by_words for verb in before)


def _told_of_others(reading: Reading, quantity: Quantity) -> Counted | None:
    """People whom a verb happens to besides those named: "killed a guard, three others"."""
    stop = quantity.outer_stop + 1
    happening = find_happening(reading, NumberPhrase(quantity.outer_first, stop))
    if happening is None or happening.first > stop or not happening.by_others:
        return None
    told = tells_fate(happening.verb) and not happening.verb.topical
    return Counted(stop, stop, noun_class("people"), "", "before") if told else None


@functools.cache
def _before_deeds() -> frozenset[str]:
    """Words between people without a noun and what they do."""
    grammar = lexicon.grammar()
    helping = grammar.modals | grammar.auxiliaries | grammar.aspects
    return helping | lexicon.count_words().whereabouts


def _happens_to_people(verb: Verb) -> bool:
    return verb.topical or verb.flight or "people" in verb.kinds


def tells_fate(verb: Verb) -> bool:
    """Whether a verb tells what became of people."""
    return verb.kinds.get("people") in lexicon.kinds_with("fate")
