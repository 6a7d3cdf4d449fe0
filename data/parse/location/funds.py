"""Funds: where money is, by who gets it or keeps it from its owner."""

from __future__ import annotations

from typing import Final

from data import lexicon
from data.parse.location.scene import REACH, Scene
from data.parse.location.states import STATES

Codes = tuple[str, ...]

_GIVEN: Final = frozenset({"to", "for", "on"})


def holder(scene: Scene) -> Codes:
    """The state that keeps another's money: "X has frozen $9bn of Y's reserves"."""
    words = lexicon.location().home
    if words.assets.isdisjoint(scene.reading.word_set):
        return ()
    if not scene.says_before(words.freezing):
        return ()
    keepers = [
        actor.country
        for actor in scene.reading.actors
        if actor.first < scene.draft.first
        and actor.type in STATES
        and actor.country != lexicon.subject()
    ]
    return (keepers[-1],) if keepers and keepers[-1] else ()


def receiver(scene: Scene) -> Codes:
    """The state money goes to: "$40m for the X forces", "spent $40m on the X army"."""
    reach = range(scene.draft.stop, scene.draft.stop + REACH)
    for actor in scene.reading.actors:
        if actor.first not in reach or actor.type not in STATES or actor.country is None:
            continue
        led = scene.lower[max(scene.draft.stop, actor.first - 2) : actor.first]
        if not _GIVEN.isdisjoint(led):
            return (actor.country,)
    return ()
