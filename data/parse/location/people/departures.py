"""Departures: where those who were taken away had been."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from data import lexicon
from data.parse.grounds.sites import Site
from data.parse.location.people.crossing import beyond_border
from data.parse.location.people.homes import withdrawal
from data.parse.location.scene.scenes import REACH, Scene
from data.parse.names.codes import senders

Codes = tuple[str, ...]

_LONGEST_TOTAL: Final = 12
"""Most words from "the number of" to where those it counts were taken from, and to the figure."""


def taken_out(scene: Scene) -> Codes:
    """Where those were whom a total counts: "takes the number brought out of X to 800"."""
    figures = lexicon.location().adds.figures
    first, lower = scene.draft.first, scene.lower
    for site in scene.sites:
        if site.role != "from":
            continue
        start = max(0, site.first - _LONGEST_TOTAL)
        for index in range(site.first - 1, start, -1):
            near = abs(first - index) <= _LONGEST_TOTAL and (first > site.first or first < index)
            if near and lower[index] == "of" and lower[index - 1] in figures:
                return site.codes
    return ()


def departure(scene: Scene) -> Codes:
    """Where those taken away began, as no other ground is given: behind the number, else before."""
    own = scene.clause_number(scene.draft.first)
    ahead = [s for s in scene.sites if s.first > scene.draft.first]
    within = [site for site in ahead if scene.clause_number(site.first) == own]
    leads_on = any(site.role == "to" for site in within)
    left = left_behind(scene, scene.near) or (() if leads_on else left_behind(scene, within))
    if left == (lexicon.subject(),) and scene.crosses_itself and not withdrawal(scene):
        return beyond_border(scene, grounded=False) or left
    return left


def left_for_anywhere(scene: Scene) -> Codes:
    """Where those began who were flown to grounds without a name: "from X to bases worldwide"."""
    return departure(scene) if scene.draft.kind == "evacuated" else ()


def moved_out(scene: Scene) -> Codes:
    """Where those taken "out of X" had been, whoever took them from wherever else."""
    own = scene.clause_number(scene.draft.first)
    ahead = [site for site in scene.sites if site.first >= scene.draft.stop]
    within = [site for site in ahead if scene.clause_number(site.first) == own]
    if any(site.role == "to" for site in within):
        return ()
    last = scene.draft.noun_stop
    flights = scene.lower[last - 1 : last] == ["flights"]
    for site in within:
        led = [norm for norm in scene.lower[site.first - 3 : site.first] if norm != "the"]
        if led[-2:] == ["out", "of"] or (flights and led[-1:] == ["from"]):
            return site.codes
    return ()


def left_behind(scene: Scene, sites: Sequence[Site]) -> Codes:
    """Of some grounds the one that those taken away left: behind the number, else the nearest."""
    if not scene.takes_away or scene.draft.kind not in lexicon.kinds_with("moves"):
        return ()
    left = [site for site in sites if site.role == "from" and not _is_whose(scene, site)]
    ahead = [site.codes for site in left if site.first >= scene.draft.first]
    return ahead[0] if ahead else left[-1].codes if left else ()


def whose_they_are(scene: Scene) -> Codes:
    """Where those sent back are from, by the words for them: "347 people from X were returned"."""
    for site in scene.near:
        if site.role == "from" and scene.draft.stop < site.first < scene.draft.verb:
            return site.codes
    return ()


def _is_whose(scene: Scene, site: Site) -> bool:
    """Whether "from" only says whose people are counted: "46, mostly from X", "900 from Y".

    Of troops it names who sent them.
    """
    if site.codes[0] not in lexicon.countries():
        return False
    if scene.draft.kind == "personnel" and senders().issuperset(site.codes):
        return True
    return site.first >= scene.draft.stop and not lexicon.location().naming.partly.isdisjoint(
        scene.lower[site.first - REACH // 2 : site.first]
    )


def left_their_homes(scene: Scene) -> bool:
    """Whether those counted only left where they lived, with no ground beside that."""
    if scene.draft.kind != "displaced" or scene.near:
        return False
    dwellings = lexicon.location().moving.dwellings
    return not dwellings.isdisjoint(scene.lower_behind)


def left_by_air(scene: Scene) -> Codes:
    """The town of the subject's that a sentence says others left: "30 flew out of X, but 90"."""
    for site in scene.sites:
        if site.role == "from" and site.first < scene.draft.first:
            return site.codes if site.codes[0] in lexicon.provinces() else ()
    return ()


def are_displaced(scene: Scene) -> bool:
    """Whether a sentence tells of those driven from home, or of a part of them."""
    driven = any(event.payload.action == "displace" for event in scene.reading.events)
    return scene.draft.kind == "displaced" and driven
