"""Funds: where money is for, by whom it is given to."""

from __future__ import annotations

from typing import Final

from data.parse.location.scene import REACH, Scene
from data.parse.location.states import STATES

Codes = tuple[str, ...]

_GIVEN: Final = frozenset({"to", "for", "on"})


def receiver(scene: Scene) -> Codes:
    """The state money goes to: "$40m for the X forces", "spent $40m on the X army"."""
    if scene.draft.kind != "money":
        return ()
    reach = range(scene.draft.stop, scene.draft.stop + REACH)
    for actor in scene.reading.actors:
        if actor.first not in reach or actor.type not in STATES or actor.country is None:
            continue
        led = scene.tokens[max(scene.draft.stop, actor.first - 2) : actor.first]
        if any(token.norm in _GIVEN for token in led):
            return (actor.country,)
    return ()
