"""Funds: where money is, by who gets it or keeps it from its owner."""

from __future__ import annotations

from data import lexicon
from data.parse.location.people.states import STATES
from data.parse.location.scene.scenes import REACH, Scene

Codes = tuple[str, ...]


def holder(scene: Scene) -> Codes:
    """The state that is given money, or keeps another's: "X has frozen $9bn of Y's reserves"."""
    words = lexicon.location().home
    if given := _given(scene):
        return given
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


def _given(scene: Scene) -> Codes:
    """The state that stands between "give" and an amount: "agreed to give X $54 million"."""
    first = scene.draft.quantity.outer_first if scene.draft.quantity else scene.draft.first
    for place in scene.reading.names:
        linked = place.stop == first - 1 and scene.lower[place.stop] == "with"
        if not (place.stop == first or linked) or place.country is None or place.first < 1:
            continue
        before = scene.lower[place.first - 1 - (scene.lower[place.first - 1] == "the")]
        home = lexicon.location().home
        if before in (home.providing if linked else home.giving):
            return (place.country,)
    return ()


def receiver(scene: Scene) -> Codes:
    """The state money goes to: "$40m for the X forces", "spent $40m on the X army"."""
    reach = range(scene.draft.stop, scene.draft.stop + REACH)
    for actor in scene.reading.actors:
        if actor.first not in reach or actor.type not in STATES or actor.country is None:
            continue
        led = scene.lower[max(scene.draft.stop, actor.first - 2) : actor.first]
        if not lexicon.location().home.spent_on.isdisjoint(led):
            return (actor.country,)
    return ()
