"""Owners: whose a source may be that is told of by "its" or "their"."""

from __future__ import annotations

from data import lexicon
from data.actor_codes import government
from data.parse.attribution.discourse.openings import facilities, opens_dateline
from data.parse.attribution.sources.judging import Source
from data.parse.attribution.sources.nations import state_words
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.names.actor_mention import ActorMention
from data.parse.reading import Reading


def seat_of(reading: Reading, source: Source) -> tuple[str, str] | None:
    """Whose a local body is, and its government's code: of "its provincial council" the province's.

    None for other bodies and where no place is named before it.
    """
    if state_words().local.isdisjoint(source.heads):
        return None
    named = [
        place
        for place in reading.places
        if place.stop <= source.first and place.country and place.code != place.country
    ]
    if not named:
        return None
    place = named[-1]
    country = place.country or lexicon.subject()
    return reading.words(place.first, place.stop), government(country)


def owners_of(reading: Reading, source: Source) -> list[ActorMention]:
    """Whose a source may be: of "its spokesman" nobody who is several.

    A country that somebody fled to owns only what stands right behind it, and only where nobody
    else can: "300 Afghan soldiers fled to Tajikistan, its border service said".
    """
    several = vocabulary().several if reading.lower[source.first] == "its" else frozenset()
    begin = 1 if opens_dateline(reading) else 0
    before = [
        actor
        for actor in reading.actors
        if begin <= actor.first
        and actor.stop <= source.first
        and actor.type not in {"medium", "historical"}
        and reading.lower[actor.stop - 1] not in several
        and not (several and _are_people(reading, actor))
    ]
    acting = [actor for actor in before if not is_beside(reading, actor.first)]
    return acting or [
        actor for actor in before if reading.lower[actor.stop : source.first] == [","]
    ]


def names_facility(reading: Reading, source: Source) -> bool:
    """Whether a place that people run is named before "its": "X airport is shut, its head said"."""
    before = reading.lower[: source.first]
    return reading.lower[source.first] == "its" and not facilities().isdisjoint(before)


def actor_meant(reading: Reading, source: Source) -> Source | None:
    """Whom the sentence itself names that a pronoun can stand for."""
    person = source.anaphor == "person"
    for actor in reversed(reading.actors):
        if actor.type in {"medium", "historical"} or (actor.type == "person") != person:
            continue
        if source.anaphor == "body" and _are_people(reading, actor):
            continue  # "Some 900 Afghan troops were killed, it says"
        if actor.first <= source.first and not is_beside(reading, actor.first):
            return source._replace(words=actor.words, code=actor.code, anaphor="none")
    return None


def _are_people(reading: Reading, actor: ActorMention) -> bool:
    """Whether those who act are people by their last word: "Afghan troops"."""
    noun = reading.nouns.get(actor.stop - 1)
    return noun is not None and noun.payload.unit == "people"


def is_beside(reading: Reading, first: int) -> bool:
    """Whether a name only says where or with whom: "the borders with X and Y", but "by X"."""
    before = first - 1 - (reading.lower[max(0, first - 1)] == "the")
    word = reading.lower[before] if before >= 0 else ""
    return word in vocabulary().coordinators or (word != "by" and word in vocabulary().prepositions)
