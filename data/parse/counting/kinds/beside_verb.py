"""Beside the verb: what set words behind people and their verb say: held, at work, with kin."""

from __future__ import annotations

import itertools

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.clauses import is_adverb
from data.parse.counting.counted_as import Counted
from data.parse.counting.kinds.aboard import is_on_ground
from data.parse.counting.kinds.anybody import ANYBODY
from data.parse.counting.kinds.by_land import tells_of_planes
from data.parse.counting.kinds.own_men import WORKING
from data.parse.counting.noun_phrases.between import number_start
from data.parse.reading import Reading

_MOVED = frozenset({"displaced", "evacuated"})
_SERVING = frozenset({"armed", "men", "personnel"})

_CUT_REACH = 8
"""Most words from households to "no power": "in the east of the region had no power"."""

_RUBBLE_REACH = 7
"""Most words from people to what they are saved from: "were pulled alive from the rubble"."""

_LONGEST = 4
"""Most words of such a phrase: "in the hands of"."""


def kind_beside_verb(
    reading: Reading, counted: Counted, verb: Verb | None, kind: str
) -> str | None:
    """The kind that the words behind people give, whatever the others of the sentence suffered.

    "Sixty were killed, and 90 are in detention", "some 400 were on duty at the airport".
    """
    if kind in _MOVED and is_inmate(counted):
        return "other_count"
    if kind in _MOVED and counted.noun.name in ANYBODY:
        buried = kind == "displaced" and _is_dug_out(reading, counted)
        if buried or _are_rescued(reading, counted, verb):
            return "other_count"
    index = _behind_being(reading, counted.stop)
    words = lexicon.count_words()
    listed = kind == "casualties" and counted.how in {"before", "measure"}
    stop = reading.quantity_stops.get(counted.stop, counted.stop)
    if listed and _opens(reading, stop, words.in_custody):
        return "other_count"  # "put the dead at 890, with 5,100 in detention"
    if kind == "casualties" and index > counted.stop and counted.noun.kind != kind:
        if _opens(reading, index, words.in_hands):
            return counted.noun.kind
        if _opens(reading, index, words.in_custody):
            return "other_count"
    if counted.noun.name in _SERVING and _opens(reading, index, words.working):
        return "personnel"
    if kind == "displaced" and _is_cut_off(reading, counted):
        return "other_count"
    if kind in _MOVED and _is_driven_out(reading, counted, verb):
        return "displaced"
    aboard = verb is not None and verb.action == "be aboard"
    if kind == "evacuated" and (aboard or _are_passengers(reading, counted)):
        return "other_count" if is_on_ground(reading) else None
    if kind in WORKING and (_is_of_state(reading, counted) or _are_in_uniform(reading, counted)):
        return "personnel"
    if kind == "other_count" and _are_paid(reading, counted):
        return "personnel"
    if kind == "other_count" and verb is not None and _is_with_kin(reading, counted, verb):
        return "displaced"
    return None


def _are_passengers(reading: Reading, counted: Counted) -> bool:
    """Whether those counted are called by what they ride on: "the bus had 27 passengers"."""
    return reading.lower[counted.stop - 1] in lexicon.count_words().riders


def is_inmate(counted: Counted) -> bool:
    """Whether those counted are called prisoners, whom nobody flies out: "400 inmates got out"."""
    return counted.words.lower().rpartition(" ")[2] in lexicon.count_words().inmates


def _is_cut_off(reading: Reading, counted: Counted) -> bool:
    """Whether people have no power where they live: "9,000 homes in the region had no power"."""
    behind = reading.lower[counted.stop : counted.stop + _CUT_REACH]
    behind = behind[: behind.index(",")] if "," in behind else behind
    phrases = lexicon.count_words().cut_off
    return any(" ".join(pair) in phrases for pair in itertools.pairwise(behind))


def _is_dug_out(reading: Reading, counted: Counted) -> bool:
    """Whether people are saved from what fell on them: "34 were pulled alive from the rubble"."""
    behind = reading.lower[counted.stop : counted.stop + _RUBBLE_REACH]
    return not lexicon.count_words().rubble.isdisjoint(behind)


def _is_driven_out(reading: Reading, counted: Counted, verb: Verb | None) -> bool:
    """Whether people leave where they live, on no plane: "700 residents had to get out"."""
    if counted.noun.name != "people" or verb is None or tells_of_planes(reading):
        return False
    behind = reading.lower[counted.stop : counted.stop + 3]
    if ("had", "to") in itertools.pairwise(behind):
        return not reading.whole.themes.airlift
    event = next((e for e in reading.events if e.payload is verb and e.first >= counted.stop), None)
    if event is None or verb.action != "leave":
        return False
    left = reading.lower[event.stop : event.stop + 2]
    return left[:1] == ["the"] and left[-1] in lexicon.count_words().neighbourhoods


def _is_of_state(reading: Reading, counted: Counted) -> bool:
    """Whether men are those whom a state has somewhere: "Turkey, with 500 men at X, is to stay"."""
    first = number_start(reading, counted.first)
    if counted.noun.name != "men" or reading.lower[max(0, first - 2) : first] != [",", "with"]:
        return False
    return any(place.stop == first - 2 and place.via == "name" for place in reading.names)


def _are_in_uniform(reading: Reading, counted: Counted) -> bool:
    """Whether men and women are the soldiers of whom a mission's report tells just before."""
    if counted.words.lower() != "men and women":
        return False
    behind = reading.lower[counted.stop : counted.stop + 1]
    if not reading.whole.themes.mission and behind not in (["back"], ["home"]):
        return False
    near = reading.whole[max(0, reading.at - 1) : reading.at + 1]
    return any(match.payload.name == "armed" for told in near for match in told.nouns.values())


def _are_paid(reading: Reading, counted: Counted) -> bool:
    """Whether it is told of the pay of some who work: "200,000 teachers have had no salary"."""
    words = lexicon.count_words()
    if words.pay.isdisjoint(reading.word_set) or counted.noun.name != "people":
        return False
    return counted.words.lower().rpartition(" ")[2] in words.payees


def _are_rescued(reading: Reading, counted: Counted, verb: Verb | None) -> bool:
    """Whether the police or the like save people: "firefighters pulled 35 people from it"."""
    event = next((e for e in reading.events if e.payload is verb), None)
    if event is None or not 0 < event.first < counted.first or reading.whole.themes.airlift:
        return False
    saved = verb is not None and verb.lemma in {"rescue", "withdraw"}
    return saved and reading.lower[event.first - 1] in lexicon.count_words().rescuers


def _is_with_kin(reading: Reading, counted: Counted, verb: Verb) -> bool:
    """Whether people live with others as they have fled: "8,500 are still staying with kin"."""
    if counted.noun.name != "people" or verb.action not in {"remain", "live"}:
        return False
    event = next((e for e in reading.events if e.payload is verb and e.first >= counted.stop), None)
    return event is not None and _opens(reading, event.stop, lexicon.count_words().with_kin)


def _behind_being(reading: Reading, index: int) -> int:
    """Index behind auxiliaries and adverbs: behind "are still" of "are still in custody"."""
    tokens, helping = reading.tokens, lexicon.grammar().auxiliaries
    while index < len(tokens) and (tokens[index].norm in helping or is_adverb(tokens[index])):
        index += 1
    return index


def _opens(reading: Reading, index: int, phrases: frozenset[str]) -> bool:
    """Whether one of some phrases stands at a place."""
    behind = reading.lower[index : index + _LONGEST]
    return any(" ".join(behind[:size]) in phrases for size in range(2, _LONGEST + 1))
