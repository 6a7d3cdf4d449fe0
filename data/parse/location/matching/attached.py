"""Attached: numbers told right behind the name of the place they are of, as an insertion.

"Clashes in Herat (14 dead), Farah (9 dead)"; "hit Helmand, killing 37, Kandahar, killing 22".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from data import lexicon
from data.parse.grounds.roles import Role
from data.parse.grounds.sites import find_sites
from data.parse.lazy import remembered
from data.parse.location.scene.scenes import Scene
from data.parse.names.codes import ground
from data.parse.names.places import Place
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

Codes = tuple[str, ...]

_LONGEST_INSERTION: Final = 12
"""Most words between brackets that tell of the place in front of them."""

_FEWEST: Final = 2
"""Places with a participle of their own that make a list."""

_ROLES: Final[frozenset[Role]] = frozenset({"at", "of", "to", "speaker"})
"""What a place is that a number in brackets is of; "were reported in Herat" makes it a source's."""


def attached(scene: Scene) -> Codes:
    """The place that a number is told of in brackets or by a participle behind its name."""
    own = scene.draft.quantity
    if own is None or scene.draft.of or not scene.reading.places:
        return ()
    reading = scene.reading
    codes = _in_brackets(reading).get(own.first) or _by_participles(reading).get(own.first, ())
    return () if codes and _only_crossed_there(scene, codes) else codes


def _only_crossed_there(scene: Scene, codes: Codes) -> bool:
    """Whether those counted went on: "crossed at X (90 men) and Y (210 men) into Z"."""
    behind = scene.draft.first
    reached = [site.codes for site in scene.sites if site.role == "to" and site.first > behind]
    return bool(reached) and codes not in reached and scene.crosses_itself


@remembered
def _in_brackets(reading: Reading) -> Mapping[int, Codes]:
    """The place of each number that stands in brackets right behind it, by where it starts."""
    found: dict[int, Codes] = {}
    if "(" not in reading.lower:
        return found
    sites = {site.stop: site for site in find_sites(reading)}
    last = 0  # where the brackets of the place before end, if its numbers are its own
    for opening, closing in _brackets(reading):
        inside = [q for q in reading.quantities if opening < q.first < closing]
        starts_inside = range(opening + 1, closing)
        if not inside or any(first in starts_inside for first in reading.place_starts):
            continue
        site, place = sites.get(opening), _ending_at(reading, opening)
        codes = site.codes if site is not None and site.role in _ROLES else ()
        if not codes and place is not None and last and _goes_on(reading, last, place.first):
            codes = (ground(place),)
        last = closing + 1 if codes else 0
        found.update((quantity.first, codes) for quantity in inside if codes)
    return found


def _brackets(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where brackets open right behind a place, and where they close."""
    lower = reading.lower
    for opening in reading.place_stops:
        if lower[opening : opening + 1] == ["("]:
            end = opening + _LONGEST_INSERTION + 2
            inside = lower[opening:end]
            if ")" in inside:
                yield opening, opening + inside.index(")")


def _goes_on(reading: Reading, stop: int, first: int) -> bool:
    """Whether only joints part the brackets of one place from the next place."""
    joints = lexicon.location().listing.bracketed
    return stop < first and joints.issuperset(reading.lower[stop:first])


@remembered
def _by_participles(reading: Reading) -> Mapping[int, Codes]:
    """The place of each number of a list whose places have participles of their own."""
    led = [
        (place, quantity)
        for quantity in reading.quantities
        if (place := _before_participle(reading, quantity)) is not None
    ]
    if len(led) < _FEWEST:
        return {}
    listed = {place.first for place, _ in led}
    last = led[-1][1].outer_stop
    comma = (index for index in range(last, len(reading.lower)) if reading.lower[index] == ",")
    inside = range(led[0][0].first, next(comma, len(reading.lower)))
    if any(first in inside and first not in listed for first in reading.place_starts):
        return {}  # "hit X, killing 37, Y, killing 22 in Z"
    return {quantity.first: (ground(place),) for place, quantity in led}


def _before_participle(reading: Reading, quantity: Quantity) -> Place | None:
    """The place in front of ", killing" and a number."""
    participle = quantity.outer_first - 1
    if participle < _FEWEST or not reading.lower[participle].endswith("ing"):
        return None
    comma = participle - 1
    return _ending_at(reading, comma) if reading.lower[comma] == "," else None


def _ending_at(reading: Reading, stop: int) -> Place | None:
    """The town, province or country by whose name the words before a token end."""
    if stop not in reading.place_stops:
        return None
    named = (p for p in reading.places if p.stop == stop and p.via in {"name", "capital"})
    return next((place for place in named if not place.landmark), None)
