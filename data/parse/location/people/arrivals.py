"""Arrivals: where those who move end up, wherever their sentence says that they set out."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.parse.grounds.setting import nearby
from data.parse.grounds.sites import Site, countries_named
from data.parse.location.people.bearers import bearer
from data.parse.location.people.crossing import beyond_border
from data.parse.location.people.states import acting_state
from data.parse.location.scene.scenes import REACH, Scene
from data.parse.names.codes import chief_province, line_with
from data.parse.words.phrases import PhraseMatcher

Codes = tuple[str, ...]

_LONGEST_FLIGHT = 20
"""Most words from a number to the border that those counted went over."""

_LEGS = 2
"""Grounds that a sentence leads to, where one only tells of whom it speaks."""

_LONGEST_WAY = 24
"""Most words from a number to the verb of its arrival: whom a plane carries stands between."""

_LONGEST_OPENING = 5
"""Most words of the place that a sentence opens with: "In X, Y, a plane with 181 landed"."""

_LONGEST_GOAL = 3
"""Words behind a verb of arrival that say where: "in the country"."""

_LONGEST_JOINT = 5
"""Most words from a number to the one that "and" joins to it: "87 Indians and two others"."""


def brought_home(scene: Scene) -> Codes:
    """Who is brought back or sent back is where they belong, not where they had been."""
    moving = lexicon.location().moving
    if _is_held_at_home(scene) or scene.draft.action == "remain":
        return ()
    if scene.reading.clause_of(scene.draft.first).opener == "where":
        return ()  # "X, where 76 were brought from Y"
    verb = _verb_in_clause(scene, moving.bringing_back)
    if verb is not None:
        others = "others" in scene.reading.lower[verb + 1 : verb + _LONGEST_JOINT]
        later = _is_later(scene, verb)
        if later or others or _leads_on(scene, verb) or _is_of_others(scene, verb):
            return ()
        country = None if _is_passive(scene, verb) else _bringer(scene, verb)
        country = (
            country
            or _joint_bearer(scene)
            or bearer(scene)
            or _last_bearer(scene)
            or acting_state(scene)
        )
    else:
        verb = _verb_in_clause(scene, moving.returning_verbs)
        stays = verb is None or _leads_on(scene, verb) or _is_later(scene, verb)
        country = None if stays else bearer(scene)
    return (country,) if country else ()


def _is_later(scene: Scene, verb: int | None) -> bool:
    """Whether they were sent back after what is told: "40 fled into X and were sent back"."""
    told, actions = scene.draft.verb, lexicon.location().moving.crossing
    if verb is None or scene.draft.action not in actions or not scene.draft.stop <= told < verb:
        return False
    relatives = lexicon.grammar().relatives
    return relatives.isdisjoint(scene.lower[scene.draft.stop : told])


def _is_held_at_home(scene: Scene) -> bool:
    """Whether a state holds them before it sends them back: "detained 200 and deported them"."""
    held = scene.draft.action in lexicon.location().home.actions
    return held and scene.draft.verb < scene.draft.first


def guarded_line(scene: Scene) -> Codes:
    """The border to which a neighbour sends troops: "ordered 20,000 to its southern frontier"."""
    words = lexicon.location()
    lines = words.lines.words
    if scene.crosses or scene.goes_back or not scene.says_before(words.home.sending):
        return ()
    if lines.isdisjoint(scene.lower[scene.reach_behind(2 * REACH)]):
        return ()
    for border in scene.reading.borders:
        if border.first >= scene.draft.first:
            return (border.code,)
    for index in nearby(scene.at):
        for country in countries_named(scene.readings[index]):
            if line := line_with(country):
                return (line,)
    return ()


def arrival(scene: Scene) -> Codes:
    """Where those who left are led to: "people from X, who were forced to flee into Y"."""
    if not _moves(scene):
        return ()
    ahead = [site for site in scene.near if site.first >= scene.draft.first]
    led_to = [site for site in ahead if site.role == "to" and not _is_of_another(scene, site)]
    own = scene.clause_number(scene.draft.first)
    within = [site for site in led_to if scene.clause_number(site.first) == own]
    if len(led_to) > 1 and (
        back := _verb_in_clause(scene, lexicon.location().moving.bringing_back)
    ):
        led_to = [site for site in led_to if site.first > back] or led_to
        return led_to[0].codes  # "flown to X and then brought back to Y"
    if landed_home := _landed_at_home(scene):
        return (landed_home,)
    if last_leg := _last_leg(scene, led_to):
        return last_leg.codes
    landed = _landed(scene)
    if landed is not None and (not led_to or landed.first > led_to[-1].first):
        return landed.codes  # "evacuated to X arrived in Y"
    return (within or led_to)[0].codes if led_to else ()


def _is_of_another(scene: Scene, site: Site) -> bool:
    """Whether it is before or later, or others, that were led to a ground."""
    return scene.is_background(site.first) or scene.is_meant(site) or scene.is_past(site)


def _last_leg(scene: Scene, led_to: Sequence[Site]) -> Site | None:
    """Where the main verb leads, behind words of whom it tells.

    "87 people who were taken from X to Y are being flown to Z".
    """
    grammar = lexicon.grammar()
    if len(led_to) < _LEGS:
        return None
    first, last = led_to[0], led_to[-1]
    told = scene.lower[scene.draft.stop : first.first]
    between = scene.lower[first.stop : last.first]
    added = not grammar.relatives.isdisjoint(told)
    return last if added and not grammar.auxiliaries.isdisjoint(between) else None


def over_border(scene: Scene) -> Codes:
    """Who fled "across the border" is not where they fled from."""
    lines = lexicon.location().lines.words
    if lines.isdisjoint(scene.lower[scene.reach_behind(_LONGEST_FLIGHT)]):
        return ()
    return beyond_border(scene, grounded=False)


def _moves(scene: Scene) -> bool:
    """Whether the fact is of people or things on their way; troops only where they go."""
    moving = lexicon.location().moving
    if scene.goes_back:
        return False
    if scene.draft.kind == "personnel":
        return scene.crosses or scene.draft.action in moving.leaving
    return scene.draft.kind == "evacuated" or scene.crosses or scene.takes_away


def _landed_at_home(scene: Scene) -> str | None:
    """The state that tells of those who "arrived in the country", or the ground of its capital."""
    if not scene.reading.has(_home_grounds()):
        return None
    behind = scene.tokens_behind(_LONGEST_FLIGHT)
    arrived = scene.find_verbs(lexicon.location().moving.arriving, behind)
    if not arrived:
        return None
    goal = _home_grounds().find(behind[arrived[0].stop : arrived[0].stop + _LONGEST_GOAL])
    country = acting_state(scene) if goal else None
    if country is None or goal[0].payload == "country":
        return country
    return None if scene.draft.kind == "personnel" else chief_province(country)


@functools.cache
def _home_grounds() -> PhraseMatcher[str]:
    words = lexicon.location().stand_ins
    capital = ((phrase, "capital") for phrase in words.capital)
    return PhraseMatcher((*((phrase, "country") for phrase in words.country), *capital))


def _landed(scene: Scene) -> Site | None:
    """The place behind a verb of arrival: "42 evacuated from X arrived on two flights in Y"."""
    if not scene.sites:
        return None
    arrived = scene.find_verbs(
        lexicon.location().moving.arriving, scene.tokens_behind(_LONGEST_WAY)
    )
    if not arrived:
        return None
    landing = scene.draft.stop + arrived[0].stop
    clause = scene.clause_number(landing - 1)
    for site in scene.sites:
        inside = site.first >= landing and scene.clause_number(site.first) == clause
        if inside and site.role in {"at", "to"}:
            return site
    opening = scene.sites[0]
    if opening.role == "at" and opening.stop <= _LONGEST_OPENING:
        return opening if opening.stop <= scene.draft.first else None
    return None


def _verb_in_clause(scene: Scene, lemmas: frozenset[str]) -> int | None:
    """Index of the first of some verbs in the number's clause, or not far behind the number."""
    found = scene.find_verbs(lemmas)
    if not found:
        return None
    own = scene.clause_number(scene.draft.first)
    ahead = range(scene.draft.stop, scene.draft.stop + _LONGEST_FLIGHT)
    for match in found:
        near = match.first in ahead and not scene.has_semicolon_before(match.first)
        if near or scene.clause_number(match.first) == own:
            return match.first
    return None


def _is_of_others(scene: Scene, verb: int) -> bool:
    """Whether a verb behind the number has another number as its object.

    "600 soldiers to bring home some 4,000 people": the soldiers do not go home.
    """
    if scene.draft.kind != "personnel" or verb < scene.draft.stop:
        return False
    following = (q.outer_first for q in scene.reading.quantities if q.outer_first > verb)
    between = scene.lower[verb + 1 : min(following, default=verb + _LONGEST_JOINT)]
    prepositions = lexicon.grammar().prepositions
    return len(between) < _LONGEST_JOINT - 1 and prepositions.isdisjoint(between)


def _is_passive(scene: Scene, verb: int) -> bool:
    return verb > 0 and scene.tokens[verb - 1].norm in lexicon.grammar().passive


def _bringer(scene: Scene, verb: int) -> str | None:
    """The state whose deed it is: the last named before the verb."""
    actors = [actor for actor in scene.reading.actors if actor.first < verb and actor.country]
    return actors[-1].country if actors else None


def _joint_bearer(scene: Scene) -> str | None:
    """Who those counted are brought back with: "87 Indians and two others were flown back"."""
    last = scene.number_before
    if last is None or scene.lower_before[-1:] != ["and"]:
        return None
    if scene.draft.first - last.stop >= _LONGEST_JOINT:
        return None
    return bearer(scene.of(last))


def _last_bearer(scene: Scene) -> str | None:
    """The country of people told of before the number: "600 Afghans flown home on four flights"."""
    if scene.draft.kind == "equipment":
        return None
    named = [
        place.country
        for index in range(max(0, scene.at - 1), scene.at + 1)
        for place in scene.readings[index].places
        if place.via == "demonym" and (index < scene.at or place.first < scene.draft.first)
    ]
    return named[-1] if named else None


def _leads_on(scene: Scene, verb: int) -> bool:
    """Whether the clause says where to: "sent back to X", not "brought back who fled to X"."""
    relatives = lexicon.grammar().relatives
    own = scene.reading.clause_of(verb)
    for site in scene.near:
        clause = scene.reading.clause_of(site.first)
        added = (clause.opener in relatives and clause != own) or not relatives.isdisjoint(
            scene.lower[max(verb, scene.draft.stop) : site.first]
        )
        if site.role == "to" and site.first > verb and not added:
            return not scene.is_background(site.first)
    return False
