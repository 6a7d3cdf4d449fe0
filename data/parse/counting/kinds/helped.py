"""Helped: people of whom it is only told that somebody gives them something."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.between import number_start
from data.parse.reading import Reading


def is_to_be_helped(reading: Reading, counted: Counted) -> bool:
    """Whether people are only those whom somebody wants to help: "money to feed 900 people"."""
    if counted.noun.name != "people" or counted.how != "behind":
        return False
    first = number_start(reading, counted.first)
    led = reading.lower[max(0, first - 2) : first]
    if led[:1] != ["to"] or led[-1] not in lexicon.count_words().helping:
        return False
    return lexicon.grammar().relative_subjects.isdisjoint(
        reading.lower[counted.stop : counted.stop + 1]
    )


def is_in_need(reading: Reading, counted: Counted) -> bool:
    """Whether it is told of some that they want help, nothing else: "left 20 million in need"."""
    return reading.lower[counted.stop : counted.stop + 2] == ["in", "need"]


def is_supplied(reading: Reading, counted: Counted) -> bool:
    """Whether goods are for people or brought to them: "meals for 900", "food was sent to 900"."""
    if counted.noun.name != "people" or counted.how == "part":
        return False
    words, first = lexicon.count_words(), number_start(reading, counted.first)
    handed, given, led = ("", "", "", *reading.lower[max(0, first - 3) : first])[-3:]
    if led == "for":
        return given in words.rations
    if led == "to" and given in words.rations:
        return handed in words.handing  # "partners handed food to 900 people"
    return (
        led == "to"
        and given in words.handing
        and not words.rations.isdisjoint(reading.lower[:first])
    )
