"""Stuck: people who are told to wait: for a plane out of the subject, or at one of its borders."""

from __future__ import annotations

import itertools

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.counting.counted_as import Counted
from data.parse.counting.kinds.anybody import ANYBODY
from data.parse.counting.kinds.by_land import is_by_land, tells_of_planes
from data.parse.names.codes import ground_of, line_with
from data.parse.reading import Reading
from data.place_codes import is_border

_STUCK_REACH = 4
"""Most words from those counted to "stuck at"."""

_AIM_REACH = 6
"""Most words from those counted to "try to flee"."""


def is_stranded(reading: Reading, counted: Counted) -> bool:
    """Whether people of another state are told to be in the subject's: "40 Danes are in Kabul"."""
    if counted.noun.name != "people":
        return False
    if not lexicon.topics().on_foot.isdisjoint(reading.word_set):
        return False
    at_home = _at_home(reading)
    abroad = any(
        place.via in {"demonym", "name"}
        and place.country not in at_home
        and reading.tokens[place.first - 1].norm != "ethnic"
        for place in reading.names
        if counted.first <= place.first < counted.stop
    )
    there = (place for place in reading.places if place.via in {"name", "capital", "anaphor"})
    grounds = {place.country for place in there}
    if _is_still_there(reading):
        grounds = {lexicon.subject()}
    return abroad and (
        lexicon.subject() in grounds or (reading.whole.themes.airlift and not grounds)
    )


def _is_still_there(reading: Reading) -> bool:
    """Whether people are told to be "still in the country", in an article on the subject."""
    if "still" not in reading.word_set or lexicon.subject() not in reading.whole.supported:
        return False
    phrases = lexicon.location().stand_ins.country
    return any(place.via == "anaphor" for place in reading.places) or any(
        f" in {phrase}" in f" {' '.join(reading.lower)}" for phrase in phrases
    )


def _at_home(reading: Reading) -> frozenset[str | None]:
    """The states whose people live in the subject's: "some 2,000 Kyrgyz herders in the Pamir"."""
    airlift = reading.whole.themes.airlift
    peoples = () if airlift else lexicon.regions()["CENTRAL-ASIA"].members
    return frozenset((None, lexicon.subject(), *peoples))


def is_stuck_at_border(reading: Reading, counted: Counted, verb: Verb | None) -> bool:
    """Whether people wait at a border for it to open: "2,000 people are stuck on both sides"."""
    stranded = verb is not None and verb.action == "strand" and counted.noun.name in ANYBODY
    behind = reading.lower[counted.stop : counted.stop + _STUCK_REACH]
    if stranded and _are_at_gate(reading):
        return True  # "closed the gate, stranding 1,500 travellers"
    if lexicon.location().moving.stuck.isdisjoint(behind):
        return False
    if reading.borders or not lexicon.grammar().border_words.isdisjoint(reading.word_set):
        return True
    if any(is_border(ground_of(place.code)) for place in reading.places):
        return True  # "1,500 stuck at Spin Boldak"
    if "zero" in reading.norms:
        near = " ".join(reading.lower[counted.stop : counted.stop + 2 * _STUCK_REACH])
        if any(line in near for line in lexicon.count_words().zero_line):
            return True
    return _is_stuck_next_door(reading, counted)


def _are_at_gate(reading: Reading) -> bool:
    """Whether a sentence tells of a gate between two states, and of no airport."""
    words = lexicon.count_words()
    told = reading.word_set
    if not words.with_gates.isdisjoint(told):
        return False
    if not told.isdisjoint(lexicon.grammar().border_words | lexicon.grammar().crossing_words):
        return True
    next_door = any(line_with(place.country) for place in reading.names)
    return next_door and not told.isdisjoint(words.border_gates)


def _is_stuck_next_door(reading: Reading, counted: Counted) -> bool:
    """Whether the subject's people cannot go home from a neighbour: "40 Afghans stuck in X"."""
    if not are_subjects(reading, counted) or reading.whole.themes.airlift:
        return False
    return is_by_land(reading)


def is_trying_to_leave(reading: Reading, counted: Counted, verb: Verb | None) -> bool:
    """Whether people have not fled yet and wait for an airlift: "hundreds try to flee"."""
    if verb is not None and verb.lemma == "seek refuge" and reading.whole.themes.airlift:
        return tells_of_planes(reading) and not is_by_land(reading)  # "slept on the tarmac"
    if verb is None or _is_at_airport(reading, verb):
        return verb is not None
    if verb.action != "flee" or not reading.whole.themes.airlift:
        return False
    behind = reading.lower[counted.stop : counted.stop + _AIM_REACH]
    aims = (word for word, after in itertools.pairwise(behind) if after == "to")
    return not lexicon.topics().aiming.isdisjoint(aims) and not is_by_land(reading)


def _is_at_airport(reading: Reading, verb: Verb) -> bool:
    """Whether people crowd an airport to flee: "thousands throng the airport, trying to flee"."""
    if verb.lemma != "wait" or "airport" not in reading.word_set or is_by_land(reading):
        return False
    return lexicon.grammar().border_words.isdisjoint(reading.word_set)


def are_subjects(reading: Reading, counted: Counted) -> bool:
    """Whether those counted are called by the subject's name: "800 Afghan patients"."""
    return any(
        place.country == lexicon.subject() and counted.first <= place.first < counted.stop
        for place in reading.names
    )


def lives_there(reading: Reading, counted: Counted, verb: Verb | None) -> bool:
    """Whether the verb right behind people says where they live: "some 900 Danes live in X"."""
    stop = counted.stop
    while stop < len(reading.lower) and reading.lower[stop] in lexicon.grammar().auxiliaries:
        stop += 1
    return any(event.payload is verb and event.first == stop for event in reading.events)
