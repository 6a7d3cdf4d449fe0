"""Homes: what the nationality of those who act and of those counted says about the place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from data import lexicon
from data.parse.grounds.roles import is_of_teller
from data.parse.grounds.setting import setting, setting_abroad
from data.parse.grounds.sites import countries_named
from data.parse.grounds.tellers import is_told_by
from data.parse.location.people.bearers import bearer, origin
from data.parse.location.people.states import (
    acting_in,
    acting_state,
    acting_states,
    agent_of,
    foreign,
)
from data.parse.location.people.ways_home import (
    goes_home,
    goes_to_own_country,
    historic_home,
    owner_of_those_back,
)
from data.parse.location.scene.scenes import REACH, Scene
from data.parse.names.codes import senders
from data.parse.reading import Reading
from data.place_codes import is_border

Codes = tuple[str, ...]

_ABROAD: Final = frozenset({"displaced", "other_count"})
"""Kinds of facts about people of the subject's who may be wherever the text is set."""

_LONGEST_ADVERBS: Final = 3
"""Words behind a state among which its verb is: "has already been hosting"."""


def home(scene: Scene) -> Codes:
    """The country of a state that calls up, hosts or approves; "home" for those it moves."""
    if back := owner_of_those_back(scene) or historic_home(scene) or _host_of_papered(scene):
        return (back,)
    if soil := _own_soil(scene):
        return (soil,)
    if goes_home(scene):
        return _own(bearer(scene) or acting_state(scene))
    if goes_to_own_country(scene):
        return _own(bearer(scene) or origin(scene))
    if not _acts_at_home(scene) or _is_of_fighters(scene):
        return ()
    if any(is_of_teller(scene.lower, p) for p in scene.reading.places):
        return ()  # "the X charity says it has admitted 40 people"
    clause = scene.clause_number(scene.draft.first)
    for site in scene.near:
        if site.first > scene.draft.stop + 2 * REACH or scene.clause_number(site.first) != clause:
            continue
        if site.first > scene.draft.first and is_border(site.codes[0]):
            return site.codes  # called up at home, for the border
        if scene.is_left(site) or scene.is_past(site):
            continue
        if site.role in {"at", "for"} or (site.role == "to" and site.first >= scene.draft.first):
            return ()
    return acting_states(scene)


def _own_soil(scene: Scene) -> str | None:
    """The state on whose own ground those counted are: "X made 46 jets come down on its soil"."""
    soil, lower = lexicon.location().home.own_soil, scene.lower
    reach = range(scene.draft.stop + 1, min(len(lower), scene.draft.stop + 2 * REACH))
    at = next((at for at in reach if " ".join(lower[at : at + 2]) in soil), None)
    if at is None or scene.goes_back or lower[at - 1] not in lexicon.grammar().prepositions:
        return None
    if not lexicon.grammar().relatives.isdisjoint(lower[scene.draft.stop : at]):
        return None
    clause = scene.clause_number(scene.draft.first)
    for actor in acting_in(scene.reading):
        if actor.first < scene.draft.first and scene.clause_number(actor.first) == clause:
            return foreign(actor.country)
    return None


def _host_of_papered(scene: Scene) -> str | None:
    """The state where people of the subject's are registered, where the sentence names no ground.

    "There are 120,000 registered Afghans" is told of whichever state acts.
    """
    words, subject = lexicon.location().home.papered, lexicon.subject()
    if words.isdisjoint(scene.reading.word_set) or scene.goes_back:
        return None
    counted = range(scene.draft.first - REACH, scene.draft.stop + REACH)
    people = (place for place in scene.reading.places if place.via == "demonym")
    named = any(
        place.country == subject
        and place.first in counted
        and scene.lower[place.first - 1] in words
        and (scene.lower[place.first].endswith("s") or place.stop in scene.reading.nouns)
        for place in people
    )
    if not named or any(site.role != "speaker" for site in scene.sites):
        return None  # "returned from X", "helped at the centres in Y"
    return acting_state(scene)


def residence(scene: Scene) -> Codes:
    """Where those live who are told of without a place: at home, unless they move or were sent."""
    kind, words = scene.draft.kind, lexicon.location()
    if scene.crosses_itself:
        return ()
    borne = bearer(scene)
    if borne == lexicon.subject() and (receiver := _receiver(scene)):
        return _own(receiver)
    if (
        borne == lexicon.subject()
        and kind in _ABROAD
        and words.moving.inside.isdisjoint(scene.reading.word_set)
    ):
        return _holder(scene) or _own(setting(scene.readings, scene.at))
    if kind == "displaced":
        return _holder(scene) or _own(lexicon.subject() if borne == lexicon.subject() else None)
    if kind not in lexicon.kinds_with("stays"):
        return ()
    at_home = (
        borne is not None and borne not in senders() and kind in lexicon.kinds_with("by-bearer")
    )
    polled = scene.draft.unit == "percent" and kind == "other_count" and borne is not None
    if polled and not scene.takes_away:
        return _own(borne)  # "two in three Britons told pollsters"
    if kind == "evacuated" and is_received(scene):
        return ()
    if borne == lexicon.subject() or at_home:
        return _own(borne)
    return _holder(scene)


def is_received(scene: Scene) -> bool:
    """Whether those who were evacuated are told to be where they were brought."""
    return (
        scene.draft.kind == "evacuated"
        and scene.draft.action in lexicon.location().moving.receiving
        and not scene.takes_away
        and lexicon.grammar().negations.isdisjoint(scene.lower_behind)
    )


def _receiver(scene: Scene) -> str | None:
    """The state that deals with people of the subject's: "X is ready to take 10,000 Afghans".

    Not where it takes them away, and not where it only tells of them.
    """
    taken_in = scene.draft.kind in lexicon.kinds_with("taken-in")
    if not taken_in or scene.draft.action in lexicon.location().moving.leaving:
        return None
    own = scene.clause_number(scene.draft.first)
    for actor in acting_in(scene.reading):
        if actor.first > scene.draft.first:
            break
        told = is_told_by(scene.lower, actor.stop)
        if not told and scene.clause_number(actor.first) == own:
            return foreign(actor.country)
    return None


def withdrawal(scene: Scene) -> Codes:
    """The article's country, where a state that sent troops takes them home from it."""
    words = lexicon.location().moving
    if scene.draft.kind == "displaced":
        return ()  # "pulled out of a lorry"
    beside = (scene.draft.action, *scene.lower_before, *scene.lower_behind)
    if words.withdrawal.isdisjoint(beside):
        return ()
    sent = any(country in senders() for country in countries_named(scene.reading))
    country = setting_abroad(scene.readings, scene.at) if sent else None
    return _own(country)


def on_subjects_side(scene: Scene) -> Codes:
    """The subject's country, where it or a side of its war is named."""
    if scene.draft.kind not in lexicon.kinds_with("stays") or scene.crosses_itself:
        return ()
    return _own(lexicon.subject() if lexicon.subject() in _sides(scene.reading) else None)


def _holder(scene: Scene) -> Codes:
    """A state that has or keeps something has it at home, unless it sends things abroad."""
    words, norms = lexicon.location().home, scene.reading.norms
    if scene.draft.kind not in lexicon.kinds_with("kept"):
        return ()
    if words.hosting.isdisjoint(norms) and words.holding.isdisjoint(norms):
        return ()
    for actor in scene.reading.actors:
        between = scene.draft.first - actor.stop
        if actor.country is None or actor.anaphor or between <= 0:
            continue
        behind = scene.lower[actor.stop : actor.stop + min(between, _LONGEST_ADVERBS)]
        verb = next((norm for norm in behind if norm not in words.already), "")
        hosts = verb in words.hosting and scene.number_before is None
        if hosts or (verb in words.holding and between <= REACH):
            return () if actor.country in senders() else (actor.country,)
    return ()


def _sides(reading: Reading) -> Iterator[str | None]:
    for place in reading.places:
        if place.via in {"name", "demonym"}:
            yield place.country
    for actor in reading.actors:
        if actor.type == "armed-group":
            yield actor.country


def _acts_at_home(scene: Scene) -> bool:
    words = lexicon.location().home
    if scene.draft.kind == "money":
        asked = scene.draft.action in words.actions or scene.says_before(words.asking)
        return asked and _is_by_parliament(scene)
    if scene.draft.kind not in lexicon.kinds_with("moves"):
        return False
    verb = scene.draft.verb
    if scene.lower[verb + 1 : verb + 2] == ["that"]:
        return False  # "admitted that 150 were left behind" admits nobody
    if scene.draft.action in words.actions and not _do_it_themselves(scene):
        return True
    if _is_done_to(scene):
        return True
    if words.nouns.isdisjoint(scene.reading.word_set):
        return False
    for at, norm in enumerate(led := scene.lower_before):
        if norm in words.nouns and " ".join(led[max(0, at - 2) : at]) not in words.owed:
            return True  # not of another "entitled to resettlement"
    reach = 4 if "been" in scene.lower_behind[:2] else 3
    given = (
        scene.lower[scene.reach_behind(3 * REACH)]
        if agent_of(scene)
        else scene.lower_behind[:reach]
    )
    return not words.nouns.isdisjoint(given)


def _is_of_fighters(scene: Scene) -> bool:
    """Whether no state but an armed group acts: "the Taliban took in 300 prisoners"."""
    ahead = [actor for actor in scene.reading.actors if actor.first < scene.draft.first]
    return bool(ahead) and all(actor.type == "armed-group" for actor in ahead)


def _do_it_themselves(scene: Scene) -> bool:
    """Whether those counted are who acts: "20,000 people were sheltering at"."""
    verb = scene.draft.verb
    behind = verb >= scene.draft.stop and scene.clause_number(verb) == scene.clause_number(
        scene.draft.first
    )
    return behind and scene.lower[verb].endswith("ing")


def _is_done_to(scene: Scene) -> bool:
    """Whether a verb of a state stands right before the number; "will take part" is none."""
    words = lexicon.location().home
    return any(
        words.idioms.isdisjoint(scene.lower_before[match.stop : match.stop + 1])
        and not (match.payload == _EXPECT and _is_expected_to_go(scene))
        for match in scene.find_verbs(words.verbs, scene.before)
    )


_EXPECT: Final = "expect"


def _is_expected_to_go(scene: Scene) -> bool:
    """Whether a state expects people to leave elsewhere: "X expects 300 to be flown out of Y"."""
    moving, action = lexicon.location().moving, scene.draft.action
    if scene.draft.kind == "evacuated":
        return action not in moving.receiving
    if scene.draft.kind == "personnel":
        return True  # "expects 3,000 of its troops at the airport"
    return action in moving.leaving - moving.crossing


def _is_by_parliament(scene: Scene) -> bool:
    """Whether an institution decides, with no other country named that it would be for."""
    actors = [actor for actor in scene.reading.actors if actor.first < scene.draft.first]
    return bool(actors) and actors[-1].type == "institution"


def _own(country: str | None) -> Codes:
    return (country,) if country else ()
