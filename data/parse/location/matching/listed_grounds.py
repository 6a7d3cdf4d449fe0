"""Listed grounds: which place of a list a number is of: "X saw 20 dead, Y 10"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from data.parse.counting.verbs.listed_numbers import follows_place, listed_place
from data.parse.grounds.roles import Role
from data.parse.lazy import remembered
from data.parse.location.people.states import STATES, is_led
from data.parse.location.scene.scenes import Scene
from data.parse.names.codes import ground, senders
from data.parse.names.places import Place
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_LED: Final[frozenset[Role]] = frozenset({"at", "to", "from"})

_LONGEST_WAY = 4
"""Most words from a number to the ground right behind it: "20 out of Herat"."""

_SEND = "deploy"
"""What a state does with soldiers, whose place is not where it has its government."""

_OPENING = frozenset({":", ";"})
"""Before the first of a list of places with their numbers."""


def listed_ground(scene: Scene) -> tuple[str, ...]:
    """The town or province that a list names before a number; any state, of people taken in."""
    if (site := scene.listed_site) is not None and scene.number_before is not None:
        return site.codes
    if told := _of_part(scene):
        return listed_ground(told)
    place = _place_before(scene)
    if place is None:
        return ()
    sent = place.via == "capital" and scene.draft.action == _SEND
    if sent and place.country in senders() and _head(scene) is not None:
        return ()  # "Berlin sent 300 soldiers to Kabul and Rome 60"
    if place.code != place.country or place.via == "capital":
        return (ground(place),)
    received = scene.draft.kind == "displaced" and _opens_list(scene)
    return (ground(place),) if received else ()


def _of_part(scene: Scene) -> Scene | None:
    """The scene of the part of a total without a ground: "... and in X five of the seven"."""
    part = scene.number_before
    if scene.draft.action != "total" or part is None:
        return None
    if scene.lower[part.outer_stop : scene.draft.first] not in (["of"], ["of", "the"]):
        return None
    behind = any(site.first >= scene.draft.stop for site in scene.near)
    return None if behind else scene.of(part)


def head_of_list(scene: Scene) -> Scene | None:
    """The scene of the number that a list of states begins with, for one further on."""
    place = _place_before(scene)
    head = _head(scene)
    return None if place is None or head is None else scene.of(head)


def _has_own_way(scene: Scene) -> bool:
    """Whether each number of a list has where it was behind it, as the one before has.

    "X flew 50 diplomats out of Kandahar, and Y 20 out of Herat".
    """
    own, before = scene.draft.quantity, scene.number_before
    if own is None or before is None or _head(scene) is None:
        return False
    if not _is_led(scene, own):
        return False
    between = range(before.outer_stop, own.outer_first)
    return any(site.first in between and site.role in _LED for site in scene.sites)


def _is_led(scene: Scene, own: Quantity) -> bool:
    """Whether a preposition right behind a number leads to a ground."""
    near = range(own.outer_stop + 1, own.outer_stop + _LONGEST_WAY)
    led = (site for site in scene.sites if site.first in near and site.role in _LED)
    return scene.lower[own.outer_stop : own.outer_stop + 1] != [","] and any(led)


def own_of_list(scene: Scene, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Where a number of a list of states is, by where the first one is.

    "X will take 300, Y 60": each is in its own state. "X has 300 soldiers in Z, Y 60": all are
    in Z.
    """
    place, head = _place_before(scene), _head(scene)
    if place is None or head is None or place.country is None:
        return codes
    return (place.country,) if codes == (_state_before(scene.reading, head.outer_first),) else codes


@remembered
def _heads(reading: Reading) -> Mapping[int, Quantity]:
    """The number before those of each list, by where these start."""
    heads: dict[int, Quantity] = {}
    head: Quantity | None = None
    for quantity in reading.quantities:
        if not follows_place(reading, quantity):
            head = quantity
        elif head is not None and head.unit == quantity.unit:
            heads[quantity.first] = head
    return heads


def _place_before(scene: Scene) -> Place | None:
    """The name right before a number of a list, or before the first one of it."""
    own = scene.draft.quantity
    if own is None or not _heads(scene.reading) or own.outer_first not in scene.reading.place_stops:
        return None
    if _has_own_way(scene):
        return None
    if place := listed_place(scene.reading, own):
        return place if _head(scene) is not None else None
    if not _opens_list(scene):
        return None
    return next((p for p in scene.reading.places if p.stop == own.outer_first), None)


def _opens_list(scene: Scene) -> bool:
    """Whether a list of places with their numbers begins with the one of a number."""
    head = _head(scene) or scene.draft.quantity
    if head is None or head.outer_first not in scene.reading.place_stops:
        return False
    first = scene.reading.place_stops[head.outer_first]
    return not first or scene.lower[first - 1] in _OPENING


def _head(scene: Scene) -> Quantity | None:
    """The number before those of a list of which one is asked."""
    own = scene.draft.quantity
    return None if own is None else _heads(scene.reading).get(own.first)


def _state_before(reading: Reading, index: int) -> str | None:
    """The state that does what is told of a number: the last before it that nothing leads to."""
    first = reading.place_stops.get(index)
    named = next((place.country for place in reading.places if place.first == first), None)
    if named is not None:
        return named
    acting = (
        actor.country
        for actor in reversed(reading.actors)
        if actor.first < index and actor.type in STATES and not is_led(reading.lower, actor.first)
    )
    return next(acting, None)
