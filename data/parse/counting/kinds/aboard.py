"""Aboard: people who are on a plane, by the words in front of them or by what carries them."""

from __future__ import annotations

import itertools

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.between import number_start
from data.parse.counting.verbs.happenings import Happening
from data.parse.reading import Reading
from data.parse.subjects import find_subject


def is_airlifted(reading: Reading, counted: Counted, happening: Happening) -> bool:
    """Whether the hurt are taken away by air: "helicopters carried 42 injured people to X"."""
    if not (happening.by_others and happening.direct) or _are_armed(reading, counted):
        return False
    words = lexicon.count_words()
    verb = happening.verb
    if {verb.lemma, verb.action, verb.people_action}.isdisjoint(words.carried_by_air):
        return False
    if "to" not in reading.lower[counted.stop : counted.stop + 1]:
        return False
    agent = find_subject(reading, happening.first)
    return agent is not None and reading.lower[agent.stop - 1] in words.aircraft


def _are_armed(reading: Reading, counted: Counted) -> bool:
    """Whether those counted bear arms, whatever befell them: "four wounded soldiers"."""
    last = reading.lower[counted.stop - 1]
    topics = (topic for topic in lexicon.topics().topic if topic.only == "men")
    return counted.noun.name == "armed" or any(last in topic.words for topic in topics)


def kind_aboard(reading: Reading, counted: Counted) -> str | None:
    """The kind of those told to be on board: "with 240 people on board", "On it were 40 people".

    They are passengers, but for soldiers of whom the sentence before speaks.
    """
    behind = reading.lower[counted.stop : counted.stop + _ABOARD_REACH]
    if "aboard" in behind or ("on", "board") in itertools.pairwise(behind):
        return None if is_on_ground(reading) else "evacuated"
    first = number_start(reading, counted.first)
    if counted.noun.name != "men" and _is_load(reading, first):
        return "evacuated"
    if counted.how != "behind" or not reading.at or first > _OPENING:
        return None
    if reading.lower[first - 1 : first] not in (["were"], ["was"]):
        return None
    words = lexicon.count_words()
    opening, before = " ".join(reading.lower[: first - 1]), reading.whole[reading.at - 1]
    on_it = opening in words.on_it and not words.aircraft.isdisjoint(before.word_set)
    if not on_it and opening not in words.boarded:
        return None
    armed = any(match.payload.name == "armed" for match in before.nouns.values())
    return "personnel" if armed else "evacuated"


def is_on_ground(reading: Reading) -> bool:
    """Whether a sentence, or the one before it, tells of a bus or a train, and of no plane."""
    words = lexicon.count_words()
    told = reading.word_set | (reading.words_before if reading.at else frozenset())
    return not words.coaches.isdisjoint(reading.word_set) and words.aircraft.isdisjoint(told)


def _is_load(reading: Reading, first: int) -> bool:
    """Whether those counted are what a plane comes with: "a plane from X with 40 people"."""
    if reading.lower[first - 1 : first] != ["with"]:
        return False
    before = reading.lower[max(0, first - 1 - _LOAD_REACH) : first - 1]
    at = next((at for at, word in enumerate(before) if word in lexicon.count_words().aircraft), -1)
    begin = first - 1 - len(before) + at
    return at >= 0 and not any(begin < verb < first for verb in reading.verb_starts)


_LOAD_REACH = 6
"""Most words from a plane to "with": "a plane from Islamabad with"."""

_ABOARD_REACH = 4
"""Most words from those counted to the "on board" that makes them passengers."""

_OPENING = 4
"""Most words of "On board it were"."""
