"""Stuck: people who wait for an airlift, by the word behind them or behind their list."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.behind import find_behind
from data.parse.counting.counted_as import Counted
from data.parse.counting.fates import tells_of_planes
from data.parse.reading import Reading

_REACH = 4
"""Most words from those counted to "still stuck"."""

_NEAR = 2
"""Most sentences back to the planes they wait for."""

_LONGEST_LIST = 3


def is_stuck_abroad(reading: Reading, counted: Counted) -> bool:
    """Whether people wait for an airlift: "130 Danes and 450 helpers are still stuck"."""
    stuck = lexicon.location().moving.stuck
    if counted.noun.name != "people" or stuck.isdisjoint(reading.norms):
        return False
    stop = _list_stop(reading, counted.stop)
    if stuck.isdisjoint(reading.lower[stop : stop + _REACH]):
        return False
    if reading.whole.themes.airlift:
        return True
    near = reading.whole[max(0, reading.at - _NEAR) : reading.at + 1]
    return any(tells_of_planes(sentence) for sentence in near)


def _list_stop(reading: Reading, stop: int) -> int:
    """Where the list ends that goes on behind those counted."""
    for _ in range(_LONGEST_LIST):
        after = _next_listed(reading, stop)
        if after is None or after >= len(reading.tokens):
            return stop
        found = find_behind(reading, after)
        if found is None or found.noun.unit != "people":
            return stop
        stop = found.stop
    return stop


def _next_listed(reading: Reading, stop: int) -> int | None:
    """Where the number stops that a list goes on with at a token."""
    for first in range(stop + 1, stop + _LONGEST_JOINT + 1):
        if (end := reading.quantity_stops.get(first)) is not None:
            listed = " ".join(reading.lower[stop:first]) in lexicon.grammar().listing
            return end if listed else None
    return None


_LONGEST_JOINT = 4
"""Most words between two of a list: ", as well as"."""
