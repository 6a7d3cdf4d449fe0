"""Takers: who holds a place once it has changed hands."""

from __future__ import annotations

from data import lexicon
from data.actor_codes import government
from data.parse.clauses import helping_words
from data.parse.names.actors import HOLDERS
from data.parse.parties.movements import names_movement
from data.parse.parties.named import is_meant, names_foes
from data.parse.parties.stand_ins import Taker, armed_group, as_taker, by_words, group_meant
from data.parse.reading import Reading
from data.parse.subjects import Subject, find_subject
from data.parse.words.verb_forms import saying_lemmas

_NAME_REACH = 4
"""Most tokens from an article to the name behind it: "the country's Taliban movement"."""

_RECIPIENT_REACH = 14
"""Most tokens between a verb and "to the Taliban"."""

_HOLDING_REACH = 6
"""Most tokens from "under" to "control": "under the full control of"."""


def taker_of_subject(reading: Reading, verb: int, country: str) -> Taker | None:
    """Who does what a verb in the active says; None if it is nobody who can hold ground.

    Args:
        reading: The sentence.
        verb: Index of the verb's first token.
        country: Country of what is taken, whose forces "the army" are.
    """
    if reading.tokens[verb].norm.endswith("ing"):
        verb = _governing(reading, verb)
    subject = _before_brackets(reading, verb) or find_subject(reading, verb)
    subject = subject or _words_before(reading, verb)
    if (speaker := _who_says_so(reading, subject)) is not None:
        state = next((a.country for a in speaker.actors if a.type == "institution"), None)
        if state is not None and subject.words.lower() == "they":
            return None  # a ministry speaks of others
        if state is not None:
            return government_of(state)  # "the defence ministry said its forces had retaken X"
        subject = speaker
    if names_foes(reading, subject.first, subject.stop):
        return None  # "opponents of the Taliban"
    holders = [
        actor
        for actor in subject.actors
        if actor.type in HOLDERS and is_meant(reading, actor, subject.first, subject.stop)
    ]
    if holders:
        is_alone = len(holders) == 1 and not _holds_more(reading, subject)
        return Taker(holders[-1].code, subject.words if is_alone else holders[-1].words)
    if subject.actors and subject.actors[-1].type not in HOLDERS | {"person"}:
        return None
    if named := by_words(reading, subject.first, subject.stop, country):
        return named
    nearest = _words_before(reading, verb)
    if nearest.actors:
        return as_taker(nearest.actors[0])
    group = group_meant(reading, nearest.first, nearest.stop)
    return as_taker(group) if group is not None else None


def _who_says_so(reading: Reading, subject: Subject) -> Subject | None:
    """The army of "the army said it had retaken X", "said its troops had": whom a pronoun means."""
    words = lexicon.captures().speaking_for_themselves
    if subject.actors or reading.lower[subject.first] not in words:
        return None
    index = subject.first - 1 - (reading.lower[subject.first - 1] == "that")
    said = next((verb for verb in reading.verbs if verb.stop == index + 1), None)
    if said is None or said.payload not in saying_lemmas():
        return None
    return find_subject(reading, said.first)


def _words_before(reading: Reading, verb: int) -> Subject:
    """What stands right before a verb: the Taliban of "Earlier on Sunday the Taliban took"."""
    stop = verb - len(helping_words(reading.tokens, verb))
    actors = tuple(a for a in reading.actors if a.stop == stop and a.type in HOLDERS)
    first = max(0, stop - 1)
    return Subject(first, stop, actors, reading.words(first, stop) if stop else "")


def _before_brackets(reading: Reading, verb: int) -> Subject | None:
    """The Taliban of "the Taliban (outlawed in Russia) took"."""
    lower = reading.lower
    stop = verb - len(helping_words(reading.tokens, verb))
    if lower[stop - 1 : stop] != [")"] or "(" not in lower[:stop]:
        return None
    opening = stop - 1 - lower[:stop][::-1].index("(")
    actors = tuple(a for a in reading.actors if a.stop == opening and a.type in HOLDERS)
    return Subject(actors[0].first, opening, actors, actors[0].words) if actors else None


def _holds_more(reading: Reading, subject: Subject) -> bool:
    """Whether a place or an insertion stands in a subject: "In Takhar the Taliban"."""
    return "(" in subject.words or any(
        subject.first <= place.first < subject.stop and place.code != place.country
        for place in reading.places
    )


def _governing(reading: Reading, verb: int) -> int:
    """The verb whose subject does what an "-ing" says: "Y advanced after taking X"."""
    before = (other.first for other in reversed(reading.verbs) if other.stop <= verb)
    behind = (other.first for other in reading.verbs if other.first > verb)
    return next(before, next(behind, verb))


def taker_at(reading: Reading, first: int, country: str) -> Taker | None:
    """Who is named by the noun phrase that begins at a token: "the Taliban", "Afghan troops"."""
    tokens, prepositions = reading.tokens, lexicon.grammar().prepositions
    stop = first
    while stop < min(first + _NAME_REACH, len(tokens)):
        norm = tokens[stop].norm
        if norm in prepositions or not (tokens[stop].is_word or norm in {"'s", "-"}):
            break
        stop += 1
    for actor in reading.actors:
        if first <= actor.first < stop and actor.type in HOLDERS:
            return as_taker(actor)
    return by_words(reading, first, stop, country)


def recipient(reading: Reading, first: int, country: str, leads: frozenset[str]) -> Taker | None:
    """Who a place went to, "to the Taliban", or was taken by, behind a verb.

    Args:
        reading: The sentence.
        first: Index one past the verb.
        country: Country of what is taken.
        leads: Words that lead to who has it: "to" where it was lost, "by" where it was taken.
    """
    for index in range(first, min(first + _RECIPIENT_REACH, len(reading.tokens) - 1)):
        norm = reading.tokens[index].norm
        if norm in {";", ":", "."} or index in reading.verb_starts:
            return None
        if norm not in leads or index + 1 in reading.verb_starts:
            continue  # "to allow Y to use it"
        if reading.lower[index - 1] in lexicon.captures().before_to:
            continue
        if taker := taker_at(reading, index + 1, country) or _of_people(reading, index + 1):
            return taker
    return None


def _of_people(reading: Reading, first: int) -> Taker | None:
    """The government of "the Afghans" and "Afghan partners"."""
    first += reading.lower[first] == "the"
    place = next((p for p in reading.places if p.first == first and p.via == "demonym"), None)
    if place is None or place.country is None:
        return None
    if place.stop in reading.peoples:
        return Taker(government(place.country), reading.words(first, place.stop))
    if lexicon.captures().successors.isdisjoint(reading.lower[place.stop : place.stop + 1]):
        return None
    return Taker(government(place.country), reading.words(first, place.stop + 1))


def giver(reading: Reading, first: int) -> Subject | None:
    """Who gives a place up, behind the passive of a verb: "was handed over by the army"."""
    if reading.lower[first : first + 1] != ["by"]:
        return None
    stop = min(first + 1 + _NAME_REACH, len(reading.tokens))
    actors = tuple(a for a in reading.actors if first < a.first < stop)
    return Subject(first + 1, stop, actors[:1], reading.words(first, stop))


def holder(reading: Reading, first: int, country: str) -> Taker | None:
    """Whose hands a place is in, behind "under" or "in": "Taliban control", "the hands of Y"."""
    tokens, holding = reading.tokens, lexicon.captures().holding
    for index in range(first, min(first + _HOLDING_REACH, len(tokens))):
        if tokens[index].norm not in holding:
            continue
        if index + 1 < len(tokens) and tokens[index + 1].norm == "of":
            return taker_at(reading, index + 2, country)
        if tokens[first].norm in lexicon.captures().stand_ins:
            return armed_group(reading, first)
        return taker_at(reading, first, country)
    return None


def government_of(country: str) -> Taker | None:
    """The government of a country; nobody where the country is not known."""
    known = lexicon.countries().get(country)
    return Taker(government(country), known.name) if known else None


def is_armed_group(code: str) -> bool:
    """Whether an actor is an armed group."""
    actor = lexicon.actors().get(code)
    return actor is not None and actor.type == "armed-group"


def is_armed(reading: Reading, subject: Subject) -> bool:
    """Whether an armed group is the subject of a verb, with a code or without: "Islamic State"."""
    named = any(actor.type == "armed-group" for actor in subject.actors)
    return named or names_movement(reading, subject.first, subject.stop)


def owner_before(reading: Reading, index: int) -> Taker | None:
    """Who stands right before a noun as its owner: "the Taliban's capture", "Taliban capture"."""
    stop = index - 1 if index and reading.tokens[index - 1].norm == "'s" else index
    for actor in reading.actors:
        if actor.stop == stop and actor.type in HOLDERS:
            return as_taker(actor)
    return None
