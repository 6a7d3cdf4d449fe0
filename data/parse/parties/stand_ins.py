"""Stand-ins: the armed group or the government that "they", "insurgents" or "the army" mean."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from data import lexicon
from data.actor_codes import government
from data.parse.names.actor_mention import ActorMention
from data.parse.names.actors import HOLDERS
from data.parse.names.codes import country_of
from data.parse.parties.movements import is_movement, names_movement
from data.parse.reading import Reading
from data.parse.words.verb_forms import saying_lemmas

_LOOK_AHEAD = 3
"""Sentences behind a headline in which the armed group of an article is looked for."""


_LOYAL = 5
"""Most words between a verb and "loyal" in "militants loyal to Islamic State hold"."""


class Taker(NamedTuple):
    """Who holds a place.

    Attributes:
        code: Actor code.
        words: How the text calls it.
    """

    code: str
    words: str


def armed_group(reading: Reading, index: int) -> Taker | None:
    """The armed group that an article speaks of at a token, by whatever name it goes there.

    The last one named before it in the sentence, else the next there, else the last one in the
    sentences before, else the first in those right behind.
    """
    named = [actor for actor in reading.actors if actor.type == "armed-group"]
    before = [actor for actor in named if actor.first <= index]
    if named:
        return as_taker(before[-1] if before else named[0])
    for actor in reading.whole.actors_before(reading.at):
        if actor.type == "armed-group":
            return as_taker(actor)
    for behind in reading.whole[reading.at + 1 : reading.at + 1 + _LOOK_AHEAD]:
        for actor in behind.named_actors:
            if actor.type == "armed-group":
                return as_taker(actor)
    return None


def by_words(reading: Reading, first: int, stop: int, country: str) -> Taker | None:
    """Whom common nouns mean: "insurgents" the armed group, "troops" those of the government.

    Args:
        reading: The sentence.
        first: Index of the first of the words.
        stop: Index one past the last.
        country: Country of the place, whose forces "the army" are.
    """
    words, norms = lexicon.captures(), reading.lower[first:stop]
    if not lexicon.grammar().possessives.isdisjoint(reading.lower[max(0, first - 1) : stop]):
        return None  # "its troops" are anybody's
    if reading.lower[stop : stop + 1] == ["of"]:
        return None  # so are "the forces of X"
    if not words.armed.isdisjoint(norms):
        group = armed_group(reading, first)
        return group and Taker(group.code, reading.words(first, stop))
    if words.government.isdisjoint(norms) and norms[-1:] != ["forces"]:
        return None
    owners = [p.country for p in reading.places if first <= p.first < stop and p.country]
    return Taker(government(owners[0] if owners else country), reading.words(first, stop))


def holder_meant(reading: Reading, words: str, at: int, places: Sequence[str]) -> str | None:
    """Code of the actor that common nouns mean who hold places: "the insurgents hold 212".

    Args:
        reading: The sentence.
        words: Who holds them.
        at: Index of the verb or the number that says so.
        places: Codes of the places; of more than one country they have no one government.
    """
    names, norms = lexicon.captures(), frozenset(words.lower().split())
    if is_movement(words) or names_movement(reading, max(0, at - _LOYAL), at):
        return None  # "Islamic State militants" are no Taliban, nor those "loyal to" it
    if not names.armed.isdisjoint(norms):
        group = armed_group(reading, at)
        return group.code if group else None
    countries = {country for code in places for country in country_of(code)}
    if names.government.isdisjoint(norms) or len(countries) != 1:
        return None
    if not names.opposing.isdisjoint(norms):
        return None
    return government(countries.pop())


def group_meant(reading: Reading, first: int, stop: int) -> ActorMention | None:
    """The armed group that "they" stands for, where it was the last one that could be meant.

    Args:
        reading: The sentence.
        first: Index of the first of the words.
        stop: Index one past the last.
    """
    norms = reading.lower[first:stop]
    if lexicon.captures().stand_ins.isdisjoint(norms):
        return None
    earlier = [
        actor
        for actor in reading.actors
        if actor.first < first and not _is_ground(reading, actor)  # "65% of X is in their hands"
    ]
    above = reading.whole[reading.at - 1].actors if reading.at else ()
    source = (*reversed(earlier), *reversed(above), *reading.whole.actors_before(reading.at))
    of_group = not lexicon.captures().groups.isdisjoint(norms)
    wanted = frozenset({"armed-group"}) if of_group else HOLDERS
    last = next((actor for actor in source if actor.type in wanted), None)
    if last is None or last.type != "armed-group":
        return None
    if not of_group and _may_be_others(
        reading, first, last, is_one=not {"it", "its"}.isdisjoint(norms)
    ):
        return None
    return last


def _may_be_others(reading: Reading, at: int, group: ActorMention, *, is_one: bool) -> bool:
    """Whether "they" may also be others that a common noun names: "the army lost X to Y, they".

    Not those who only speak in front of "they": "the government says Y fled. They".
    """
    sides = _others()
    if group in reading.actors:
        between = range(0 if is_one else group.stop, at)
    else:
        if not sides.isdisjoint(reading.lower[:at]):
            return True
        reading = reading.whole[reading.at - 1]
        here = group in reading.actors
        between = range(group.first if here else len(reading.tokens))
    named = [index for index in between if reading.lower[index] in sides]
    if is_one:  # "Kabul lost X to Y. It still holds"
        states = (a for a in reading.actors if a.type in HOLDERS - {"armed-group"})
        return bool(named) or any(a.first in between and not _is_ground(reading, a) for a in states)
    speaking = saying_lemmas()
    heads = {verb.first for verb in reading.verbs if verb.payload in speaking}
    return any(index + 1 not in heads for index in named)


@functools.cache
def _others() -> frozenset[str]:
    """Common nouns for sides that are no armed group of a name."""
    captures = lexicon.captures()
    sides = lexicon.grammar().sides | captures.government
    return sides - captures.armed - captures.no_others


def _is_ground(reading: Reading, actor: ActorMention) -> bool:
    """Whether a state is named only as a place: "of Afghanistan"."""
    before = reading.lower[max(0, actor.first - 1) : actor.first]
    return actor.type == "government" and not lexicon.grammar().prepositions.isdisjoint(before)


def as_taker(actor: ActorMention) -> Taker:
    """An actor as somebody who holds a place."""
    return Taker(actor.code, actor.words)
