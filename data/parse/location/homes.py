"""Homes: what the nationality of those who act and of those counted says about the place."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Final

from data import lexicon
from data.lexicon.names import ActorType
from data.parse.location.grounds import SUBJECT, is_border, line_with, senders
from data.parse.location.place_roles import is_told_by
from data.parse.location.scene import REACH, Scene, countries_named
from data.parse.location.setting import nearby, setting, setting_abroad
from data.parse.names.actors import ActorMention
from data.parse.names.places import Place
from data.parse.phrases import PhraseMatcher
from data.parse.reading import Reading

Codes = tuple[str, ...]

_STATES: Final[frozenset[ActorType]] = frozenset(
    {"government", "institution", "person", "military", "alliance"}
)

_LAST_TOLD: Final = 3
"""Sentences, the fact's own included, that say of whom they speak."""

_RECEIVED: Final = frozenset({"displaced", "evacuated"})


def home(scene: Scene) -> Codes:
    """The country of a state that calls up, hosts or approves; "home" for those it moves."""
    if _goes_home(scene):
        return _own(bearer(scene) or acting_state(scene))
    if _goes_to_own_country(scene):
        return _own(bearer(scene) or origin(scene))
    if not _acts_at_home(scene):
        return ()
    clause = scene.clause_number(scene.draft.first)
    for site in scene.near:
        if site.first > scene.draft.stop + 2 * REACH or scene.clause_number(site.first) != clause:
            continue
        if site.first > scene.draft.first and is_border(site.codes[0]):
            return site.codes  # called up at home, for the border
        if scene.is_left(site):
            continue
        if site.role in {"at", "for"} or (site.role == "to" and site.first >= scene.draft.first):
            return ()
    return _own(acting_state(scene))


def beyond_border(scene: Scene, *, grounded: bool = True) -> Codes:
    """Who crosses a border and is told of by a neighbour has come to that neighbour.

    Args:
        scene: The fact.
        grounded: Whether a ground beside the number says more.
    """
    if scene.draft.kind not in lexicon.location().moving.crossing_kinds or not scene.crosses:
        return ()
    if scene.only_means_to:
        return ()
    if scene.draft.kind == "evacuated" and bearer(scene) != SUBJECT:
        return ()  # strangers to both countries, who are flown anywhere
    if not lexicon.location().moving.inside.isdisjoint(scene.reading.word_set):
        return ()
    if scene.goes_back or (
        grounded and any(site.role == "at" and not scene.is_left(site) for site in scene.near)
    ):
        return ()
    own = bearer(scene)
    if _was_beyond(scene):
        return (SUBJECT,)
    for index in nearby(scene.at):
        for country in countries_named(scene.readings[index]):
            if line_with(country) and country != own:
                return (country,)
    return ()


def _was_beyond(scene: Scene) -> bool:
    """Whether those who cross had been with a neighbour: "Afghans stranded in X crossed"."""
    stuck = lexicon.location().moving.stuck
    if stuck.isdisjoint(scene.reading.word_set):
        return False
    return any(
        line_with(site.codes[0])
        and any(token.norm in stuck for token in scene.tokens[scene.draft.stop : site.first])
        for site in scene.near
        if site.first > scene.draft.stop
    )


def bearer(scene: Scene) -> str | None:
    """The country whose name those counted bear: "20,000 Tajik reservists"."""
    counted = range(scene.draft.first, scene.draft.stop + REACH - 2)
    for place in scene.reading.places:
        names = place.via == "demonym" or _is_of_government(scene.reading, place)
        if place.first in counted and names and not _is_ethnic(scene.reading, place):
            return place.country
    return None


def origin(scene: Scene) -> str | None:
    """Where those come from who are spoken of: the subject, where the sentences told of it."""
    for index in nearby(scene.at)[:_LAST_TOLD]:
        if SUBJECT in countries_named(scene.readings[index]):
            return SUBJECT
    return None


def acting_state(scene: Scene) -> str | None:
    """The state that acts: the last one named before the number, else in the sentences before.

    Where only the subject's own side acts in the sentence, it is the subject; where the sentence
    says by whom, it is they.
    """
    agent = _agent(scene)
    if agent:
        return agent
    named = [(place.first, place.country) for place in scene.reading.places]
    named += [(actor.first, actor.country) for actor in scene.reading.actors]
    before = sorted((first, name) for first, country in named if (name := _foreign(country)))
    if before and before[0][0] < scene.draft.first:
        return [name for first, name in before if first < scene.draft.first][-1]
    acting_here = [actor for actor in acting_in(scene.reading) if actor.first < scene.draft.first]
    if acting_here and acting_here[-1].country == SUBJECT:
        return SUBJECT
    country = _foreign(setting(scene.readings, scene.at))
    if country is not None:
        return country
    for index in nearby(scene.at):
        reading = scene.readings[index]
        acting = _foreign_states(acting_in(reading)) or _foreign_states(reading.actors)
        if acting:
            return acting[-1]
    return None


def _foreign_states(actors: Iterable[ActorMention]) -> list[str]:
    return [
        country
        for actor in actors
        if actor.type in _STATES and (country := _foreign(actor.country))
    ]


def residence(scene: Scene) -> Codes:
    """Where those live who are told of without a place: at home, unless they move or were sent."""
    kind, words = scene.draft.kind, lexicon.location()
    if scene.crosses_itself:
        return ()
    borne = bearer(scene)
    if borne == SUBJECT and (receiver := _receiver(scene)):
        return _own(receiver)
    if (
        borne == SUBJECT
        and kind == "displaced"
        and words.moving.inside.isdisjoint(scene.reading.word_set)
    ):
        return _holder(scene) or _own(setting(scene.readings, scene.at))
    if kind == "displaced":
        return _holder(scene) or _own(SUBJECT if borne == SUBJECT else None)
    if kind not in words.staying.kinds:
        return ()
    at_home = borne is not None and borne not in senders() and kind in words.staying.by_bearer
    if kind == "evacuated" and is_received(scene):
        return ()
    if borne == SUBJECT or at_home:
        return _own(borne)
    return _holder(scene)


def is_received(scene: Scene) -> bool:
    """Whether those who were evacuated are told to be where they were brought."""
    return (
        scene.draft.kind == "evacuated"
        and scene.draft.action in lexicon.location().moving.receiving
        and not scene.takes_away
        and all(token.norm not in lexicon.grammar().negations for token in scene.behind)
    )


def _receiver(scene: Scene) -> str | None:
    """The state that deals with people of the subject's: "X is ready to take 10,000 Afghans".

    Not where it takes them away, and not where it only tells of them.
    """
    moving = lexicon.location().moving
    if scene.draft.kind not in _RECEIVED or scene.draft.action in moving.leaving:
        return None
    own = scene.clause_number(scene.draft.first)
    for actor in acting_in(scene.reading):
        if actor.first > scene.draft.first:
            break
        told = is_told_by(scene.tokens, actor.stop)
        if not told and scene.clause_number(actor.first) == own:
            return _foreign(actor.country)
    return None


def acting_in(reading: Reading) -> Iterator[ActorMention]:
    """States that act in a sentence: not those behind a preposition, as in "borders with X"."""
    prepositions = lexicon.grammar().prepositions
    for actor in reading.actors:
        led = actor.first > 0 and reading.tokens[actor.first - 1].norm in prepositions
        if actor.type in _STATES and not led:
            yield actor


def withdrawal(scene: Scene) -> Codes:
    """The article's country, where a state that sent troops takes them home from it."""
    words = lexicon.location().moving
    if scene.draft.action not in words.withdrawal:
        if words.withdrawal.isdisjoint(scene.reading.norms):
            return ()
        beside = (*scene.before, *scene.behind)
        if not any(token.norm in words.withdrawal for token in beside):
            return ()
    sent = any(country in senders() for country in countries_named(scene.reading))
    country = setting_abroad(scene.readings, scene.at) if sent else None
    return _own(country)


def on_subjects_side(scene: Scene) -> Codes:
    """The subject's country, where it or a side of its war is named."""
    if scene.draft.kind not in lexicon.location().staying.kinds or scene.crosses_itself:
        return ()
    return _own(SUBJECT if SUBJECT in _sides(scene.reading) else None)


def _holder(scene: Scene) -> Codes:
    """A state that has or keeps something has it at home, unless it sends things abroad."""
    words = lexicon.location().home
    if scene.draft.kind not in words.held:
        return ()
    for actor in scene.reading.actors:
        between = scene.tokens[actor.stop : scene.draft.first]
        if actor.country is None or actor.anaphor or not 0 < len(between) <= REACH:
            continue
        if between[0].norm in words.holding:
            return () if actor.country in senders() else (actor.country,)
    return ()


def _sides(reading: Reading) -> Iterator[str | None]:
    for place in reading.places:
        if place.via in {"name", "demonym"}:
            yield place.country
    for actor in reading.actors:
        if actor.type == "armed-group":
            yield actor.country


def _goes_home(scene: Scene) -> bool:
    words = lexicon.location()
    if words.home.words.isdisjoint(scene.reading.word_set):
        return False
    if scene.draft.kind not in words.moving.kinds:
        return False
    stop = scene.reading.clause_of(scene.draft.first).stop
    counted = {quantity.outer_first for quantity in scene.reading.quantities}
    return any(
        scene.tokens[index].norm in words.home.words and index + 1 not in counted
        for index in range(scene.draft.first, stop)
    )  # "600 soldiers to bring home 4,000 people": those do not go home


def _goes_to_own_country(scene: Scene) -> bool:
    """Whether those counted go "to their country"."""
    words = lexicon.location()
    if scene.draft.kind not in words.moving.kinds or scene.reading.lacks(_own_country()):
        return False
    to_place = lexicon.grammar().to_place
    stop = scene.draft.stop
    behind = scene.tokens_behind(4 * REACH)
    return any(
        scene.tokens[stop + match.first - 1].norm in to_place
        for match in _own_country().find(behind)
    )


@functools.cache
def _own_country() -> PhraseMatcher[str]:
    return PhraseMatcher((words, words) for words in lexicon.location().home.own_country)


def _acts_at_home(scene: Scene) -> bool:
    words = lexicon.location().home
    if scene.draft.kind == "money":
        return scene.draft.action in words.actions and _is_by_parliament(scene)
    if scene.draft.kind not in words.kinds:
        return False
    verb = scene.draft.verb
    if any(token.norm == "that" for token in scene.tokens[verb + 1 : verb + 2]):
        return False  # "admitted that 150 were left behind" admits nobody
    if scene.draft.action in words.actions or scene.says_before(words.verbs):
        return True
    if words.nouns.isdisjoint(scene.reading.word_set):
        return False
    given = scene.tokens_behind(3 * REACH) if _agent(scene) else scene.behind[:3]
    return any(token.norm in words.nouns for token in (*scene.before, *given))


def _is_by_parliament(scene: Scene) -> bool:
    """Whether an institution decides, with no other country named that it would be for."""
    actors = [actor for actor in scene.reading.actors if actor.first < scene.draft.first]
    return bool(actors) and actors[-1].type == "institution"


def _agent(scene: Scene) -> str | None:
    """Who it is done by: "46 soldiers were granted refuge by the army of X"."""
    for actor in scene.reading.actors:
        if actor.first <= scene.draft.stop or actor.type not in _STATES:
            continue
        led = [token.norm for token in scene.tokens[actor.first - 2 : actor.first]]
        if led[-1] == "by" or led == ["by", "the"]:
            return _foreign(actor.country)
    return None


def _foreign(country: str | None) -> str | None:
    return None if country == SUBJECT else country


def _own(country: str | None) -> Codes:
    return (country,) if country else ()


def _is_ethnic(reading: Reading, place: Place) -> bool:
    """Whether a demonym names a people, not where they are from: "ethnic Kyrgyz herders"."""
    return place.first > 0 and reading.tokens[place.first - 1].norm == "ethnic"


def _is_of_government(reading: Reading, place: Place) -> bool:
    """Whether a capital says whose people are counted: "officials of the Kabul government"."""
    return place.via == "capital" and any(
        actor.first == place.first and actor.stop > place.stop for actor in reading.actors
    )
