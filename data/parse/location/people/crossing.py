"""Crossing: on which side of a border those are who crossed it."""

from __future__ import annotations

import itertools

from data import lexicon
from data.parse.grounds.setting import nearby
from data.parse.grounds.sites import countries_left, countries_named
from data.parse.location.people.bearers import bearer
from data.parse.location.people.states import acting_in, foreign
from data.parse.location.scene.scenes import REACH, Scene
from data.parse.names.codes import country_of, line_with
from data.place_codes import is_border

Codes = tuple[str, ...]

_LEAD = 3
"""Sentences at the opening of a text that say what its title is about."""


def beyond_border(scene: Scene, *, grounded: bool = True) -> Codes:
    """Who crosses a border and is told of by a neighbour has come to that neighbour.

    Args:
        scene: The fact.
        grounded: Whether a ground beside the number says more.
    """
    if scene.draft.kind not in lexicon.kinds_with("crosses") or not scene.crosses:
        return ()
    if scene.only_means_to or _only_leaves_home(scene) or _lives_there(scene):
        return ()
    if scene.draft.kind == "evacuated" and bearer(scene) != lexicon.subject():
        return ()  # strangers to both countries, who are flown anywhere
    if not lexicon.location().moving.inside.isdisjoint(scene.reading.word_set):
        return ()
    if scene.goes_back or (
        grounded and any(site.role == "at" and not scene.is_left(site) for site in scene.near)
    ):
        return ()
    lines = [code for site in scene.near for code in site.codes if is_border(code)]
    if lines and all(lexicon.subject() not in country_of(code) for code in lines):
        return ()  # over a border of others
    own = bearer(scene)
    if _was_beyond(scene):
        return (lexicon.subject(),)
    words = lexicon.location().lines.words
    titled = scene.at == 0 and not words.isdisjoint(scene.lower_behind)
    after_title = range(1, min(_LEAD, len(scene.readings))) if titled else ()
    if told := _state_they_reach(scene):
        return (told,)
    for index in (*nearby(scene.at), *after_title):
        for country in countries_named(scene.readings[index]):
            if line_with(country) and country != own:
                return (country,)
    return ()


def _state_they_reach(scene: Scene) -> str | None:
    """The state that tells of those who come to it: "X said 40 a day were arriving from Y"."""
    left = countries_left(scene.reading)
    if not any(line_with(country) for country in left):
        return None
    if not scene.find_verbs(lexicon.location().moving.arriving):
        return None
    return next(
        (
            actor.country
            for actor in acting_in(scene.reading)
            if actor.country not in left and foreign(actor.country)
        ),
        None,
    )


def _only_leaves_home(scene: Scene) -> bool:
    """Whether those who flee are told to leave their homes, with no word of a border."""
    grammar, words = lexicon.grammar(), scene.reading.word_set
    if lexicon.location().moving.dwellings.isdisjoint(words):
        return False
    return grammar.border_words.isdisjoint(words) and grammar.crossing_words.isdisjoint(words)


def _lives_there(scene: Scene) -> bool:
    """Whether those who fled are told to be in the place of the story: "who fled live there"."""
    behind = scene.lower[scene.reach_behind(2 * REACH)]
    dwelling = lexicon.location().moving.living
    return any(a in dwelling and b == "there" for a, b in itertools.pairwise(behind))


def _was_beyond(scene: Scene) -> bool:
    """Whether those who cross had been with a neighbour: "Afghans stranded in X crossed"."""
    stuck = lexicon.location().moving.stuck
    if stuck.isdisjoint(scene.reading.word_set):
        return False
    return any(
        line_with(site.codes[0])
        and not stuck.isdisjoint(scene.lower[scene.draft.stop : site.first])
        for site in scene.near
        if site.first > scene.draft.stop
    )
