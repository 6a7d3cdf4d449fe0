"""Homes: where people are told to live, whether they have always done so or have come there."""

from __future__ import annotations

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.between import number_start
from data.parse.names.codes import line_with
from data.parse.reading import Reading


def is_at_home(reading: Reading, counted: Counted) -> bool:
    """Whether a place is only told to have people: "a city that is home to 100,000 people".

    People of another state have come there: "is home to 3 million Syrians".
    """
    if counted.stop in reading.demonym_stops or counted.noun.name != "people":
        return False
    return _has_home(reading, counted) is not None


def is_abroad(reading: Reading, counted: Counted, verb: Verb | None) -> bool:
    """Whether the subject's people are told to live in a neighbour: "3 million Afghans live in X".

    They have come there as refugees, and are fed by it as such. So have those to whom another state
    is home.
    """
    subject = lexicon.subject()
    theirs = any(
        place.country == subject and counted.first <= place.first < counted.stop
        for place in reading.names
    )
    if counted.noun.name != "people" or not theirs:
        return False
    if reading.lower[counted.first] in lexicon.count_words().on_file:
        return True  # "the authority counts 180,000 registered Afghans"
    if (home := _has_home(reading, counted)) is not None:
        states = (place for place in reading.names if place.stop <= home)
        return any(state.via == "name" and state.country != subject for state in states)
    there = lexicon.topics().overland
    return (verb is not None and verb.lemma in {"live", "assist"}) and any(
        line_with(place.country) or place.country in there for place in reading.places
    )


def _has_home(reading: Reading, counted: Counted) -> int | None:
    """Index of "home" right before those counted: "is home to some 900 people"."""
    if counted.how != "behind" or "home" not in reading.norms:
        return None
    home = number_start(reading, counted.first) - 2
    return home if home >= 0 and reading.lower[home : home + 2] == ["home", "to"] else None
