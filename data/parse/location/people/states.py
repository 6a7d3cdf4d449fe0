"""States: which state does what a sentence tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from data import lexicon
from data.lexicon.names import ActorType
from data.parse.grounds.roles import is_of_teller
from data.parse.grounds.setting import nearby, setting
from data.parse.location.scene.scenes import Scene
from data.parse.names.actor_mention import ActorMention
from data.parse.names.places import Place
from data.parse.reading import Reading

STATES: Final[frozenset[ActorType]] = frozenset(
    {"government", "institution", "person", "military", "alliance"}
)
"""Types of actors that act for a state."""


def acting_state(scene: Scene) -> str | None:
    """The state that acts: the last one named before the number, else in the sentences before.

    Where only the subject's own side acts in the sentence, it is the subject; where the sentence
    says by whom, it is they.
    """
    agent = agent_of(scene)
    if agent:
        return agent
    peoples = scene.reading.peoples  # "X, home to 3.7 million Ys, hosts": Y does not act
    told = (p for p in scene.reading.places if not is_of_teller(scene.lower, p))
    named = [(p.first, p.country) for p in told if p.stop not in peoples]
    named += [(actor.first, actor.country) for actor in scene.reading.actors]
    before = sorted((first, name) for first, country in named if (name := foreign(country)))
    if before and before[0][0] < scene.draft.first:
        ahead = [(first, name) for first, name in before if first < scene.draft.first]
        own = [name for first, name in ahead if not is_led(scene.lower, first)]
        return own[-1] if own else ahead[-1][1]
    acting_here = [actor for actor in acting_in(scene.reading) if actor.first < scene.draft.first]
    if acting_here and acting_here[-1].country == lexicon.subject():
        return lexicon.subject()
    country = foreign(setting(scene.readings, scene.at))
    if country is not None:
        return country
    for index in nearby(scene.at):
        reading = scene.readings[index]
        there = (actor for actor in reading.actors if reading.lower[actor.first - 1] != "from")
        acting = _foreign_ones(acting_in(reading)) or _foreign_ones(there)
        if acting:
            return acting[-1]
    return None


def acting_states(scene: Scene) -> tuple[str, ...]:
    """The state that acts with those named beside it: "X and Y have agreed to take in 40"."""
    country = acting_state(scene)
    if country is None:
        return ()
    ahead = [place for place in scene.reading.places if place.stop <= scene.draft.first]
    last = next((i for i, place in enumerate(ahead) if place.code == country), 0)
    joint, states = "and", [country]
    while last and _are_joined(scene.lower, ahead[last - 1], ahead[last], joint):
        last, joint = last - 1, ","
        states.insert(0, ahead[last].code)
    several = len(states) > 1 and not is_led(scene.lower, ahead[last].first)
    return tuple(states) if several else (country,)


def _are_joined(norms: Sequence[str], before: Place, place: Place, joint: str) -> bool:
    """Whether two states stand side by side: "X and the Y"."""
    between = norms[before.stop : place.first]
    named = before.via == "name" and before.code == before.country
    return named and between in ([joint], [joint, "the"], [",", joint])


def is_led(norms: Sequence[str], first: int) -> bool:
    """Whether a preposition leads to a name: "agreed to a request from X"."""
    before = norms[max(0, first - 2) : first]
    if before and before[-1] in lexicon.location().modifiers.words:
        before = before[:-1]  # "sent men to northern X"
    return bool(before) and before[-1] in lexicon.grammar().prepositions


def acting_in(reading: Reading) -> Iterator[ActorMention]:
    """States that act in a sentence: not those behind a preposition, as in "borders with X"."""
    for actor in reading.actors:
        if actor.type in STATES and not is_led(reading.lower, actor.first):
            yield actor


def agent_of(scene: Scene) -> str | None:
    """Who it is done by: "46 soldiers were granted refuge by the army of X".

    Behind the object of a verb it is what was done to them before: "to take in 46 refugees rescued
    by X".
    """
    if 0 <= scene.draft.verb < scene.draft.first:
        return None
    for actor in scene.reading.actors:
        if actor.first <= scene.draft.stop or actor.type not in STATES:
            continue
        led = scene.lower[actor.first - 2 : actor.first]
        if led[-1] == "by" or led == ["by", "the"]:
            return foreign(actor.country)
    return None


def _foreign_ones(actors: Iterable[ActorMention]) -> list[str]:
    return [
        country for actor in actors if actor.type in STATES and (country := foreign(actor.country))
    ]


def foreign(country: str | None) -> str | None:
    """A country that is not the subject; None for the subject."""
    return None if country == lexicon.subject() else country
