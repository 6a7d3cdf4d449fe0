"""Jails: people who get out of one, who are neither dead nor refugees."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.between import number_start
from data.parse.reading import Reading

_LET_REACH = 4
"""Most words from "let" to the number: "let more than 400"."""

_OUT_REACH = 3
"""Most words from those let out to "out"."""

_LONGEST_OPENING = 6
"""Most words from a jail to "opened": "the gates of the jail in X were thrown open"."""

_MEN = frozenset({"people", "men", "roles"})


def is_let_out(reading: Reading, counted: Counted) -> bool:
    """Whether somebody lets people out of a jail: "killed 14 men and let 400 inmates out"."""
    words = lexicon.count_words()
    if counted.noun.name not in _MEN or words.jails.isdisjoint(reading.word_set):
        return False
    first = number_start(reading, counted.first)
    if words.letting.isdisjoint(reading.lower[max(0, first - _LET_REACH) : first]):
        return False
    return "out" in reading.lower[counted.stop : counted.stop + _OUT_REACH]


def is_of_captives(reading: Reading, counted: Counted) -> bool:
    """Whether people get away from kidnappers, or are taken by them: "made off with 90 pupils"."""
    words = lexicon.count_words()
    if counted.noun.name not in _MEN:
        return False
    first = number_start(reading, counted.first)
    led = " ".join(reading.lower[max(0, first - 3) : first])
    if led in words.making_off or not words.captors.isdisjoint(reading.word_set):
        return True
    if counted.how != "before" or not reading.at:
        return False  # "90 pupils were kidnapped. Six slipped away"
    before = reading.whole[reading.at - 1]
    return any(event.payload.action in words.kidnapping for event in before.events)


def leaves_jail(reading: Reading, counted: Counted) -> bool:
    """Whether a jail is told to be open for those who leave: "the jail was opened, 350 left"."""
    words = lexicon.count_words()
    if counted.noun.name not in _MEN or words.jails.isdisjoint(reading.word_set):
        return False
    before = reading.lower[: counted.first]
    jail = next((at for at, word in enumerate(before) if word in words.jails), None)
    if jail is None:
        return False
    return not words.opening.isdisjoint(before[jail : jail + _LONGEST_OPENING])
