"""Near a number: which grounds of a sentence belong to which of its numbers."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from data import lexicon
from data.parse.grounds.roles import Role
from data.parse.grounds.sites import Site
from data.parse.location.matching.of_others import (
    is_led_by_another,
    is_of_added,
    is_of_included,
    is_of_other_losses,
)
from data.parse.location.matching.parts import tells_no_part
from data.parse.location.people.departures import left_behind, left_their_homes
from data.parse.location.scene.insertions import parts
from data.parse.location.scene.running_totals import is_ordinal
from data.parse.location.scene.scenes import REACH, Scene
from data.parse.location.scene.semicolons import is_of_remark
from data.parse.names.codes import country_of, ground
from data.place_codes import is_border

Codes = tuple[str, ...]

_FEWEST_PARTS = 2
"""Numbers with grounds of their own behind a number that make it their total."""

_LONGEST_OPENING = 3
"""Most words before the place that a clause opens with: "In the city of X"."""


_SENT_BACK: Final[frozenset[Role]] = frozenset({"to", "at"})
_GIVEN: Final[frozenset[Role]] = frozenset({"for", "to", "at", "of"})
_MOVING: Final[frozenset[Role]] = frozenset({"to", "at", "of"})
_STAYING: Final[frozenset[Role]] = frozenset({"at", "of"})
"""What a place can be to what is told of money, of those who move, and of all others."""


def behind_number(scene: Scene) -> Codes:
    """The ground behind a number and before the next number.

    A running total is of what is named before it ("X, the ninth town"), and a "where" clause is
    about the place it follows.
    """
    if not scene.reading.places:
        return ()
    if found := _before_where(scene) or _of_owner(scene) or _back_where_from(scene):
        return found
    if is_ordinal(scene) and (found := before_number(scene)):
        return found
    behind = [
        site
        for site in scene.near
        if site.first >= scene.draft.first
        and not (scene.is_left(site) or scene.is_meant(site) or scene.is_past(site))
    ]
    if len(scene.near) > 1:
        behind = [site for site in behind if not _is_amid(scene, site)]
    own = scene.clause_number(scene.draft.first)
    within = [site for site in behind if scene.clause_number(site.first) == own]
    if not behind:
        return _fronted(scene, own)
    within = _where_they_stay(scene, within) or within
    return best(scene, within) or _fronted(scene, own) or best(scene, behind)


def _of_owner(scene: Scene) -> Codes:
    """The ground whose a total is: "10 of X's 14 and five of Y's seven"."""
    if scene.draft.action != "total" or scene.lower_before[-1:] != ["'s"]:
        return ()
    return next((site.codes for site in scene.sites if site.stop == scene.draft.first - 1), ())


def _back_where_from(scene: Scene) -> Codes:
    """Where those came from who were sent back: "sent back 347 men who had come from X"."""
    if not scene.goes_back or "from" not in scene.reading.word_set:
        return ()
    came = lexicon.location().moving.came_from
    for site in scene.near:
        between = scene.lower[scene.draft.stop : site.first]
        if site.role == "from" and "who" in between and not came.isdisjoint(between):
            return site.codes
    return ()


def _is_amid(scene: Scene, site: Site) -> bool:
    """Whether only what goes on meanwhile is there: "will reinforce it, amid conflict in X"."""
    backgrounds = lexicon.location().leads.backgrounds
    if backgrounds.isdisjoint(scene.reading.word_set):
        return False
    return not backgrounds.isdisjoint(scene.lower[max(0, site.first - REACH) : site.first])


def _where_they_stay(scene: Scene, within: Sequence[Site]) -> list[Site]:
    """The grounds behind a verb of staying: "three hurt in X remain in hospital in Y"."""
    if len(within) < _FEWEST_PARTS:
        return []
    stays = scene.find_verbs(lexicon.location().moving.remaining)
    later = [match.stop for match in stays if match.first > within[0].first]
    return [site for site in within if later and site.first >= later[0]]


def _fronted(scene: Scene, clause: int) -> Codes:
    """The ground a clause opens with, before one of an added clause: "In X 30 died, after ..."."""
    for site in scene.sites:
        opens = site.role == "at" and site.stop <= scene.draft.first
        if opens and scene.clause_number(site.first) == clause:
            start = scene.reading.clause_of(site.first).first
            led = scene.lower[start] in lexicon.location().prepositions.at
            return site.codes if led and site.first - start <= _LONGEST_OPENING else ()
    return ()


def before_number(scene: Scene) -> Codes:
    """The ground before a number, nearest first, but for those another number was led to."""
    counted = [quantity.stop for quantity in scene.reading.counting[:1]]
    before = [
        site
        for site in reversed(scene.near)
        if site.first < scene.draft.first
        and not is_of_added(scene, site)
        and (site.role != "to" or not any(stop <= site.first for stop in counted))
    ]
    return _later_in_clause(scene, before) or best(scene, before)


def _later_in_clause(scene: Scene, before: Sequence[Site]) -> Codes:
    """The ground behind later numbers of the clause, where the one before is of another clause.

    "In X 19 died, while 13 were killed and eight wounded in Y".
    """
    own = scene.clause_number(scene.draft.first)
    if not before or scene.clause_number(before[0].first) == own:
        return ()
    if before[0].first == 0:
        return ()  # "HERAT: Seven districts fell, and with them two posts in Y"
    behind = (site for site in scene.sites if site.first >= scene.draft.stop)
    within = (site for site in behind if scene.clause_number(site.first) == own)
    return next((site.codes for site in within if site.role == "at"), ())


def elsewhere(scene: Scene) -> Codes:
    """Any ground of the sentence: of those behind the number the best, else where a source is."""
    if not scene.sites:
        return _near_landmark(scene)
    if whole := _of_placed_parts(scene):
        return whole
    stop = _start_of_part(scene)
    behind = [
        site
        for site in scene.sites
        if scene.draft.first <= site.first < stop
        and not (scene.is_of_next(site) or is_of_included(scene, site))
    ]
    if left_their_homes(scene):
        behind = []  # "two million left their homes, and 46,000 are in X"
    behind = [
        site
        for site in behind
        if not (
            scene.is_past(site)
            or is_led_by_another(scene, site)
            or is_of_remark(scene.reading, scene.draft.stop, site.first)
            or is_of_other_losses(scene, site)
        )
    ]
    if found := best(scene, behind):
        return found
    before = [site for site in reversed(scene.sites) if site.first < scene.draft.first]
    usable = [site for site in before if site.role in {"at", "of"} and not is_of_added(scene, site)]
    later = _roles(scene) - {"to"}
    usable += [
        site
        for site in scene.sites
        if site.first >= stop
        and site.role in later
        and not (scene.is_of_next(site) or is_of_included(scene, site))
    ]
    if not usable and (left := left_behind(scene, scene.sites)):
        return left
    own = (site for site in behind if not scene.has_semicolon_before(site.first))
    usable += [site for site in own if site.role == "to"]
    usable += [site for site in scene.sites if site.role == "speaker"]
    return usable[0].codes if usable else ()


def _near_landmark(scene: Scene) -> Codes:
    """The country of a town that only says where another lies: "in Z, north of X"."""
    for place in scene.reading.places:
        town = place.via == "capital" or place.code != place.country
        if place.landmark and town and place.country is not None:
            return (place.country,)
    return ()


def _of_placed_parts(scene: Scene) -> Codes:
    """The country of parts that each have a ground: "11 fell: seven in X, two in Y"."""
    if len(scene.reading.counting) <= _FEWEST_PARTS or len(scene.sites) < _FEWEST_PARTS:
        return ()
    later = [q.first for q in scene.reading.counting if q.first >= scene.draft.stop]
    if len(later) < _FEWEST_PARTS:
        return ()
    parts = set()
    for first, stop in itertools.pairwise((*later, len(scene.tokens))):
        within = (site.codes for site in scene.sites if first <= site.first < stop)
        parts.add(next(within, ()))
    grounds = parts - {()}
    countries = {country for codes in grounds for code in codes for country in country_of(code)}
    return tuple(countries) if len(grounds) >= _FEWEST_PARTS and len(countries) == 1 else ()


def best(scene: Scene, sites: Sequence[Site]) -> Codes:
    """Of grounds, nearest first: where it led if it moves, where it was, where it began."""
    roles = _roles(scene)
    if "to" in roles:
        for site in sites:
            if site.role == "to":
                return site.codes
    return next((site.codes for site in sites if site.role in roles), ())


def _roles(scene: Scene) -> frozenset[Role]:
    if scene.goes_back:
        return _SENT_BACK
    if scene.draft.kind == "money":
        return _GIVEN
    return _MOVING if scene.draft.kind in lexicon.kinds_with("moves") else _STAYING


def _before_where(scene: Scene) -> Codes:
    """The place a clause is about: "in X, where four bridges are down", "X, which cost $9m"."""
    clause = scene.reading.clause_of(scene.draft.first)
    which = (clause.opener, scene.draft.kind) == ("which", "money")
    if not which and clause.opener != "where":
        return ()
    edges = {clause.first, clause.first - 1}
    about = next((site.codes for site in scene.sites if site.stop in edges), ())
    about = about if not which or (about and is_border(about[0])) else ()
    named = (p for p in scene.reading.places if p.stop in edges and p.via == "name")
    return about or next(((ground(place),) for place in named if not which), ())


def _start_of_part(scene: Scene) -> int:
    """Where a part of those counted is told of: "2,500, 1,600 of whom are bound for X"."""
    if tells_no_part(scene):
        return len(scene.tokens)
    for quantity in scene.reading.counting:
        behind = scene.tokens[quantity.outer_stop : quantity.outer_stop + 3]
        if quantity.first >= scene.draft.stop and parts().find(behind):
            return quantity.first
    return len(scene.tokens)
