"""Reception: where those live who have come from elsewhere, by who gives them a home."""

from __future__ import annotations

import itertools
from typing import Final

from data import lexicon
from data.parse.location.grounds import SUBJECT, ground
from data.parse.location.scene import REACH, Scene, countries_named
from data.parse.location.setting import nearby

Codes = tuple[str, ...]

_NAMED: Final = frozenset({"name", "capital"})


def reception(scene: Scene) -> Codes:
    """The state whose councils, schemes or homes take people in: "resettled in the borough"."""
    words = lexicon.location()
    if scene.draft.kind not in words.home.received:
        return ()
    if scene.find_verbs(words.moving.leaving, scene.tokens):
        return ()
    if words.home.receivers.isdisjoint(scene.reading.word_set):
        return ()
    around = scene.tokens[max(0, scene.draft.first - 2 * REACH) : scene.draft.stop + 2 * REACH]
    if words.home.receivers.isdisjoint(token.norm for token in around):
        return ()
    if not words.moving.inside.isdisjoint(scene.reading.word_set):
        return ()
    if any(site.role in {"at", "of"} for site in scene.near):
        return ()
    for index in nearby(scene.at):
        for country in countries_named(scene.readings[index]):
            if country != SUBJECT:
                return (country,)
    return ()


def home_to(scene: Scene) -> Codes:
    """The ground that is said to be home to those counted: "X is home to 3m refugees"."""
    if scene.reading.word_set.isdisjoint(lexicon.location().home.words):
        return ()
    for place in scene.reading.places:
        between = [token.norm for token in scene.tokens[place.stop : scene.draft.first]]
        opening = between[: REACH // 2 + 1]
        if (
            place.via in _NAMED
            and len(between) <= REACH
            and ("home", "to") in itertools.pairwise(opening)
        ):
            return (ground(place),)
    return ()
