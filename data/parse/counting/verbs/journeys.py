"""Journeys: where those counted came from and went, by the verb that tells of them."""

from __future__ import annotations

from data.actor_codes import country_of, is_government
from data.lexicon.counting import Verb
from data.parse.counting.counted_as import Counted
from data.parse.counting.verbs.gapping import resumed
from data.parse.counting.verbs.happenings import Happening
from data.parse.draft import Draft
from data.parse.grounds.surroundings import Journey, journey, journey_of_number
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading


def trip_of(
    reading: Reading,
    quantity: Quantity,
    counted: Counted,
    happening: Happening | None,
    last: Draft | None,
) -> Journey | None:
    """Where those counted went; a number that goes on with a verb may have its own way."""
    if happening is None or not happening.verb.motion:
        return None
    stop = max(counted.stop, quantity.outer_stop)
    trip = journey(reading, happening.stop, stop)
    before = resumed(reading, last)
    if quantity.outer_first < happening.stop or before is None or before.first != happening.first:
        return trip
    own = journey_of_number(reading, stop)
    return Journey(own.origin or trip.origin, own.destination or trip.destination)


def origin_of(trip: Journey | None, verb: Verb | None, side: str | None) -> str | None:
    """Where they came from; people in flight who bear a country's name come from it."""
    if trip is None or verb is None or trip.origin or not verb.flight:
        return trip.origin if trip else None
    bearer = country_of(side) if side and is_government(side) else None
    return bearer if trip.destination and bearer != trip.destination else None
